/** Frequencies as W3C's DCAT, the EU's authority list and ISO 8601 write them, in the words of 更新頻率. */
const WORDS: Readonly<Record<string, string>> = {
  continuous: '即時',
  cont: '即時',
  update_cont: '即時',
  hourly: '每1小時',
  daily: '每1日',
  daily_2: '每12小時',
  weekly: '每1週',
  weekly_2: '每3日',
  biweekly: '每2週',
  fortnightly: '每2週',
  monthly: '每1月',
  monthly_2: '每半月',
  bimonthly: '每2月',
  quarterly: '每1季',
  triannual: '每4月',
  annual_2: '每半年',
  semiannual: '每半年',
  biannual: '每半年',
  annual: '每1年',
  annually: '每1年',
  yearly: '每1年',
  biennial: '每2年',
  triennial: '每3年',
  irreg: '不定期',
  irregular: '不定期',
  asneeded: '不定期',
  never: '不更新',
  not_planned: '不更新',
}

const UNITS: Readonly<Record<string, string>> = { Y: '年', M: '月', W: '週', D: '日' }
const TIMES: Readonly<Record<string, string>> = { H: '小時', M: '分鐘' }

/** What no list knows stays as it was written. */
export function frequencyWords(written: string): string {
  const name = written.replace(/^.*[/#:]/, '').toLowerCase()
  const known = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined
  if (known !== undefined) return known
  const [, n, unit, times, time] = /^R\/P(?:(\d+)([YMWD])|T(\d+)([HM]))$/.exec(written.trim()) ?? []
  if (unit !== undefined) return `每${n}${UNITS[unit]}`
  return time === undefined ? written.trim() : `每${times}${TIMES[time]}`
}
