import { DAY, formatDate, formatMinute, parseDate, parseHttpDate } from '../../src/core/calendar.ts'
import type { Dataset } from '../../src/core/catalogue.ts'
import type { Frequency, Period } from '../../src/core/frequency.ts'
import { dueAfter, parseFrequency } from '../../src/core/frequency.ts'
import type { NewestPeriod } from '../../src/core/ledger.ts'
import type { Answer } from '../../src/core/rule.ts'
import { defineDatasetRule, Undecidable } from '../../src/core/rule.ts'

export default defineDatasetRule({
  id: 'timeliness/on-schedule',
  indicator: 'timeliness',
  severity: 'blocking',
  about: 'dataset',
  claim: {
    'zh-TW': '資料集依所填的「更新頻率」更新',
    en: 'The dataset is updated as often as its declared update frequency says',
  },
  appliesTo: ({ dataset }) => {
    // No catalogue, no claim: a file checked by itself promises nothing.
    if (dataset.updateFrequency === undefined) return false
    const { kind } = parseFrequency(dataset.updateFrequency)
    return kind !== 'irregular' && kind !== 'never'
  },
  messages: {
    'no-frequency': {
      text: {
        'zh-TW': '無法判定：資料集沒有填「更新頻率」，無從判斷是否按時更新。',
        en: 'Not decidable: no update frequency is declared.',
      },
      remedy: { 'zh-TW': '請在詮釋資料補填「更新頻率」。', en: 'Declare the update frequency.' },
    },
    'unknown-frequency': {
      text: {
        'zh-TW': '無法判定：看不懂更新頻率「{frequency}」。',
        en: 'Not decidable: the update frequency “{frequency}” is not understood.',
      },
      remedy: {
        'zh-TW': '請改用「每1年」「每1月」「每1日」「即時」「不定期」「不更新」這類寫法。',
        en: 'Write it like 每1年, 每1月, 每1日, 即時, 不定期 or 不更新.',
      },
    },
    'only-future': {
      text: {
        'zh-TW': '無法判定：唯一的日期是未來的日期（{evidence} {date}），不能當作更新的依據。',
        en: 'Not decidable: the only date lies in the future ({evidence} {date}) and proves nothing.',
      },
      remedy: { 'zh-TW': '請更正這個日期。', en: 'Correct this date.' },
    },
    'no-date': {
      text: {
        'zh-TW':
          '無法判定：找不到任何更新日期。沒有資料資源更新時間、連結沒有回應 Last-Modified，也沒有詮釋資料更新時間。',
        en: 'Not decidable: there is no date at all, neither of the resources, nor from the server, nor of the record.',
      },
      remedy: {
        'zh-TW': '請填寫「資料資源更新時間」，或讓下載連結回應正確的 Last-Modified 標頭。',
        en: 'State the update time of each resource, or have the server send a correct Last-Modified header.',
      },
    },
    overdue: {
      text: {
        'zh-TW':
          '更新頻率是「{frequency}」，但最後更新是 {updated}（依據：{evidence}），最遲應在 {due} 前更新，已逾期 {days} 天。',
        en: 'Declared as updated “{frequency}”, but last updated {updated} (according to {evidence}); an update was due by {due}, {days} days ago.',
      },
      remedy: {
        'zh-TW':
          '請上傳最新資料，並在平臺更新該資料資源的更新時間；若資料已不再更新或更新時間不固定，請把「更新頻率」改為「不更新」或「不定期」；若實際週期較長，請改填實際週期。',
        en: 'Publish the current data and record its update time on the portal. If the data is no longer updated, or at no fixed time, declare 不更新 or 不定期; if the real period is longer, declare that.',
      },
    },
    'weak-evidence': {
      severity: 'advice',
      text: {
        'zh-TW':
          '只有「詮釋資料更新時間」（{updated}）可以推測資料何時更新；那是目錄紀錄的修改時間，不一定是資料的更新時間。',
        en: 'Only the time the catalogue record changed ({updated}) tells when the data may have been updated; the two need not agree.',
      },
      remedy: {
        'zh-TW': '請填寫「資料資源更新時間」，或讓下載連結回應正確的 Last-Modified 標頭。',
        en: 'State the update time of each resource, or have the server send a correct Last-Modified header.',
      },
    },
    'newer-data': {
      severity: 'advice',
      text: {
        'zh-TW':
          '日期雖然逾期，但資料最新一期到 {to}（「{column}」欄第 {row} 列的「{value}」），比最後更新的日期還新：可能是資料有更新，日期沒有跟著改。',
        en: 'Overdue by its dates, but the newest period in the data reaches {to} (“{value}” in column “{column}”, row {row}), after the last update: the data may be newer than its dates.',
      },
      remedy: {
        'zh-TW': '請在平臺更新「資料資源更新時間」，或讓伺服器送出正確的 Last-Modified。',
        en: 'Record the update time on the portal, or have the server send a correct Last-Modified header.',
      },
    },
    'newer-record': {
      severity: 'advice',
      text: {
        'zh-TW':
          '日期雖然逾期，但資料最新一期到 {to}（第 {row} 筆的「{column}」是「{value}」），比最後更新的日期還新：可能是資料有更新，日期沒有跟著改。',
        en: 'Overdue by its dates, but the newest period in the data reaches {to} (“{value}” in “{column}”, record {row}), after the last update: the data may be newer than its dates.',
      },
      remedy: {
        'zh-TW': '請在平臺更新「資料資源更新時間」，或讓伺服器送出正確的 Last-Modified。',
        en: 'Record the update time on the portal, or have the server send a correct Last-Modified header.',
      },
    },
    'future-date': {
      severity: 'advice',
      text: {
        'zh-TW': '{evidence} 是 {date}，晚於檢測時間 {now}，不能當作更新的依據，未採用。',
        en: 'The date of {evidence}, {date}, lies after the time of this check, {now}; it was not used.',
      },
      remedy: {
        'zh-TW': '請更正這個日期；若由伺服器自動產生，請校正伺服器的時鐘與時區。',
        en: 'Correct the date; if a server sets it, correct its clock and time zone.',
      },
    },
  },
  *check(answers, { dataset, now }) {
    const frequency = parseFrequency(dataset.updateFrequency)
    if (!isPeriod(frequency)) throw unreadable(frequency)
    const sources = datesOf(dataset, answers)
    const future = sources.flatMap(({ evidence, dates }) =>
      dates.filter((date) => date > now + DAY).map((date) => ({ evidence, date: formatDate(date) })),
    )
    const last = newest(sources, now)
    if (!last) throw noDate(future)

    for (const data of future) yield { messageId: 'future-date', data: { ...data, now: formatDate(now) } }
    const format = isShort(frequency) ? formatMinute : formatDate
    const updated = format(last.date)
    if (last.evidence === RECORD_TIME) yield { messageId: 'weak-evidence', data: { updated } }
    const due = dueAfter(last.date, frequency)
    if (now <= due) return
    const { evidence } = last
    const days = Math.ceil((now - due) / DAY)
    const text = dataset.updateFrequency ?? ''
    yield { messageId: 'overdue', data: { updated, evidence, frequency: text, due: format(due), days } }
    const newer = answers.map(({ newest }) => newest).find((period) => beganAfter(period, last.date))
    if (newer) {
      const { column, row, value, to, record } = newer
      yield { messageId: record ? 'newer-record' : 'newer-data', data: { column, row, value, to } }
    }
  },
  holdsUntil(answers, { dataset, now }) {
    const frequency = parseFrequency(dataset.updateFrequency)
    const last = newest(datesOf(dataset, answers), now)
    return last && isPeriod(frequency) ? dueAfter(last.date, frequency) : undefined
  },
})

