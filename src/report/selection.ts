import type { LedgerHeader } from '../core/ledger.ts'
import { type Language, type Localised, render } from '../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

const WORDS: Readonly<Record<string, Localised>> = {
  agency: text('機關', 'agency'),
  id: text('資料集識別碼', 'dataset id'),
  changedSince: text('更新於此日（含）之後', 'changed since'),
  limit: text('資料集上限', 'at most'),
}

/** What of its catalogue an audit was to look at; nothing where it was the whole. */
export function selectionText(selection: LedgerHeader['selection'], language: Language): string | undefined {
  const parts = Object.entries(selection).map(
    ([name, value]) =>
      `${WORDS[name]?.[language] ?? name} ${[value].flat().join(language === 'en' ? ', ' : '、')}`,
  )
  return parts.length > 0 ? parts.join(language === 'en' ? '; ' : '；') : undefined
}

/** Scores are a body's only if all of its datasets were looked at. */
const SELECTED: Localised = text(
  '只稽核目錄中符合條件的資料集（{selection}），分數只計這些資料集。',
  'Only part of the catalogue was audited ({selection}); scores cover these datasets only.',
)

/** Said of a ledger without an end. */
const INTERRUPTED: Localised = text(
  '稽核曾中斷，只含已完成的部分。',
  'The audit was interrupted: this covers what was done.',
)

/** Said where scores are: how much of the catalogue they are about, where it is not the whole. */
export function extentTexts(
  selection: LedgerHeader['selection'],
  interrupted: boolean,
  language: Language,
): string[] {
  const selected = selectionText(selection, language)
  return [
    ...(interrupted ? [INTERRUPTED[language]] : []),
    ...(selected === undefined ? [] : [render(SELECTED, { selection: selected }, language)]),
  ]
}
