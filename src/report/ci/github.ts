import type { Localised } from '../../core/localised.ts'
import { render } from '../../core/localised.ts'
import { caveats } from '../caveats.ts'
import type { LedgerView, WriterOptions } from '../view.ts'
import type { Weight } from '../words.ts'
import { datasetName, inert, occurrences } from './occurrences.ts'

/** A runner shows ten of each level; the rest stands in the log, which nobody reads for longer than this. */
const MAX_LINES = 1_000

const LEVELS: Readonly<Record<Weight, string>> = { blocking: 'error', unknown: 'warning', advice: 'notice' }

const MORE: Localised = {
  'zh-TW': '另有 {n} 項檢測結果未列出，請見其他報告。',
  en: '{n} more findings are not listed; see the other reports.',
}

const inData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const inProperty = (text: string): string => inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function command(
  level: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  text: string,
) {
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${inProperty(String(value))}`],
  )
  return `::${level} ${given.join(',')}::${inData(text)}\n`
}

/** Workflow commands of GitHub Actions: an annotation for each finding that no baseline accepts. */
export async function* github(ledger: LedgerView, options: WriterOptions): AsyncGenerator<string> {
  for (const { title, texts } of caveats(ledger, options.language))
    yield command('notice', { title }, texts.join('\n'))
  let left = MAX_LINES
  let more = 0
  for await (const { record, rule, weight, crashed, known, target, ...texts } of occurrences(
    ledger,
    options,
  )) {
    if (known) continue
    if (left-- <= 0) {
      more++
      continue
    }
    const { path, line, column, url } = target
    const about = [datasetName(record), url !== undefined ? inert(url, 500) : undefined]
    const lines = [...about, texts.message, texts.remedy && `→ ${texts.remedy}`]
    yield command(
      crashed ? 'error' : LEVELS[weight],
      {
        file: path === undefined ? undefined : inert(path, 1_000),
        line: path === undefined ? undefined : line,
        col: path === undefined ? undefined : column,
        title: inert(`${texts.title} (${rule})`, 250),
      },
      lines.filter(Boolean).join('\n'),
    )
  }
  if (more > 0) yield command('notice', { title: 'odbadge' }, render(MORE, { n: more }, options.language))
}
