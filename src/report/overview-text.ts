import picocolors from 'picocolors'
import { problemText } from '../core/catalogue.ts'
import type { Language, Localised } from '../core/localised.ts'
import type { FrequencyCount, Mapping, Overview } from '../core/overview.ts'
import { hideSecrets } from '../core/secrets.ts'
import type { CatalogueOptions } from './catalogue.ts'
import { columns, cut, printable } from './columns.ts'
import { aside } from './words.ts'

const WORDS = {
  catalogue: { 'zh-TW': '目錄', en: 'Catalogue' },
  datasets: { 'zh-TW': '資料集', en: 'Datasets' },
  resources: { 'zh-TW': '資料資源', en: 'Resources' },
  publisher: { 'zh-TW': '提供機關', en: 'Publisher' },
  body: { 'zh-TW': '參獎機關（認定依據）', en: 'Body (told by)' },
  format: { 'zh-TW': '檔案格式', en: 'Format' },
  frequency: { 'zh-TW': '更新頻率', en: 'Update frequency' },
  understood: { 'zh-TW': '理解為', en: 'Understood as' },
  nothing: { 'zh-TW': '（未填）', en: '(empty)' },
  unknown: { 'zh-TW': '看不懂', en: 'not understood' },
  problems: { 'zh-TW': '目錄的問題', en: 'Problems of the catalogue' },
  position: { 'zh-TW': '位置', en: 'Position' },
  detail: { 'zh-TW': '說明', en: 'What' },
  more: {
    'zh-TW': '…另有 {n} 項，以 --reporter json 列出',
    en: '… and {n} more: --reporter json lists them',
  },
  none: { 'zh-TW': '沒有問題', en: 'No problems' },
} as const satisfies Record<string, Localised>

const BY: Readonly<Record<Mapping['by'], Localised>> = {
  override: { 'zh-TW': '設定檔指定', en: 'configuration' },
  name: { 'zh-TW': '名稱', en: 'name' },
  rename: { 'zh-TW': '舊名或別名', en: 'former or other name' },
  unit: { 'zh-TW': '單位名稱', en: 'unit' },
  oid: { 'zh-TW': '機關 OID', en: 'OID' },
  host: { 'zh-TW': '連結的主機', en: 'hosts of its links' },
  unmapped: { 'zh-TW': '認不出', en: 'not recognised' },
}

const KINDS: Readonly<Record<FrequencyCount['understood'], Localised>> = {
  every: { 'zh-TW': '每 {n} {unit}', en: 'every {n} {unit}' },
  'real-time': { 'zh-TW': '即時', en: 'real time' },
  irregular: { 'zh-TW': '不定期', en: 'irregular' },
  never: { 'zh-TW': '不更新', en: 'never' },
  missing: { 'zh-TW': '未填，無法判定', en: 'not declared' },
  unknown: WORDS.unknown,
}

const UNITS: Readonly<Record<string, string>> = {
  minute: '分鐘',
  hour: '小時',
  day: '日',
  week: '週',
  month: '月',
  year: '年',
}

/** Lines of one table; the JSON report has them all. */
const MAX_ROWS = 40

/** What was understood of a catalogue, as tables. */
export function overviewText(
  names: readonly string[],
  overview: Overview,
  { language, colour, width }: CatalogueOptions,
): string {
  const paint = picocolors.createColors(colour)
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  const or = (text: string) => printable(text) || say('nothing')
  const table = (heading: string[], rows: readonly string[][], right: number[], count = rows.length) => {
    const [first = '', ...lines] = columns([heading, ...rows.slice(0, MAX_ROWS)], right, width)
    const hidden = count - Math.min(rows.length, MAX_ROWS)
    const rest = hidden > 0 ? [`  ${say('more').replace('{n}', String(hidden))}`] : []
    return `${[paint.dim(first), ...lines, ...rest].join('\n')}\n`
  }

  const about = [
    ...names.map((name) => cut(`${say('catalogue')}  ${printable(hideSecrets(name))}`, width)),
    `${say('datasets')}  ${overview.datasets}   ${say('resources')}  ${overview.resources}`,
    '',
  ].join('\n')

  const publishers = table(
    [say('datasets'), say('resources'), say('publisher'), say('body')],
    overview.publishers.map(({ publisher, body, by, datasets, resources }) => [
      String(datasets),
      String(resources),
      cut(or(publisher), 40),
      by === 'unmapped'
        ? BY.unmapped[language]
        : `${printable(body.name)}${aside(BY[by][language], language)}`,
    ]),
    [0, 1],
  )

  const formats = table(
    [say('resources'), say('format'), say('understood')],
    overview.formats.map(({ declared, understood, resources }) => [
      String(resources),
      cut(or(declared), 40),
      understood ?? (declared === '' ? '' : say('unknown')),
    ]),
    [0],
  )

  const frequencies = table(
    [say('datasets'), say('frequency'), say('understood')],
    overview.frequencies.map((each) => [
      String(each.datasets),
      cut(or(each.declared), 40),
      frequencyText(each, language),
    ]),
    [0],
  )

  const { count, first } = overview.problems
  const problems =
    count === 0
      ? `${say('problems')}  ${say('none')}\n`
      : `${paint.yellow(`${say('problems')}  ${count}`)}\n${table(
          [say('position'), say('detail')],
          first.map((problem) => [
            String(problem.position),
            printable(hideSecrets(problemText(problem, language))),
          ]),
          [0],
          count,
        )}`

  return [about, publishers, formats, frequencies, problems].join('\n')
}

function frequencyText({ understood, every }: FrequencyCount, language: Language): string {
  const text = KINDS[understood][language]
  if (!every) return text
  const unit = language === 'en' ? `${every.unit}${every.n === 1 ? '' : 's'}` : (UNITS[every.unit] ?? '')
  return text.replace('{n}', String(every.n)).replace('{unit}', unit)
}
