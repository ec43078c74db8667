import type { Format } from '../core/format.ts'
import type { Source } from './source.ts'

/** Streams that name the program, looked for in this order: a BIFF8 file may keep a BIFF5 copy beside. */
const STREAMS: readonly (readonly [string, Format])[] = [
  ['Workbook', 'xls'],
  ['Book', 'xls5'],
  // What Office encrypts it wraps; of the programs whose files these may be, Excel has the data.
  ['EncryptedPackage', 'xlsx'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
]
const ENTRY = 128
const FREE = 0xfffffffa
/** Sectors of the directory that are read: with 512 bytes each, room for 1,024 entries. */
const MAX_SECTORS = 256

/** What an OLE compound file (MS-CFB) is, by the streams its directory lists; undefined when none is known. */
export async function formatOfOle(source: Source): Promise<Format | undefined> {
  const header = await source.read(0, 512)
  if (header.length < 512) return undefined
  const size = 1 << header.readUInt16LE(30)
  if (size !== 512 && size !== 4096) return undefined
  const place = (sector: number) => (sector + 1) * size
  const names = new Set<string>()
  let sector = header.readUInt32LE(48)
  for (let count = 0; sector < FREE && count < MAX_SECTORS; count++) {
    const entries = await source.read(place(sector), size)
    for (let at = 0; at + ENTRY <= entries.length; at += ENTRY) {
      const length = Math.min(64, entries.readUInt16LE(at + 64))
      if (length >= 2) names.add(entries.toString('utf16le', at, at + length - 2))
    }
    // The header lists the first 109 sectors of the table in which each sector names the next.
    const perSector = size / 4
    const table = Math.floor(sector / perSector)
    if (table >= 109) break
    const link = await source.read(place(header.readUInt32LE(76 + 4 * table)) + 4 * (sector % perSector), 4)
    if (link.length < 4) break
    sector = link.readUInt32LE(0)
  }
  return STREAMS.find(([name]) => names.has(name))?.[1]
}
