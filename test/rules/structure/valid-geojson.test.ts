import rule from '../../../rules/structure/valid-geojson.ts'
import { testRule } from '../../support/rule-tester.ts'

const feature = (geometry: string) => `{"type":"Feature","properties":{"名":"甲"},"geometry":${geometry}}`
const collection = (...features: string[]) =>
  `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`
const geometry = (type: string, coordinates: string) => `{"type":"${type}","coordinates":${coordinates}}`
const point = (coordinates: string) => feature(geometry('Point', coordinates))
const polygon = (ring: string) => feature(geometry('Polygon', `[${ring}]`))
const withCrs = (crs: string) => `{"crs":${crs},${collection(point('[121,25]')).slice(1)}`
const named = (name: string) => withCrs(`{"type":"name","properties":{"name":"${name}"}}`)

const SOUND = [
  ['Point', '[121.5,25.03,12]'],
  ['Point', '[]'],
  ['MultiPoint', '[[121,25],[1.215e2,-9e1]]'],
  ['LineString', '[[121,25],[180,90]]'],
  ['MultiLineString', '[[[121,25],[122,25]],[[121,24],[122,24]]]'],
  ['Polygon', '[[[121,25],[122,25],[122,24],[121.0,25]]]'],
  ['MultiPolygon', '[[[[121,25],[122,25],[122,24],[121,25,0]]],[[[120,25],[122,25],[122,24],[120,25]]]]'],
] as const

testRule(rule, {
  pass: [
    ...SOUND.map(([type, coordinates]) => ({
      name: `${type} ${coordinates}`,
      body: collection(feature(geometry(type, coordinates)), feature('null')),
    })),
    {
      name: 'a collection of geometries',
      body: collection(
        feature(`{"type":"GeometryCollection","geometries":[${geometry('Point', '[121,25]')}]}`),
      ),
    },
    { name: 'one feature', body: point('[121,25]') },
    { name: 'one geometry', body: geometry('Point', '[121,25]') },
    {
      name: 'numbers that are no positions',
      body: collection(
        '{"type":"Feature","geometry":null,"properties":{"coordinates":[25,121],"geometry":{"type":"x"}}}',
      ),
    },
    {
      name: 'type last',
      body: '{"features":[{"properties":null,"geometry":null,"type":"Feature"}],"type":"FeatureCollection"}',
    },
  ],
  advice: [
    {
      name: 'latitude first',
      body: collection(point('[121,25]'), point('[25.03,121.5]'), point('[21.9,120.8]')),
      messageId: 'swapped',
      data: { count: 2, path: '$.features[1].geometry.coordinates', line: 3, x: '25.03', y: '121.5' },
      at: { line: 3 },
    },
    {
      name: 'TWD97 metres',
      body: collection(feature(geometry('LineString', '[[302345.12,2770123.4],[250000,2600000]]'))),
      messageId: 'metres',
      data: { count: 2, path: '$.features[0].geometry.coordinates[0]', x: '302345.12', y: '2770123.4' },
    },
    {
      name: 'Web Mercator metres, and one longitude too many',
      body: collection(point('[13525000,2880000]'), point('[180.5,25]'), point('[121,-90.1]')),
      messageId: 'outside',
      data: { count: 3, x: '13525000' },
    },
    {
      name: 'a type in another spelling',
      body: collection(
        feature('{"type":"point","coordinates":[121,25]}'),
        '{"geometry":null,"properties":{}}',
      ),
      messageId: 'type',
      data: { count: 2, path: '$.features[0].geometry', type: 'point' },
    },
    {
      name: 'a geometry in place of a feature',
      body: collection(geometry('Point', '[121,25]')),
      messageId: 'type',
      data: { count: 1, type: 'Point' },
    },
    {
      name: 'a feature without its members',
      body: collection(
        '{"type":"Feature","id":1}',
        '{"type":"Feature","properties":{},"geometry":{"type":"Point"}}',
      ),
      messageId: 'lacking',
      data: { count: 2, members: ['geometry', 'properties'], path: '$.features[0]' },
    },
    {
      name: 'coordinates in quotes, null and alone',
      body: collection(point('["121","25"]'), point('[null,null]'), point('[121]'), point('[121,"x",25]')),
      messageId: 'malformed',
      data: { count: 4, path: '$.features[0].geometry.coordinates', line: 2 },
    },
    {
      name: 'an open ring',
      body: collection(
        polygon('[[121,25],[122,25],[122,24],[121,24]]'),
        polygon('[[121,25],[122,25],[122,24],[121,25]]'),
      ),
      messageId: 'unclosed',
      data: { count: 1, path: '$.features[0].geometry.coordinates[0]' },
    },
    {
      name: 'an open ring before the type is known',
      body: collection(
        feature(
          '{"coordinates":[[[[121,25],[122,25],[122,24],[121,25]],[[121,25],[122,25],[122,24],[121,25.1]]]],"type":"MultiPolygon"}',
        ),
      ),
      messageId: 'unclosed',
      data: { count: 1, path: '$.features[0].geometry.coordinates[0][1]' },
    },
    {
      name: 'a ring of three',
      body: collection(polygon('[[121,25],[122,25],[121,25]]')),
      messageId: 'short',
      data: { count: 1 },
    },
    {
      name: 'another reference system',
      body: named('urn:ogc:def:crs:EPSG::3826'),
      messageId: 'crs',
      data: { crs: 'urn:ogc:def:crs:EPSG::3826' },
    },
    { name: 'a reference system without a name', body: withCrs('{"type":"name"}'), messageId: 'crs' },
    { name: 'CRS84', body: named('urn:ogc:def:crs:OGC:1.3:CRS84'), messageId: 'crs-needless' },
    { name: 'EPSG:4326', body: named('EPSG:4326'), messageId: 'crs-needless' },
    { name: 'EPSG::4326', body: named('urn:ogc:def:crs:EPSG::4326'), messageId: 'crs-needless' },
  ],
  notApplicable: [
    { name: 'JSON records with a type', body: '[{"type":"Point","coordinates":[25,121]}]' },
    { name: 'an object with a type', body: '{"type":"Point","value":3}' },
    { name: 'CSV', body: 'a,b\n1,2\n' },
  ],
})
