import { type Data, type Language, type Localised, render } from './localised.ts'
import type { AnyRule, Message, Severity } from './rule.ts'

/** Not asked, findings that cost nothing, findings that cost the rule's indicator, or what the profile says. */
export type RuleSetting = 'off' | 'advice' | 'blocking' | 'official'

/** What a rule is under its profile: `uncounted` when it can fail at no cost, `partly` when some messages cost. */
export type RuleStanding = Severity | 'uncounted' | 'partly'

/** One way in which an audit was not what its profile says; whatever report has a place for words shows all of them. */
export type Deviation =
  | {
      readonly kind: 'rule'
      readonly rule: string
      readonly from: RuleStanding | RuleSetting
      readonly to: RuleSetting
      /** Only for publishers whose name has this in it. */
      readonly agency?: string
    }
  | {
      readonly kind: 'plugin'
      readonly rule: string
      readonly severity: Severity
      /** File as the user named it. */
      readonly file: string
    }
  | {
      readonly kind: 'body'
      readonly publisher: string
      /** Ids; `from` is what the name alone tells. */
      readonly from: string
      readonly to: string
      readonly names: { readonly from: string; readonly to: string }
    }
  | { readonly kind: 'contact'; readonly agency: string }
  | { readonly kind: 'profile'; readonly profile: string; readonly file: string }

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

const STANDINGS: Readonly<Record<RuleStanding | RuleSetting, Localised>> = {
  off: text('不檢測', 'not checked'),
  advice: text('只建議', 'advice'),
  blocking: text('須修正', 'blocking'),
  uncounted: text('不影響標章', 'costing no badge'),
  partly: text('部分須修正', 'blocking in part'),
  official: text('依評核版本', 'as the profile says'),
}

const WORDS = {
  rule: text('規則 {rule}：{from} → {to}', 'rule {rule}: {from} → {to}'),
  agencyRule: text(
    '規則 {rule}（僅「{agency}」）：{from} → {to}',
    'rule {rule} ({agency} only): {from} → {to}',
  ),
  plugin: text('外加規則 {rule}（{file}）：{to}', 'added rule {rule} ({file}): {to}'),
  body: text(
    '「{publisher}」改列於 {to}（原為 {from}）',
    '{publisher} is counted under {to} (instead of {from})',
  ),
  contact: text(
    '「{agency}」未填聯絡人的資料集，聯絡人由設定檔補上',
    'datasets of {agency} without a contact get the one of the configuration',
  ),
  profile: text('評核版本 {profile} 取自檔案 {file}', 'profile {profile} comes from the file {file}'),
} as const satisfies Record<string, Localised>

export const DEVIATIONS_TITLE = text('與官方評核版本不同之處', 'Deviations from the official profile')

export function deviationText(deviation: Deviation, language: Language): string {
  const say = (word: keyof typeof WORDS, data: Data) => render(WORDS[word], data, language)
  switch (deviation.kind) {
    case 'rule': {
      const { rule, agency } = deviation
      const [from, to] = [STANDINGS[deviation.from][language], STANDINGS[deviation.to][language]]
      return agency === undefined
        ? say('rule', { rule, from, to })
        : say('agencyRule', { rule, from, to, agency })
    }
    case 'plugin':
      return say('plugin', { ...deviation, to: STANDINGS[deviation.severity][language] })
    case 'body':
      return say('body', { publisher: deviation.publisher, ...deviation.names })
    case 'contact':
      return say('contact', { agency: deviation.agency })
    case 'profile':
      return say('profile', { profile: deviation.profile, file: deviation.file })
  }
}

/** The rule as a configuration wants it. A message with a severity of its own keeps it, unless all become advice. */
export function withSetting(rule: AnyRule, setting: 'advice' | 'blocking'): AnyRule {
  if (setting === 'blocking') return { ...rule, severity: 'blocking' }
  const messages = Object.entries<Message>(rule.messages).map(([id, { severity: _, ...message }]) => [
    id,
    message,
  ])
  return { ...rule, severity: 'advice', messages: Object.fromEntries(messages) }
}

/** 台 and 臺, width and spaces differ from one catalogue to the next. */
export const plainName = (name: string): string =>
  name.normalize('NFKC').replace(/\s/g, '').replaceAll('台', '臺')

/** A publisher is meant by its name or a part of it, as with `--agency`. */
export const isOfAgency = (publisher: string, agency: string): boolean =>
  plainName(publisher).includes(plainName(agency))
