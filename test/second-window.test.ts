import { describe, expect, it } from 'vitest'
import { RULES } from '../rules/index.ts'
import { audit, type Origin } from '../src/audit.ts'
import type { CatalogueEntry, Dataset } from '../src/core/catalogue.ts'
import { type Exchange, FETCH_FAILURES, type FetchFailureCode, isConfirmable } from '../src/core/exchange.ts'
import type { DatasetRecord, LedgerLine } from '../src/core/ledger.ts'
import { linkHistories } from '../src/history.ts'
import { loadProfile } from '../src/score/index.ts'
import { memoryOrigin } from './support/memory-origin.ts'

const BODY = Buffer.from('年度,人數\n112,5\n113,7\n')
const url = (name: string) => `https://data.example.gov.tw/${name}`

const dataset = (id: string, names: readonly string[] = [id]): Dataset => ({
  id,
  title: id,
  publisher: '勞動部',
  fields: '年度、人數',
  updateFrequency: '不定期',
  resources: names.map((name, i) => ({ id: `${i + 1}`, url: url(name), format: 'CSV', encoding: 'UTF-8' })),
  extra: {},
})

/** How a link answers in each window, the last one for good; `ok` gives the body. */
type Script = readonly (FetchFailureCode | 'ok' | { readonly down: FetchFailureCode })[]

/** A network that keeps to the script, and an audit of it with a clock that moves only by waiting. */
async function played(
  scripts: Readonly<Record<string, Script>>,
  datasets: readonly Dataset[] = Object.keys(scripts).map((id) => dataset(id)),
  options: Partial<Parameters<typeof audit>[1]> = {},
) {
  const memory = await memoryOrigin(Object.fromEntries(Object.keys(scripts).map((id) => [url(id), BODY])))
  const asked: string[] = []
  let now = Date.UTC(2026, 2, 10)
  const origin: Origin = {
    ...memory,
    async fetch(address, { window = 1 } = {}) {
      const name = address.split('/').at(-1)!
      asked.push(`${name}@${window}`)
      const script = scripts[name]!
      const answer = script[Math.min(window, script.length) - 1]!
      const at = new Date(now).toISOString()
      if (answer === 'ok') {
        const { exchange, body } = await memory.fetch(address)
        return { exchange: { ...exchange, at }, ...(body && { body }) }
      }
      const failure =
        typeof answer === 'string'
          ? { code: answer, detail: 'words' }
          : ({ code: 'host-down', detail: 'words', cause: answer.down } as const)
      const exchange: Exchange = {
        kind: 'http',
        url: address,
        finalUrl: address,
        hops: [],
        failure,
        attempts: [{ window, at, elapsed: 1, failure }],
        at,
        elapsed: 1,
      }
      return { exchange }
    },
  }
  async function* entries(): AsyncGenerator<CatalogueEntry> {
    for (const each of datasets) yield { kind: 'dataset', dataset: each }
  }
  const lines: LedgerLine[] = []
  const waits: number[] = []
  for await (const line of audit(entries(), {
    rules: RULES,
    profile: loadProfile('measure-2017'),
    now,
    origin,
    catalogue: [],
    program: 'test',
    clock: () => now,
    concurrency: 1,
    confirmation: {
      after: 600_000,
      async wait(ms) {
        waits.push(ms)
        now += ms
      },
    },
    ...options,
  }))
    lines.push(line)
  const records = lines.filter((line): line is DatasetRecord => line.kind === 'dataset')
  return { lines, records, asked, waits }
}

const verdict = (record: DatasetRecord | undefined, resource = 0) => {
  const { outcomes, findings } = record!.resources[resource]!
  const said = findings.filter(({ rule }) => rule === 'link/reachable').map(({ messageId }) => messageId)
  return [outcomes['link/reachable'], ...said]
}

