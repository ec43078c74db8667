import { INDICATORS } from '../core/badge.ts'
import type { Language } from '../core/localised.ts'
import { printable } from '../report/columns.ts'
import { BADGE_WORDS, INDICATOR_WORDS, OUTCOME_WORDS } from '../report/words.ts'
import { type Filter, matching } from './datasets.ts'
import type { Rows } from './ledgers/scan.ts'
import { WORDS } from './words.ts'

const BLOCK = 1 << 16

/** The datasets of a run as CSV for a spreadsheet: a BOM for Excel, and no text that it would take for a formula. */
export async function* datasetTable(rows: Rows, filter: Filter, language: Language): AsyncGenerator<string> {
  const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`
  let block = `\ufeff${line([
    ...(['id', 'title', 'publisher', 'body', 'badgeAtLeast', 'badgeAtMost'] as const).map(
      (word) => WORDS[word][language],
    ),
    ...INDICATORS.map((indicator) => INDICATOR_WORDS[indicator][language]),
  ])}`
  for (const { id, title, publisher, body, badge, indicators } of matching(rows, filter)) {
    block += line([
      id,
      title,
      publisher,
      body.name,
      BADGE_WORDS[badge.atLeast][language],
      BADGE_WORDS[badge.atMost][language],
      ...INDICATORS.map((indicator) => OUTCOME_WORDS[indicators[indicator]][language]),
    ])
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  yield block
}

/** Spreadsheets run what begins with these, also behind spaces. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/

function cell(text: string): string {
  const clean = printable(text)
  const safe = FORMULA.test(clean) ? `'${clean}` : clean
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
