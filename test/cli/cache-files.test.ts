import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { csvCatalogue } from './catalogue.ts'
import { asked, auditor, judged, one, tagged } from './remembering.ts'
import { BROKEN, folder, odbadge, portalFor, running, SOUND } from './run.ts'

describe('a cache that is damaged', () => {
  const spoil: Record<string, (path: string) => void> = {
    'cut short': (path) => writeFileSync(path, readFileSync(path).subarray(0, -3)),
    empty: (path) => writeFileSync(path, ''),
    'of bytes': (path) => writeFileSync(path, Buffer.from([0, 255, 10, 1])),
    'of another program': (path) => writeFileSync(path, '{"url":"x"}\n'),
    'made better than it was': (path) =>
      writeFileSync(path, readFileSync(path, 'utf8').replace(/"count":1\b/g, '"count":0')),
    'a folder': (path) => {
      rmSync(path)
      mkdirSync(path)
    },
  }
  it.each(Object.keys(spoil))('%s: is told and not used', async (how) => {
    const portal = await portalFor({ '/a.csv': tagged(BROKEN) })
    const { audit, cached } = auditor()
    const first = await audit([one(portal)])
    const files = cached().filter((file) => how !== 'made better than it was' || file.includes('facts'))
    for (const file of files) spoil[how]!(file)
    const second = await audit([one(portal)])
    expect(second.err).toMatch(/^略過無法使用的快取 .*cache/)
    expect([second.code, second.counts]).toEqual([0, [0, 1]])
    expect(second.records.map(judged)).toEqual(first.records.map(judged))
    expect(asked(portal)).toEqual(['/a.csv', '/a.csv'])
    if (how === 'a folder') return
    expect(await audit([one(portal)])).toMatchObject({ err: '', counts: [1, 0] })
  })

  it('entries that changed places', async () => {
    const portal = await portalFor({ '/a.csv': tagged(SOUND), '/b.csv': tagged(BROKEN) })
    const { audit, cached, at } = auditor()
    const datasets = [one(portal), one(portal, { id: '2' }, '/b.csv')]
    const first = await audit(datasets)
    const [a, b] = cached().filter((file) => file.includes('facts'))
    renameSync(a!, at('aside'))
    renameSync(b!, a!)
    renameSync(at('aside'), b!)
    const second = await audit(datasets)
    expect(second.err.match(/略過/g)).toHaveLength(2)
    expect(second.records.map(judged)).toEqual(first.records.map(judged))
  })

  it('is complained of a few times only', async () => {
    const targets = Array.from({ length: 8 }, (_, n) => `/${n}.csv`)
    const portal = await portalFor(
      Object.fromEntries(targets.map((target) => [target, tagged(SOUND + target)])),
    )
    const { audit, cached } = auditor()
    const datasets = targets.map((target, n) => one(portal, { id: String(n) }, target))
    await audit(datasets)
    for (const file of cached()) writeFileSync(file, 'x')
    const { err } = await audit(datasets)
    expect(err.match(/略過/g)).toHaveLength(5)
    expect(err).toMatch(/不再列出。\n$/)
  })
})

it('serves two audits at once', async () => {
  const targets = Array.from({ length: 6 }, (_, n) => `/${n}.csv`)
  const portal = await portalFor(Object.fromEntries(targets.map((target) => [target, tagged(SOUND)])))
  const at = folder({
    'c.csv': csvCatalogue(targets.map((target, n) => one(portal, { id: String(n) }, target))),
  })
  const run = async (out: string) => {
    const argv = ['audit', at('c.csv'), '--out', at(out), '--cache', at('cache'), '--allow-private']
    return (await running(argv).end)[0]
  }
  expect(await Promise.all([run('one'), run('two')])).toEqual([0, 0])
  const files = readdirSync(at('cache'), { recursive: true, encoding: 'utf8' })
  expect(files.filter((file) => file.endsWith('.part'))).toEqual([])
  const ran = await odbadge(
    'audit',
    at('c.csv'),
    '--out',
    at('three'),
    '--cache',
    at('cache'),
    '--allow-private',
  )
  expect(ran.err).toBe('')
  expect(ran.out).toContain('快取：6 個')
})

it('shows nobody an address', async () => {
  const target = '/a.csv?token=S3CRET'
  const portal = await portalFor({ [target]: tagged(SOUND) })
  const { audit, cached } = auditor()
  await audit([one(portal, {}, target)])
  expect(cached()).toHaveLength(2)
  for (const file of cached()) {
    expect(readFileSync(file, 'utf8')).not.toMatch(/S3CRET|127\.0\.0\.1/)
    expect(statSync(file).mode & 0o077).toBe(0)
  }
})

it('a place that cannot be written is said before anything is fetched', async () => {
  const portal = await portalFor({ '/a.csv': tagged(SOUND) })
  const at = folder({ 'c.csv': csvCatalogue([one(portal)]), cache: 'a file in the way' })
  const { code, err } = await odbadge('audit', at('c.csv'), '--out', at('out'), '--cache', at('cache'))
  expect(err).toMatch(/^odbadge: 無法寫入 .*cache：.*(?:EEXIST|ENOTDIR)/)
  expect([code, portal.requests]).toEqual([2, []])
})
