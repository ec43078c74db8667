import type { PeriodValue, Table } from './artifacts.ts'
import { formatDate } from './calendar.ts'
import type { Header } from './header.ts'
import type { NewestPeriod, PartRecord, ResourceRecord } from './ledger.ts'
import { isoDay, type Period } from './period.ts'

/** Values of a column of periods that may be something else: a total, a second header, a footnote. */
const STRAY = 2
const STRAY_SHARE = 0.05

/** The newest period of a table; undefined where no column is surely one of periods that have begun by `now`. */
export function newestPeriod(table: Table, header: Header, now: number): NewestPeriod | undefined {
  const today = Number(formatDate(now).replaceAll('-', ''))
  let found: (PeriodValue & { column: number }) | undefined
  for (const { column, named, values, read, newest } of table.periods) {
    const stray = values - read
    if (named > header.lastRow || stray > Math.max(STRAY, values * STRAY_SHARE) || read <= stray) continue
    // What lies ahead is planned: such a column does not say up to when there is data.
    if (newest.from > today) continue
    if (!found || tellsMore(newest, found)) found = { ...newest, column }
  }
  if (!found) return undefined
  const { column, row, text, from, to } = found
  return {
    column: header.names[column - 1]?.trim() || `${column}`,
    row,
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
