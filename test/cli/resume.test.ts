import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { hash } from '../../src/core/finding.ts'
import { csvCatalogue } from './catalogue.ts'
import { outlineOf, timelessLedger, timelessReport } from './ledgers.ts'
import { folder, odbadge, portalFor, running, SOUND, until } from './run.ts'

const IDS = ['1', '2', '3', '4']

/** A finished audit of four datasets, the second of which is written last: its link is dead. */
async function audited() {
  const portal = await portalFor({ '/1': { body: SOUND }, '/3': { body: SOUND }, '/4': { body: SOUND } })
  const rows = IDS.map((id) => ({ id, publisher: '勞動部', url: portal.url(`/${id}`) }))
  const at = folder({ 'c.csv': csvCatalogue(rows) })
  const argv = (...more: string[]) => [
    'audit',
    at('c.csv'),
    '--out',
    at('out'),
    '--allow-private',
    '--now',
    '2026-01-01',
    ...more,
  ]
  expect(await odbadge(...argv())).toMatchObject({ code: 0, err: '' })
  const ledger = at('out', 'ledger.ndjson')
  const whole = readFileSync(ledger, 'utf8')
  const lines = whole.split(/(?<=\n)/)
  const before = { ledger: timelessLedger(ledger), report: timelessReport(at('out', 'report.json')) }
  const seen = portal.requests.length
  return {
    at,
    argv,
    ledger,
    lines,
    before,
    /** Targets asked for since. */
    asked: () => portal.requests.slice(seen).map(({ target }) => target),
  }
}

const HEADER_AND_TWO = 3

describe('--resume', () => {
  it.each<[what: string, left: (lines: readonly string[]) => string, asked: readonly string[]]>([
    ['whole lines', (lines) => lines.slice(0, 3).join(''), ['/2', '/4', '/2']],
    ['half a line', (lines) => lines.slice(0, 3).join('') + lines[3]!.slice(0, 99), ['/2', '/4', '/2']],
    ['a line without its end', (lines) => lines.slice(0, 3).join('').trimEnd(), ['/2', '/3', '/4', '/2']],
    ['garbage at the end', (lines) => `${lines.slice(0, 3).join('')}\u0000\u0000{]`, ['/2', '/4', '/2']],
    ['a line of garbage', (lines) => `${lines.slice(0, 3).join('')}\u0000\u0000\n`, ['/2', '/4', '/2']],
    ['all but the second window', (lines) => lines.slice(0, 4).join(''), ['/2', '/2']],
    ['all but the end', (lines) => lines.slice(0, -1).join(''), []],
    ['the end without its line end', (lines) => lines.join('').trimEnd(), []],
    ['a header only', (lines) => lines[0]!, ['/1', '/2', '/3', '/4', '/2']],
    ['a header without its line end', (lines) => lines[0]!.trimEnd(), ['/1', '/2', '/3', '/4', '/2']],
    ['half a header', (lines) => lines[0]!.slice(0, 50), ['/1', '/2', '/3', '/4', '/2']],
    ['an empty file', () => '', ['/1', '/2', '/3', '/4', '/2']],
    ['nothing', (): string => '', ['/1', '/2', '/3', '/4', '/2']],
  ])('goes on from %s', async (what, left, expected) => {
    const { at, argv, ledger, lines, before, asked } = await audited()
    rmSync(at('out'), { recursive: true })
    mkdirSync(at('out'))
    if (what !== 'nothing') writeFileSync(ledger, left(lines))
    const { code } = await odbadge(...argv('--resume', '--concurrency', '1'))
    expect(code).toBe(0)
    expect(asked()).toEqual(expected)
    expect(timelessLedger(ledger).trimEnd()).toBe(before.ledger.trimEnd())
    expect(timelessReport(at('out', 'report.json'))).toBe(before.report)
    expect(readdirSync(at('out'))).toContain('index.html')
  })

  it('has nothing to fetch for an audit that was finished, and writes its reports again', async () => {
    const { at, argv, ledger, lines, before, asked } = await audited()
    for (const name of ['report.json', 'index.html', 'worklist.xlsx']) rmSync(at('out', name))
    expect(await odbadge(...argv('--resume'))).toMatchObject({ code: 0, err: '' })
    expect(asked()).toEqual([])
    expect(readFileSync(ledger, 'utf8')).toBe(lines.join(''))
    expect(timelessReport(at('out', 'report.json'))).toBe(before.report)
    expect(readdirSync(at('out')).sort()).toEqual([
      'index.html',
      'ledger.ndjson',
      'report.json',
      'worklist.xlsx',
    ])
  })

  it.each<[what: string, more: (at: (name: string) => string) => string[], named: string]>([
    ['profile', () => ['--profile', 'checker-2017'], 'profile'],
    ['selection', () => ['--id', '1'], 'selection'],
    ['catalogue', (at) => [at('other.csv')], 'catalogue'],
    ['way to look at services', () => ['--probe-api'], 'probeApi'],
    ['moment to judge against', () => ['--now', '2026-02-02'], 'now'],
    ['profile and selection', () => ['--profile', 'checker-2017', '--limit', '2'], 'selection.*profile'],
  ])('refuses to go on with another %s, and says so', async (_, more, named) => {
    const { at, argv, ledger, lines, asked } = await audited()
    const interrupted = lines.slice(0, HEADER_AND_TWO).join('')
    writeFileSync(ledger, interrupted)
    writeFileSync(at('other.csv'), readFileSync(at('c.csv')))
    const options = more(at)
    const given = argv('--resume').filter(
      (_, i, all) => !options.includes('--now') || (!all[i]!.startsWith('2026') && all[i] !== '--now'),
    )
    const { code, err } = await odbadge(...given, ...options)
    expect(err).toMatch(new RegExp(`ledger\\.ndjson：${named} 與先前不同`))
    expect([code, asked(), readFileSync(ledger, 'utf8')]).toEqual([2, [], interrupted])
  })

  it('refuses to go on with what another version of the program began', async () => {
    const { argv, ledger, lines, asked } = await audited()
    const interrupted = lines
      .slice(0, 3)
      .join('')
      .replace(/"program":"odbadge [^"]*"/, '"program":"odbadge 0.0.9"')
    writeFileSync(ledger, interrupted)
    const { code, err } = await odbadge(...argv('--resume'))
    expect(err).toMatch(/program 與先前不同/)
    expect([code, asked(), readFileSync(ledger, 'utf8')]).toEqual([2, [], interrupted])
  })

  it('refuses what is damaged before its end: nobody can tell what was done', async () => {
    const { argv, ledger, lines, asked } = await audited()
    const damaged = lines.with(1, '{"kind":\n').join('')
    writeFileSync(ledger, damaged)
    const { code, err } = await odbadge(...argv('--resume'))
    expect(err).toMatch(/第 2 行/)
    expect([code, asked(), readFileSync(ledger, 'utf8')]).toEqual([2, [], damaged])
  })
})

