import { resolve } from 'node:path'
import { RULES } from '../../../rules/index.ts'
import { nothingSeen } from '../../core/artifacts.ts'
import { INDICATORS } from '../../core/badge.ts'
import { type Data, type Language, type Localised, render } from '../../core/localised.ts'
import { unseen } from '../../core/observed.ts'
import type { AnyRule } from '../../core/rule.ts'
import { UsageError } from '../usage-error.ts'
import { importCode } from './code.ts'
import { shownPath, toldPath } from './find.ts'
import { CONFIG_WORDS } from './words.ts'

export interface Plugin {
  readonly rule: AnyRule
  /** For records that others read. */
  readonly file: string
}

/** The rules of these modules, in their order. @throws UsageError for whatever is no rule, naming file, rule and field. */
export async function loadPlugins(paths: readonly string[], language: Language): Promise<Plugin[]> {
  const plugins: Plugin[] = []
  for (const path of new Set(paths.map((each) => resolve(each)))) {
    const file = shownPath(path)
    const told = toldPath(path)
    const wrong = (detail: string) =>
      new UsageError(render(CONFIG_WORDS.badPlugin, { file, detail }, language))
    const say = (word: keyof typeof CONFIG_WORDS, data: Data = {}) =>
      render(CONFIG_WORDS[word], data, language)
    const exported = rulesIn(
      await importCode(path).catch((error: unknown) => {
        throw wrong(error instanceof Error ? error.message : String(error))
      }),
    )
    if (exported.length === 0) throw wrong(say('noRules'))
    for (const rule of exported) {
      const fault = faultIn(rule)
      const id = String((rule as Partial<AnyRule>).id)
      if (fault) {
        const { field, asked, data = {} } = fault
        throw wrong(say('badRule', { rule: id, field, asked: render(asked, data, language) }))
      }
      const owner = RULES.some((built) => built.id === id)
        ? say('builtIn')
        : plugins.find((plugin) => plugin.rule.id === id)?.file
      if (owner !== undefined) throw wrong(say('clash', { rule: id, owner }))
      plugins.push({ rule: rule as AnyRule, file: told })
    }
  }
  return plugins
}

/** A rule, a list of rules, or a module with rules by any names. */
function rulesIn(exported: unknown): readonly unknown[] {
  if (Array.isArray(exported)) return exported
  if (!isObject(exported)) return exported === undefined ? [] : [exported]
  return 'check' in exported || 'id' in exported ? [exported] : Object.values(exported).filter(isObject)
}

interface RuleFault {
  readonly field: string
  readonly asked: Localised
  readonly data?: Data
}

const NEEDS: ReadonlySet<unknown> = new Set(['exchange', ...Object.keys(nothingSeen(unseen('not-fetched')))])

/** JavaScript is not typed: what `defineRule` would have refused is refused here. */
function faultIn(rule: unknown): RuleFault | undefined {
  const { id, indicator, severity, about, claim, messages, needs, check } = isObject(rule) ? rule : {}
  const indicators: readonly unknown[] = INDICATORS
  const [named = ''] = typeof id === 'string' && /^[a-z]+\/[a-z0-9-]+$/.test(id) ? id.split('/') : []
  if (!indicators.includes(named))
    return { field: 'id', asked: CONFIG_WORDS.askId, data: { indicators: INDICATORS } }
  if (indicator !== named) return { field: 'indicator', asked: CONFIG_WORDS.askIndicator }
  if (!isSeverity(severity)) return { field: 'severity', asked: CONFIG_WORDS.askSeverity }
  if (about !== 'resource' && about !== 'dataset') return { field: 'about', asked: CONFIG_WORDS.askAbout }
  if (!isLocalised(claim)) return { field: 'claim', asked: CONFIG_WORDS.askTexts }
  if (!isObject(messages) || Object.keys(messages).length === 0)
    return { field: 'messages', asked: CONFIG_WORDS.askMessages }
  for (const [name, message] of Object.entries(messages)) {
    const { text, remedy, severity: own } = isObject(message) ? message : {}
    const field = `messages.${name}`
    if (!isLocalised(text)) return { field: `${field}.text`, asked: CONFIG_WORDS.askTexts }
    if (!isLocalised(remedy)) return { field: `${field}.remedy`, asked: CONFIG_WORDS.askTexts }
    if (own !== undefined && !isSeverity(own))
      return { field: `${field}.severity`, asked: CONFIG_WORDS.askSeverity }
  }
  if (about === 'resource' && !(Array.isArray(needs) && needs.every((name) => NEEDS.has(name))))
    return { field: 'needs', asked: CONFIG_WORDS.askNeeds, data: { names: [...NEEDS].map(String) } }
  return typeof check === 'function' ? undefined : { field: 'check', asked: CONFIG_WORDS.askCheck }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSeverity = (value: unknown): boolean => value === 'blocking' || value === 'advice'

const isLocalised = (value: unknown): boolean =>
  isObject(value) && ['zh-TW', 'en'].every((each) => typeof value[each] === 'string' && value[each] !== '')
