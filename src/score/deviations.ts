import type { Indicator } from '../core/badge.ts'
import { type Deviation, isOfAgency, type RuleSetting, type RuleStanding } from '../core/deviation.ts'
import type { AnyRule, Message } from '../core/rule.ts'
import type { Profile } from './profile.ts'

/** What becomes of each rule that is not as the profile has it. */
export type RuleSettings = ReadonlyMap<string, Exclude<RuleSetting, 'official'>>

/** What the rule is when nothing is set. */
export function standingOf(rule: AnyRule, profile: Profile): RuleStanding {
  const selectors = profile.indicators[rule.indicator].filter((selector) => ruleOf(selector) === rule.id)
  if (selectors.length > 0 && !selectors.includes(rule.id)) return 'partly'
  return blocks(rule) ? (selectors.length > 0 ? 'blocking' : 'uncounted') : 'advice'
}

/** Whether anything it finds can fail. */
export const blocks = ({ severity, messages }: Pick<AnyRule, 'severity' | 'messages'>): boolean =>
  severity === 'blocking' ||
  Object.values<Message>(messages).some((message) => message.severity === 'blocking')

/** The profile with these rules off, costing nothing, or costing their indicator. */
export function profileWith(profile: Profile, settings: RuleSettings): Profile {
  if (settings.size === 0) return profile
  const selectors = (indicator: Indicator, before: readonly string[]): readonly string[] => {
    const kept = before.filter((selector) => (settings.get(ruleOf(selector)) ?? 'blocking') === 'blocking')
    const added = [...settings].flatMap(([rule, setting]) =>
      setting === 'blocking' && rule.startsWith(`${indicator}/`) && !kept.includes(rule) ? [rule] : [],
    )
    return [...kept, ...added]
  }
  const indicators = Object.fromEntries(
    Object.entries(profile.indicators).map(([indicator, before]) => [
      indicator,
      selectors(indicator as Indicator, before),
    ]),
  ) as Profile['indicators']
  return { ...profile, indicators }
}

/** For the datasets of each publisher, the profile that a ledger with these deviations was judged by. */
export function profilesUnder(
  profile: Profile,
  deviations: readonly Deviation[] = [],
): (publisher: string) => Profile {
  const settings = settingsUnder(deviations)
  const whole = withPlugins(profile, deviations)
  const made = new Map<RuleSettings, Profile>()
  return (publisher) => {
    const own = settings(publisher)
    const known = made.get(own) ?? profileWith(whole, own)
    made.set(own, known)
    return known
  }
}

/** For the datasets of each publisher, what becomes of rules; the same object for publishers alike. */
export function settingsUnder(deviations: readonly Deviation[]): (publisher: string) => RuleSettings {
  const agencies = [
    ...new Set(
      deviations.flatMap((each) => (each.kind === 'rule' && each.agency !== undefined ? [each.agency] : [])),
    ),
  ]
  const made = new Map<string, RuleSettings>()
  return (publisher) => {
    const meant = agencies.filter((agency) => isOfAgency(publisher, agency))
    const key = meant.join('\n')
    const known = made.get(key) ?? settingsIn(deviations, meant)
    made.set(key, known)
    return known
  }
}

/** The profile of publishers that no agency's deviations are about. */
export const profileUnder = (profile: Profile, deviations: readonly Deviation[] = []): Profile =>
  profileWith(withPlugins(profile, deviations), settingsIn(deviations, []))

/** A rule that somebody added costs its indicator when it is a blocking one. */
const withPlugins = (profile: Profile, deviations: readonly Deviation[]): Profile =>
  profileWith(
    profile,
    new Map(
      deviations.flatMap((each) =>
        each.kind === 'plugin' && each.severity === 'blocking' ? [[each.rule, 'blocking'] as const] : [],
      ),
    ),
  )

function settingsIn(deviations: readonly Deviation[], agencies: readonly string[]): RuleSettings {
  const settings = new Map<string, Exclude<RuleSetting, 'official'>>()
  for (const wanted of [undefined, ...agencies])
    for (const each of deviations) {
      if (each.kind !== 'rule' || each.agency !== wanted) continue
      if (each.to === 'official') settings.delete(each.rule)
      else settings.set(each.rule, each.to)
    }
  return settings
}

const ruleOf = (selector: string): string => selector.replace(/#.*/, '')
