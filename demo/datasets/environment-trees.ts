import { zip } from '../bytes.ts'
import { COUNTIES, csv, figure, json, records, times, xml } from '../contents.ts'
import { BRONZE, type DemoDataset, file, GOLD } from '../dataset.ts'
import { daily, today, water, waterRows } from './environment-daily.ts'

const air = ['測站名稱', '縣市別', '空氣品質指標', '細懸浮微粒', '發布時間']
const airRows = COUNTIES.map((county, i) => [
  `示範測站${i + 1}`,
  county,
  figure(i, 18, 142),
  figure(i + 30, 3, 55),
  '2026-11-20 06:00',
])
/** One station has no measurement, and its record not even the name; another has its own in quotes. */
const airRecords = records(air, airRows).map(({ 細懸浮微粒, ...record }, i) =>
  i === 3 ? record : { ...record, 細懸浮微粒: i === 5 ? `${細懸浮微粒}` : 細懸浮微粒 },
)
const plants = ['廠商名稱', '地址', '主管機關', '核准日期']
const plantRows = times(30, (i) => [
  `示範企業${i + 1} & 有限公司`,
  `示範縣工業路${figure(i, 1, 200)}號`,
  '示範縣環境保護局',
  '2026-11-19',
])
/** One of them twice. */
const plantRowsAgain = [...plantRows, plantRows[12]!]
const rivers = { type: 'FeatureCollection', features: times(40, feature) }
/** As a map service exports it: in metres of TWD97, and it says so. */
const metres = {
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3826' } },
  features: times(40, (i) => ({
    type: 'Feature',
    properties: { 監測井編號: `W${100 + i}`, 水位: figure(i, 1, 300) / 10 },
    geometry: {
      type: 'Point',
      coordinates: [250_000 + figure(i, 0, 9_999), 2_600_000 + figure(i + 50, 0, 9_999)],
    },
  })),
}
const waterXml = xml('water', 'site', water, waterRows)

function feature(i: number) {
  const coordinates = [121 + figure(i, 0, 999) / 1_000, 22 + figure(i + 50, 0, 999) / 1_000]
  return {
    type: 'Feature',
    properties: { 垃圾桶編號: `B${1_000 + i}`, 管理單位: '示範清潔隊' },
    geometry: { type: 'Point', coordinates },
  }
}

