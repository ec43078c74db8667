import { readFileSync } from 'node:fs'
import { RULES } from '../../rules/index.ts'
import type { Language } from '../core/localised.ts'
import { ruleText } from '../core/record.ts'
import type { AnyRule } from '../core/rule.ts'
import type { RulePage } from '../report/index.ts'
import { loadProfile, profileIds, rulesNamed } from '../score/index.ts'

/** Every rule with what its page is made of, the text beside it read when asked for. */
export function rulePages(language: Language): (Omit<RulePage, 'page'> & { page(): string })[] {
  const named = profileIds().map((id) => [id, rulesNamed(loadProfile(id))] as const)
  return RULES.map((rule: AnyRule) => ({
    rule: ruleText(rule),
    profiles: named.flatMap(([id, rules]) => (rules.has(rule.id) ? [id] : [])),
    page: () => readFileSync(besideRule(rule.id, language), 'utf8'),
  }))
}

const besideRule = (id: string, language: Language): URL =>
  new URL(`../../rules/${id}${language === 'en' ? '.en' : ''}.md`, import.meta.url)
