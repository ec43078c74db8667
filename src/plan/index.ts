import type { ArtifactName } from '../core/artifacts.ts'
import type { Dataset, Resource } from '../core/catalogue.ts'
import { type Format, formatNamed } from '../core/format.ts'
import type { AnyRule } from '../core/rule.ts'

/** What has to be done for one resource. */
export interface Task {
  readonly resource: Resource
  /** Union of what the rules ask for: lanes nobody needs stay closed. */
  readonly needs: ReadonlySet<ArtifactName>
  /** Settles bytes that could be two things: the declared format, else the extension. */
  readonly hint?: Format
}

export function plan(dataset: Dataset, rules: readonly AnyRule[]): Task[] {
  const needs = new Set(
    rules.flatMap((rule): readonly ArtifactName[] => (rule.about === 'resource' ? rule.needs : [])),
  )
  return dataset.resources.map((resource) => {
    const hint = formatNamed(resource.format) ?? formatNamed(extension(resource.url))
    return { resource, needs, ...(hint && { hint }) }
  })
}

const extension = (url: string): string | undefined => /\.([A-Za-z0-9]{2,8})(?:[?#]|$)/.exec(url)?.[1]
