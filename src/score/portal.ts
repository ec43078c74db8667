import { rank } from '../core/badge.ts'
import type { DatasetRecord } from '../core/ledger.ts'
import { agreementOf, type PortalCause, type PortalComparison, portalBadge } from '../core/portal.ts'
import { type Cost, type Costs, costsUnder } from './plan/costs.ts'
import type { Profile } from './profile.ts'

/** Messages named of one dataset; a ledger's line must not grow with its faults. */
const MAX_CAUSES = 20

const priced = new WeakMap<Profile, Costs>()

function pricesOf(profile: Profile): Costs {
  const known = priced.get(profile) ?? costsUnder(profile)
  priced.set(profile, known)
  return known
}

type Judged = Pick<DatasetRecord, 'badge' | 'findings' | 'resources'>

/** The portal's own verdict on a dataset beside ours, and what stands between them. */
export function comparePortal(word: string, record: Judged, profile: Profile): PortalComparison {
  const portal = portalBadge(word)
  const agreement = agreementOf(portal, record.badge)
  if (portal !== undefined && agreement === 'portal-higher')
    // What keeps gold away says nothing about a portal's silver.
    return { agreement, because: causes(record, rank(portal), false, profile) }
  if (agreement === 'undecided')
    return { agreement, because: causes(record, rank(record.badge.atMost), true, profile) }
  return { agreement, because: [] }
}

/** The record with its comparison, where the portal says something. */
export function withPortal(record: DatasetRecord, profile: Profile): DatasetRecord {
  const { portal } = record
  if (portal?.badge === undefined) return record
  return { ...record, portal: { ...portal, comparison: comparePortal(portal.badge, record, profile) } }
}

/** What costs a badge up to that rank, for certain or `doubt`fully. */
function causes(
  { findings, resources }: Judged,
  upTo: number,
  doubt: boolean,
  profile: Profile,
): readonly PortalCause[] {
  const costOf = pricesOf(profile)
  const found = new Map<string, PortalCause & Pick<Cost, 'level'>>()
  const add = (about: Judged['findings'], resource: 0 | 1): void => {
    const here = new Set<string>()
    for (const finding of about) {
      const cost = costOf(finding)
      if (!cost || cost.level >= upTo || cost.doubt !== doubt) continue
      const { rule, messageId } = finding
      const key = `${rule}#${messageId}`
      if (here.has(key)) continue
      here.add(key)
      const { indicator, level } = cost
      const before = found.get(key)?.resources ?? 0
      found.set(key, { rule, messageId, indicator, level, resources: before + resource })
    }
  }
  add(findings, 0)
  for (const resource of resources) add(resource.findings, 1)
  return [...found.values()]
    .sort((a, b) => a.level - b.level || b.resources - a.resources)
    .slice(0, MAX_CAUSES)
    .map(({ level, ...cause }) => cause)
}
