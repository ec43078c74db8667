import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Format } from '../../src/core/format.ts'
import { office, zipOf } from '../support/zip.ts'
import { cutEvery, look } from './bytes-source.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const TABLE = '年度,人數\n110,5\n111,6\n'
const PADDING = 'x'.repeat(100_000)

/** A compound file whose directory, with these streams, stands behind 200 KB of other sectors. */
function ole(...streams: readonly string[]): Buffer {
  const sector = 512
  const directory = 400
  const header = Buffer.alloc(sector)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(directory, 48)
  header.fill(0xff, 76)
  // Sector 0 to 3 hold the table in which each sector names the next: 128 to a sector.
  for (let n = 0; n < 4; n++) header.writeUInt32LE(n, 76 + 4 * n)
  const table = Buffer.alloc(4 * sector, 0xff)
  table.writeUInt32LE(0xfffffffe, 4 * directory)
  const entries = ['Root Entry', ...streams].map((name) => {
    const entry = Buffer.alloc(128)
    entry.write(name, 'utf16le')
    entry.writeUInt16LE(2 * name.length + 2, 64)
    return entry
  })
  return Buffer.concat([
    header,
    table,
    Buffer.alloc((directory - 4) * sector),
    ...entries,
    Buffer.alloc(sector),
  ])
}

const sqlite = (application = '') => {
  const header = Buffer.alloc(100)
  header.write('SQLite format 3\0')
  header.write(application, 68)
  return header
}
const tar = () => {
  const head = Buffer.alloc(512)
  head.write('ustar', 257)
  return head
}
/** As tar wrote it before POSIX. */
const oldTar = () => {
  const head = Buffer.alloc(1_024)
  head.write('a.csv')
  head.write('0000644\0', 100)
  head.write('00000000000 ', 124)
  head.write(' '.repeat(8), 148)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return head
}
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

