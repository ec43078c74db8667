import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expected, found } from '../demo/agreement.ts'
import { CATALOGUE_PROBLEMS } from '../demo/catalogue.ts'
import { GOLD } from '../demo/dataset.ts'
import { DATASETS, NOW } from '../demo/datasets/index.ts'
import { type DemoPortal, startDemoPortal } from '../demo/portal.ts'
import type { Badge } from '../src/core/badge.ts'
import type { DatasetRecord, LedgerLine, Summary } from '../src/core/ledger.ts'
import { audit, createFetcher, loadProfile, RULES, readCatalogue } from '../src/index.ts'
import { textOf } from './support/body.ts'

/** Long enough for a busy machine to answer, short enough to wait for the links that never do. */
const SHORT = 2_000

let portal: DemoPortal
let csv: LedgerLine[]
let json: LedgerLine[]

async function auditExport(name: string): Promise<LedgerLine[]> {
  const directory = await mkdtemp(join(tmpdir(), 'odbadge-demo-'))
  const clock = () => Date.parse(NOW)
  const timeouts = { connect: SHORT, headers: SHORT, bodyIdle: SHORT }
  const origin = createFetcher({
    allowPrivate: true,
    timeouts,
    attempts: 1,
    lanes: { concurrency: 8 },
    spoolDir: directory,
    clock,
  })
  try {
    const { body } = await origin.fetch(`${portal.url}/${name}`)
    const path = join(directory, name)
    await writeFile(path, textOf(body!))
    const lines: LedgerLine[] = []
    for await (const line of audit(readCatalogue({ name, path }), {
      rules: RULES,
      profile: loadProfile('measure-2017'),
      now: clock(),
      origin,
      catalogue: [name],
      program: 'test',
      probeApi: true,
      clock,
    }))
      lines.push(line)
    return lines
  } finally {
    await origin.close()
    await rm(directory, { recursive: true })
  }
}

beforeAll(async () => {
  portal = await startDemoPortal()
  ;[csv, json] = await Promise.all([auditExport('export.csv'), auditExport('export.json')])
})
afterAll(() => portal.close())

const recordsOf = (lines: readonly LedgerLine[]): DatasetRecord[] =>
  lines.filter((line) => line.kind === 'dataset')

const problemsOf = (lines: readonly LedgerLine[]): LedgerLine[] =>
  lines.filter((line) => line.kind === 'catalogue-problem')

function summaryOf(lines: readonly LedgerLine[]): Summary {
  const footer = lines.at(-1)
  if (footer?.kind !== 'footer') throw new Error('no footer')
  return footer.summary
}

describe('the table', () => {
  it('has unique ids and links', () => {
    const ids = DATASETS.map(({ id }) => id)
    const paths = DATASETS.flatMap(({ resources }) => resources.map(({ path }) => path))
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(paths).size).toBe(paths.length)
  })

  it.each(DATASETS.map((dataset) => [dataset.id, dataset.title, dataset] as const))(
    '%s %s',
    (id, _title, dataset) => {
      const record = recordsOf(csv).find((each) => each.id === id)
      expect(record && found(record)).toEqual(expected(dataset))
    },
  )

  it('awards every badge, for certain and in doubt', () => {
    const badges = new Set(DATASETS.map(({ expect: { badge } }) => `${badge.atLeast} ${badge.atMost}`))
    for (const badge of ['gold', 'silver', 'bronze', 'none'])
      expect([...badges]).toContain(`${badge} ${badge}`)
    for (const badge of ['silver', 'bronze', 'none']) expect([...badges]).toContain(`${badge} gold`)
  })
})

describe('the rules', () => {
  it.each(RULES.map(({ id }) => id))('%s is broken by one dataset and kept by another', (id) => {
    const broken = DATASETS.filter(({ expect: { fails = [], advises = [] } }) =>
      [...fails, ...advises].some((selector) => selector.startsWith(`${id}#`)),
    )
    expect(broken).not.toEqual([])
    const kept = recordsOf(csv).filter((record) => {
      const parts = [record, ...record.resources]
      return (
        parts.some(({ outcomes }) => outcomes[id] === 'pass') &&
        !parts.some(({ findings }) => findings.some(({ rule }) => rule === id))
      )
    })
    expect(kept).not.toEqual([])
  })

  it('has no finding but advice on what is gold', () => {
    for (const { expect: expectation } of DATASETS.filter(({ expect: { badge } }) => badge === GOLD))
      expect([...(expectation.fails ?? []), ...(expectation.unknown ?? [])]).toEqual([])
  })
})

describe('the score', () => {
  /** 銅 30、銀 60、金 100, in hundredths so that nothing is a binary fraction, rounded half up. */
  const POINTS: Readonly<Record<Badge, number>> = { none: 0, bronze: 30, silver: 60, gold: 100 }

  function scoreOf(badges: readonly Badge[]): string {
    const hundredths = badges.reduce((sum, badge) => sum + POINTS[badge] * 100, 0)
    const rounded = Math.floor((2 * hundredths + badges.length) / (2 * badges.length))
    return `${Math.floor(rounded / 100)}.${String(rounded % 100).padStart(2, '0')}`
  }

  it.each(['勞動部', '臺東縣政府', '環境部'])('of %s is what the measure says', (name) => {
    const own = name === '臺東縣政府' ? '臺東縣' : name
    const badges = DATASETS.filter(({ publisher }) => publisher.startsWith(own)).map(
      ({ expect: { badge } }) => badge,
    )
    const body = summaryOf(csv).bodies.find((each) => each.body.name === name)
    expect(body?.datasets).toBe(badges.length)
    expect(body?.score).toEqual({
      atLeast: scoreOf(badges.map(({ atLeast }) => atLeast)),
      atMost: scoreOf(badges.map(({ atMost }) => atMost)),
    })
  })

  it('counts for these three bodies only, and no rule crashed', () => {
    const { bodies, crashes, datasets } = summaryOf(csv)
    expect(bodies.map(({ body }) => body.name).sort()).toEqual(['勞動部', '環境部', '臺東縣政府'].sort())
    expect(crashes).toBe(0)
    expect(datasets).toBe(DATASETS.length)
  })
})

describe('the catalogue', () => {
  it('reports what is wrong with its rows, in both formats', () => {
    const codes = (lines: readonly LedgerLine[]) =>
      problemsOf(lines).flatMap((line) => ('code' in line ? [line.code] : []))
    expect(codes(csv)).toEqual(['row-width', 'no-resource', 'resource-count'])
    expect(codes(json)).toEqual(['bad-row', 'no-resource', 'resource-count'])
    expect(summaryOf(csv).catalogueProblems).toBe(CATALOGUE_PROBLEMS)
  })

  it('gives the same records as CSV and as JSON', () => {
    expect(recordsOf(json)).toEqual(recordsOf(csv))
  })
})
