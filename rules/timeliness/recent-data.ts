import { addUnits, DAY, parseDate } from '../../src/core/calendar.ts'
import type { Dataset, Resource } from '../../src/core/catalogue.ts'
import { GRACE, type Period, parseFrequency } from '../../src/core/frequency.ts'
import type { NewestPeriod } from '../../src/core/ledger.ts'
import { type Answer, defineDatasetRule, message } from '../../src/core/rule.ts'
import { serviceOf } from '../../src/core/service.ts'

/**
 * A period is over before it can be counted, and counted before it is published: one that ended so many periods
 * ago, and a grace, was followed by others.
 */
const PERIODS = 3 + GRACE
/** What comes daily may rest for a season: records of events do. */
const LEAST = 90 * DAY

export default defineDatasetRule({
  id: 'timeliness/recent-data',
  indicator: 'timeliness',
  severity: 'advice',
  about: 'dataset',
  claim: {
    'zh-TW': '資料最新一期的時間與「更新頻率」相稱',
    en: 'The newest period in the data is as recent as the update frequency promises',
  },
  appliesTo: ({ dataset }, answers) =>
    periodOf(dataset.updateFrequency) !== undefined && newestOf(answers, dataset) !== undefined,
  messages: {
    old: message(
      '更新頻率是「{frequency}」，但資料最新一期只到 {to}（「{column}」欄最新的值是「{value}」，第 {row} 列），可能很久沒有放上新的資料。',
      'Declared as updated “{frequency}”, but the newest period in the data ends {to} (“{value}” in column “{column}”, row {row}); newer data seems to be missing.',
      '請確認下載連結給的是最新的檔案；資料已不再更新的話，請把「更新頻率」改為「不更新」。不影響標章。',
      'See to it that the link gives the newest file, or declare 不更新 if there is no newer data. The badge does not depend on it.',
    ),
    'old-record': message(
      '更新頻率是「{frequency}」，但資料最新一期只到 {to}（「{column}」欄位最新的值是「{value}」，第 {row} 筆），可能很久沒有放上新的資料。',
      'Declared as updated “{frequency}”, but the newest period in the data ends {to} (“{value}” in “{column}”, record {row}); newer data seems to be missing.',
      '請確認下載連結給的是最新的資料；資料已不再更新的話，請把「更新頻率」改為「不更新」。不影響標章。',
      'See to it that the link gives the newest data, or declare 不更新 if there is no newer data. The badge does not depend on it.',
    ),
  },
  *check(answers, { dataset, now }) {
    const [frequency, newest] = [periodOf(dataset.updateFrequency), newestOf(answers, dataset)]
    if (!frequency || !newest || now <= expectedBy(newest, frequency)) return
    const { column, value, row, to, record } = newest
    yield {
      messageId: record ? 'old-record' : 'old',
      data: { frequency: dataset.updateFrequency ?? '', column, value, row, to },
    }
  },
})

const periodOf = (text: string | undefined): Period | undefined => {
  const frequency = parseFrequency(text)
  return frequency.kind === 'every' || frequency.kind === 'real-time' ? frequency : undefined
}

/** Of every resource: where one does not tell, the newest data may be there. */
function newestOf(answers: readonly Answer[], dataset: Dataset): NewestPeriod | undefined {
  const periods = answers.flatMap(({ newest, resource }) =>
    newest && !(newest.record && mayBePage(resource, dataset)) ? newest : [],
  )
  if (periods.length < answers.length) return undefined
  return periods.reduce<NewestPeriod | undefined>(
    (best, next) => (best && best.to >= next.to ? best : next),
    undefined,
  )
}

const PAGING =
  /[?&](?:\$?top|\$?skip|limit|offset|rows|count|(?:per_?)?page(?:_?(?:size|no|num|index))?|size)=/i

/** A service may give a part only, and the oldest records at that. */
const mayBePage = (resource: Resource, dataset: Dataset): boolean =>
  PAGING.test(resource.url) || serviceOf(resource, dataset) !== undefined

/** When the next period would be there for certain: a yearly one in a dataset that is updated daily is still yearly. */
function expectedBy({ from, to }: NewestPeriod, frequency: Period): number {
  const [begin, end] = [parseDate(from) ?? 0, (parseDate(to) ?? 0) + DAY]
  const { n, unit } = frequency.kind === 'every' ? frequency : ({ n: 1, unit: 'day' } as const)
  return Math.max(addUnits(end, n * PERIODS, unit), end + (end - begin) * PERIODS, end + LEAST)
}
