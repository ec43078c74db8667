import type { Outcome } from '../core/badge.ts'
import type { Finding } from '../core/finding.ts'
import type { DatasetRecord, ResourceRecord } from '../core/ledger.ts'
import type { AnyRule } from '../core/rule.ts'
import type { Answered } from './indicators.ts'
import { badgeOf, indicatorsOf, intersect } from './indicators.ts'
import { withPortal } from './portal.ts'
import type { Profile } from './profile.ts'
import { rulesNamed } from './profile.ts'
import { type Answers, notInLedger, type RuleChanges, reweigh } from './reweigh.ts'

/** What each rule of this program is about, by its id. */
export type Scopes = ReadonlyMap<string, AnyRule['about']>

/**
 * A dataset under another profile: the facts and answers of the ledger stay, indicators and badge are made anew.
 * @param changes rules whose findings weigh otherwise than in the ledger.
 */
export function rejudge(
  record: DatasetRecord,
  profile: Profile,
  scopes: Scopes,
  changes: RuleChanges = new Map(),
): DatasetRecord {
  const completed = completing(profile, scopes)
  const complete: typeof completed = (answers, about, scope) =>
    completed(reweigh(answers, changes, scope), about, scope)
  const resources = record.resources.map((resource): ResourceRecord => {
    const answers = complete(resource, 'resource', `${record.id} ${resource.url}`)
    return { ...resource, ...answers, indicators: indicatorsOf(answered(answers), profile) }
  })
  const answers = complete(record, 'dataset', record.id)
  const indicators = intersect(
    resources.map((resource) => resource.indicators),
    indicatorsOf(answered(answers), profile),
    profile,
  )
  return withPortal(
    { ...record, ...answers, indicators, badge: badgeOf(indicators, profile), resources },
    profile,
  )
}

/** The answers of a ledger, with an `unknown` for every rule the profile asks for and the ledger lacks. */
export function completing(profile: Profile, scopes: Scopes) {
  const named = [...rulesNamed(profile)]
  return ({ outcomes, findings }: Answers, about: AnyRule['about'], scope: string): Answers => {
    const lacking = named.filter((rule) => scopes.get(rule) === about && !Object.hasOwn(outcomes, rule))
    if (lacking.length === 0) return { outcomes, findings }
    const unknown = lacking.map((rule): [string, Outcome] => [rule, 'unknown'])
    return {
      outcomes: { ...outcomes, ...Object.fromEntries(unknown) },
      findings: [...findings, ...lacking.map((rule) => notInLedger(rule, 'blocking', scope))],
    }
  }
}

function answered({ outcomes, findings }: Answers): Answered[] {
  const byRule = new Map<string, Finding[]>()
  for (const finding of findings) {
    const before = byRule.get(finding.rule)
    if (before) before.push(finding)
    else byRule.set(finding.rule, [finding])
  }
  return Object.entries(outcomes).map(([rule, outcome]) => ({
    rule,
    outcome,
    findings: byRule.get(rule) ?? [],
  }))
}
