import { describe, expect, it } from 'vitest'
import { asked, auditor, etagOf, fresh, judged, MODIFIED, one, tagged } from './remembering.ts'
import { BROKEN, portalFor, SOUND } from './run.ts'

describe('content that has not changed', () => {
  it('is neither sent nor inspected again, and judged alike', async () => {
    const portal = await portalFor({ '/a.csv': tagged(SOUND), '/b.csv': tagged(BROKEN) })
    const { audit } = auditor()
    const datasets = [one(portal), one(portal, { id: '2' }, '/b.csv')]
    const first = await audit(datasets)
    expect([first.err, first.counts]).toEqual(['', [0, 2]])
    const second = await audit(datasets)
    expect([second.err, second.counts]).toEqual(['', [2, 0]])

    expect(second.records.map(judged)).toEqual(first.records.map(judged))
    expect(second.records.map(({ badge }) => badge.atLeast)).toEqual(['gold', 'bronze'])
    const { link } = second.records[0]!.resources[0]!
    expect(link).toMatchObject({ status: 304, unchanged: true, lastModified: MODIFIED })
    expect(asked(portal).slice(2).sort()).toEqual([
      `/a.csv ${etagOf(SOUND)} ${MODIFIED}`,
      `/b.csv ${etagOf(BROKEN)} ${MODIFIED}`,
    ])
    // And so on.
    expect((await audit(datasets)).counts).toEqual([2, 0])
  })

  it.each<[string, Record<string, string>]>([
    ['an ETag', { etag: '"1"' }],
    ['Last-Modified', { 'last-modified': MODIFIED }],
  ])('by %s alone', async (_, headers) => {
    const portal = await portalFor({ '/a.csv': (_, request) => fresh(SOUND, headers, request) })
    const { audit } = auditor()
    await audit([one(portal)])
    const { counts, records } = await audit([one(portal)])
    expect(counts).toEqual([1, 0])
    expect(records[0]!.resources[0]!.link.status).toBe(304)
  })

  it('but is sent again is not inspected', async () => {
    const portal = await portalFor({
      '/a.csv': (nth) => ({ body: SOUND, headers: { etag: `"${nth}"` } }),
      '/plain.csv': { body: BROKEN },
    })
    const { audit } = auditor()
    const datasets = [one(portal), one(portal, { id: '2' }, '/plain.csv')]
    const first = await audit(datasets)
    const second = await audit(datasets)
    expect([first.counts, second.counts]).toEqual([
      [0, 2],
      [2, 0],
    ])
    expect(second.records.map(judged)).toEqual(first.records.map(judged))
    expect(second.records[0]!.resources[0]!.link).not.toHaveProperty('unchanged')
    expect(asked(portal).slice(2).sort()).toEqual(['/a.csv "1"', '/plain.csv'])
    await audit(datasets)
    expect(asked(portal).slice(4)).toContain('/a.csv "2"')
  })

  it('is judged anew: by another profile, against other claims', async () => {
    const portal = await portalFor({ '/a.csv': tagged(SOUND) })
    const { audit } = auditor()
    await audit([one(portal)])
    const claimed = await audit([one(portal, { fields: '年度、地區別、性別', encoding: 'BIG5' })])
    expect(claimed.counts).toEqual([1, 0])
    expect(claimed.records[0]!.badge.atLeast).toBe('silver')
    expect(JSON.stringify(claimed.records[0]!.resources[0]!.findings)).toContain('性別')
    const other = await audit([one(portal)], '--profile', 'checker-2017')
    expect(other.counts).toEqual([1, 0])
    expect(asked(portal).slice(1)).toEqual(Array(2).fill(`/a.csv ${etagOf(SOUND)} ${MODIFIED}`))
  })

  it('is inspected again where the declared format lets its bytes be another thing', async () => {
    const portal = await portalFor({ '/a.csv': tagged(SOUND) })
    const { audit } = auditor()
    await audit([one(portal)])
    expect((await audit([one(portal, { format: 'JSON' })])).counts).toEqual([0, 1])
    expect(asked(portal)).toEqual(['/a.csv', '/a.csv'])
  })

  it('is sent again to whoever knows nothing of it, although another does', async () => {
    const portal = await portalFor({ '/a.csv': tagged(SOUND) })
    const { audit } = auditor()
    await audit([one(portal)])
    const { records, counts } = await audit([one(portal), one(portal, { id: '2', format: 'JSON' })])
    expect(records.map(({ resources }) => resources[0]!.link.status)).toEqual([304, 200])
    expect(records[1]!.resources[0]!.sha256).not.toBeNull()
    expect(counts).toEqual([1, 1])
  })

  it('is asked for once by all who name it, in every run', async () => {
    let body = SOUND
    const portal = await portalFor({ '/a.csv': (nth, request) => tagged(body)(nth, request) })
    const { audit } = auditor()
    const datasets = ['1', '2', '3'].map((id) => one(portal, { id }))
    const run = async () => {
      const before = portal.requests.length
      const { records } = await audit(datasets, '--concurrency', '1')
      return [portal.requests.length - before, ...records.map(({ resources }) => resources[0]!.link.status)]
    }
    expect(await run()).toEqual([1, 200, 200, 200])
    expect(await run()).toEqual([1, 304, 304, 304])
    body = BROKEN
    expect(await run()).toEqual([1, 200, 200, 200])
    expect(await run()).toEqual([1, 304, 304, 304])
  })
})

