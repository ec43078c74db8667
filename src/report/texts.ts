import type { RuleText } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import { describeFinding } from './messages.ts'

export interface Named {
  readonly rule: string
  readonly messageId: string
}

const PLACE = /\{\w+\}/

/** What to do about a message wherever it was found; a remedy that needs one place's data gives way to the claim. */
export function remedyText(
  { rule, messageId }: Named,
  rules: ReadonlyMap<string, RuleText>,
  language: Language,
): string {
  const remedy = rules.get(rule)?.messages[messageId]?.remedy[language] ?? ''
  if (remedy !== '' && !PLACE.test(remedy)) return remedy
  const claim = rules.get(rule)?.claim[language]
  // A reason of the engine has a sentence of its own.
  return claim ?? describeFinding({ rule, messageId, outcome: 'unknown', data: {} }, rules, language).message
}

/** The texts of all messages met, each once: `rule#messageId` → what to do. */
export function remedies(
  named: Iterable<Named>,
  rules: ReadonlyMap<string, RuleText>,
  language: Language,
): Readonly<Record<string, string>> {
  const texts = new Map<string, string>()
  for (const each of named) {
    const key = `${each.rule}#${each.messageId}`
    if (!texts.has(key)) texts.set(key, remedyText(each, rules, language))
  }
  return Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
