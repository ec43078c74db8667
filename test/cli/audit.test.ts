import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DatasetRecord, LedgerFooter, LedgerHeader, LedgerLine } from '../../src/core/ledger.ts'
import { complaints } from '../report/schema.ts'
import { audit, LABOUR, listed, openPortal, TAITUNG } from './audited-portal.ts'
import { csvCatalogue, jsonCatalogue } from './catalogue.ts'
import { BROKEN, folder, odbadge, portalFor, SOUND } from './run.ts'

function ledgerIn(folder: string) {
  const lines = readFileSync(`${folder}/ledger.ndjson`, 'utf8').trimEnd().split('\n')
  const parsed = lines.map((line): LedgerLine => JSON.parse(line))
  return {
    lines: parsed,
    header: parsed[0] as LedgerHeader,
    datasets: parsed.filter((line): line is DatasetRecord => line.kind === 'dataset'),
    footer: parsed.at(-1) as LedgerFooter,
  }
}

describe('audit', () => {
  it.each([
    ['CSV', csvCatalogue],
    ['JSON', jsonCatalogue],
  ])('a %s catalogue: ledger, reports and summary agree', async (_, write) => {
    const portal = await openPortal()
    const at = folder({ catalogue: write(listed(portal)) })
    const { code, out, err } = await audit(at('catalogue'), '--out', at('out', 'deep'))
    expect([code, err]).toEqual([0, ''])

    const { lines, datasets, footer } = ledgerIn(at('out', 'deep'))
    for (const line of lines) expect(complaints('ledger', line)).toEqual([])
    expect(datasets.map(({ id, badge }) => [id, badge.atLeast])).toEqual([
      ['101', 'gold'],
      ['102', 'bronze'],
      ['104', 'silver'],
      // Its link failed: it was looked at again at the end.
      ['103', 'none'],
    ])
    const { summary } = footer
    expect(summary.atLeast).toEqual({ gold: 1, silver: 1, bronze: 1, none: 1 })

    const report = JSON.parse(readFileSync(at('out', 'deep', 'report.json'), 'utf8'))
    expect(complaints('report', report)).toEqual([])
    expect(report.summary).toEqual(summary)
    const page = readFileSync(at('out', 'deep', 'index.html'), 'utf8')
    expect(JSON.parse(/id="ledger">(.*?)<\/script>/s.exec(page)![1]!).summary).toEqual(summary)

    expect(summary.bodies.map(({ body, score }) => [body.name, score.atLeast])).toEqual([
      [LABOUR, '65.00'],
      [TAITUNG, '30.00'],
    ])
    for (const { body, score } of summary.bodies)
      expect(out).toMatch(new RegExp(`^ *${score.atLeast} +2 +${body.name}`, 'm'))
    expect(out).toMatch(/資料集 +4 +資料資源 +4/)
    expect(out).toContain(at('out', 'deep', 'index.html'))
    expect(readdirSync(at('out', 'deep')).sort()).toEqual([
      'index.html',
      'ledger.ndjson',
      'report.json',
      'worklist.xlsx',
    ])
  })

  it.each<[options: string[], ids: string[]]>([
    [
      ['--agency', LABOUR],
      ['101', '102'],
    ],
    [
      ['--agency', '台東'],
      ['104', '103'],
    ],
    [
      ['--agency', '台東', '--agency', LABOUR, '--limit', '3'],
      ['101', '102', '103'],
    ],
    [
      ['--id', '102', '--id', '104'],
      ['102', '104'],
    ],
    [['--id', '102', '--agency', '臺東縣政府'], []],
    [['--limit', '1'], ['101']],
  ])('%j', async (options, ids) => {
    const portal = await openPortal()
    const at = folder({ 'c.csv': csvCatalogue(listed(portal)) })
    const { code, err } = await audit(at('c.csv'), '--out', at('out'), ...options)
    const { datasets, header } = ledgerIn(at('out'))
    expect(datasets.map(({ id }) => id)).toEqual(ids)
    expect(Object.keys(header.selection).map((name) => `--${name}`)).toEqual([
      ...new Set(options.filter((option) => option.startsWith('--')).sort()),
    ])
    expect(err).toBe(ids.length === 0 ? '目錄中沒有符合條件的資料集。\n' : '')
    expect(code).toBe(0)
  })

  it('a catalogue at a URL is fetched once', async () => {
    const data = await openPortal()
    const portal = await portalFor({ '/export': { body: csvCatalogue(listed(data)) } })
    const at = folder()
    const { code } = await audit(portal.url('/export'), '--out', at('out'), '--limit', '2')
    expect(ledgerIn(at('out')).datasets).toHaveLength(2)
    expect(portal.requests).toHaveLength(1)
    expect(code).toBe(0)
  })

  it('the catalogue and its links take turns on one host', async () => {
    const portal = await portalFor({
      '/export': () => ({
        body: csvCatalogue([{ id: '1', publisher: LABOUR, url: portal.url('/sound.csv') }]),
      }),
      '/sound.csv': { body: SOUND },
    })
    const at = folder()
    await audit(portal.url('/export'), '--out', at('out'), '--spacing', '40', '--allow-private')
    const hosts = ledgerIn(at('out')).lines.flatMap((line) => (line.kind === 'politeness' ? line.hosts : []))
    expect(hosts).toMatchObject([{ requests: 2 }])
    expect(hosts[0]!.minSpacingMs).toBeGreaterThanOrEqual(39)
  })

  it('several catalogues are one audit; a broken row is told and the rest goes on', async () => {
    const portal = await openPortal()
    const [first, ...others] = listed(portal)
    const broken = csvCatalogue(others).replace('"103"', '""')
    const at = folder({ 'a.csv': csvCatalogue([first!]), 'b.csv': broken })
    const { out } = await audit(at('a.csv'), at('b.csv'), '--out', at('out'))
    const { lines, footer } = ledgerIn(at('out'))
    expect(lines.filter(({ kind }) => kind === 'catalogue-problem')).toMatchObject([
      { source: at('b.csv'), code: 'no-id', position: 3 },
    ])
    expect(footer.summary).toMatchObject({ datasets: 3, catalogueProblems: 1 })
    expect(out).toMatch(/目錄問題 +1/)
  })

  it('--files takes files as datasets', async () => {
    const at = folder({ 'a.csv': SOUND, 'b.csv': BROKEN })
    const { code } = await audit('--files', at('a.csv'), at('b.csv'), '--out', at('out'))
    expect(ledgerIn(at('out')).datasets.map(({ id, title }) => [id, title])).toEqual([
      [at('a.csv'), 'a.csv'],
      [at('b.csv'), 'b.csv'],
    ])
    expect(code).toBe(0)
  })

  it('goes where the user says, but not into private networks because a catalogue says so', async () => {
    const data = await openPortal()
    const portal = await portalFor({ '/export': { body: csvCatalogue(listed(data)) } })
    const at = folder()
    await odbadge('audit', portal.url('/export'), '--out', at('out'), '--limit', '1')
    const [dataset] = ledgerIn(at('out')).datasets
    expect(dataset?.resources[0]).toMatchObject({
      sha256: null,
      link: { failure: { code: 'forbidden-address' } },
    })
    expect(dataset?.badge).toEqual({ atLeast: 'none', atMost: 'gold' })
    expect(data.requests).toEqual([])
  })

  it('a catalogue cannot make it read local files', async () => {
    const at = folder({ 'secret.csv': SOUND })
    writeFileSync(at('c.csv'), csvCatalogue([{ id: '1', publisher: LABOUR, url: at('secret.csv') }]))
    await audit(at('c.csv'), '--out', at('out'))
    const [dataset] = ledgerIn(at('out')).datasets
    expect(dataset).toMatchObject({ badge: { atMost: 'none' }, resources: [{ sha256: null }] })
  })
})

