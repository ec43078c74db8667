import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { complaints } from '../report/schema.ts'
import { BROKEN, folder, odbadge, SOUND } from './run.ts'

/** A finished audit of three files, its ledger at `at('ledger.ndjson')`. */
async function audited(now = '2026-06-01') {
  const at = folder({ 'a.csv': SOUND, 'b.csv': BROKEN, 'c.csv': '' })
  await odbadge('audit', '--files', at('a.csv'), at('b.csv'), at('c.csv'), '--out', at(), '--now', now)
  return at
}

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n')

describe('report', () => {
  it('makes the reports of the audit again, byte for byte', async () => {
    const at = await audited()
    const json = await odbadge('report', at('ledger.ndjson'), '--reporter', 'json')
    const html = await odbadge('report', at('ledger.ndjson'))
    const ndjson = await odbadge('report', at('ledger.ndjson'), '--reporter', 'ndjson')
    expect(json.out).toBe(readFileSync(at('report.json'), 'utf8'))
    expect(html.out).toBe(readFileSync(at('index.html'), 'utf8'))
    expect(ndjson.out).toBe(readFileSync(at('ledger.ndjson'), 'utf8'))
    expect([json.code, json.err, html.code, ndjson.code]).toEqual([0, '', 0, 0])
  })

  it('draws a trend of earlier ledgers, in time whatever their order', async () => {
    const [at, earlier] = [await audited(), await audited('2026-01-01')]
    const html = async (...args: string[]) => {
      const { out, code } = await odbadge('report', at('ledger.ndjson'), ...args)
      expect(code).toBe(0)
      return JSON.parse(out.match(/id="ledger">(.*?)<\/script>/s)![1]!).analysis
    }
    const { trend } = await html('--previous', earlier('ledger.ndjson'))
    expect(trend.ledgers.map(({ now }: { now: string }) => now.slice(0, 7))).toEqual(['2025-12', '2026-05'])
    const plain = await html()
    expect(plain.trend).toBeUndefined()
    expect(plain.rollUp.causes.count).toBeGreaterThan(0)
    const misused = await odbadge('report', at('ledger.ndjson'), '--reporter', 'json', '--previous', 'x')
    expect([misused.code, misused.err]).toEqual([2, expect.stringContaining('--previous')])
  })

  it('shows a ledger whose profile is not at hand, without what that would take', async () => {
    const at = await audited()
    const path = at('other.ndjson')
    writeFileSync(
      path,
      readFileSync(at('ledger.ndjson'), 'utf8').replace('"id":"measure-2017"', '"id":"lost"'),
    )
    const { code, out } = await odbadge('report', path)
    expect(code).toBe(0)
    expect(JSON.parse(out.match(/id="ledger">(.*?)<\/script>/s)![1]!).analysis).toBeUndefined()
  })

  it('writes to a file of a folder that is not there yet', async () => {
    const at = await audited()
    const { code, out } = await odbadge('report', at('ledger.ndjson'), '-o', at('new', 'r.html'))
    expect(readFileSync(at('new', 'r.html'), 'utf8')).toBe(readFileSync(at('index.html'), 'utf8'))
    expect([code, out]).toEqual([0, ''])
  })

  it('speaks the language asked for, whatever the audit spoke', async () => {
    const at = await audited()
    const { out } = await odbadge('report', at('ledger.ndjson'), '--reporter', 'json', '--lang', 'en')
    const report = JSON.parse(out)
    expect(report.language).toBe('en')
    expect(report.datasets[1].resources[0].findings[0].message).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('leaves the old report whole when it cannot write', async () => {
    const at = await audited()
    const { code, err } = await odbadge('report', at('ledger.ndjson'), '-o', at('a.csv', 'r.html'))
    expect(err).toMatch(/^odbadge: 無法寫入 .*r\.html/)
    expect([code, readFileSync(at('a.csv'), 'utf8')]).toEqual([2, SOUND])
  })

  it('leaves no draft behind', async () => {
    const at = await audited()
    mkdirSync(at('taken'))
    const before = readdirSync(at())
    const { code, err } = await odbadge('report', at('ledger.ndjson'), '-o', at('taken'))
    expect(err).toMatch(/^odbadge: 無法寫入 /)
    expect([code, readdirSync(at())]).toEqual([2, before])
  })
})

describe('a ledger that has no end', () => {
  it.each<[name: string, cut: (lines: string[]) => string, datasets: number]>([
    ['between lines', (lines) => `${lines.slice(0, 3).join('\n')}\n`, 2],
    ['inside a line', (lines) => `${lines.slice(0, 3).join('\n')}\n${lines[3]!.slice(0, 200)}`, 2],
    ['inside the footer', (lines) => lines.slice(0, 5).join('\n').slice(0, -1), 3],
    ['before the first dataset', (lines) => `${lines[0]}\n`, 0],
  ])('cut %s: what is there is reported, and that it is not all', async (_, cut, datasets) => {
    const at = await audited()
    writeFileSync(at('cut.ndjson'), cut(linesOf(at('ledger.ndjson'))))
    const { code, out, err } = await odbadge('report', at('cut.ndjson'), '--reporter', 'json')
    const report = JSON.parse(out)
    expect(complaints('report', report)).toEqual([])
    expect(report.datasets).toHaveLength(datasets)
    expect(report.summary.datasets).toBe(datasets)
    expect(report.interrupted).toBe(true)
    expect(err).toContain('cut.ndjson 沒有結尾')
    expect(code).toBe(0)
  })

  it('is called so in the page itself', async () => {
    const at = await audited()
    writeFileSync(at('cut.ndjson'), linesOf(at('ledger.ndjson')).slice(0, 3).join('\n'))
    const head = async (name: string) =>
      JSON.parse((await odbadge('report', at(name))).out.match(/id="ledger">(.*?)<\/script>/s)![1]!)
    expect(await head('cut.ndjson')).toMatchObject({ interrupted: true })
    expect(await head('ledger.ndjson')).not.toHaveProperty('interrupted')
  })

  it('counts as the finished one does', async () => {
    const at = await audited()
    const lines = linesOf(at('ledger.ndjson'))
    writeFileSync(at('cut.ndjson'), lines.slice(0, 4).join('\n'))
    const { out } = await odbadge('report', at('cut.ndjson'), '--reporter', 'json')
    expect(JSON.parse(out).summary).toEqual(JSON.parse(lines[4]!).summary)
  })
})

describe('what is no ledger is told, exit code 2', () => {
  const header = (change: object) => async () => {
    const at = await audited()
    const [first, ...rest] = linesOf(at('ledger.ndjson'))
    return [JSON.stringify({ ...JSON.parse(first!), ...change }), ...rest].join('\n')
  }
  it.each<[name: string, content: () => string | Promise<string>, said: RegExp]>([
    ['text', () => 'not a ledger\nat all\n', /第 1 行/],
    ['one line of text', () => 'not a ledger', /第 1 行/],
    ['nothing', () => '', /第 1 行/],
    ['a CSV file', () => SOUND, /第 1 行/],
    ['other JSON', () => '{"a":1}\n{"b":2}\n', /第 1 行/],
    ['JSON that is no object', () => 'null\n1\n', /第 1 行/],
    [
      'no header',
      async () =>
        linesOf((await audited())('ledger.ndjson'))
          .slice(1)
          .join('\n'),
      /第 1 行/,
    ],
    ['a ledger of tomorrow', header({ schemaVersion: 2 }), /第 2 版/],
    ['a header without a version', () => '{"kind":"header"}\n', /版/],
    [
      'a broken line in the middle',
      async () => {
        const lines = linesOf((await audited())('ledger.ndjson'))
        return lines.with(2, lines[2]!.slice(0, 99)).join('\n')
      },
      /第 3 行/,
    ],
    [
      'no end, and a profile that is not at hand',
      async () => {
        const text = await header({ profile: { id: 'mine', title: {}, notes: [] } })()
        return text.split('\n').slice(0, 3).join('\n')
      },
      /mine/,
    ],
  ])('%s', async (_, content, said) => {
    const at = folder({ 'x.ndjson': await content() })
    const { code, out, err } = await odbadge('report', at('x.ndjson'), '-o', at('r.html'))
    expect(err).toMatch(said)
    expect(err).not.toMatch(/\n +at /)
    expect([code, out, existsSync(at('r.html'))]).toEqual([2, '', false])
  })

  it.each<[name: string, path: (at: ReturnType<typeof folder>) => string, said: RegExp]>([
    ['a missing file', (at) => at('none.ndjson'), /ENOENT/],
    ['a directory', (at) => at(), /EISDIR/],
  ])('%s', async (_, path, said) => {
    const { code, err } = await odbadge('report', path(folder()))
    expect(err).toMatch(said)
    expect(code).toBe(2)
  })
})
