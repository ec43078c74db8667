import { describe, expect, it } from 'vitest'
import { RULES } from '../rules/index.ts'
import { audit, type Origin } from '../src/audit.ts'
import { gatekeeper } from '../src/cli/exit-code.ts'
import type { CatalogueEntry, Dataset } from '../src/core/catalogue.ts'
import type { DatasetRecord, LedgerLine } from '../src/core/ledger.ts'
import { mapInOrder } from '../src/core/map-in-order.ts'
import { type AnyRule, defineRule } from '../src/core/rule.ts'
import { examine } from '../src/examine.ts'
import { loadProfile } from '../src/score/index.ts'
import { pathOf } from './support/body.ts'
import { memoryOrigin } from './support/memory-origin.ts'

const text = { 'zh-TW': '', en: '' }
const crashing = defineRule({
  id: 'structure/parses',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['bytes'],
  claim: text,
  messages: { never: { text, remedy: text } },
  check() {
    throw new TypeError('undefined is not a table')
  },
})

const dataset = (id: string): Dataset => ({
  id,
  title: `資料集${id}`,
  publisher: '勞動部',
  fields: '年度、人數',
  updateFrequency: '不定期',
  resources: [{ id: '1', url: `https://data.example.gov.tw/${id}`, format: 'CSV', encoding: 'UTF-8' }],
  extra: {},
})

async function* entriesOf(ids: readonly string[]): AsyncGenerator<CatalogueEntry> {
  for (const id of ids) yield { kind: 'dataset', dataset: dataset(id) }
}

async function linesOf(
  ids: readonly string[],
  rules: readonly AnyRule[],
  concurrency = 3,
): Promise<LedgerLine[]> {
  const body = Buffer.from('年度,人數\n112,5\n113,7\n')
  const origin = await memoryOrigin(
    Object.fromEntries(ids.map((id) => [dataset(id).resources[0]!.url, body])),
  )
  const profile = loadProfile('measure-2017')
  const options = {
    rules,
    profile,
    now: 0,
    origin,
    catalogue: ['測試'],
    program: 'test',
    clock: () => 0,
    concurrency,
  }
  return collect(audit(entriesOf(ids), options))
}

const datasets = (lines: readonly LedgerLine[]) =>
  lines.filter((line): line is DatasetRecord => line.kind === 'dataset')

describe('a rule that throws', () => {
  const rules = RULES.map((rule) => (rule.id === crashing.id ? crashing : rule))

  it('becomes unknown with its id; the audit goes on; the exit code says so', async () => {
    const lines = await linesOf(['1', '2'], rules)
    const records = datasets(lines)
    expect(records).toHaveLength(2)
    for (const record of records) {
      const { outcomes, findings } = record.resources[0]!
      expect(outcomes['structure/parses']).toBe('unknown')
      expect(outcomes['metadata/fields-match']).toBe('pass')
      expect(findings).toMatchObject([
        {
          rule: 'structure/parses',
          messageId: 'rule-crashed',
          outcome: 'unknown',
          data: { rule: 'structure/parses', detail: 'undefined is not a table' },
        },
      ])
      expect(record.badge).toEqual({ atLeast: 'bronze', atMost: 'gold' })
    }
    expect(lines.at(-1)).toMatchObject({ kind: 'footer', summary: { datasets: 2, crashes: 2 } })
    const keeper = gatekeeper({ failOn: 'never' })
    for (const { badge, findings, resources } of records)
      keeper.see({
        badge,
        findings: [...findings, ...resources.flatMap((resource) => resource.findings)],
      })
    expect(keeper.code()).toBe(70)
  })

  it('costs nothing when it does not throw', async () => {
    const [record] = datasets(await linesOf(['1'], RULES))
    expect(record?.badge).toEqual({ atLeast: 'gold', atMost: 'gold' })
  })
})

describe('content that cannot be read', () => {
  const policy = { rules: RULES, profile: loadProfile('measure-2017'), now: 0 }

  it('is unknown with the reason when the file is gone before it is inspected', async () => {
    const url = dataset('1').resources[0]!.url
    const origin = await memoryOrigin({ [url]: Buffer.from('年度,人數\n112,5\n') })
    const gone: Origin = {
      ...origin,
      async fetch(asked) {
        const fetched = await origin.fetch(asked)
        return { ...fetched, body: { path: `${pathOf(fetched.body)}-gone`, size: 9, whole: true } }
      },
    }
    const { record } = await examine(dataset('1'), gone, policy)
    expect(record.badge).toEqual({ atLeast: 'none', atMost: 'gold' })
    const { findings } = record.resources[0]!
    expect(new Set(findings.map(({ messageId, outcome }) => `${outcome} ${messageId}`))).toEqual(
      new Set(['unknown file-unreadable']),
    )
  })

  it('is not called empty when its first record does not end', async () => {
    const url = dataset('1').resources[0]!.url
    const origin = await memoryOrigin({ [url]: Buffer.from('abc,123 '.repeat(600_000)) })
    const { outcomes, findings } = (await examine(dataset('1'), origin, policy)).record.resources[0]!
    expect(outcomes['download/has-data']).toBe('unknown')
    expect(outcomes['structure/single-header']).toBe('unknown')
    expect(findings.map(({ messageId }) => messageId)).toContain('record-too-long')
  })
})

describe('the ledger', () => {
  it('has a header, the datasets in the order of the catalogue, and a footer, whatever the concurrency', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => String(i))
    for (const concurrency of [1, 7]) {
      const lines = await linesOf(ids, RULES, concurrency)
      expect(lines[0]?.kind).toBe('header')
      expect(datasets(lines).map(({ id }) => id)).toEqual(ids)
      expect(lines.at(-1)?.kind).toBe('footer')
    }
  })

  it('is the same twice', async () => {
    expect(await linesOf(['1', '2'], RULES)).toEqual(await linesOf(['1', '2'], RULES))
  })
})

describe('mapInOrder', () => {
  async function* numbers(count: number) {
    for (let i = 0; i < count; i++) yield i
  }

  it('works on as many at once as it may, and no more', async () => {
    let running = 0
    let most = 0
    const results = mapInOrder(numbers(10), 3, async (n) => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      return n * 2
    })
    expect(await collect(results)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18])
    expect(most).toBe(3)
  })

  it('passes a failure on', async () => {
    const results = mapInOrder(numbers(3), 2, async (n) => {
      if (n === 1) throw new Error('full disk')
      return n
    })
    await expect(collect(results)).rejects.toThrow('full disk')
  })
})

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