describe('audit refuses before it overwrites anything', () => {
  it.each<[name: string, content: string | undefined, said: RegExp]>([
    ['a missing catalogue', undefined, /c\.csv[\s\S]*ENOENT/],
    ['a data file', SOUND, /資料集識別碼/],
    ['an empty file', '', /空的/],
    ['JSON of another kind', '{"a":1}', /陣列/],
    ['bytes', '\u0000\u0001\u0002', /資料集識別碼/],
  ])('%s', async (_, content, said) => {
    const at = folder(content === undefined ? {} : { 'c.csv': content })
    const kept = folder({ 'ledger.ndjson': 'the last audit' })
    const { code, out, err } = await audit(at('c.csv'), '--out', kept())
    expect(err).toMatch(said)
    expect(err).not.toMatch(/\n +at /)
    expect([code, out]).toEqual([2, ''])
    expect(readFileSync(kept('ledger.ndjson'), 'utf8')).toBe('the last audit')
  })

  it('a second catalogue that is none', async () => {
    const portal = await openPortal()
    const at = folder({ 'a.csv': csvCatalogue(listed(portal)), 'b.csv': SOUND })
    const { code, err } = await audit(at('a.csv'), at('b.csv'), '--out', at('out'))
    expect(err).toContain('b.csv')
    expect([code, existsSync(at('out')), portal.requests]).toEqual([2, false, []])
  })

  it('a catalogue URL that gives nothing', async () => {
    const portal = await portalFor({})
    const at = folder()
    const { code, err } = await audit(portal.url('/export'), '--out', at('out'))
    expect(err).toMatch(/\/export：404/)
    expect([code, existsSync(at('out'))]).toEqual([2, false])
  })

  it.each(['ledger.ndjson', 'folder'])('a place that cannot be written: %s', async (what) => {
    const portal = await openPortal()
    const at = folder({ 'c.csv': csvCatalogue(listed(portal)), 'out-folder': 'a file in the way' })
    const out = what === 'folder' ? at('out-folder') : folder()()
    if (what !== 'folder') (await import('node:fs')).mkdirSync(`${out}/ledger.ndjson`)
    const { code, err } = await audit(at('c.csv'), '--out', out)
    expect(err).toMatch(/^odbadge: 無法寫入 .*ledger\.ndjson：.*（E\w+）/)
    expect([code, portal.requests]).toEqual([2, []])
  })
})
