import type { Format } from '../core/format.ts'
import { beginsTar } from './tar-header.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

/** First bytes that name a format. Order matters only where one signature begins another. */
const SIGNATURES: readonly (readonly [Buffer, number, Format])[] = [
  [latin('%PDF-'), 0, 'pdf'],
  [latin('\x89PNG\r\n\x1a\n'), 0, 'png'],
  [latin('\xff\xd8\xff'), 0, 'jpeg'],
  [latin('GIF8'), 0, 'gif'],
  [latin('II*\0'), 0, 'tiff'],
  [latin('MM\0*'), 0, 'tiff'],
  [latin('II+\0'), 0, 'tiff'],
  [latin('MM\0+'), 0, 'tiff'],
  [latin('WEBP'), 8, 'webp'],
  [latin('7z\xbc\xaf\x27\x1c'), 0, 'sevenzip'],
  [latin('Rar!\x1a\x07'), 0, 'rar'],
  [latin('\x1f\x8b'), 0, 'gzip'],
  [latin('ustar'), 257, 'tar'],
  [latin('GPKG'), 68, 'gpkg'],
  [latin('GP10'), 68, 'gpkg'],
  [latin('GP11'), 68, 'gpkg'],
  [latin('SQLite format 3\0'), 0, 'sqlite'],
  [latin('PAR1'), 0, 'parquet'],
  // BIFF2 to BIFF4 come without an OLE file around them; so did some BIFF5.
  [latin('\x09\0\x04\0'), 0, 'xls5'],
  [latin('\x09\x02\x06\0'), 0, 'xls5'],
  [latin('\x09\x04\x06\0'), 0, 'xls5'],
  [latin('\x09\x08\x08\0'), 0, 'xls5'],
  [latin('{\\rtf'), 0, 'rtf'],
  [latin('\0\0\x27\x0a'), 0, 'shp'],
]

const SQLITE = latin('SQLite')
const ZIP = latin('PK\x03\x04')
const EMPTY_ZIP = latin('PK\x05\x06')
const OLE = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')

/** Names inside a ZIP's first kilobytes that tell an office document from a plain archive. */
const ZIP_MEMBERS: readonly (readonly [string, Format])[] = [
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
  ['mimetypeapplication/vnd.oasis.opendocument.presentation', 'odp'],
  ['xl/', 'xlsx'],
  ['word/', 'docx'],
  ['ppt/', 'pptx'],
]

/** A format that its first bytes give away; undefined for text and for bytes nobody signed. */
export function formatByMagic(head: Buffer): Format | undefined {
  for (const [signature, offset, format] of SIGNATURES) {
    if (!head.subarray(offset, offset + signature.length).equals(signature)) continue
    if (format !== 'gpkg' || head.subarray(0, 6).equals(SQLITE)) return format
  }
  if (head.subarray(0, 2).toString('latin1') === 'BM' && head.length > 26 && head.readUInt32LE(6) === 0)
    return 'bmp'
  if (head.subarray(0, 4).equals(EMPTY_ZIP)) return 'zip'
  if (head.subarray(0, 4).equals(ZIP)) return zipFormat(head)
  if (head.subarray(0, 8).equals(OLE)) return oleFormat(head)
  return beginsTar(head) ? 'tar' : undefined
}

function zipFormat(head: Buffer): Format {
  const names: string[] = []
  for (let at = 0; at !== -1 && at + 30 < head.length; at = head.indexOf(ZIP, at + 4)) {
    const length = head.readUInt16LE(at + 26)
    // ODF keeps its type, uncompressed, as the content of the first member.
    names.push(head.subarray(at + 30, at + 30 + length + (at === 0 ? 64 : 0)).toString('latin1'))
  }
  for (const [prefix, format] of ZIP_MEMBERS) if (names.some((name) => name.startsWith(prefix))) return format
  return names.some((name) => /^[^/]+\.kml/i.test(name)) ? 'kmz' : 'zip'
}

function oleFormat(head: Buffer): Format {
  const workbook = (name: string) => head.includes(Buffer.from(name, 'utf16le'))
  if (workbook('Workbook')) return 'xls'
  if (workbook('Book')) return 'xls5'
  // What Office encrypts it wraps; of the programs whose files these may be, Excel has the data.
  return workbook('EncryptedPackage') ? 'xlsx' : 'ole'
}
