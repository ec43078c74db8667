import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { describe, expect, it } from 'vitest'
import { csvCatalogue } from './catalogue.ts'
import {
  audit,
  comparable,
  datasetsIn,
  exchangesIn,
  KEY,
  linesOf,
  listed,
  ROUTES,
  recorded,
} from './recorded.ts'
import { BROKEN, folder, odbadge, portalFor, running, SOUND, until } from './run.ts'

describe('a recording', () => {
  it('holds every exchange with its headers and each body once, and no key', async () => {
    const { at, portal } = await recorded()
    const exchanges = exchangesIn(at('rec'))
    const of = (target: string) =>
      exchanges.filter(({ exchange }) => exchange.url === portal.url(target)).map(({ window }) => window)
    expect(of('/gone.csv')).toEqual([1, 2])
    expect(of('/sound.csv')).toEqual([1, 1])
    // Two addresses that differ in their key.
    const keyed = exchanges.filter(({ exchange }) => exchange.url === portal.url('/keyed.csv?token=***'))
    expect(new Set(keyed.map(({ key }) => key)).size).toBe(2)

    const sound = exchanges.find(({ exchange }) => exchange.url.endsWith('/sound.csv'))!
    expect(sound.exchange.headers).toEqual(
      expect.arrayContaining([
        ['last-modified', 'Sun, 01 Feb 2026 00:00:00 GMT'],
        ['set-cookie', 'sid=***; Path=/'],
        ['set-cookie', 'b=***'],
      ]),
    )
    const bodies = [SOUND, BROKEN, SOUND.repeat(500).slice(0, 5000)]
    const names = bodies.map((body) => createHash('sha256').update(Buffer.from(body)).digest('hex'))
    expect(readdirSync(at('rec', 'bodies'))).toEqual(expect.arrayContaining(names.slice(0, 2)))
    expect(readdirSync(at('rec', 'bodies'))).toHaveLength(3)
    for (const file of readdirSync(at('rec'), { recursive: true, encoding: 'utf8' })) {
      const path = at('rec', file)
      if (statSync(path).isDirectory()) continue
      expect(readFileSync(path, 'utf8')).not.toContain(KEY)
      expect(statSync(path).mode & 0o077).toBe(0)
    }
  })

  it.each<[name: string, files: boolean, quiet: boolean]>([
    ['a folder of files', false, false],
    ['files', true, false],
    ['files, quietly', true, true],
  ])('is not made of what is not fetched, and says so: %s', async (_, files, quiet) => {
    const data = folder({ 'a.csv': SOUND })
    const at = folder()
    const named = files ? ['--files', data('a.csv')] : [data()]
    const more = quiet ? ['--quiet'] : []
    const { code, err } = await odbadge('audit', ...named, '--out', at('out'), '--record', at('rec'), ...more)
    expect([code, existsSync(at('rec'))]).toEqual([0, false])
    const said = `沒有錄存任何內容，也沒有建立資料夾 ${at('rec')}：`
    expect(err.split('\n').filter((line) => line.startsWith(said))).toHaveLength(quiet ? 0 : 1)
  })

  it('is never written over', async () => {
    const { at } = await recorded()
    const before = readFileSync(at('rec', 'exchanges.ndjson'))
    const portal = await portalFor(ROUTES)
    writeFileSync(at('c.csv'), csvCatalogue(listed(portal)))
    const { code, err } = await audit(at('c.csv'), '--out', at('new'), '--record', at('rec'))
    expect(err).toMatch(/^odbadge: .*rec .*--resume/)
    expect([code, portal.requests, existsSync(at('new'))]).toEqual([2, [], false])
    expect(readFileSync(at('rec', 'exchanges.ndjson'))).toEqual(before)
  })

  it('that was interrupted is good up to its last whole line, and is gone on with', async () => {
    const portal = await portalFor(ROUTES)
    const all = listed(portal).slice(0, 5)
    const at = folder({ 'c.csv': csvCatalogue(all) })
    const options = ['--allow-private', '--max-bytes', '5000', '--concurrency', '1']
    const run = (...argv: string[]) => odbadge('audit', at('c.csv'), ...argv, ...options)
    await run('--out', at('out'), '--record', at('rec'))
    cpSync(at('rec'), at('cut'), { recursive: true })

    // As a crash leaves them: three datasets done, a fourth under way.
    const keep = (file: string, count: number, torn: string) => {
      const lines = readFileSync(file, 'utf8').split('\n')
      writeFileSync(file, `${lines.slice(0, count).join('\n')}\n`)
      appendFileSync(file, torn)
    }
    keep(at('out', 'ledger.ndjson'), 4, '{"kind":"data')
    keep(at('cut', 'exchanges.ndjson'), 4, '{"key":"to')
    rmSync(at('cut', 'politeness.json'))

    const partly = await run('--out', at('part'), '--offline', at('cut'))
    expect([partly.code, partly.err]).toEqual([0, ''])
    expect(
      datasetsIn(at('part')).filter((line) => JSON.stringify(line).includes('not-recorded')),
    ).toHaveLength(1)

    const resumed = await run('--out', at('out'), '--record', at('cut'), '--resume')
    expect([resumed.code, resumed.err]).toEqual([0, ''])
    // The fourth was under way: asked again, and the last one counts.
    expect(exchangesIn(at('cut'))).toHaveLength(6)
    await run('--out', at('again'), '--offline', at('cut'))
    const politely = (line: string) => !line.includes('"kind":"politeness"')
    expect(comparable(at('again')).filter(politely)).toEqual(comparable(at('out')).filter(politely))
  })

  it('adds up how hosts were treated over its sessions', async () => {
    const portal = await portalFor(ROUTES)
    const at = folder({ 'c.csv': csvCatalogue(listed(portal).slice(0, 2)) })
    for (const out of ['one', 'two'])
      await audit(at('c.csv'), '--out', at(out), '--record', at('rec'), '--resume')
    await audit(at('c.csv'), '--out', at('again'), '--offline', at('rec'))
    const polite = linesOf(at('again', 'ledger.ndjson')).find(({ kind }) => kind === 'politeness')
    expect(polite).toMatchObject({ hosts: [{ requests: 4 }] })
  })
})