describe('content that has changed', () => {
  it('is seen', async () => {
    const portal = await portalFor({
      '/a.csv': (nth, request) => tagged(nth === 1 ? SOUND : BROKEN)(nth, request),
    })
    const { audit } = auditor()
    const first = await audit([one(portal)])
    const second = await audit([one(portal)])
    expect(second.counts).toEqual([0, 1])
    expect([first, second].map(({ records }) => records[0]!.badge.atLeast)).toEqual(['gold', 'bronze'])
    expect((await audit([one(portal)])).records[0]!.badge.atLeast).toBe('bronze')
  })

  it('is not vouched for by another address behind a redirect', async () => {
    const portal = await portalFor({
      '/a.csv': (nth) => ({ redirect: nth < 3 ? '/1.csv' : '/2.csv' }),
      '/1.csv': tagged(SOUND),
      '/2.csv': (_, request) => fresh(BROKEN, { etag: etagOf(SOUND) }, request),
    })
    const { audit } = auditor()
    const badges: unknown[] = []
    for (let run = 0; run < 3; run++) badges.push((await audit([one(portal)])).records[0]!.badge.atLeast)
    expect(badges).toEqual(['gold', 'gold', 'bronze'])
    const conditional = `/1.csv ${etagOf(SOUND)} ${MODIFIED}`
    expect(asked(portal)).toEqual(['/a.csv', '/1.csv', '/a.csv', conditional, '/a.csv', '/2.csv'])
  })
})

describe('a link that fails', () => {
  it('fails whatever was remembered, and is remembered itself by nobody', async () => {
    const portal = await portalFor({
      '/a.csv': (nth, request) => (nth === 2 || nth === 3 ? { status: 404 } : tagged(SOUND)(nth, request)),
    })
    const { audit } = auditor()
    await audit([one(portal)])
    const dead = await audit([one(portal)])
    expect(dead.records[0]!.badge).toEqual({ atLeast: 'none', atMost: 'none' })
    const alive = await audit([one(portal)])
    expect(alive.records[0]!.resources[0]!.link).toMatchObject({ status: 304, unchanged: true })
    expect(alive.records[0]!.badge.atLeast).toBe('gold')
  })

  it('304 that nobody asked for is still a failure', async () => {
    const portal = await portalFor({ '/a.csv': { status: 304 } })
    const { records } = await auditor().audit([one(portal)])
    expect(records[0]!.resources[0]!.link.failure?.code).toBe('http-status')
  })

  it('may come back in its second window unchanged', async () => {
    const portal = await portalFor({
      '/a.csv': (nth, request) => (nth === 2 ? { status: 404 } : tagged(SOUND)(nth, request)),
    })
    const { audit } = auditor()
    await audit([one(portal)])
    const { records, counts } = await audit([one(portal)])
    const { link } = records[0]!.resources[0]!
    expect(link).toMatchObject({ unchanged: true, attempts: [{ window: 1 }, { window: 2 }] })
    expect([records[0]!.badge.atLeast, counts]).toEqual(['gold', [1, 0]])
  })
})

it.each<[first: string[], second: string[], conditional: boolean]>([
  [['--max-bytes', '40'], ['--max-bytes', '40'], true],
  [['--max-bytes', '40'], ['--max-bytes', '41'], false],
  [['--max-bytes', '40'], [], false],
  [[], ['--max-bytes', '40'], false],
  [[], ['--max-bytes', '56'], true],
])('facts under caps: %j then %j', async (first, second, conditional) => {
  const portal = await portalFor({ '/a.csv': tagged(SOUND) })
  const { audit } = auditor()
  await audit([one(portal)], ...first)
  const again = await audit([one(portal)], ...second)
  expect(portal.requests[1]!.headers['if-none-match'] !== undefined).toBe(conditional)
  expect(again.counts).toEqual(conditional ? [1, 0] : [0, 1])
  const anew = await auditor().audit([one(portal)], ...second)
  expect(again.records.map(judged)).toEqual(anew.records.map(judged))
})
