import type { Cost, CostingRule, DatasetTrace } from '../../core/awards.ts'
import { type Badge, INDICATORS, type Indicator } from '../../core/badge.ts'
import type { Finding } from '../../core/finding.ts'
import type { DatasetRecord } from '../../core/ledger.ts'
import { exactText, millionths } from '../fraction.ts'
import type { Profile } from '../profile.ts'

/** Findings named per rule; the others are counted. */
const MAX_FINDINGS = 20

/** 貳、二、(二): the points of one dataset, and what keeps it from gold. */
export function traceDataset(record: DatasetRecord, profile: Profile): DatasetTrace {
  const { id, title, body, badge } = record
  const asked = new Set(Object.values(profile.badges).flat())
  return {
    id,
    title,
    body: body.id,
    badge,
    points: { atLeast: pointsOf(badge.atLeast, profile), atMost: pointsOf(badge.atMost, profile) },
    costs:
      badge.atLeast === 'gold'
        ? []
        : INDICATORS.filter((indicator) => asked.has(indicator)).flatMap(
            (indicator) => costOf(indicator, record, profile) ?? [],
          ),
  }
}

export const pointsOf = (badge: Badge, profile: Profile): string =>
  badge === 'none' ? '0' : exactText(millionths(profile.weights[badge]))

function costOf(indicator: Indicator, record: DatasetRecord, profile: Profile): Cost | undefined {
  const outcome = record.indicators[indicator]
  if (outcome !== 'fail' && outcome !== 'unknown') return undefined
  const rules = profile.indicators[indicator].flatMap((selector) => costingRule(selector, record) ?? [])
  return { indicator, outcome, rules: merge(rules).map(capped) }
}

type Evidence = Omit<CostingRule, 'more'>

function costingRule(selector: string, record: DatasetRecord): Evidence | undefined {
  const [rule = '', messageId] = selector.split('#')
  const places = [
    { part: record, name: {} },
    ...record.resources.map((part) => ({ part, name: { resource: part.id } })),
  ]
  const failing: CostingRule['findings'][number][] = []
  const open: CostingRule['findings'][number][] = []
  const outcomes = new Set<unknown>()
  for (const { part, name } of places) {
    outcomes.add(part.outcomes[rule])
    for (const finding of part.findings) {
      if (finding.rule !== rule) continue
      const evidence = { ...name, fingerprint: finding.fingerprint }
      if (finding.outcome === 'unknown') open.push(evidence)
      else if (costs(finding, messageId)) failing.push(evidence)
    }
  }
  if (failing.length > 0 || (messageId === undefined && outcomes.has('fail')))
    return { rule, outcome: 'fail', findings: failing }
  return outcomes.has('unknown') ? { rule, outcome: 'unknown', findings: open } : undefined
}

/** Advice costs where the profile names its message, as `rule#messageId`. */
const costs = (finding: Finding, messageId: string | undefined): boolean =>
  messageId === undefined ? finding.outcome === 'fail' : finding.messageId === messageId

/** Selectors of one rule as one entry: what fails outweighs what is open. */
function merge(rules: readonly Evidence[]): Evidence[] {
  const merged = new Map<string, Evidence>()
  for (const each of rules) {
    const known = merged.get(each.rule)
    if (!known || (known.outcome === 'unknown' && each.outcome === 'fail')) merged.set(each.rule, each)
    else if (known.outcome === each.outcome)
      merged.set(each.rule, { ...each, findings: distinct([...known.findings, ...each.findings]) })
  }
  return [...merged.values()]
}

const distinct = (findings: CostingRule['findings']): CostingRule['findings'] => [
  ...new Map(findings.map((each) => [`${each.resource ?? ''} ${each.fingerprint}`, each])).values(),
]

const capped = ({ findings, ...rest }: Evidence): CostingRule => ({
  ...rest,
  findings: findings.slice(0, MAX_FINDINGS),
  more: Math.max(0, findings.length - MAX_FINDINGS),
})
