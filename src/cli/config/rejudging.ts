import { RULES } from '../../../rules/index.ts'
import { plainName, withSetting } from '../../core/deviation.ts'
import type { Body, DatasetRecord, LedgerHeader } from '../../core/ledger.ts'
import type { Language } from '../../core/localised.ts'
import type { AnyRule } from '../../core/rule.ts'
import {
  type NewRule,
  type Profile,
  profilesUnder,
  type RuleChanges,
  type RuleSettings,
  settingsUnder,
} from '../../score/index.ts'
import { type Settings, toldPath } from './find.ts'
import { type Judging, judgingUnder } from './judging.ts'
import type { Plugin } from './plugins.ts'

/** What judges the answers of a ledger anew. */
export interface Rejudging extends Pick<Judging, 'profile' | 'deviations' | 'told'> {
  profileFor(publisher: string): Profile
  /** Rules whose findings weigh otherwise than in the ledger. */
  changesFor(publisher: string): RuleChanges
  bodyFor(record: DatasetRecord): Body
}

/**
 * Plug-in rules that the ledger has and the configuration still names keep their answers, other ones of the ledger
 * count no more, and new ones have no answer. Contacts stay as they are.
 */
export async function rejudgingUnder(
  header: LedgerHeader,
  profile: Profile,
  args: { readonly profile: string; readonly settings: Settings },
  language: Language,
): Promise<Rejudging> {
  const { deviations: before = [] } = header
  const wanted = new Set(args.settings.config.plugins?.map(toldPath))
  const answered = before.flatMap((each): Plugin[] => {
    if (each.kind !== 'plugin' || !wanted.has(each.file)) return []
    const text = header.rules.find(({ id }) => id === each.rule)
    // It is not asked again: what it says of itself is all that counts.
    return text
      ? [
          {
            rule: {
              ...text,
              severity: each.severity,
              about: 'resource',
              needs: [],
              check: () => [],
            } as AnyRule,
            file: each.file,
          },
        ]
      : []
  })
  const judging = await judgingUnder(args.settings, profile, { profile: args.profile }, language, answered)
  const kept = before.filter(({ kind }) => kind === 'contact')
  const deviations = [...judging.deviations.filter(({ kind }) => kind !== 'contact'), ...kept]
  const original = new Map<string, AnyRule>(
    [...RULES, ...answered.map(({ rule }) => rule)].map((rule) => [rule.id, rule]),
  )
  const [old, recent] = [settingsUnder(before), settingsUnder(deviations)]
  const dropped = before.flatMap((each) =>
    each.kind === 'plugin' && !wanted.has(each.file) ? [[each.rule, 'off'] as const] : [],
  )
  const known = new Map<string, RuleChanges>()
  const moved = new Set(
    [...before, ...deviations].flatMap((each) => (each.kind === 'body' ? [plainName(each.publisher)] : [])),
  )
  return {
    profile: judging.profile,
    deviations,
    told: judging.told,
    profileFor: profilesUnder(profile, deviations),
    changesFor(publisher) {
      const changes =
        known.get(publisher) ??
        new Map([...changesBetween(old(publisher), recent(publisher), original), ...dropped])
      known.set(publisher, changes)
      return changes
    },
    bodyFor: ({ body, publisher, resources }) =>
      moved.has(plainName(publisher))
        ? judging.mapping(
            publisher,
            resources.map(({ url }) => url),
          ).body
        : body,
  }
}

function changesBetween(
  old: RuleSettings,
  recent: RuleSettings,
  original: ReadonlyMap<string, AnyRule>,
): RuleChanges {
  const ids = [...new Set([...old.keys(), ...recent.keys()])].filter((id) => old.get(id) !== recent.get(id))
  return new Map(
    ids.flatMap((id): [string, NewRule | 'off'][] => {
      const setting = recent.get(id)
      const rule = original.get(id)
      if (setting === 'off') return [[id, 'off']]
      return rule ? [[id, setting === undefined ? rule : withSetting(rule, setting)]] : []
    }),
  )
}
