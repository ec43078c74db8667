import type { LedgerHeader } from '../core/ledger.ts'
import type { Language, Localised } from '../core/localised.ts'

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

/** Said where scores are: they are a body's only if all of its datasets were looked at. */
export const SELECTED: Localised = text(
  '只稽核目錄中符合條件的資料集（{selection}），分數只計這些資料集。',
  'Only part of the catalogue was audited ({selection}); scores cover these datasets only.',
)

/** Said of a ledger without an end. */
export const INTERRUPTED: Localised = text(
  '稽核曾中斷，只含已完成的部分。',
  'The audit was interrupted: this covers what was done.',
)
