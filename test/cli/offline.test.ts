import { createHash } from 'node:crypto'
import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { complaints } from '../report/schema.ts'
import { startPortal } from '../support/portal.ts'
import { csvCatalogue } from './catalogue.ts'
import {
  audit,
  comparable,
  datasetsIn,
  linesOf,
  listed,
  ROUTES,
  recorded,
  withoutNetwork,
} from './recorded.ts'
import { BROKEN, folder, odbadge, portalFor, SOUND } from './run.ts'

describe('an audit of a recording', () => {
  it.each<[string, string[]]>([
    ['as it comes', []],
    ['failed links looked at once', ['--confirm-after', 'never']],
    ['a past moment', ['--now', '2020-01-01']],
  ])('gives the same ledger without any network: %s', async (_, options) => {
    const { at } = await recorded(...options)
    for (const line of linesOf(at('out', 'ledger.ndjson'))) expect(complaints('ledger', line)).toEqual([])
    withoutNetwork()
    const { code, err } = await audit(at('c.csv'), '--out', at('again'), '--offline', at('rec'))
    expect([code, err]).toEqual([0, ''])
    expect(comparable(at('again'))).toEqual(comparable(at('out')))
  })

  it('saw what it should have seen', async () => {
    const { at } = await recorded()
    const links = datasetsIn(at('out')).map(({ resources: [resource] }) => resource!.link)
    const codes = links.map(({ failure, hops, attempts = [] }) =>
      [failure?.code ?? 'works', hops.length, attempts.length].join(' '),
    )
    expect(codes.sort()).toEqual(
      [
        'http-status 0 2',
        'tls-not-tls 0 0',
        'truncated 0 6',
        'works 0 0',
        'works 0 0',
        'works 0 0',
        'works 0 0',
        'works 0 0',
        'works 0 0',
        'works 0 2',
        'works 0 5',
        'works 2 0',
      ].sort(),
    )
    // The cap was reached.
    expect(JSON.stringify(datasetsIn(at('out')))).toContain('over-byte-cap')
  })

  it('takes its catalogue from the recording, too', async () => {
    const data = await startPortal(ROUTES)
    const catalogue = await startPortal({ '/export': { body: csvCatalogue(listed(data).slice(0, 2)) } })
    const at = folder()
    const url = catalogue.url('/export')
    await audit(url, '--out', at('out'), '--record', at('rec'))
    await catalogue.close()
    await data.close()
    withoutNetwork()
    expect((await audit(url, '--out', at('again'), '--offline', at('rec'))).code).toBe(0)
    expect(comparable(at('again'))).toEqual(comparable(at('out')))
    const other = await audit(`${url}2`, '--out', at('other'), '--offline', at('rec'))
    expect(other.err).toContain('/export2')
    expect(other.code).toBe(2)
  })

  it('tells apart two claims of one address, of which one came at a bad time', async () => {
    const portal = await portalFor({ '/a.csv': (nth) => (nth <= 3 ? { status: 503 } : { body: SOUND }) })
    const datasets = ['1', '2'].map((id) => ({ id, publisher: '勞動部', url: portal.url('/a.csv') }))
    const at = folder({ 'c.csv': csvCatalogue(datasets) })
    const options = ['--confirm-after', 'never', '--concurrency', '1']
    await audit(at('c.csv'), '--out', at('out'), '--record', at('rec'), ...options)
    expect(datasetsIn(at('out')).map(({ badge }) => badge.atLeast)).toEqual(['none', 'gold'])
    await audit(at('c.csv'), '--out', at('again'), '--offline', at('rec'))
    expect(comparable(at('again'))).toEqual(comparable(at('out')))
  })

  it('may judge by another profile', async () => {
    const { at } = await recorded()
    await audit(at('c.csv'), '--out', at('again'), '--offline', at('rec'), '--profile', 'checker-2017')
    expect(linesOf(at('again', 'ledger.ndjson'))[0]).toMatchObject({ profile: { id: 'checker-2017' } })
    expect(datasetsIn(at('again'))).toHaveLength(datasetsIn(at('out')).length)
  })

  it('says of a link that was not recorded that it was not', async () => {
    const { at, all, portal } = await recorded()
    const more = [...all, { id: '900', publisher: '勞動部', url: portal.url('/new.csv') }]
    writeFileSync(at('more.csv'), csvCatalogue(more))
    await audit(at('more.csv'), '--out', at('again'), '--offline', at('rec'))
    const dataset = datasetsIn(at('again')).find(({ id }) => id === '900')!
    expect(dataset.badge).toEqual({ atLeast: 'none', atMost: 'gold' })
    const { findings } = dataset.resources[0]!
    expect(new Set(findings.map(({ outcome, messageId }) => `${outcome} ${messageId}`))).toEqual(
      new Set(['unknown not-recorded']),
    )
  })

  it('leaves the word of the first window where there is no second one', async () => {
    const { at } = await recorded('--confirm-after', 'never')
    const before = datasetsIn(at('out')).find(({ id }) => id === '105')!
    await audit(at('c.csv'), '--out', at('again'), '--offline', at('rec'), '--confirm-after', '10m')
    expect(before.resources[0]!.link.failure?.code).toBe('http-status')
    expect(datasetsIn(at('again')).find(({ id }) => id === '105')).toEqual(before)
  })

  it.each(['missing', 'another', 'shorter'])('trusts no content that is not its name: %s', async (how) => {
    const { at } = await recorded()
    const body = at('rec', 'bodies', createHash('sha256').update(BROKEN).digest('hex'))
    if (how === 'missing') rmSync(body)
    if (how === 'another') writeFileSync(body, SOUND)
    if (how === 'shorter') truncateSync(body, 5)
    const { code, err } = await audit(at('c.csv'), '--out', at('again'), '--offline', at('rec'))
    expect([code, err]).toEqual([0, ''])
    const damaged = datasetsIn(at('again')).filter(({ resources: [resource] }) =>
      resource!.findings.some(({ messageId }) => messageId === 'recording-damaged'),
    )
    // Two links gave these bytes.
    expect(damaged.map(({ badge }) => badge)).toEqual(Array(2).fill({ atLeast: 'none', atMost: 'gold' }))
    for (const { resources } of damaged)
      expect(resources[0]).toMatchObject({ sha256: null, indicators: { structure: 'unknown' } })
  })
})

it('local files are read from where they are, addresses from the recording', async () => {
  const portal = await portalFor({ '/a.csv': { body: SOUND } })
  const at = folder({ 'b.csv': BROKEN })
  const argv = ['audit', '--files', at('b.csv'), portal.url('/a.csv')]
  await odbadge(...argv, '--out', at('out'), '--record', at('rec'))
  await odbadge(...argv, '--out', at('again'), '--offline', at('rec'))
  expect(portal.requests).toHaveLength(1)
  const badges = datasetsIn(at('again')).map(({ badge }) => badge)
  expect(badges).toEqual(datasetsIn(at('out')).map(({ badge }) => badge))
  expect(datasetsIn(at('again'))[0]!.resources[0]!.sha256).not.toBeNull()
})
