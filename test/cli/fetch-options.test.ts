import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { complaints } from '../report/schema.ts'
import type { Routes } from '../support/portal.ts'
import { audit, listing, many } from './listing.ts'
import { SOUND } from './run.ts'

describe('--confirm-after', () => {
  /** Gone at the first look, there at the second. */
  const BACK: Routes = {
    '/back': (nth) => (nth === 1 ? { status: 404 } : { body: SOUND }),
    '/gone': { status: 404 },
  }
  const linksOf = (datasets: readonly DatasetRecord[]) =>
    datasets.map(({ id, resources }) => [
      id,
      resources[0]!.outcomes['link/reachable'],
      resources[0]!.link.attempts?.length ?? 1,
    ])

  it.each<[string, string[]]>([
    ['by default', []],
    ['0s', ['--confirm-after', '0s']],
  ])('%s: failed links are looked at again at the end of the run', async (_, options) => {
    const setting = await listing(BACK)
    const { datasets } = await audit(setting, ...options)
    expect(linksOf(datasets)).toEqual([
      ['back', 'pass', 2],
      ['gone', 'fail', 2],
    ])
    expect(setting.portal.requests).toHaveLength(4)
  })

  it('1s: not before a second has passed', async () => {
    const setting = await listing({ '/gone': { status: 404 } })
    const { datasets } = await audit(setting, '--confirm-after', '1s')
    const [first, second] = datasets[0]!.resources[0]!.link.attempts!
    expect(Date.parse(second!.at) - Date.parse(first!.at)).toBeGreaterThanOrEqual(1_000)
    expect([first!.window, second!.window]).toEqual([1, 2])
  })

  it('never: the first look decides', async () => {
    const setting = await listing(BACK)
    const { datasets } = await audit(setting, '--confirm-after', 'never')
    expect(linksOf(datasets)).toEqual([
      ['back', 'fail', 1],
      ['gone', 'fail', 1],
    ])
    expect(setting.portal.requests).toHaveLength(2)
  })

  it.each(['10', 'soon', '-1s', '1d', '1.5m', 'Never'])('%s is no duration', async (value) => {
    const setting = await listing(BACK)
    const { code, out, err } = await audit(setting, `--confirm-after=${value}`)
    expect(err).toBe(`odbadge: --confirm-after 的「${value}」不是時間長度，請寫成 30s、10m 或 2h。\n`)
    expect([code, out, setting.portal.requests]).toEqual([2, '', []])
  })
})