describe('misuse', () => {
  it.each([
    [['--offline', 'x', '--record', 'y'], /--offline 與 --record/],
    [['--offline', 'x', '--cache', 'y'], /--offline 與 --cache/],
    [['--offline', 'x', '--resume'], /--offline 與 --resume/],
    [['--record', 'x', '--cache', 'y'], /--record 與 --cache/],
  ])('%j', async (options, said) => {
    const at = folder({ 'c.csv': csvCatalogue([]) })
    const { code, err } = await audit(at('c.csv'), '--out', at('out'), ...options)
    expect(err).toMatch(said)
    expect([code, existsSync(at('out'))]).toEqual([2, false])
  })

  it.each<[string, (at: (...parts: string[]) => string) => void, RegExp]>([
    ['no folder', (at) => rmSync(at('rec'), { recursive: true }), /沒有錄存資料.*--record/],
    ['no exchanges', (at) => rmSync(at('rec', 'exchanges.ndjson')), /沒有錄存資料/],
    ['a later version', (at) => writeFileSync(at('rec', 'recording.json'), '{"schemaVersion":2}'), /讀不懂/],
    ['no JSON', (at) => writeFileSync(at('rec', 'recording.json'), '{'), /讀不懂/],
    ['null', (at) => writeFileSync(at('rec', 'recording.json'), 'null'), /讀不懂/],
    [
      'other politeness',
      (at) => writeFileSync(at('rec', 'politeness.json'), '{"a":1}'),
      /讀不懂.*politeness/,
    ],
    ['a torn line', (at) => writeFileSync(at('rec', 'exchanges.ndjson'), '{"key":\n{}\n'), /第 1 行/],
    ['a line of another kind', (at) => writeFileSync(at('rec', 'exchanges.ndjson'), '{"a":1}\n'), /第 1 行/],
    [
      'a body outside',
      (at) => {
        const line = readFileSync(at('rec', 'exchanges.ndjson'), 'utf8').split('\n')[0]!
        const out = line.replace(/"sha256":"[^"]*"/, '"sha256":"../../c.csv"')
        writeFileSync(at('rec', 'exchanges.ndjson'), `${out}\n`)
      },
      /第 1 行/,
    ],
  ])('a recording that is none: %s', async (_, spoil, said) => {
    const portal = await portalFor(ROUTES)
    const at = folder({ 'c.csv': csvCatalogue(listed(portal).slice(0, 1)) })
    await audit(at('c.csv'), '--out', at('out'), '--record', at('rec'))
    spoil(at)
    const { code, err } = await audit(at('c.csv'), '--out', at('again'), '--offline', at('rec'))
    expect(err).toMatch(said)
    expect(err).not.toMatch(/\n +at /)
    expect([code, existsSync(at('again'))]).toEqual([2, false])
  })

  it('a place that cannot be written', async () => {
    const portal = await portalFor(ROUTES)
    const at = folder({ 'c.csv': csvCatalogue(listed(portal).slice(0, 1)), rec: 'a file in the way' })
    const { code, err } = await audit(at('c.csv'), '--out', at('out'), '--record', at('rec'))
    expect(err).toMatch(/^odbadge: 無法寫入 .*rec：.*ENOTDIR/)
    expect(code).toBe(2)
  })
})

it('a signal leaves a recording that can be gone on with', async () => {
  let hanging = true
  const portal = await portalFor({
    '/sound.csv': { body: SOUND },
    '/slow.csv': () => (hanging ? { trouble: 'hang' } : { body: BROKEN }),
  })
  const targets = ['/sound.csv', '/slow.csv']
  const datasets = targets.map((target, n) => ({ id: `${n}`, publisher: '勞動部', url: portal.url(target) }))
  const at = folder({ 'c.csv': csvCatalogue(datasets) })
  const argv = ['audit', at('c.csv'), '--out', at('out'), '--record', at('rec'), '--allow-private']
  const { child, end } = running([...argv, '--concurrency', '1'])
  await until(() => portal.requests.length === 2)
  child.kill('SIGINT')
  expect(await end).toEqual([130, null])
  expect(exchangesIn(at('rec'))).toHaveLength(1)

  hanging = false
  const resumed = await odbadge(...argv, '--resume')
  expect([resumed.code, resumed.err]).toEqual([0, ''])
  await odbadge('audit', at('c.csv'), '--out', at('again'), '--offline', at('rec'))
  expect(datasetsIn(at('again'))).toEqual(datasetsIn(at('out')))
  const polite = linesOf(at('again', 'ledger.ndjson')).find(({ kind }) => kind === 'politeness')
  expect(polite).toMatchObject({ hosts: [{ requests: 3 }] })
})
