import { formatDate } from './calendar.ts'
import type { NewestPeriod, PartRecord, ResourceRecord } from './ledger.ts'
import { type ColumnPeriods, isoDay, type Period, type PeriodValue } from './period.ts'

/** Values of a column of periods that may be something else: a total, a second header, a footnote. */
const STRAY = 2
const STRAY_SHARE = 0.05

/** Where the columns have their names; in row 0 for records of JSON and XML, which have no header. */
interface Names {
  readonly names: readonly string[]
  readonly lastRow: number
}

/** The newest period of a table; undefined where no column is surely one of periods that have begun by `now`. */
export function newestPeriod(
  columns: readonly ColumnPeriods[],
  header: Names,
  now: number,
): NewestPeriod | undefined {
  const today = Number(formatDate(now).replaceAll('-', ''))
  let found: (PeriodValue & { column: number; named: number }) | undefined
  for (const { column, named, values, read, newest } of columns) {
    const stray = values - read
    if (named > header.lastRow || stray > Math.max(STRAY, values * STRAY_SHARE) || read <= stray) continue
    // What lies ahead is planned: such a column does not say up to when there is data.
    if (newest.from > today) continue
    if (!found || tellsMore(newest, found)) found = { ...newest, column, named }
  }
  if (!found) return undefined
  const { column, named, row, text, from, to } = found
  return {
    column: header.names[column - 1]?.trim() || `${column}`,
    row,
    ...(named === 0 && { record: true }),
    value: text,
    from: isoDay(from),
    to: isoDay(to),
  }
}

/** A later one does, and of a year and a day in it the day. */
const tellsMore = (one: Period, other: Period): boolean =>
  isWithin(one, other) || (one.to > other.to && !isWithin(other, one))

const isWithin = (one: Period, other: Period): boolean => one.from >= other.from && one.to <= other.to

type Recorded = Pick<PartRecord, 'table' | 'members' | 'sheets'>

/** The newest period of a resource or of any of its parts. */
export function newestOf({ table, members, sheets }: Recorded | ResourceRecord): NewestPeriod | undefined {
  const own = table?.newest
  return [...(members?.first ?? []), ...(sheets?.first ?? [])]
    .map(newestOf)
    .reduce((best, next) => (next && (!best || next.to > best.to) ? next : best), own)
}