const RECORD_TIME = '詮釋資料更新時間'

interface Source {
  readonly evidence: string
  readonly dates: readonly number[]
}

/** Everything that may tell when the data was last updated, most trustworthy first. */
function datesOf(dataset: Dataset, answers: readonly Answer[]): readonly Source[] {
  const given = answers
    .filter(({ exchange }) => !exchange.failure || exchange.certificates === 'ignored')
    .map(({ exchange }) => exchange.lastModified)
  return [
    { evidence: '資料資源更新時間', dates: read(parseDate, ...dataset.resources.map((r) => r.modified)) },
    { evidence: 'HTTP Last-Modified', dates: read(parseHttpDate, ...given) },
    { evidence: RECORD_TIME, dates: read(parseDate, dataset.modified) },
  ]
}

/** Unreadable dates are no evidence; nor is 1970, with which systems say that they do not know. */
function read(
  parse: (text: string) => number | undefined,
  ...texts: readonly (string | undefined)[]
): readonly number[] {
  return texts.map((text) => parse(text ?? '') ?? 0).filter((ms) => ms > DAY)
}

/** The newest usable date of the first source that has one. */
function newest(sources: readonly Source[], now: number) {
  for (const { evidence, dates } of sources) {
    const usable = dates.filter((date) => date <= now + DAY)
    if (usable.length > 0) return { evidence, date: Math.max(...usable) }
  }
  return undefined
}

/** A period that began later cannot have been in what was published then. */
const beganAfter = (period: NewestPeriod | undefined, date: number): period is NewestPeriod =>
  period !== undefined && (parseDate(period.from) ?? 0) > date

const isPeriod = (frequency: Frequency): frequency is Period =>
  frequency.kind === 'every' || frequency.kind === 'real-time'

/** Days are too coarse to tell such a delay. */
const isShort = (period: Period): boolean =>
  period.kind === 'real-time' || period.unit === 'minute' || period.unit === 'hour'

const unreadable = (frequency: Frequency): Undecidable =>
  frequency.kind === 'unknown'
    ? new Undecidable('unknown-frequency', { frequency: frequency.text })
    : new Undecidable('no-frequency')

const noDate = (future: readonly { evidence: string; date: string }[]): Undecidable =>
  future[0] ? new Undecidable('only-future', future[0]) : new Undecidable('no-date')