describe('without --resume an interrupted ledger', () => {
  it.each<[what: string, left: (lines: readonly string[]) => string]>([
    ['of whole lines', (lines) => lines.slice(0, 3).join('')],
    ['with half a line', (lines) => lines.slice(0, 3).join('') + lines[3]!.slice(0, 99)],
    ['that is no ledger at all', () => 'notes of my own\nof two lines\n'],
  ])('%s is set aside under another name, and told of', async (_, left) => {
    const { at, argv, ledger, lines, before, asked } = await audited()
    const interrupted = left(lines)
    writeFileSync(ledger, interrupted)
    const { code, err } = await odbadge(...argv())
    const aside = readdirSync(at('out')).find((name) => /^ledger-\d+\.ndjson$/.test(name))!
    expect(err).toBe(`先前中斷的稽核紀錄已移到 ${at('out', aside)}。\n`)
    expect(readFileSync(at('out', aside), 'utf8')).toBe(interrupted)
    expect([code, asked().length, timelessLedger(ledger)]).toEqual([0, 5, before.ledger])
  })

  it('is set aside twice without the second taking the place of the first', async () => {
    const { at, argv, ledger, lines } = await audited()
    for (const count of [2, 3]) {
      writeFileSync(ledger, lines.slice(0, count).join(''))
      await odbadge(...argv())
    }
    const kept = readdirSync(at('out')).filter((name) => /^ledger-/.test(name))
    expect(kept.map((name) => outlineOf(at('out', name)).length).sort()).toEqual([2, 3])
  })

  it('that was finished is replaced', async () => {
    const { at, argv } = await audited()
    expect((await odbadge(...argv())).err).toBe('')
    expect(readdirSync(at('out')).sort()).toEqual([
      'index.html',
      'ledger.ndjson',
      'report.json',
      'worklist.xlsx',
    ])
  })
})

it('an audit that Ctrl-C has ended goes on where it was', async () => {
  const portal = await portalFor({
    '/1': { body: SOUND },
    '/2': (nth) => (nth === 1 ? { trouble: 'hang' } : { body: SOUND }),
    '/3': { body: SOUND },
  })
  const rows = ['1', '2', '3'].map((id) => ({ id, publisher: '勞動部', url: portal.url(`/${id}`) }))
  const at = folder({ 'c.csv': csvCatalogue(rows) })
  const argv = ['audit', at('c.csv'), '--out', at('out'), '--allow-private', '--concurrency', '1']
  const { child, end, spools } = running(argv)
  await until(() => portal.requests.length === 2)
  child.kill('SIGINT')
  expect([await end, spools()]).toEqual([[130, null], []])
  expect(outlineOf(at('out', 'ledger.ndjson'))).toEqual(['header', '1', 'politeness'])
  expect(await odbadge(...argv, '--resume')).toMatchObject({ code: 0, err: '' })
  expect(outlineOf(at('out', 'ledger.ndjson'))).toEqual([
    'header',
    '1',
    'politeness',
    '2',
    '3',
    'politeness',
    'footer',
  ])
  expect(portal.requests.map(({ target }) => target)).toEqual(['/1', '/2', '/2', '/3'])
})

it('what a dead process left in the spool is removed, what a living one has there is not', async () => {
  const portal = await portalFor({ '/1': { body: SOUND } })
  const temporary = folder()
  const name = (pid: number) => `odbadge-${hash(hostname())}-${pid}-abcdef`
  // No process has a number as high as this.
  const [dead, living] = [name(2 ** 22 + 1), name(process.pid)]
  for (const left of [dead, living]) {
    mkdirSync(temporary(left))
    writeFileSync(temporary(left, '1'), SOUND)
  }
  const { end, spools } = running(['check', portal.url('/1')], temporary())
  expect((await end)[1]).toBe(null)
  expect(spools()).toEqual([living])
})
