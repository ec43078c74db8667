import type { Language } from './localised.ts'

/**
 * Kinds of content as the measure sees them: `table` is 固定欄位結構化資料, `tree` 非固定欄位結構化資料;
 * `workbook` and `archive` hold either; `document`, `image`, `page` and `text` are 非結構化資料.
 */
export type FormatKind =
  | 'table'
  | 'tree'
  | 'workbook'
  | 'archive'
  | 'database'
  | 'document'
  | 'image'
  | 'page'
  | 'text'
  | 'empty'
  | 'unknown'

interface FormatEntry {
  readonly name: string
  readonly kind: FormatKind
  /** Other spellings met in 檔案格式, lower case. */
  readonly aliases: readonly string[]
}

const entry = (name: string, kind: FormatKind, ...aliases: string[]): FormatEntry => ({ name, kind, aliases })

/** Every format this program can tell from bytes or meets in a catalogue. */
export const FORMATS = {
  csv: entry('CSV', 'table'),
  tsv: entry('TSV', 'table', 'tab'),
  sheet: entry('工作表', 'table'),
  json: entry('JSON', 'tree'),
  geojson: entry('GeoJSON', 'tree'),
  ndjson: entry('NDJSON', 'tree', 'jsonl', 'json lines', 'jsonlines'),
  jsonp: entry('JSONP', 'tree'),
  xml: entry('XML', 'tree', 'rdf'),
  turtle: entry('Turtle', 'tree', 'ttl'),
  ntriples: entry('N-Triples', 'tree', 'nt'),
  nquads: entry('N-Quads', 'tree', 'nq'),
  cap: entry('CAP', 'tree'),
  wsdl: entry('WSDL', 'tree'),
  kml: entry('KML', 'tree'),
  gml: entry('GML', 'tree'),
  rss: entry('RSS', 'tree', 'atom'),
  html: entry('HTML', 'page', 'htm', '網頁'),
  text: entry('TXT', 'text', 'txt', 'text', '文字檔'),
  dbf: entry('DBF', 'table', 'dbase'),
  xlsx: entry('XLSX', 'workbook', 'excel'),
  xlsm: entry('XLSM', 'workbook'),
  xlsb: entry('XLSB', 'workbook'),
  xls: entry('XLS', 'workbook'),
  xls5: entry('XLS（Excel 95 以前）', 'workbook'),
  ods: entry('ODS', 'workbook'),
  xmlss: entry('SpreadsheetML 2003', 'workbook', 'spreadsheetml'),
  fods: entry('FODS', 'workbook'),
  zip: entry('ZIP', 'archive', '壓縮檔'),
  kmz: entry('KMZ', 'archive'),
  gzip: entry('GZIP', 'archive', 'gz', 'tgz'),
  sevenzip: entry('7Z', 'archive', '7z', '7-zip'),
  rar: entry('RAR', 'archive'),
  tar: entry('TAR', 'archive'),
  shp: entry('SHP', 'archive', 'shapefile', 'esri shape'),
  sqlite: entry('SQLite', 'database', 'sqlite3'),
  gpkg: entry('GeoPackage', 'database', 'gpkg'),
  parquet: entry('Parquet', 'database'),
  pdf: entry('PDF', 'document'),
  doc: entry('DOC', 'document'),
  ppt: entry('PPT', 'document'),
  ole: entry('OLE 文件', 'document'),
  docx: entry('DOCX', 'document'),
  odt: entry('ODT', 'document'),
  pptx: entry('PPTX', 'document'),
  odp: entry('ODP', 'document'),
  mhtml: entry('MHTML', 'document', 'mht'),
  htmlxls: entry('HTML 表格（副檔名 XLS）', 'document'),
  rtf: entry('RTF', 'document'),
  png: entry('PNG', 'image'),
  jpeg: entry('JPEG', 'image', 'jpg'),
  gif: entry('GIF', 'image'),
  tiff: entry('TIFF', 'image', 'tif', 'geotiff'),
  bmp: entry('BMP', 'image'),
  webp: entry('WebP', 'image'),
  svg: entry('SVG', 'image'),
  empty: entry('（空檔）', 'empty'),
  binary: entry('（無法辨識的二進位檔）', 'unknown'),
} as const satisfies Record<string, FormatEntry>

export type Format = keyof typeof FORMATS

/** RDF that is text of its own: known by its beginning, and not read. */
export const TRIPLES: ReadonlySet<Format> = new Set(['turtle', 'ntriples', 'nquads'])

/** English of the names that are words and not abbreviations. */
export const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  [FORMATS.sheet.name]: 'worksheet',
  [FORMATS.xls5.name]: 'XLS (before Excel 95)',
  [FORMATS.ole.name]: 'OLE document',
  [FORMATS.htmlxls.name]: 'HTML table (named XLS)',
  [FORMATS.empty.name]: '(empty file)',
  [FORMATS.binary.name]: '(unrecognised binary file)',
}

export function formatName(format: Format, language: Language = 'zh-TW'): string {
  const { name } = FORMATS[format]
  return language === 'en' ? (ENGLISH_NAMES[name] ?? name) : name
}
export const formatKind = (format: Format): FormatKind => FORMATS[format].kind

/** Whether it holds rows or records. */
export const hasRecords = (format: Format): boolean => ['table', 'tree'].includes(formatKind(format))

const SPELLINGS = new Map<string, Format>(
  (Object.keys(FORMATS) as Format[]).flatMap((id) =>
    [id, FORMATS[id].name.toLowerCase(), ...FORMATS[id].aliases].map((spelling) => [spelling, id] as const),
  ),
)

/** A declared 檔案格式 or file extension; undefined for 其他, API, WEBSERVICES and anything unheard of. */
export function formatNamed(text: string | undefined): Format | undefined {
  return text === undefined ? undefined : SPELLINGS.get(text.trim().toLowerCase().replace(/^\./, ''))
}

/** 檔案格式 values that promise an interface, not a format: any structured answer keeps the promise. */
export const INTERFACES: ReadonlySet<string> = new Set([
  'api',
  'webservices',
  'webservice',
  'wms',
  'wfs',
  'link',
  '其他',
])

/** Formats whose encoding its publisher chose; true when the format is not known. A workbook sets its own. */
export const isTextual = (format: Format | undefined): boolean =>
  format === undefined ||
  (format !== 'sheet' && ['table', 'tree', 'text', 'archive'].includes(formatKind(format)))

/** A sheet, or a workbook whose sheets could not be looked at. */
export const holdsSheets = (format: Format | undefined): boolean =>
  format === undefined || format === 'sheet' || formatKind(format) === 'workbook'