const CASES: [format: Format, name: string, body: string | Buffer, declared?: Format][] = [
  ['csv', 'commas', TABLE],
  ['csv', 'semicolons', TABLE.replaceAll(',', ';')],
  ['csv', 'bars', TABLE.replaceAll(',', '|')],
  ['tsv', 'tabs', TABLE.replaceAll(',', '\t')],
  ['json', 'a list', '[{"a":1},{"a":2}]'],
  ['json', 'one object', '{"a":1}\n'],
  ['json', 'one object over lines', '{\n"a":1\n}\n'],
  ['ndjson', 'an object to a line', '{"a":1}\n{"a":2}\n'],
  ['ndjson', 'a long first line', `{"a":"${'許功蓋'.repeat(3000)}"}\n{"a":2}\n`],
  ['jsonp', 'a call', 'callback({"a":1})'],
  ['jsonp', 'a call behind a comment', '/**/ jQuery.cb_1([1,2]);'],
  [
    'geojson',
    'features',
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1}}]}',
  ],
  ['xml', 'rows', `${XML}<rows><row><a>1</a></row></rows>`],
  [
    'xml',
    'SpreadsheetML 2003',
    `${XML}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`,
    'xls',
  ],
  ['rss', 'RSS', `${XML}<rss version="2.0"><channel/></rss>`],
  [
    'rss',
    'RSS 1.0',
    `${XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>`,
  ],
  ['rss', 'Atom', `${XML}<feed xmlns="http://www.w3.org/2005/Atom"/>`],
  ['kml', 'KML', `${XML}<kml xmlns="http://www.opengis.net/kml/2.2"/>`],
  ['gml', 'GML', `${XML}<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml"/>`],
  ['cap', 'CAP', `${XML}<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>`],
  ['wsdl', 'WSDL 1.1', `${XML}<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"/>`],
  ['wsdl', 'WSDL 2.0', `${XML}<description xmlns="http://www.w3.org/ns/wsdl"/>`],
  ['svg', 'SVG', svg],
  [
    'turtle',
    'Turtle',
    '# 甲\n@prefix dc: <http://purl.org/dc/terms/> .\n<http://a.example/1> dc:title "甲" .\n',
  ],
  ['turtle', 'Turtle as SPARQL spells it', 'PREFIX dc: <http://purl.org/dc/terms/>\n'],
  ['ntriples', 'N-Triples', '<http://a.example/1> <http://purl.org/dc/terms/title> "甲\\"乙"@zh-TW .\n'],
  ['ntriples', 'a blank node', '_:a <http://purl.org/dc/terms/source> <http://a.example/1>.\n'],
  ['turtle', 'N-Triples called Turtle', '<http://a.example/1> <http://b.example/p> "甲" .\n', 'turtle'],
  [
    'nquads',
    'N-Quads',
    '<http://a.example/1> <http://b.example/p> "1"^^<http://c.example/n> <http://a.example/> .\n',
  ],
  ['xml', 'RDF/XML', `${XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>`],
  ['svg', 'SVG behind a declaration', XML + svg],
  ['xlsx', 'Excel', office('spreadsheetml.sheet')],
  [
    'xlsx',
    'with its types at the end',
    zipOf({
      'a/large.bin': PADDING,
      'docProps/x': '',
      '[Content_Types].xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    }),
  ],
  [
    'xlsm',
    'Excel with macros',
    zipOf({ '[Content_Types].xml': 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
  ],
  [
    'xlsb',
    'Excel, binary',
    zipOf({ '[Content_Types].xml': 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }),
  ],
  ['docx', 'Word', office('wordprocessingml.document', 'word')],
  ['pptx', 'PowerPoint', office('presentationml.presentation', 'ppt')],
  [
    'ods',
    'Calc',
    zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
  ],
  ['odt', 'Writer', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })],
  ['odp', 'Impress', zipOf({ mimetype: 'application/vnd.oasis.opendocument.presentation' })],
  ['zip', 'files in a folder called xl', zipOf({ 'xl/a.csv': TABLE })],
  ['zip', 'nothing', zipOf({})],
  ['kmz', 'KML', zipOf({ 'doc.kml': '<kml xmlns="http://www.opengis.net/kml/2.2"/>', 'images/a.png': '' })],
  ['xls', 'BIFF8', ole('Workbook')],
  ['xls', 'BIFF8 beside BIFF5', ole('Book', 'Workbook')],
  ['xls5', 'BIFF5', ole('Book')],
  ['xls5', 'BIFF4 without a compound file', latin('\x09\x04\x06\0\0\0\x10\0')],
  ['doc', 'Word', ole('WordDocument')],
  ['ppt', 'PowerPoint', ole('PowerPoint Document')],
  ['ole', 'a compound file of others', ole('Contents')],
  ['htmlxls', 'a table saved as XLS', '<table><tr><td>1</td></tr></table>', 'xls'],
  ['html', 'a page with a table', '<table><tr><td>1</td></tr></table>'],
  ['xml', 'records in an element named table', '<table><row><年度>113</年度></row></table>'],
  [
    'html',
    'a page that begins with an attribute of a table',
    '<table class="x"><tbody><tr><th>1</th></tr></table>',
  ],
  [
    'html',
    'a page with links called XLS',
    '<html><table><tr><td><a href="/">1</a></td></tr></table></html>',
    'xls',
  ],
  [
    'mhtml',
    'a page in one file',
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n',
    'xls',
  ],
  ['gzip', 'a file', gzipSync(TABLE)],
  ['tar', 'a tar', tar()],
  ['tar', 'a tar that signs nothing', oldTar()],
  ['sevenzip', '7z', latin('7z\xbc\xaf\x27\x1c\0\x04')],
  ['rar', 'RAR', latin('Rar!\x1a\x07\x01\0')],
  ['shp', 'shapes', Buffer.from('0000270a'.padEnd(200, '0'), 'hex')],
  ['sqlite', 'SQLite', sqlite()],
  ['gpkg', 'GeoPackage', sqlite('GPKG')],
  ['parquet', 'Parquet', 'PAR1\0\0\0\0'],
  ['pdf', 'PDF', '%PDF-1.7\n'],
  ['rtf', 'RTF', '{\\rtf1 x}'],
  ['png', 'PNG', latin('\x89PNG\r\n\x1a\n\0\0')],
  ['jpeg', 'JPEG', latin('\xff\xd8\xff\xe0\0\x10JFIF')],
  ['gif', 'GIF', 'GIF89a'],
  ['tiff', 'TIFF', latin('II*\0\x08\0\0\0')],
  ['tiff', 'BigTIFF', latin('II+\0\x08\0\0\0')],
  ['webp', 'WebP', latin('RIFF\0\0\0\0WEBPVP8 ')],
  ['bmp', 'BMP', latin(`BM${'\0'.repeat(50)}`)],
  ['html', 'a page', '<!doctype html><p>x'],
  ['text', 'prose', '本局辦理服務計畫\n請洽詢窗口。\n'],
  ['empty', 'nothing', ''],
]

describe('the format is told from the bytes', () => {
  it.each(CASES)('%s: %s', async (...[format, , body, declared]) => {
    const content = Buffer.from(body)
    const { bytes } = await look([content], undefined, declared)
    expect(bytes.seen && bytes.value.format).toBe(format)
    if (content.length < 2_000) expect((await look(cutEvery(content, 1), 1, declared)).bytes).toEqual(bytes)
  })
})
