import { normalName } from './names.ts'

/** A year, a term, a quarter, a month or a day: its first and its last day as numbers, 20240531. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** A value that names a period; days as 20240531. */
export interface PeriodValue extends Period {
  readonly row: number
  readonly text: string
}

/** A column whose name, in row `named`, speaks of time: so many values below it, so many of them read as periods. */
export interface ColumnPeriods {
  readonly column: number
  readonly named: number
  readonly values: number
  readonly read: number
  readonly newest: PeriodValue
}

/** What digits alone may mean in a column of such a name: 113 is a year only where years are announced. */
export type PeriodName = 'year' | 'day' | 'any'

const OF =
  '(?:統計|資料|會計|中華民國|民國|西元|預算|決算|來源|發生|發病|通報|事故|交易|監測|觀測|測量|量測|採樣|調查|營業|費用|所屬|填報|更新|最後|異動|發布)*'
const NAMES: readonly (readonly [PeriodName, RegExp])[] = [
  ['year', new RegExp(`^${OF}(?:年|年度|年別|年度別|年份|學年|學年度)$`)],
  [
    'any',
    new RegExp(`^${OF}(?:期間|期別|年期|年期別|季|季別|年季|年季別|時期)$|^(?:統計|資料)期(?:或資料時間)?$`),
  ],
  ['day', new RegExp(`^${OF}(?:年月別?|年月份|月份|月別|年月日|日期|時間|日期時間|日)$`)],
  ['year', /^(?:data|stat|statistical|fiscal|academic|school|calendar)?(?:year|yr|yyyy|yyy)$/],
  ['any', /^(?:data|stat)?(?:period|quarter|yearquarter)$/],
  [
    'day',
    /^(?:data|stat|obs|observation|publish|update|updated|lastupdate|lastupdated|datacreation|record)?(?:date|time|datetime|yearmonth|yyyymm|yyymm|ym|month|day)$/,
  ],
  // Of items of RSS and Atom.
  ['day', /^(?:pubdate|published|updated)$/],
]

/**
 * How a column's name speaks of the time that its records are about. 出生日期, 設立日期, 到期日 and their like do
 * not: they are dates of things, and say nothing of how new the data is.
 */
export function periodName(name: string): PeriodName | undefined {
  if (name.length > 40) return undefined
  const plain = normalName(name)
    .replace(/\(.*\)/, '')
    .replace(/[_\-./\s]/g, '')
  return plain === '' ? undefined : NAMES.find(([, pattern]) => pattern.test(plain))?.[0]
}

const NUMERALS = '一二三四'
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun),\d/
const YEAR = '(?:中華民國|民國|西元|公元)?(\\d{2,4})'
const FORMS: readonly (readonly [RegExp, (parts: readonly string[]) => Period | undefined])[] = [
  [new RegExp(`^${YEAR}年度?$`), ([year]) => months(year, 1, 12)],
  [new RegExp(`^${YEAR}學年度?(?:第?([12一二])學期|([上下])學期)?$`), schoolYear],
  [
    new RegExp(`^${YEAR}年([上下])半年$`),
    ([year, half]) => (half === '上' ? months(year, 1, 6) : months(year, 7, 12)),
  ],
  [
    new RegExp(`^${YEAR}年?[-/]?(?:q|第)([1-4一二三四])(?:季度?)?$`),
    ([year, quarter]) => inQuarter(year, quarter),
  ],
  [new RegExp(`^${YEAR}年(\\d{1,2})月份?$`), ([year, month]) => months(year, month, month)],
  [
    new RegExp(`^${YEAR}年(\\d{1,2})月?[至到~-](\\d{1,2})月$`),
    ([year, first, last]) => months(year, first, last),
  ],
  [new RegExp(`^${YEAR}年(\\d{1,2})月(\\d{1,2})日`), ([year, month, day]) => onDay(year, month, day)],
  [
    new RegExp(`^${YEAR}([-/.])(\\d{1,2})\\2(\\d{1,2})(?:$|[t\\d:])`),
    ([year, , month, day]) => onDay(year, month, day),
  ],
  // RFC 822, as in RSS: Mon, 20 May 2024 08:00:00 GMT.
  [
    /^(?:[a-z]{3},)?(\d{1,2})([a-z]{3})(\d{4})/,
    ([day, month, year]) => onDay(year, `${MONTHS.indexOf(month ?? '') + 1}`, day),
  ],
  [/^(\d{2,4})[-/](\d{1,2})$/, ([year, month]) => months(year, month, month)],
  [/^(\d{3,4})\.(\d{2})$/, ([year, month]) => months(year, month, month)],
]

