import type { Language } from '../../core/localised.ts'
import { render } from '../../core/localised.ts'
import { caveatLines } from '../caveats.ts'
import { printable } from '../columns.ts'
import { timeText, WEIGHT_WORDS } from '../words.ts'
import { reference } from './book-xml.ts'
import { rowXml, type Styled, sheetEnd, sheetStart } from './sheet-xml.ts'
import type { WorklistView } from './view.ts'
import { WORKLIST_WORDS, type WorklistWord } from './words.ts'

const WIDTHS = [22, 24, 18, 22, 12, 12, 12, 12, 34]

/** The first sheet: what was audited, how much is to be done, and by whom. @param sheets of contacts, by person. */
export function overviewXml(
  view: WorklistView,
  sheets: ReadonlyMap<string, string>,
  { language, cap }: { readonly language: Language; readonly cap: number },
): string {
  const { header, datasets, worklist } = view
  const { counts, people } = worklist
  const say = (word: WorklistWord) => WORKLIST_WORDS[word][language]
  const rows: string[] = []
  const links: { cell: string; to: string }[] = []
  const add = (...cells: readonly Styled[]) => rows.push(rowXml(rows.length + 1, cells))
  const plain = (value: string | number): Styled => ({
    value: typeof value === 'string' ? printable(value) : value,
    style: 'text',
  })
  const bold = (value: string): Styled => ({ value, style: 'heading' })
  const fact = (name: string, value: string | number) => add(bold(name), plain(value))

  add({ value: say('title'), style: 'title' })
  fact(say('ledger'), `${header.program} ${timeText(header.startedAt, language)}`)
  fact(say('profile'), header.profile.title[language])
  for (const line of caveatLines(view, language)) add(plain(line))
  fact(say('audited'), datasets)
  fact(say('datasets'), counts.datasets)
  for (const weight of ['blocking', 'unknown', 'advice'] as const)
    fact(WEIGHT_WORDS[weight][language], counts[weight])
  fact(say('rows'), counts.rows)
  add(plain(say('howRows')))
  add(plain(say('howPoints')))
  const without = people.length - sheets.size
  if (without > 0) add(plain(render(WORKLIST_WORDS.moreSheets, { cap, n: without }, language)))
  add()

  const weights = (['blocking', 'unknown', 'advice'] as const).map((weight) => WEIGHT_WORDS[weight][language])
  const heads = [say('contact'), say('body'), say('phone'), say('datasets'), ...weights, say('rows')]
  add(...[...heads, say('sheet')].map(bold))
  for (const person of people) {
    const sheet = sheets.get(person.id)
    if (sheet !== undefined) links.push({ cell: `I${rows.length + 1}`, to: reference(sheet, 'A1') })
    add(
      plain(person.name),
      plain(person.body.name),
      plain(person.phone ?? ''),
      ...[person.datasets, person.blocking, person.unknown, person.advice, person.rows].map(plain),
      sheet === undefined ? plain('') : { value: sheet, style: 'link' },
    )
  }
  return sheetStart(WIDTHS, 0) + rows.join('') + sheetEnd({ links })
}
