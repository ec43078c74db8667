import { type Format, formatKind } from './format.ts'
import type { PartRecords, ResourceRecord } from './ledger.ts'
import type { LinkedData } from './linked-data.ts'

/** 資料 5 顆星評等 (政府資料開放進階行動方案 of 2015-12, 附件四); 0: nothing can be downloaded. */
export type Stars = 0 | 1 | 2 | 3 | 4 | 5

/** Structured, but of one maker's: the annex names Excel. */
const PROPRIETARY: ReadonlySet<Format> = new Set([
  'xlsx',
  'xlsm',
  'xlsb',
  'xls',
  'xls5',
  'xmlss',
  'dbf',
  'shp',
])
/** What a resource is known by here. */
export type Rated = Pick<ResourceRecord, 'format' | 'indicators' | 'outcomes' | 'members' | 'linked'>

/**
 * The best of the resources, since a reader may choose. An open licence is taken for granted; four and five stars
 * go by what the content says of itself, no link is followed. Undefined when it could not be found out.
 */
export function starsOf(resources: readonly Rated[]): Stars | undefined {
  const known = resources.map(starsOfResource).filter((stars) => stars !== undefined)
  const best = known.reduce<Stars>((a, b) => (b > a ? b : a), 0)
  return best === 0 && known.length < resources.length ? undefined : best
}

function starsOfResource({ format, indicators, outcomes, members, linked }: Rated): Stars | undefined {
  const { link, download } = indicators
  if (link === 'fail' || download === 'fail') return 0
  if (format.detected === null) return undefined
  if (outcomes['structure/parses'] === 'fail') return 1
  return starsOfContent(format.detected, linked, members)
}

function starsOfContent(
  format: Format,
  linked: LinkedData | undefined,
  members: PartRecords | undefined,
): Stars {
  if (format === 'empty') return 0
  if (linked) return linked === 'links' ? 5 : 4
  if (PROPRIETARY.has(format)) return 2
  const kind = formatKind(format)
  if (kind === 'archive')
    return (members?.first ?? [])
      .map((member) =>
        member.format === null ? 1 : starsOfContent(member.format, member.linked, member.members),
      )
      .reduce<Stars>((a, b) => (b > a ? b : a), 1)
  return kind === 'table' || kind === 'tree' || kind === 'workbook' || kind === 'database' ? 3 : 1
}
