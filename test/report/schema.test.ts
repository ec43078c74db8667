import { describe, expect, it } from 'vitest'
import { BADGES, INDICATORS, OUTCOMES } from '../../src/core/badge.ts'
import { writers } from '../../src/report/index.ts'
import { checkReport } from './sample-check.ts'
import { header, ledger, summary, written } from './sample-ledger.ts'
import { complaints, SCHEMAS, schemaNamed } from './schema.ts'

const language = 'zh-TW'
const report = async () => JSON.parse(await written(writers.json(ledger, { language })))

describe('schemas', () => {
  it('share their definitions word for word', () => {
    const seen = new Map<string, unknown>()
    for (const name of SCHEMAS)
      for (const [key, definition] of Object.entries(schemaNamed(name).$defs)) {
        if (seen.has(key)) expect(definition, `${key} in ${name}`).toEqual(seen.get(key))
        seen.set(key, definition)
      }
    expect(seen.get('badge')).toEqual({ enum: BADGES })
    expect(seen.get('indicator')).toEqual({ enum: INDICATORS })
    expect(seen.get('outcome')).toEqual({ enum: OUTCOMES })
  })

  it('close every object of ours: no property beyond those named', () => {
    const open: string[] = []
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      if ('properties' in node && !('additionalProperties' in node && node.additionalProperties === false))
        open.push(path)
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`)
    }
    for (const name of SCHEMAS) walk(schemaNamed(name), name)
    expect(open).toEqual([])
  })
})

describe('report.schema.json', () => {
  it.each(['zh-TW', 'en'] as const)('accepts the JSON report in %s', async (language) => {
    const document = JSON.parse(await written(writers.json(ledger, { language })))
    expect(complaints('report', document)).toEqual([])
  })

  // biome-ignore lint/suspicious/noExplicitAny: a document is spoilt on purpose
  it.each<[string, (document: Record<string, any>) => void, string]>([
    ['a strange property', (d) => (d['extra'] = 1), ' must NOT have additional properties'],
    ['no summary', (d) => delete d['summary'], " must have required property 'summary'"],
    ['a later version', (d) => (d['schemaVersion'] = 2), '/schemaVersion must be equal to constant'],
    [
      'a platinum badge',
      (d) => (d['datasets'][0].badge.atLeast = 'platinum'),
      '/datasets/0/badge/atLeast must be equal to one of the allowed values',
    ],
    [
      'a finding without words',
      (d) => delete d['datasets'][1].resources[0].findings[0].message,
      "/datasets/1/resources/0/findings/0 must have required property 'message'",
    ],
    [
      'a score as a binary fraction',
      (d) => (d['summary'].bodies[0].score.atLeast = 63.33),
      '/summary/bodies/0/score/atLeast must be string',
    ],
  ])('rejects %s', async (_, spoil, complaint) => {
    const document = await report()
    spoil(document)
    expect(complaints('report', document)).toContain(complaint)
  })
})

describe('ledger.schema.json', () => {
  it('accepts every line of the NDJSON report', async () => {
    const lines = (await written(writers.ndjson(ledger, { language }))).trimEnd().split('\n')
    expect(lines).toHaveLength(9)
    for (const line of lines) expect(complaints('ledger', JSON.parse(line))).toEqual([])
  })

  it('rejects a line of no known kind and a header with rules that say nothing', () => {
    expect(complaints('ledger', { ...header, kind: 'other' })).not.toEqual([])
    expect(complaints('ledger', { ...header, rules: [{ id: 'link/reachable' }] })).not.toEqual([])
    expect(complaints('ledger', { kind: 'footer', finishedAt: 'yesterday', summary })).not.toEqual([])
  })
})

describe('check.schema.json', () => {
  it('accepts the results of check', () => expect(complaints('check', checkReport)).toEqual([]))

  it('rejects a result that speaks of the link, which check never followed', () => {
    const [result] = checkReport.results
    const indicators = { ...result!.indicators, link: 'pass' }
    expect(complaints('check', { ...checkReport, results: [{ ...result, indicators }] })).toEqual([
      '/results/0/indicators must NOT have additional properties',
    ])
  })
})
