import { expect, test } from 'vitest'
import type { Outcome } from '../../src/core/badge.ts'
import type { Format } from '../../src/core/format.ts'
import { type Rated, starsOf } from '../../src/core/stars.ts'

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
  ['RDF', 4, [rated('xml', { declared: 'RDF' })]],
  ['JSON-LD', 4, [rated('json', { declared: 'json-ld' })]],
  ['RDF that is a PDF', 1, [rated('pdf', { declared: 'RDF' })]],
  ['the best of several', 3, [rated('pdf'), rated('csv'), rated('xlsx')]],
  ['what is known of several', 1, [rated('pdf'), rated(null, { download: 'unknown' })]],
  ['a dead link beside one not known', undefined, [rated(null, { download: 'fail' }), rated(null)]],
])('%s', (_, stars, resources) => {
  expect(starsOf(resources)).toBe(stars)
})
