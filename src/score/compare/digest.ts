import type { DatasetMark, FindingMark } from '../../core/comparison.ts'
import { CLAIMS, type Claim } from '../../core/comparison.ts'
import { hash } from '../../core/finding.ts'
import type { Body, DatasetRecord, ResourceRecord } from '../../core/ledger.ts'

/** As little of a dataset as tells what changed: a few hundred bytes, whatever its findings say. */
export interface Digest extends DatasetMark {
  /** Of each claim, in the order of CLAIMS. */
  readonly claims: string
  /** Address and content of each resource. */
  readonly contents: string
  /** Address and how its link answered. */
  readonly links: string
  readonly rules: string
  readonly timeliness: string
  /** One line per finding. */
  readonly findings: string
}

/** @param interned the same object for equal bodies, the same text for equal lists of rules. */
export function digestOf(
  record: DatasetRecord,
  interned: { body(body: Body): Body; text(text: string): string },
): Digest {
  const { id, title, badge, resources, findings } = record
  const all = [record, ...resources]
  const addressed = resources.map((resource) => [hash(resource.url), resource] as const)
  return {
    id,
    title,
    body: interned.body(record.body),
    badge: { atLeast: badge.atLeast, atMost: badge.atMost },
    claims: CLAIMS.map((claim) => brief(claimed(record, claim))).join('\n'),
    contents: lines(addressed, ([url, { sha256 }]) => `${url} ${sha256?.slice(0, 16) ?? ''}`),
    links: lines(addressed, ([url, resource]) => {
      const { status, failure, certificates, finalUrl } = resource.link
      const end = finalUrl === resource.url ? '' : hash(finalUrl)
      return [url, status, failure?.code, certificates, end].join(' ')
    }),
    rules: interned.text(lines(all, ({ outcomes }) => Object.keys(outcomes).join(' '))),
    timeliness: record.indicators.timeliness,
    findings: lines(
      [...findings, ...resources.flatMap((resource) => resource.findings)],
      ({ fingerprint, outcome, rule, messageId }) => [fingerprint, outcome, rule, messageId].join(' '),
    ),
  }
}

/** Dates and frequencies are shorter than their hash. */
const brief = (claim: string): string => (claim.length > 24 || claim.includes('\n') ? hash(claim) : claim)

function claimed(record: DatasetRecord, claim: Claim): string {
  if (claim === 'format' || claim === 'encoding')
    return lines(
      record.resources,
      (resource: ResourceRecord) => `${resource.url} ${resource[claim].declared}`,
    )
  return record[claim] ?? '\0'
}

/** Sorted and each once: the order in a ledger is no difference. */
const lines = <T>(items: readonly T[], line: (item: T) => string): string =>
  [...new Set(items.map(line))].sort().join('\n')

export function findingOf(line: string): FindingMark {
  const [fingerprint = '', outcome, rule = '', messageId = ''] = line.split(' ')
  return { rule, messageId, outcome: outcome as FindingMark['outcome'], fingerprint }
}
