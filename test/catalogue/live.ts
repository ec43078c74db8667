import type { CatalogueProblem, Dataset } from '../../src/core/catalogue.ts'
import type { Overview } from '../../src/core/overview.ts'
import { odbadge } from '../cli/run.ts'
import type { Route } from '../support/portal.ts'

export interface Listed {
  readonly code: number
  readonly datasets: readonly Dataset[]
  readonly ids: readonly string[]
  /** `code@position`, in order. */
  readonly problems: readonly string[]
  readonly details: readonly string[]
  readonly overview: Overview
}

type Entry = { readonly kind: 'dataset'; readonly dataset: Dataset } | CatalogueProblem

/** `odbadge catalogue … --reporter json`, as a user would call it. */
export async function list(...argv: string[]): Promise<Listed> {
  const { code, out, err } = await odbadge('catalogue', ...argv, '--reporter', 'json')
  if (out === '') throw new Error(err)
  const { entries, overview } = JSON.parse(out) as { entries: Entry[]; overview: Overview }
  const datasets = entries.flatMap((entry) => (entry.kind === 'dataset' ? [entry.dataset] : []))
  const problems = entries.flatMap((entry) => (entry.kind === 'dataset' ? [] : [entry]))
  return {
    code,
    datasets,
    ids: datasets.map(({ id }) => id),
    problems: problems.map(({ code: problem, position }) => `${problem}@${position}`),
    details: problems.map(({ detail }) => detail),
    overview,
  }
}

export const json = (value: unknown): Route => ({ body: JSON.stringify(value) })
export const page: Route = { body: '<!DOCTYPE html><title>系統維護中</title>' }
