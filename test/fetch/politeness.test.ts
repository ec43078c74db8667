import { afterEach, expect, test, vi } from 'vitest'
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/fetch/index.ts'
import { type FakeTime, fakeTime } from '../support/fake-time.ts'
import { type Portal, type Route, type Routes, startPortal } from '../support/portal.ts'

let portal: Portal
let fetcher: Fetcher
afterEach(async () => {
  await fetcher.close()
  await portal.close()
})

async function start(routes: Routes, options: FetcherOptions = {}): Promise<void> {
  portal = await startPortal(routes)
  fetcher = createFetcher({ allowPrivate: true, ...options })
}

const targets = (count: number): string[] => Array.from({ length: count }, (_, i) => `/${i}`)
const everywhere = (count: number, route: Route): Routes =>
  Object.fromEntries(targets(count).map((target) => [target, route]))
const askAll = (all: readonly string[]) =>
  Promise.all(all.map(async (target) => (await fetcher.fetch(portal.url(target))).exchange))
const hostname = () => new URL(portal.url('/')).host

/** Time passes in tens, and only when no request is on its way: the host sees exact moments. */
async function untilDone<T>(time: FakeTime, work: Promise<T>): Promise<T> {
  let done = false
  const end = () => {
    done = true
  }
  work.then(end, end)
  for (let step = 0; !done; step = 10) {
    await time.pass(step)
    const sent = fetcher.statistics()[0]?.requests ?? 0
    await vi.waitFor(() => expect(portal.requests.length).toBeGreaterThanOrEqual(sent))
  }
  return work
}

test.each([1, 2, 3])('the host never sees more than %i at once', async (concurrency) => {
  await start(everywhere(12, { body: 'x', delay: 10 }), { lanes: { concurrency } })
  await askAll(targets(12))
  expect(portal.requests).toHaveLength(12)
  expect(portal.mostAtOnce).toBe(concurrency)
  expect(fetcher.statistics()).toMatchObject([{ requests: 12, maxConcurrent: concurrency, failures: 0 }])
})

test('nor while a body is still coming, or a redirect is followed', async () => {
  const slow: Route = { body: 'xxxxxx', trouble: 'drip' }
  const routes = {
    ...everywhere(6, slow),
    '/to/1': { redirect: '/1' },
    '/to/2': { redirect: '/2', delay: 10 },
  }
  await start(routes)
  await askAll([...targets(6), '/to/1', '/to/2'])
  expect(portal.requests).toHaveLength(10)
  expect(portal.mostAtOnce).toBe(2)
})

test('the host sees the spacing, redirects and further attempts included', async () => {
  const time = fakeTime()
  const arrivals: number[] = []
  const at = (route: Route) => () => {
    arrivals.push(time.now())
    return route
  }
  const lanes = { spacing: 250, concurrency: 4 }
  await start(
    {
      '/0': at({ redirect: '/1' }),
      '/1': at({ body: 'x' }),
      '/2': at({ body: 'x' }),
      '/3': at({ status: 502 }),
    },
    { lanes, time, attempts: 2 },
  )
  await untilDone(time, askAll(['/0', '/2', '/3']))
  expect(arrivals).toHaveLength(5)
  for (const [i, arrival] of arrivals.entries())
    if (i > 0) expect(arrival - arrivals[i - 1]!).toBeGreaterThanOrEqual(250)
  expect(fetcher.statistics()).toMatchObject([{ requests: 5, minSpacingMs: 250, failures: 2 }])
})

test('a server that asks for a pause gets it, then answers', async () => {
  const time = fakeTime()
  const arrivals: number[] = []
  const busy = (nth: number): Route => {
    arrivals.push(time.now())
    return nth === 1 ? { status: 503, headers: { 'retry-after': '30' } } : { body: 'x' }
  }
  await start({ '/': busy }, { time })
  const [exchange] = await untilDone(time, askAll(['/']))
  expect(exchange).toMatchObject({
    status: 200,
    attempts: [{ window: 1, failure: { code: 'http-status' } }, { window: 1 }],
  })
  expect(exchange!.failure).toBeUndefined()
  expect(arrivals[1]).toBeGreaterThanOrEqual(30_000)
  expect(arrivals[1]).toBeLessThan(30_100)
  expect(fetcher.statistics()).toEqual([
    {
      host: hostname(),
      requests: 2,
      maxConcurrent: 1,
      minSpacingMs: arrivals[1],
      backOffs: 0,
      retryAfterObeyed: 1,
      failures: 1,
    },
  ])
})

test.each<[what: string, route: Route, attempts: number]>([
  ['503', { status: 503 }, 3],
  ['a reset', { trouble: 'reset' }, 3],
  ['a body cut short', { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\na' }, 3],
  ['404', { status: 404 }, 1],
  ['403', { status: 403 }, 1],
  ['gzip that is none', { body: 'x', headers: { 'content-encoding': 'gzip' } }, 1],
])('attempts at %s', async (_, route, attempts) => {
  await start({ '/': route })
  const [exchange] = await askAll(['/'])
  expect(exchange!.failure).toBeDefined()
  const { failure } = exchange!
  expect(exchange!.attempts).toMatchObject(Array.from({ length: attempts }, () => ({ window: 1, failure })))
  expect(portal.requests).toHaveLength(attempts)
})

test('a host that is down is asked a few times, not once per link', async () => {
  await start(everywhere(40, { trouble: 'reset' }))
  const exchanges = await askAll(targets(40))
  expect(portal.requests.length).toBeLessThanOrEqual(6)
  // Who was asked says what the host did, the others that nobody asked.
  const asked = new Set(portal.requests.map(({ target }) => portal.url(target)))
  for (const { url, failure } of exchanges) expect(failure?.code).toBe(asked.has(url) ? 'reset' : 'host-down')
  expect(exchanges.at(-1)!.failure!.detail).toMatch(/^reset: /)
})

test('closing ends the waiting, too', async () => {
  await start(everywhere(3, {}), { lanes: { spacing: 1e6 } })
  const all = targets(3).map((target) => fetcher.fetch(portal.url(target)))
  const rest = Promise.allSettled(all.slice(1))
  await all[0]
  await fetcher.close()
  expect((await rest).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
