import { type Format, formatKind, formatNamed } from '../core/format.ts'

/**
 * What a name says of a member: `text` and `note` may hold a table, but beside other data they explain it;
 * `other` is read by people only.
 */
export type NameRole = 'data' | 'text' | 'note' | 'other' | 'shape' | 'unsaid'

const OF_SYSTEMS = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i
const NOTE =
  /^(?:readme|read_me|license|licence|copyright|manifest|metadata|schema(?:[-_ ].*)?|build_?time|讀我|說明|授權.*|.*(?:說明|說明檔|說明書|欄位定義|對照說明))$/i
const SHAPE = new Set([
  'shp',
  'shx',
  'dbf',
  'prj',
  'cpg',
  'sbn',
  'sbx',
  'qix',
  'qpj',
  'fbn',
  'fbx',
  'idx',
  'cst',
])

export const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
export const withoutEnding = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,8}$/, '')

/** Left by the system that packed the archive; nobody published it. */
export const isOfSystem = (name: string): boolean => OF_SYSTEMS.test(name)

export function roleOfName(name: string): NameRole {
  const ending = endingOf(name)
  if (SHAPE.has(ending)) return 'shape'
  const base = withoutEnding(name.slice(name.lastIndexOf('/') + 1))
  if (NOTE.test(base) || /\.shp\.xml$/i.test(name)) return 'note'
  const promised = formatNamed(ending)
  if (promised === undefined) return 'unsaid'
  if (promised === 'text') return 'text'
  const kind = formatKind(promised)
  return kind === 'document' || kind === 'image' || kind === 'page' ? 'other' : 'data'
}

const DATA = new Set(['table', 'tree', 'workbook', 'archive', 'database'])
export const isData = (format: Format): boolean => DATA.has(formatKind(format))
