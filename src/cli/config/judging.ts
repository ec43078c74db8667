import { RULES } from '../../../rules/index.ts'
import type { Policy } from '../../audit.ts'
import type { Config, RulesConfig } from '../../config.ts'
import { type Deviation, isOfAgency, withSetting } from '../../core/deviation.ts'
import type { Body } from '../../core/ledger.ts'
import type { Language } from '../../core/localised.ts'
import type { AnyRule } from '../../core/rule.ts'
import {
  blocks,
  bodyNamed,
  isProfileFile,
  mappingOf,
  mappingWith,
  type Profile,
  profilesUnder,
  type RuleSettings,
  settingsUnder,
  standingOf,
} from '../../score/index.ts'
import { type Settings, toldPath } from './find.ts'
import type { Plugin } from './plugins.ts'

/** What judges, and in which ways it is not the profile as it stands. */
export interface Judging extends Pick<Policy, 'rules' | 'profile' | 'forPublisher' | 'bodyOf'> {
  readonly deviations: readonly Deviation[]
  readonly mapping: typeof mappingOf
  /** Every rule that judges anything. */
  readonly told: readonly AnyRule[]
}

/**
 * @param args `rules`: modules with rules besides those of the configuration; `profile`: its name, or its file.
 * @param given rules somebody added, where they are not to be loaded.
 */
export async function judgingUnder(
  { config }: Pick<Settings, 'config'>,
  profile: Profile,
  args: { readonly rules?: readonly string[]; readonly profile: string },
  language: Language,
  given?: readonly Plugin[],
): Promise<Judging> {
  const plugins = given ?? (await pluginsOf([...(config.plugins ?? []), ...(args.rules ?? [])], language))
  const file = isProfileFile(args.profile) ? toldPath(args.profile) : undefined
  const bodies = bodiesIn(config)
  const deviations = deviationsOf(config, profile, plugins, bodies, file)
  const rules = [...RULES, ...plugins.map(({ rule }) => rule)]
  const settings = settingsUnder(deviations)
  const profiles = profilesUnder(profile, deviations)
  const asked = new Map<RuleSettings, readonly AnyRule[]>()
  const rulesFor = (publisher: string): readonly AnyRule[] => {
    const own = settings(publisher)
    const known = asked.get(own) ?? rules.flatMap((rule) => withOwn(rule, own))
    asked.set(own, known)
    return known
  }
  const agencies = Object.entries(config.agencies ?? {})
  const order = rules.map(({ id }) => id)
  const mapping = mappingWith(bodies)
  const inUse = ['', ...agencies.map(([name]) => name)].flatMap(rulesFor)
  return {
    told: [...new Map([...inUse].reverse().map((rule) => [rule.id, rule])).values()].sort(
      (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
    ),
    rules: rulesFor(''),
    profile: profiles(''),
    deviations,
    mapping,
    ...(agencies.length > 0 && {
      forPublisher(publisher) {
        const contact = agencies.findLast(([name, own]) => own.contact && isOfAgency(publisher, name))?.[1]
          .contact
        return { rules: rulesFor(publisher), profile: profiles(publisher), ...(contact && { contact }) }
      },
    }),
    bodyOf: (publisher, urls, oid) => mapping(publisher, urls, oid).body,
  }
}

const pluginsOf = async (files: readonly string[], language: Language): Promise<readonly Plugin[]> =>
  files.length > 0 ? (await import('./plugins.ts')).loadPlugins(files, language) : []

function withOwn(rule: AnyRule, settings: RuleSettings): AnyRule[] {
  const setting = settings.get(rule.id)
  if (setting === 'off') return []
  return [setting === undefined ? rule : withSetting(rule, setting)]
}

/** 參獎機關 by publisher, as the configuration has them. */
export const bodiesIn = ({ bodies = {} }: Config): Readonly<Record<string, Body>> =>
  Object.fromEntries(
    Object.entries(bodies).flatMap(([publisher, written]) => {
      const body = bodyNamed(written)
      return body ? [[publisher, body]] : []
    }),
  )

function deviationsOf(
  { rules = {}, agencies = {} }: Config,
  profile: Profile,
  plugins: readonly Plugin[],
  bodies: ReturnType<typeof bodiesIn>,
  file: string | undefined,
): Deviation[] {
  const all = [...RULES, ...plugins.map(({ rule }) => rule)]
  return [
    ...(file === undefined ? [] : [{ kind: 'profile', profile: profile.id, file } as const]),
    ...plugins.map(
      ({ rule, file }) =>
        ({ kind: 'plugin', rule: rule.id, severity: blocks(rule) ? 'blocking' : 'advice', file }) as const,
    ),
    ...ruleDeviations(all, profile, plugins, rules),
    ...Object.entries(agencies).flatMap(([agency, own]) => [
      ...ruleDeviations(all, profile, plugins, own.rules ?? {}, { agency, rules }),
      ...(own.contact ? [{ kind: 'contact', agency } as const] : []),
    ]),
    ...Object.entries(bodies).flatMap(([publisher, to]) => {
      const { body: from } = mappingOf(publisher, [])
      if (from.id === to.id) return []
      return [
        {
          kind: 'body',
          publisher,
          from: from.id,
          to: to.id,
          names: { from: from.name, to: to.name },
        } as const,
      ]
    }),
  ]
}

/** @param within of an agency: what it departs from is what holds for all. */
function ruleDeviations(
  all: readonly AnyRule[],
  profile: Profile,
  plugins: readonly Plugin[],
  settings: RulesConfig,
  within?: { readonly agency: string; readonly rules: RulesConfig },
): Deviation[] {
  return Object.entries(settings).flatMap(([id, to]): Deviation[] => {
    const rule = all.find((each) => each.id === id)
    if (!rule) return []
    const general = within?.rules[id] ?? 'official'
    const isPlugin = plugins.some((plugin) => plugin.rule.id === id)
    const from =
      general !== 'official'
        ? general
        : isPlugin
          ? blocks(rule)
            ? 'blocking'
            : 'advice'
          : standingOf(rule, profile)
    if (to === from || (to === 'official' && general === 'official')) return []
    return [{ kind: 'rule', rule: id, from, to, ...(within && { agency: within.agency }) }]
  })
}
