import type { DatasetRecord, ResourceRecord } from '../../../../core/ledger.ts'
import { useWords } from '../page.ts'
import { Chips } from './chips.tsx'
import { Corrected } from './corrected.tsx'
import { Findings } from './findings.tsx'
import { LinkReport } from './link-report.tsx'
import { Parts } from './resource-parts.tsx'
import { ThreeWays } from './three-ways.tsx'

interface Props {
  resource: ResourceRecord
  dataset: DatasetRecord
}

export function ResourceReport({ resource, dataset }: Props) {
  const { say, number } = useWords()
  const name = say('resource', { id: resource.id })
  const { members, sheets } = resource
  return (
    <section class="resource" aria-label={name}>
      <h2>
        {name} <bdi class="resource-name">{resource.description}</bdi>
      </h2>
      <Chips indicators={resource.indicators} />
      <Findings findings={resource.findings} />
      <LinkReport resource={resource} />
      <ThreeWays resource={resource} dataset={dataset} />
      <Corrected resource={resource} dataset={dataset} />
      {members && <Parts parts={members} title={say('members', { n: number(members.count) })} />}
      {sheets && <Parts parts={sheets} title={say('sheets', { n: number(sheets.count) })} />}
    </section>
  )
}