describe('a link that failed', () => {
  it('is looked at again when all others are done, and not before its time', async () => {
    const { records, asked, waits } = await played({ a: ['http-status', 'reset'], b: ['ok'], c: ['dns'] })
    expect(asked).toEqual(['a@1', 'b@1', 'c@1', 'a@2', 'c@2'])
    expect(waits).toEqual([600_000])
    expect(records.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })

  it('is broken when it fails in both windows, and the ledger has every attempt', async () => {
    const { records } = await played({ a: ['refused', 'reset'] })
    expect(verdict(records[0])).toEqual(['fail', 'reset'])
    expect(records[0]!.resources[0]!.link.attempts).toMatchObject([
      { window: 1, at: '2026-03-10T00:00:00.000Z', failure: { code: 'refused' } },
      { window: 2, at: '2026-03-10T00:10:00.000Z', failure: { code: 'reset' } },
    ])
  })

  it('is unstable when it recovers: judged by what it gave, with a remark', async () => {
    const { records } = await played({ a: ['refused', 'ok'] })
    expect(verdict(records[0])).toEqual(['pass', 'unstable'])
    expect(records[0]!.badge).toEqual({ atLeast: 'gold', atMost: 'gold' })
    const remark = records[0]!.resources[0]!.findings.find(({ messageId }) => messageId === 'unstable')
    expect(remark?.data).toMatchObject({ count: 1, total: 2 })
  })

  it('does not make the dataset’s other links be asked again', async () => {
    const { records, asked } = await played({ a: ['ok'], b: ['refused'], c: ['ok'] }, [
      dataset('1', ['a', 'b', 'c']),
    ])
    expect(asked).toEqual(['a@1', 'b@1', 'c@1', 'b@2'])
    expect([0, 1, 2].map((n) => verdict(records[0], n)[0])).toEqual(['pass', 'fail', 'pass'])
  })

  it('is not looked at again when no time will change it', async () => {
    const lasting = FETCH_FAILURES.filter((code) => /^(bad-url|unsupported|forbidden-a|tls)/.test(code))
    const { asked } = await played(Object.fromEntries(lasting.map((code) => [code, [code]])))
    expect(asked).toEqual(lasting.map((code) => `${code}@1`))
    expect(isConfirmable({ failure: { code: 'http-status', detail: '404' } } as Exchange)).toBe(true)
  })

  it('is judged by one window when told so', async () => {
    const { records, asked } = await played({ a: ['refused', 'ok'], b: ['ok'] }, undefined, {
      confirmation: undefined as never,
    })
    expect(asked).toEqual(['a@1', 'b@1'])
    expect(records.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(verdict(records[0])).toEqual(['fail', 'refused'])
  })
})

describe('a host that is down', () => {
  it('in both windows for want of a connection: its links are dead, though none was asked', async () => {
    const { records } = await played({ a: [{ down: 'refused' }, { down: 'refused' }] })
    expect(verdict(records[0])).toEqual(['fail', 'host-dead'])
  })

  it('because it puts us off: nothing is known', async () => {
    const { records } = await played({ a: [{ down: 'http-status' }, { down: 'http-status' }] })
    expect(verdict(records[0])).toEqual(['unknown', 'host-down'])
  })

  it('in the second window only: what the link itself answered counts', async () => {
    const { records } = await played({ a: ['http-status', { down: 'refused' }] })
    expect(records[0]!.resources[0]!.link.failure?.code).toBe('http-status')
    expect(verdict(records[0])[0]).toBe('fail')
  })

  it('in the first window only: what it gave later counts', async () => {
    const { records } = await played({ a: [{ down: 'refused' }, 'ok'] })
    expect(verdict(records[0])).toEqual(['pass'])
  })
})

describe('earlier ledgers', () => {
  async function* all(...runs: (readonly LedgerLine[])[]) {
    for (const lines of runs) yield* lines
  }

  it('tell when a link last worked and since when it fails', async () => {
    const good = await played({ a: ['ok'], b: ['refused'] })
    const histories = await linkHistories(all(good.lines))
    const bad = await played({ a: ['refused'], b: ['refused'] }, undefined, {
      history: (address) => histories.get(address),
    })
    expect(verdict(bad.records[0])).toEqual(['fail', 'worked-until', 'refused'])
    expect(verdict(bad.records[1])).toEqual(['fail', 'failing-since', 'refused'])
    // The next ledger needs only this one.
    const passedOn = await linkHistories(all(bad.lines))
    expect(passedOn.get(url('a'))).toEqual({
      lastWorked: '2026-03-10T00:00:00.000Z',
      failingSince: '2026-03-10T00:00:00.000Z',
    })
    const third = await linkHistories(all(good.lines, bad.lines, (await played({ a: ['ok'] })).lines))
    expect(third.get(url('a'))).toEqual({ lastWorked: '2026-03-10T00:00:00.000Z' })
  })

  it('say nothing of a link that works', async () => {
    const { records } = await played({ a: ['ok'] }, undefined, {
      history: () => ({ failingSince: '2026-01-01T00:00:00Z' }),
    })
    expect(verdict(records[0])).toEqual(['pass'])
  })
})
