import { expect, test } from 'vitest'
import { RULES } from '../rules/index.ts'
import { audit, type Origin } from '../src/audit.ts'
import { fileCatalogue } from '../src/catalogue/index.ts'
import type { CatalogueEntry } from '../src/core/catalogue.ts'
import type { Exchange } from '../src/core/exchange.ts'
import type { LedgerLine } from '../src/core/ledger.ts'
import { loadProfile } from '../src/score/index.ts'

const KEY = 'CWB-0123'
const LINK = `https://user:${KEY}@a.tw/x?Authorization=${KEY}`
const NEXT = `https://a.tw/login?ReturnUrl=%2Fx%3Fapi_key%3D${KEY}`

/** Every link leads round in circles, by way of addresses that carry the key. */
const origin: Origin = {
  async fetch(url) {
    const exchange: Exchange = {
      kind: 'http',
      url,
      finalUrl: NEXT,
      hops: [
        { url, status: 302, location: NEXT },
        { url: NEXT, status: 302, location: url },
      ],
      status: 302,
      failure: { code: 'redirect-loop', detail: url },
      at: '2026-01-01T00:00:00.000Z',
      elapsed: 0,
    }
    return { exchange }
  },
  release: async () => undefined,
}

async function* entries(): AsyncGenerator<CatalogueEntry> {
  yield {
    kind: 'catalogue-problem',
    source: `https://a.tw/export.csv?token=${KEY}`,
    position: 1,
    code: 'bad-row',
    detail: LINK,
  }
  yield* fileCatalogue([LINK])
  const resource = { id: '1', url: LINK, description: `例如 ${LINK}` }
  const dataset = { id: '2', title: '名稱', publisher: '機關', resources: [resource], extra: {}, position: 2 }
  yield { kind: 'dataset', dataset }
}

test('no line of a ledger shows a key', async () => {
  const lines: LedgerLine[] = []
  for await (const line of audit(entries(), {
    rules: RULES,
    profile: loadProfile('measure-2017'),
    now: 0,
    origin,
    catalogue: [`https://a.tw/export.csv?token=${KEY}`],
    program: 'test',
    clock: () => 0,
  }))
    lines.push(line)
  expect(lines).toHaveLength(5)
  for (const line of lines) expect(JSON.stringify(line)).not.toContain(KEY)
  const route = `https://***@a.tw/x?Authorization=***`
  expect(JSON.stringify(lines)).toContain(
    `${route} → https://a.tw/login?ReturnUrl=%2Fx%3Fapi_key%3D*** → ${route}`,
  )
})
