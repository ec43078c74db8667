import { type Finding, fingerprint } from '../../core/finding.ts'
import type { DatasetRecord, ResourceRecord } from '../../core/ledger.ts'
import type { WorkItem } from '../../core/worklist.ts'

type Row = Pick<WorkItem, 'resource' | 'finding' | 'rules' | 'findings' | 'since'>

/** When a finding of a dataset was first seen, if an earlier ledger tells. */
export type FirstSeen = (dataset: string, finding: Finding) => string | undefined

/** Everything found in a dataset: what fails first, then what nobody could see, then advice. */
export function rowsOf(record: DatasetRecord, firstSeen: FirstSeen): Row[] {
  const rows = [
    ...alike(record, undefined, firstSeen),
    ...record.resources.flatMap((resource) => alike(record, resource, firstSeen)),
    ...withoutResource(record, firstSeen),
  ]
  return rows.sort((a, b) => ORDER[kindOf(a.finding)] - ORDER[kindOf(b.finding)])
}

/** No link can work where there is none, and no rule was asked: a row that counts no finding of the ledger. */
function withoutResource(record: DatasetRecord, firstSeen: FirstSeen): Row[] {
  const finding = noResource(record)
  if (!finding) return []
  const since = firstSeen(record.id, finding)
  return [{ finding, rules: [finding.rule], findings: 0, ...(since !== undefined && { since }) }]
}

export function noResource({ id, resources }: DatasetRecord): Finding | undefined {
  if (resources.length > 0) return undefined
  const [rule, messageId] = ['link/reachable', 'no-resource']
  const mark = fingerprint(id, rule, messageId, {})
  return { rule, messageId, outcome: 'fail', severity: 'blocking', data: {}, fingerprint: mark }
}

const ORDER = { blocking: 0, unknown: 1, advice: 2 }

export const kindOf = ({ outcome }: Pick<Finding, 'outcome'>): keyof typeof ORDER =>
  outcome === 'fail' ? 'blocking' : outcome === 'unknown' ? 'unknown' : 'advice'

/** A broken link leaves every other rule unknown for one reason, which is one row. */
function alike(record: DatasetRecord, resource: ResourceRecord | undefined, firstSeen: FirstSeen): Row[] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const [at, finding] of (resource ?? record).findings.entries()) {
    const key =
      finding.outcome === 'unknown'
        ? JSON.stringify([finding.messageId, finding.data, finding.at])
        : String(at)
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()].map((group) => {
    const [finding] = group
    const since = sinceOf(record, resource, finding, firstSeen)
    return {
      finding,
      rules: [...new Set(group.map(({ rule }) => rule))],
      findings: group.length,
      ...(resource && { resource: named(resource) }),
      ...(since !== undefined && { since }),
    }
  })
}

const named = ({ id, url, description }: ResourceRecord) => ({
  id,
  url,
  ...(description !== undefined && { description }),
})

function sinceOf(
  { id }: DatasetRecord,
  resource: ResourceRecord | undefined,
  finding: Finding,
  firstSeen: FirstSeen,
): string | undefined {
  if (finding.outcome === 'fail' && finding.rule.startsWith('link/')) {
    const failing = resource?.link.history?.failingSince
    if (failing !== undefined) return failing
  }
  return firstSeen(id, finding)
}
