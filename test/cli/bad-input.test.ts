import { chmodSync, mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { CheckReport } from '../../src/report/index.ts'
import { complaints } from '../report/schema.ts'
import { checked, folder, odbadge, portalFor, SOUND } from './run.ts'

/** What every file that could not be looked at has in common. */
function expectUnseen({ code, report }: Awaited<ReturnType<typeof checked>>, said: RegExp) {
  const [result] = report.results
  expect(complaints('check', report)).toEqual([])
  expect(result).toMatchObject({
    format: { detected: null },
    indicators: { download: 'unknown', structure: 'unknown', metadata: 'unknown' },
    badge: { atLeast: 'none', atMost: 'gold' },
  })
  expect(result?.findings.length).toBeGreaterThan(0)
  for (const { outcome, message } of result?.findings ?? []) {
    expect(outcome).toBe('unknown')
    expect(message).toMatch(said)
  }
  expect(code).toBe(3)
}

describe('a path that leads to no content is unknown with its reason', () => {
  it('a missing file', async () => {
    const path = folder()('不存在.csv')
    expectUnseen(await checked(path), /^找不到檔案：.*不存在\.csv$/)
    expectUnseen(await checked(path, '--lang', 'en'), /^There is no such file: /)
  })

  it('a directory', async () => {
    const at = folder()
    mkdirSync(at('data'))
    expectUnseen(await checked(at('data')), /^這是資料夾或裝置，不是檔案：.*data$/)
  })

  it.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    const at = folder({ 'a.csv': SOUND })
    chmodSync(at('a.csv'), 0o000)
    expectUnseen(await checked(at('a.csv')), /^沒有讀取檔案的權限：.*a\.csv$/)
  })

  it('a file: URL leads to the file', async () => {
    const at = folder({ '年報.csv': SOUND })
    const { code, report } = await checked(pathToFileURL(at('年報.csv')).href)
    expect([code, report.results[0]?.badge.atLeast]).toEqual([0, 'gold'])
  })
})

describe('content without data fails', () => {
  it.each([
    ['no byte', '', 'empty'],
    ['line ends only', '\n\n\r\n', 'empty'],
    ['a byte order mark only', '\ufeff', 'empty'],
    ['a header only', '年度,人數\n', 'header-only'],
    ['an empty array', '[]', 'no-records'],
  ])('%s', async (_, content, messageId) => {
    const { code, report } = await checked(folder({ 'a.csv': content })('a.csv'))
    const [result] = report.results
    expect(result?.findings).toContainEqual(expect.objectContaining({ rule: 'download/has-data', messageId }))
    expect(result).toMatchObject({ indicators: { download: 'fail' }, badge: { atMost: 'none' } })
    expect(code).toBe(1)
  })
})

/** The link fails, and nothing is said of content nobody has seen. */
function expectDead({ results: [result] }: CheckReport, messageId: string) {
  const [link, ...others] = result!.findings
  expect(link).toMatchObject({ rule: 'link/reachable', messageId, outcome: 'fail' })
  expect(new Set(others.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']))
  expect(result).toMatchObject({ indicators: { structure: 'unknown' }, badge: { atMost: 'none' } })
}

describe('a URL that gives nothing', () => {
  it.each([
    ['hang', 'headers-timeout'],
    ['hang-in-body', 'body-timeout'],
    ['drip-headers', 'headers-timeout'],
  ] as const)('%s: ends with the time-out', async (trouble, messageId) => {
    const portal = await portalFor({ '/a.csv': { body: SOUND, trouble } })
    const began = Date.now()
    const { code, report } = await checked(portal.url('/a.csv'), '--timeout', '1')
    expect(Date.now() - began).toBeLessThan(6_000)
    expectDead(report, messageId)
    expect(code).toBe(1)
  })

  it.each(['ftp://127.0.0.1/a.csv', 'gopher://127.0.0.1/', 'HTTPX://127.0.0.1/'])(
    '%s: says which scheme it does not speak',
    async (url) => {
      const { code, report } = await checked(url)
      expectDead(report, 'unsupported-scheme')
      expect(report.results[0]!.findings[0]!.message).toContain(`${url.split(':')[0]!.toLowerCase()}:`)
      expect(code).toBe(1)
    },
  )

  it('a body over --max-bytes is judged as far as it came, never passed', async () => {
    const body = `年度,人數\n${'110,5\n'.repeat(1000)}`
    const portal = await portalFor({ '/a.csv': { body } })
    const { code, report } = await checked(portal.url('/a.csv'), '--max-bytes', '600')
    expect(report.results[0]?.indicators.structure).toBe('unknown')
    expect(report.results[0]?.findings.map(({ messageId }) => messageId)).toContain('over-byte-cap')
    expect(code).toBe(3)
  })
})

describe('names that look like something else', () => {
  it('a file called like a number or an option', async () => {
    const at = folder({ '0123': SOUND, '--fields': SOUND })
    const { report } = await checked(at('0123'), at('--fields'))
    expect(report.results.map(({ file }) => file)).toEqual([at('0123'), at('--fields')])
  })

  it('one name twice is one result', async () => {
    const at = folder({ 'a.csv': SOUND })
    expect((await odbadge('check', '--quiet', at('a.csv'), at('a.csv'))).out.split('a.csv')).toHaveLength(2)
  })
})
