import { describe, expect, test } from 'vitest'
import { RULES } from '../../rules/index.ts'
import { audit } from '../../src/audit.ts'
import type { CatalogueEntry } from '../../src/core/catalogue.ts'
import { FETCH_FAILURES, FILE_FAILURES } from '../../src/core/exchange.ts'
import type { LedgerLine } from '../../src/core/ledger.ts'
import { createFetcher } from '../../src/fetch/index.ts'
import { loadProfile } from '../../src/score/index.ts'
import { type Behaviour, expectation, observe, POLITE, SOUND } from '../support/behaviour.ts'
import { hastyTime } from '../support/fake-time.ts'
import { type Route, startPortal } from '../support/portal.ts'
import { ADDRESSES } from './behaviours/addresses.ts'
import { STATUSES, WALLS } from './behaviours/answers.ts'
import { CERTIFICATES } from './behaviours/certificates.ts'
import { CONNECTIONS } from './behaviours/connections.ts'
import { CONTENTS } from './behaviours/contents.ts'
import { REDIRECTS } from './behaviours/redirects.ts'

const TABLE: Readonly<Record<string, readonly Behaviour[]>> = {
  'a server:': CONNECTIONS,
  'a server with': CERTIFICATES,
  'a status:': STATUSES,
  'a wall of': WALLS,
  'a redirect:': REDIRECTS,
  'a success with': CONTENTS,
  'an address:': ADDRESSES,
}

for (const [group, rows] of Object.entries(TABLE))
  describe.concurrent(group, () => {
    test.for(rows.map((row): [string, Behaviour] => [row.what, row]))('%s', async ([, row], { expect }) => {
      const { mostAtOnce, ...seen } = await observe(row)
      expect(seen).toEqual(expectation(row))
      expect(mostAtOnce).toBeLessThanOrEqual(POLITE.concurrency)
    })
  })

test('every reason why a link may fail is in the table', () => {
  const shown = new Set(Object.values(TABLE).flatMap((rows) => rows.map(({ failure }) => failure)))
  // These are of local files and of recordings.
  const others = [...FILE_FAILURES, 'not-recorded', 'recording-damaged']
  expect(FETCH_FAILURES.filter((code) => !shown.has(code))).toEqual(others)
})

/** Links that fail, recover, lead on and work, of so many datasets. */
const mixed = (nth: number): Route =>
  [{ body: SOUND, delay: 5 }, { status: 503 }, { redirect: '/end' }, { status: 404 }][nth % 4]!

test('an audit of many datasets at once: the host sees two requests at most, and never two too soon', async () => {
  const targets = Array.from({ length: 24 }, (_, i) => `/${i}.csv`)
  const portal = await startPortal({
    ...Object.fromEntries(targets.map((target, i) => [target, mixed(i)])),
    '/end': { body: SOUND },
  })
  const time = hastyTime()
  const fetcher = createFetcher({ allowPrivate: true, lanes: { ...POLITE, downAfter: 100 }, time })
  async function* entries(): AsyncGenerator<CatalogueEntry> {
    for (const [i, target] of targets.entries())
      yield {
        kind: 'dataset',
        dataset: {
          id: `${i}`,
          title: target,
          publisher: '勞動部',
          resources: [{ id: '1', url: portal.url(target), format: 'CSV' }],
          extra: {},
        },
      }
  }
  const lines: LedgerLine[] = []
  for await (const line of audit(entries(), {
    rules: RULES,
    profile: loadProfile('measure-2017'),
    now: Date.UTC(2026, 0, 1),
    origin: fetcher,
    catalogue: [],
    program: 'test',
    clock: time.now,
    concurrency: 8,
    confirmation: { after: 600_000, wait: time.wait },
  }))
    lines.push(line)
  await fetcher.close()
  await portal.close()
  const links = lines.flatMap((line) => (line.kind === 'dataset' ? line.resources : []))
  const outcomes = links.map(({ outcomes }) => outcomes['link/reachable'])
  expect([outcomes.length, outcomes.filter((outcome) => outcome === 'fail').length]).toEqual([24, 12])
  // Sound 1, leading on 2; in two windows: 503 three times each, 404 once each.
  expect(portal.requests).toHaveLength(6 * (1 + 2 + 2 * 3 + 2 * 1))
  expect(portal.mostAtOnce).toBe(POLITE.concurrency)
  const politeness = lines.find((line) => line.kind === 'politeness')
  expect(politeness?.hosts).toMatchObject([
    { requests: portal.requests.length, maxConcurrent: POLITE.concurrency, minSpacingMs: POLITE.spacing },
  ])
})
