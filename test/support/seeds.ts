import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { dbf } from './dbf.ts'
import { CSV, HTML, JSON_BODIES, XML_BODIES } from './noise.ts'
import { tarOf } from './tar.ts'
import { odsOf, sheet, xlsxOf } from './workbooks.ts'
import { xlsOf } from './xls.ts'
import { office, zipOf } from './zip.ts'

const COUNTIES = ['臺北市', '新北市', '桃園市', '臺中市', '臺東縣許功蓋']
const RECORDS = Array.from({ length: 80 }, (_, n) => [
  String(100 + (n % 15)),
  COUNTIES[n % 5]!,
  `"第${n}里, ${n}鄰"`,
  String((n * 7919) % 5000),
  `113/0${1 + (n % 9)}/1${n % 10}`,
])
const NAMES = ['年度', '縣市', '村里', '人數', '日期']
const TABLE = [NAMES, ...RECORDS].map((cells) => `${cells.join(',')}\r\n`).join('')
const OBJECTS = RECORDS.map((cells) =>
  Object.fromEntries(NAMES.map((name, c) => [name, cells[c]!.replaceAll('"', '')])),
)
const ROWS = OBJECTS.map(
  (record) =>
    `<row>${Object.entries(record)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join('')}</row>`,
).join('\n')
const ITEMS = OBJECTS.slice(0, 20).map(
  ({ 縣市, 日期 }) =>
    `<item><title>${縣市}</title><pubDate>${日期}</pubDate><link>http://a.example/</link></item>`,
)
const FEATURES = OBJECTS.slice(0, 30).map((properties, n) => ({
  type: 'Feature',
  properties,
  geometry:
    n % 3 === 0
      ? { type: 'Point', coordinates: [121 + n / 100, 25 - n / 100] }
      : {
          type: 'Polygon',
          coordinates: [
            [
              [121, 25],
              [121.1, 25],
              [121.1, 25.1],
              [121, 25],
            ],
          ],
        },
}))
const PLACES = OBJECTS.slice(0, 20).map(
  ({ 縣市 }, n) =>
    `<Placemark><name>${縣市}</name><ExtendedData><Data name="n"><value>${n}</value></Data></ExtendedData><Point><coordinates>121.${n},25</coordinates></Point></Placemark>`,
)
const KML = `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${PLACES.join('')}</Document></kml>`
const GML = `<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml" xmlns:a="a">${PLACES.map((_, n) => `<gml:featureMember><a:站><a:名稱>${n}</a:名稱></a:站></gml:featureMember>`).join('')}</gml:FeatureCollection>`

const SHEETS = [
  sheet(
    [NAMES, ...RECORDS.map((cells) => cells.map((cell, c) => (c === 0 || c === 3 ? Number(cell) : cell)))],
    { hiddenRows: [5, 6], filter: 'A1:E81' },
  ),
  sheet([['說明'], ['本表由示範機關統計，單位為人，資料每年更新一次。']], { name: '說明' }),
]
const SHP = Buffer.alloc(200)
SHP.writeUInt32BE(9994, 0)
const SHAPES = {
  '站.shp': SHP,
  '站.shx': SHP,
  '站.prj': 'GEOGCS["GCS_WGS_1984"]',
  '站.cpg': 'UTF-8',
  '站.dbf': dbf(
    [
      ['NAME', 20],
      ['N', 5],
    ],
    OBJECTS.slice(0, 30).map(({ 縣市 }, n) => [縣市!, String(n)]),
  ),
}
const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)])

/** Sound files of every kind that agencies publish. */
export const SEEDS: Readonly<Record<string, Buffer>> = {
  'table.csv': Buffer.from(`\ufeff${TABLE}`),
  'big5.csv': iconv.encode(TABLE, 'cp950'),
  'utf16.csv': iconv.encode(TABLE.replaceAll(',', '\t'), 'utf16le', { addBOM: true }),
  'tail.csv': CSV.tail,
  'list.json': Buffer.from(JSON.stringify(OBJECTS, null, 1)),
  'envelope.json': JSON_BODIES.envelope,
  'lines.ndjson': Buffer.from(OBJECTS.map((record) => JSON.stringify(record)).join('\n')),
  'call.jsonp': Buffer.from(`callback(${JSON.stringify(OBJECTS.slice(0, 5))});`),
  'places.geojson': Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: FEATURES })),
  'rows.xml': Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<rows>${ROWS}</rows>`),
  'big5.xml': iconv.encode(`<?xml version="1.0" encoding="Big5"?>\n<rows>${ROWS}</rows>`, 'cp950'),
  'entity.xml': XML_BODIES.entity,
  'feed.rss': Buffer.from(`<rss version="2.0"><channel><title>公告</title>${ITEMS.join('')}</channel></rss>`),
  'places.kml': Buffer.from(KML),
  'places.gml': Buffer.from(GML),
  'page.html': HTML,
  'book.xlsx': xlsxOf(SHEETS),
  'book.ods': odsOf(SHEETS),
  'book.xls': xlsOf(SHEETS),
  'page.xls': Buffer.from(
    `<html><table>${OBJECTS.map(({ 縣市 }) => `<tr><td>${縣市}</td></tr>`).join('')}</table></html>`,
  ),
  'files.zip': zipOf({
    '甲/表.csv': TABLE,
    'b.json': JSON.stringify(OBJECTS),
    'c.xml': `<rows>${ROWS}</rows>`,
    '說明.txt': '說明',
  }),
  'nested.zip': zipOf({ 'in.zip': zipOf({ 'a.csv': TABLE }), 'book.xlsx': xlsxOf(SHEETS) }),
  'shapes.zip': zipOf(SHAPES),
  'places.kmz': zipOf({ 'doc.kml': KML, 'icon.png': Buffer.from('89504e470d0a1a0a', 'hex') }),
  'table.csv.gz': gzipSync(TABLE),
  'files.tar': tarOf([
    { name: 'a.csv', content: TABLE },
    { name: 'b.json', content: JSON.stringify(OBJECTS) },
  ]),
  'files.tar.gz': gzipSync(tarOf([{ name: 'a.csv', content: TABLE }])),
  'table.dbf': SHAPES['站.dbf'],
  'words.docx': office('wordprocessingml.document', 'word'),
  'words.pdf': Buffer.from(`%PDF-1.7\n${TABLE}`),
  'words.doc': OLE,
  'files.7z': Buffer.concat([Buffer.from('377abcaf271c', 'hex'), gzipSync(TABLE)]),
  'files.rar': Buffer.concat([Buffer.from('526172211a0700', 'hex'), gzipSync(TABLE)]),
  'data.sqlite': Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(400)]),
  'data.parquet': Buffer.concat([Buffer.from('PAR1'), gzipSync(TABLE), Buffer.from('PAR1')]),
  'picture.png': Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), gzipSync(TABLE)]),
}