describe('--previous', () => {
  it('tells since when a link fails and when it last worked, in ledger and reports', async () => {
    let failing = false
    const setting = await listing({
      '/a': () => (failing ? { status: 404 } : { body: SOUND }),
      '/b': { status: 404 },
    })
    const ledger = setting.at('out', 'ledger.ndjson')
    const before = await audit(setting)
    const old = setting.at('old.ndjson')
    // The audit of a week ago.
    writeFileSync(
      old,
      readFileSync(ledger, 'utf8').replaceAll(/"(startedAt|at)":"\d{4}-\d\d-\d\dT/g, '"$1":"2026-01-05T'),
    )
    expect(before.datasets[0]!.resources[0]!.link).not.toHaveProperty('history')

    failing = true
    const { datasets, report, page, lines } = await audit(setting, '--previous', old, '--lang', 'en')
    for (const line of lines) expect(complaints('ledger', line)).toEqual([])
    const [a, b] = ['a', 'b'].map((id) => datasets.find((dataset) => dataset.id === id)!.resources[0]!)
    expect(a!.link.history).toEqual({
      lastWorked: expect.stringMatching(/^2026-01-05T/),
      failingSince: a!.link.at,
    })
    expect(b!.link.history).toEqual({ failingSince: expect.stringMatching(/^2026-01-05T/) })
    const said = (id: string): string[] =>
      report.datasets
        .find((dataset: DatasetRecord) => dataset.id === id)
        .resources[0].findings.filter(({ rule }: { rule: string }) => rule === 'link/reachable')
        .map(({ message }: { message: string }) => message)
    expect(said('a')[0]).toMatch(/it last worked on 2026-01-0[56]: http/)
    expect(said('b')[0]).toMatch(/^Every audit since 2026-01-0[56] found this link failing: http/)
    expect(page).toContain('2026-01-05T')
  })

  it('that is no ledger is refused before anything is fetched', async () => {
    const setting = await listing({ '/a': { body: SOUND } })
    const { code, err } = await audit(setting, '--previous', setting.at('c.csv'))
    expect(err).toMatch(/c\.csv 第 1 行不是稽核紀錄/)
    expect([code, setting.portal.requests]).toEqual([2, []])
  })
})

describe('politeness', () => {
  it('--per-host: the host never sees more at once, and the record says what it saw', async () => {
    const setting = await listing(many(12, { body: SOUND, delay: 10 }))
    const { hosts, report, lines } = await audit(setting, '--per-host', '3', '--concurrency', '12')
    const { host } = new URL(setting.portal.url('/'))
    expect(hosts).toMatchObject([{ host, requests: 12, maxConcurrent: 3, failures: 0, backOffs: 0 }])
    expect([setting.portal.requests.length, setting.portal.mostAtOnce]).toEqual([12, 3])
    expect(report.politeness).toEqual(lines.filter(({ kind }) => kind === 'politeness'))
    expect(complaints('report', report)).toEqual([])
  })

  it('--spacing: two requests never start sooner, and the record says how close they came', async () => {
    const arrivals: number[] = []
    const setting = await listing(
      many(5, () => {
        arrivals.push(performance.now())
        return { body: SOUND }
      }),
    )
    const { hosts } = await audit(setting, '--spacing', '60', '--concurrency', '5')
    expect(hosts).toHaveLength(1)
    expect(hosts[0]!.minSpacingMs).toBeGreaterThanOrEqual(60)
    // An arrival may be late, never early: in all, time must have passed.
    expect(arrivals.at(-1)! - arrivals[0]!).toBeGreaterThanOrEqual(4 * 60 - 20)
  })

  it('counts what went wrong: failures, back-offs and pauses that a server asked for', async () => {
    const setting = await listing({
      '/busy': (nth) => (nth === 1 ? { status: 503, headers: { 'retry-after': '1' } } : { body: SOUND }),
    })
    const { hosts } = await audit(setting)
    expect(hosts).toMatchObject([{ requests: 2, failures: 1, retryAfterObeyed: 1 }])
    expect(hosts[0]!.minSpacingMs).toBeGreaterThanOrEqual(1_000)
  })

  it.each([
    ['--per-host', '0'],
    ['--per-host', '1.5'],
    ['--per-host', 'two'],
    ['--concurrency', '-1'],
    ['--spacing', '-1'],
    ['--spacing', 'fast'],
  ])('%s %s is refused', async (option, value) => {
    const setting = await listing({ '/a': { body: SOUND } })
    const { code, err } = await audit(setting, `${option}=${value}`)
    expect(err).toContain(option)
    expect([code, setting.portal.requests]).toEqual([2, []])
  })
})

it('--contact tells the administrators of the portal who asks', async () => {
  const setting = await listing({ '/a': { body: SOUND } })
  await audit(setting, '--contact', 'opendata@mol.gov.tw')
  const [first] = setting.portal.requests
  expect(first?.headers['user-agent']).toMatch(
    /^odbadge\/\d+\.\d+\.\d+ \(opendata@mol\.gov\.tw; government open data quality audit\)$/,
  )
})

it.each(['資料科', 'a\nb', 'x'.repeat(400), ''])('--contact %j can stand in no header', async (contact) => {
  const setting = await listing({ '/a': { body: SOUND } })
  const { code, err } = await audit(setting, `--contact=${contact}`)
  expect(err).toMatch(/--contact/)
  expect([code, setting.portal.requests]).toEqual([2, []])
})
