import { readFile } from 'node:fs/promises'
import type { Language } from '../core/localised.ts'
import { jsonDocument } from './document.ts'
import type { LedgerView } from './view.ts'

/** Built by `scripts/build-report.mjs` from `html/app`. */
const TEMPLATE = new URL('./html/template.html', import.meta.url)
const PLACE = '<!-- ledger -->'

/** One self-contained page: the built template with the ledger as JSON in its one place. */
export async function* html(
  ledger: LedgerView,
  { language }: { readonly language: Language },
): AsyncGenerator<string> {
  const [before, after, ...more] = (await readFile(TEMPLATE, 'utf8')).split(PLACE)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`the report template must have exactly one ${PLACE}`)
  const { header, summary, finishedAt, notes } = ledger

  yield before
  yield '<script type="application/json" id="ledger">'
  const chunks = jsonDocument(
    { language, header, finishedAt, summary, ...(notes && { notes }) },
    { records: ledger.records() },
  )
  for await (const chunk of chunks) yield escaped(chunk)
  yield '</script>'
  yield after
}

/** JSON that HTML cannot misread: without `<` no tag or comment can begin or end inside the script element. */
const escaped = (text: string): string =>
  text.replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
