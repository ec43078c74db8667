import { INDICATORS } from '../core/badge.ts'
import type { RuleText } from '../core/ledger.ts'
import type { Language, Localised } from '../core/localised.ts'
import { rulePage } from '../core/rule-page.ts'
import { INDICATOR_WORDS } from './words.ts'

/** What the page of a rule is made of. */
export interface RulePage {
  readonly rule: RuleText
  /** The page beside the rule, in the language wanted. */
  readonly page: string
  /** Profiles that let the rule, or one of its messages, cost a badge. */
  readonly profiles: readonly string[]
}

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

const WORDS = {
  other: text('English', '中文'),
  all: text('所有規則', 'All rules'),
  title: text('檢測規則', 'Rules'),
  lead: text(
    '每條規則問一個問題。「須修正」的規則在所列的評核版本中會影響標章，「建議改善」的不會。終端機上用 `odbadge explain 規則代號` 看同一頁。',
    'Each rule asks one question. Blocking rules cost a badge under the profiles named, advice does not. `odbadge explain RULE --lang en` prints the same page.',
  ),
  indicator: text('評核指標', 'Indicator'),
  severity: text('程度', 'Severity'),
  blocking: text('須修正', 'blocking'),
  advice: text('建議改善', 'advice'),
  profiles: text('影響標章的評核版本', 'Costs a badge under'),
  none: text('無', 'none'),
  messages: text('訊息', 'Messages'),
  id: text('代號', 'Id'),
  says: text('說明', 'What it says'),
  remedy: text('怎麼修正', 'Remedy'),
  rule: text('規則', 'Rule'),
  claim: text('通過時成立的事', 'What is true when it passes'),
  made: text(
    '由 npm run generate 依 rules/ 產生，請勿直接修改。',
    'Made by npm run generate of what is in rules/; do not edit.',
  ),
} as const satisfies Record<string, Localised>

/**
 * The page for readers: what the rule says of itself around the page beside it.
 * @param filed among the other pages, with links to them.
 */
export function rulePageText({ rule, page, profiles }: RulePage, language: Language, filed = false): string {
  const say = (word: keyof typeof WORDS) => WORDS[word][language]
  const [head = '', ...sections] = page.trimEnd().split(/(?=^## )/m)
  const name = rule.id.split('/')[1]
  const here = language === 'en' ? `${name}.md` : `${name}.en.md`
  const severity = (blocking: boolean) => say(blocking ? 'blocking' : 'advice')
  const facts = [
    `- ${say('indicator')}: ${INDICATOR_WORDS[rule.indicator][language]}`,
    `- ${say('severity')}: ${severity(rule.severity === 'blocking')}`,
    `- ${say('profiles')}: ${profiles.map((id) => `\`${id}\``).join(', ') || say('none')}`,
  ]
  const messages = Object.entries(rule.messages).map(([id, { text, remedy, severity: own }]) =>
    row([`\`${id}\``, severity((own ?? rule.severity) === 'blocking'), text[language], remedy[language]]),
  )
  return [
    filed ? `<!-- ${say('made')} -->\n\n` : '',
    head,
    filed ? `[${say('other')}](${here}) · [${say('all')}](../${indexName(language)})\n\n` : '',
    `${facts.join('\n')}\n\n`,
    ...sections,
    `\n\n## ${say('messages')}\n\n`,
    `${[row(['id', 'severity', 'says', 'remedy'].map((word) => say(word as 'id'))), RULE_4, ...messages].join('\n')}\n`,
  ].join('')
}

/** The list of all pages, by indicator. */
export function rulesIndexText(rules: readonly Omit<RulePage, 'page'>[], language: Language): string {
  const say = (word: keyof typeof WORDS) => WORDS[word][language]
  const sections = INDICATORS.map((indicator) => {
    const rows = rules.flatMap(({ rule, profiles }) => {
      if (rule.indicator !== indicator) return []
      const path = rulePage(rule.id, language).replace('docs/rules/', '')
      const severity = say(rule.severity === 'blocking' ? 'blocking' : 'advice')
      return [
        row([`[${rule.id}](${path})`, rule.claim[language], severity, profiles.join(', ') || say('none')]),
      ]
    })
    const head = row([say('rule'), say('claim'), say('severity'), say('profiles')])
    return `## ${INDICATOR_WORDS[indicator][language]}\n\n${[head, RULE_4, ...rows].join('\n')}\n`
  })
  const other = language === 'en' ? 'README.md' : 'README.en.md'
  const lead = `<!-- ${say('made')} -->\n\n# ${say('title')}\n\n${say('lead')}\n\n[${say('other')}](${other})\n`
  return [lead, ...sections].join('\n')
}

const RULE_4 = '| --- | --- | --- | --- |'

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |`

export const indexName = (language: Language): string => (language === 'en' ? 'README.en.md' : 'README.md')