/** Reads one value, ROC or Western; what is no period, or not surely one, is undefined. */
export function readPeriod(value: string, name: PeriodName): Period | undefined {
  if (value.length > 40) return undefined
  if (/^\d+$/.test(value)) return ofDigits(value, name)
  const text = value.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
  if (!/^[\d民中西公]/.test(text) && !WEEKDAY.test(text)) return undefined
  if (/^\d+$/.test(text)) return ofDigits(text, name)
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text)
    if (match) return read(match.slice(1))
  }
  return undefined
}

/** 113, 2024, 11305, 202405, 0980531, 1130531, 20240531, 2024053108. */
function ofDigits(text: string, name: PeriodName): Period | undefined {
  const { length } = text
  if (name !== 'day' && length <= 4) return months(text, 1, 12)
  if (name === 'year' || length < 4) return undefined
  const isWestern =
    length === 8 || length >= 10 || (length === 6 && westernYear(text.slice(0, 4)) !== undefined)
  if (length > 14 || length === 9) return undefined
  const years = isWestern ? 4 : length <= 5 ? length - 2 : length - 4
  const [year, month, day] = [
    text.slice(0, years),
    text.slice(years, years + 2),
    text.slice(years + 2, years + 4),
  ]
  return day === '' ? months(year, month, month) : onDay(year, month, day)
}

const westernYear = (text: string): number | undefined => {
  const year = Number(text)
  return year >= 1912 && year <= 2100 ? year : undefined
}

/** 98 to 199 are years of the Republic, of which the first was 1912; two digits below 50 may be anything. */
function yearOf(text = ''): number | undefined {
  const year = Number(text)
  if (text.length === 4) return westernYear(text)
  return year >= 50 && year < 200 ? year + 1911 : undefined
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Without Date, which is slow where a file has millions of dates. */
const lastDay = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0)

function months(
  year: string | undefined,
  first: string | number = 0,
  last: string | number = 0,
): Period | undefined {
  const [y, from, to] = [yearOf(year), Number(first), Number(last)]
  if (y === undefined || from < 1 || to > 12 || from > to) return undefined
  return { from: (y * 100 + from) * 100 + 1, to: (y * 100 + to) * 100 + lastDay(y, to) }
}

function onDay(year = '', month = '', day = ''): Period | undefined {
  const [y, m, d] = [yearOf(year), Number(month), Number(day)]
  if (y === undefined || m < 1 || m > 12 || d < 1 || d > lastDay(y, m)) return undefined
  const date = (y * 100 + m) * 100 + d
  return { from: date, to: date }
}

function inQuarter(year: string | undefined, text = ''): Period | undefined {
  const quarter = NUMERALS.includes(text) ? NUMERALS.indexOf(text) + 1 : Number(text)
  return months(year, quarter * 3 - 2, quarter * 3)
}

/** From August to July, its terms parted by the end of January. */
function schoolYear([year, number, word]: readonly (string | undefined)[]): Period | undefined {
  const y = yearOf(year)
  if (y === undefined) return undefined
  const term = number ?? word
  const isFirst = term !== undefined && '1一上'.includes(term)
  const isSecond = term !== undefined && !isFirst
  return {
    from: isSecond ? (y + 1) * 10_000 + 201 : y * 10_000 + 801,
    to: isFirst ? (y + 1) * 10_000 + 131 : (y + 1) * 10_000 + 731,
  }
}

/** 20240531 → 2024-05-31. */
export const isoDay = (day: number): string =>
  `${Math.floor(day / 10_000)}-${String(Math.floor(day / 100) % 100).padStart(2, '0')}-${String(day % 100).padStart(2, '0')}`
