import { expect, test } from 'vitest'
import { RULES } from '../../rules/index.ts'
import type { Outcome } from '../../src/core/badge.ts'
import type { Format } from '../../src/core/format.ts'
import { type Rated, starsOf } from '../../src/core/stars.ts'
import { examine } from '../../src/examine.ts'
import { loadProfile } from '../../src/score/index.ts'
import { memoryOrigin } from '../support/memory-origin.ts'
import { zipOf } from '../support/zip.ts'

interface Given {
  readonly declared?: string
  readonly download?: Outcome
  readonly parses?: Outcome
  readonly members?: readonly (Format | null)[]
}

const PASSED = {
  link: 'pass',
  download: 'pass',
  structure: 'pass',
  metadata: 'pass',
  timeliness: 'pass',
} as const

const rated = (
  detected: Format | null,
  { declared, download = 'pass', parses = 'pass', members }: Given = {},
): Rated => ({
  format: { declared: declared ?? null, detected },
  indicators: { ...PASSED, download },
  outcomes: { 'structure/parses': parses },
  ...(members && {
    members: {
      count: members.length,
      first: members.map((format) => ({
        name: 'x',
        format,
        encoding: null,
        bom: null,
        size: 1,
        indicators: PASSED,
      })),
    },
  }),
})

test.each<[string, number | undefined, readonly Rated[]]>([
  ['no resource', 0, []],
  ['a link to a page', 0, [rated('html', { download: 'fail' })]],
  ['an empty file', 0, [rated('empty')]],
  ['nothing known', undefined, [rated(null, { download: 'unknown' })]],
  ['PDF', 1, [rated('pdf')]],
  ['an image', 1, [rated('jpeg')]],
  ['JSON that does not parse', 1, [rated('json', { parses: 'fail' })]],
  ['Excel', 2, [rated('xlsx')]],
  ['a lone SHP', 2, [rated('shp')]],
  ['CSV', 3, [rated('csv')]],
  ['XML', 3, [rated('xml')]],
  ['GeoJSON', 3, [rated('geojson')]],
  ['ODS', 3, [rated('ods')]],
  ['ZIP of a CSV and a PDF', 3, [rated('zip', { members: ['pdf', 'csv'] })]],
  ['ZIP of shapes', 2, [rated('zip', { members: ['dbf'] })]],
  ['ZIP of nothing that is read', 1, [rated('zip')]],
  ['what is only called RDF', 3, [rated('xml', { declared: 'RDF' })]],
  ['RDF that is a PDF', 1, [rated('pdf', { declared: 'RDF' })]],
  ['the best of several', 3, [rated('pdf'), rated('csv'), rated('xlsx')]],
  ['what is known of several', 1, [rated('pdf'), rated(null, { download: 'unknown' })]],
  ['a dead link beside one not known', undefined, [rated(null, { download: 'fail' }), rated(null)]],
])('%s', (_, stars, resources) => {
  expect(starsOf(resources)).toBe(stars)
})

const RDF = (more = '') =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="d" xmlns:owl="o"><rdf:Description rdf:about="http://a.example/1"><dc:title>甲</dc:title>${more}</rdf:Description><rdf:Description rdf:about="http://a.example/2"><dc:title>乙</dc:title></rdf:Description></rdf:RDF>`
const uris = (...values: readonly string[]) =>
  `URI,名稱\n${values.map((value, n) => `${value},甲${n}\n`).join('')}`

test.each<[string, number, string | Buffer]>([
  ['RDF/XML', 4, RDF()],
  ['RDF/XML that leads on', 5, RDF('<owl:sameAs rdf:resource="http://b.example/1"/>')],
  ['one thing of JSON-LD', 4, '{"@context":"c","@id":"http://a.example/1","name":"甲"}'],
  ['a list of JSON-LD', 4, '[{"@id":"http://a.example/1","n":1},{"@id":"http://a.example/2","n":2}]'],
  [
    'a graph of JSON-LD that leads on',
    5,
    '{"@context":"c","@graph":[{"@id":"http://a.example/1","owl:sameAs":"http://b.example/1"},{"@id":"http://a.example/2"}]}',
  ],
  ['Turtle', 4, '@prefix dc: <http://purl.org/dc/terms/> .\n<http://a.example/1> dc:title "甲" .\n'],
  ['N-Triples', 4, '<http://a.example/1> <http://purl.org/dc/terms/title> "甲" .\n'],
  [
    'N-Triples that lead on',
    5,
    '<http://a.example/1> <http://www.w3.org/2002/07/owl#sameAs> <http://b.example/1> .\n',
  ],
  ['a column of addresses', 4, uris('http://a.example/1', 'http://a.example/2')],
  ['a column of one address', 3, uris('http://a.example/1', 'http://a.example/1')],
  ['a column of other things', 3, uris('a', 'b')],
  ['linked data in an archive', 5, zipOf({ 'a.rdf': RDF('<owl:sameAs/>') })],
  ['plain JSON', 3, '[{"id":"http://a.example/1"},{"id":"http://a.example/2"}]'],
])('by content: %s', async (_, stars, body) => {
  const url = 'https://data.example.gov.tw/1'
  const { record } = await examine(
    { id: '1', title: '', publisher: '', resources: [{ id: '1', url }], extra: {} },
    await memoryOrigin({ [url]: Buffer.from(body) }),
    { rules: RULES, profile: loadProfile('measure-2017'), now: 0 },
  )
  expect(record.stars).toBe(stars)
})