/** Placemarks with the data of a table, with a Schema that names the columns or without. */
function kml(schema: boolean): string {
  const columns = '<SimpleField type="string" name="監測井編號"/><SimpleField type="float" name="水位"/>'
  const placemark = (i: number) => {
    const values = `<SimpleData name="監測井編號">W${100 + i}</SimpleData><SimpleData name="水位">${figure(i, 1, 300) / 10}</SimpleData>`
    const data = schema
      ? `<SchemaData schemaUrl="#well">${values}</SchemaData>`
      : `<Data name="監測井編號"><value>W${100 + i}</value></Data><Data name="水位"><value>${figure(i, 1, 300) / 10}</value></Data>`
    return `    <Placemark><ExtendedData>${data}</ExtendedData><Point><coordinates>121.${100 + i},23.5</coordinates></Point></Placemark>\n`
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n  <Document>\n${
    schema ? `    <Schema name="well" id="well">${columns}</Schema>\n` : ''
  }${times(30, placemark).join('')}  </Document>\n</kml>\n`
}

/** 環境部 and its agencies: JSON, XML and their kin, sound and broken. */
/** The mark of a file of shapes, and no shape. */
const SHAPES = Buffer.from('0000270a'.padEnd(200, '0'), 'hex')

export const ENVIRONMENT_TREES: readonly DemoDataset[] = [
  {
    ...daily,
    id: '8101',
    title: '空氣品質指標',
    publisher: '環境部',
    updateFrequency: '即時',
    fields: air.join('、'),
    resources: [file('JSON', '/moenv/aqi.json', json(airRecords), today)],
    expect: {
      badge: GOLD,
      advises: ['structure/consistent-keys#missing', 'structure/consistent-types#mixed'],
    },
  },
  {
    ...daily,
    id: '8103',
    title: '公用垃圾桶位置',
    publisher: '環境部環境管理署',
    fields: '垃圾桶編號、管理單位',
    resources: [file('GeoJSON', '/moenv/bins.geojson', json(rivers), today)],
    expect: { badge: GOLD, advises: ['structure/plain-records#features'] },
  },
  {
    ...daily,
    id: '8104',
    title: '環境噪音監測結果',
    publisher: '環境部',
    fields: air.join('、'),
    resources: [
      file(
        'JSON',
        '/moenv/noise.json',
        json(records(air, airRows)).replace('"示範測站9",', '"示範測站9"'),
        today,
      ),
    ],
    expect: {
      badge: BRONZE,
      fails: ['structure/parses#syntax'],
      unknown: ['metadata/fields-match#stopped-at-fault'],
    },
  },
  {
    ...daily,
    id: '8105',
    title: '毒性及關注化學物質運作廠商',
    publisher: '環境部化學物質管理署',
    fields: plants.join('、'),
    resources: [
      file('XML', '/cha/plants.xml', xml('plants', 'plant', plants, plantRowsAgain), today),
      file(
        'XML',
        '/cha/plants-archive.xml',
        xml('plants', 'plant', plants, plantRows)
          .replace('<plants>', '<!DOCTYPE plants [\n  <!ENTITY office "示範縣環境保護局">\n]>\n<plants>')
          .replaceAll('<主管機關>示範縣環境保護局<', '<主管機關>&office;<'),
        today,
      ),
    ],
    expect: { badge: GOLD, advises: ['structure/no-duplicate-rows#duplicate-record'] },
  },
  {
    ...daily,
    id: '8106',
    title: '海域水質監測結果',
    publisher: '環境部',
    fields: water.join('、'),
    resources: [
      file(
        'XML',
        '/moenv/sea.xml',
        waterXml.replace('<river>示範溪第3段</river>', '<river>示範溪第3段 & 示範港</river>'),
        today,
      ),
      file('SHP', '/moenv/sea.zip', zip({ '監測點.shp': SHAPES }), today),
    ],
    expect: {
      badge: BRONZE,
      fails: ['structure/parses#syntax', 'structure/complete-shapefile#missing'],
      unknown: [
        'metadata/fields-match#stopped-at-fault',
        'structure/parses#shape-alone',
        'structure/clean-characters#shape-alone',
        'metadata/encoding-matches#shape-alone',
        'metadata/decodable#shape-alone',
        'metadata/fields-match#shape-alone',
        'metadata/utf-8#shape-alone',
      ],
    },
  },
  {
    ...daily,
    id: '8107',
    title: '地下水監測井',
    publisher: '環境部環境管理署',
    fields: '監測井編號、水位',
    resources: [
      file('KML', '/moenv/wells.kml', kml(true), today),
      file('KML', '/moenv/wells-plain.kml', kml(false), today),
      file('GeoJSON', '/moenv/wells.geojson', json(metres), today),
    ],
    expect: {
      badge: GOLD,
      advises: [
        'structure/plain-records#no-schema',
        'structure/plain-records#features',
        'structure/valid-geojson#metres',
        'structure/valid-geojson#crs',
      ],
    },
  },
  {
    ...daily,
    id: '8108',
    title: '環境影響評估書件清單',
    publisher: '環境部',
    fields: '書件編號、案名',
    resources: [
      file(
        'ZIP',
        '/moenv/reports.zip',
        zip({
          '書件清單.csv': csv([
            ['書件編號', '案名'],
            ...times(20, (i) => [`E${i + 1}`, `示範開發案${i + 1}`]),
          ]),
        }),
        today,
      ),
    ],
    expect: { badge: GOLD },
  },
]
