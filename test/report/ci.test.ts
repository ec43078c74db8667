import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { LANGUAGES } from '../../src/core/localised.ts'
import { writers } from '../../src/report/index.ts'
import type { LedgerView, WriterOptions } from '../../src/report/view.ts'
import { gitlabComplaints, junitComplaints, sarifComplaints } from './published.ts'
import { datasets, ledger, written } from './sample-ledger.ts'

const options: WriterOptions = { language: 'zh-TW' }
const all = datasets.flatMap((record) => [
  ...record.resources.flatMap(({ findings }) => findings),
  ...record.findings,
])
const counted = (outcome: string) => all.filter((finding) => finding.outcome === outcome).length
const FAILED = counted('fail')
const ADVICE = counted('pass')
const UNKNOWN = counted('unknown')

/** One file with these findings, as `check` sees it. */
function ofFile(
  url: string,
  findings: readonly Finding[],
  format: 'csv' | 'json' | 'xlsx' = 'csv',
): LedgerView {
  const [first] = datasets
  const resource = { ...first!.resources[0]!, url, findings, format: { declared: null, detected: format } }
  const record: DatasetRecord = { ...first!, id: url, title: url, resources: [resource] }
  return {
    ...ledger,
    async *records() {
      yield record
    },
  }
}
const at = (place: Finding['at']): Finding => ({
  ...all.find(({ outcome }) => outcome === 'fail')!,
  at: place!,
})

describe('sarif', () => {
  const log = async (view = ledger, more: Partial<WriterOptions> = {}) =>
    JSON.parse(await written(writers.sarif(view, { ...options, ...more })))

  it.each(LANGUAGES)('is SARIF 2.1.0 by its schema in %s', async (language) => {
    expect(sarifComplaints(await log(ledger, { language }))).toEqual([])
    expect(sarifComplaints(await log({ ...ledger, async *records() {} }))).toEqual([])
  })

  it('has every problem as a result and every unknown as a notification, no more', async () => {
    const { runs } = await log()
    const [{ results, invocations, tool }] = runs
    expect(results).toHaveLength(FAILED + ADVICE)
    expect(results.filter(({ level }: { level: string }) => level === 'error')).toHaveLength(FAILED)
    expect(invocations[0].toolExecutionNotifications).toHaveLength(UNKNOWN)
    expect(invocations[0].executionSuccessful).toBe(false)
    for (const { ruleId, ruleIndex } of results)
      if (ruleIndex !== undefined) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
    const [ragged] = results
    expect(ragged).toMatchObject({
      ruleId: 'structure/consistent-columns',
      message: { text: expect.stringContaining('請補齊或刪除多餘的欄位。') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'https://data.example/a.csv' },
            region: { startLine: 3 },
          },
        },
      ],
    })
    expect(tool.driver.rules[1]).toMatchObject({
      helpUri: 'urn:odbadge:rule:structure/consistent-columns',
      help: { text: expect.stringContaining('odbadge explain structure/consistent-columns') },
    })
  })

  it('links to the rule pages where there are some', async () => {
    const { runs } = await log(ledger, { rulePages: 'https://odbadge.example/' })
    expect(runs[0].tool.driver.rules[0].helpUri).toBe('https://odbadge.example/docs/rules/link/reachable.md')
  })

  it('tells new from known by the baseline', async () => {
    const known = (record: DatasetRecord) => new Set(record.resources.flatMap(({ findings }) => findings))
    const { runs } = await log(ledger, { known })
    const states = runs[0].results.map(({ baselineState }: { baselineState: string }) => baselineState)
    expect(new Set(states)).toEqual(new Set(['unchanged', 'new']))
    expect(sarifComplaints(await log(ledger, { known }))).toEqual([])
  })

  it.each<[path: string, uri: string]>([
    ['./data/年報 1.csv', 'data/%E5%B9%B4%E5%A0%B1%201.csv'],
    ['data\\a.csv', 'data/a.csv'],
    ['javascript:alert(1)', 'javascript%3Aalert(1)'],
    ['/abs/a.csv', 'file:///abs/a.csv'],
    ['https://data.example/a?b=年', 'https://data.example/a?b=%E5%B9%B4'],
  ])('%s is written as %s', async (path, uri) => {
    const found = await log(ofFile(path, [at({ row: 2 })]))
    expect(found.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
    expect(sarifComplaints(found)).toEqual([])
  })
})

describe('junit', () => {
  const xml = (view = ledger, more: Partial<WriterOptions> = {}) =>
    written(writers.junit(view, { ...options, ...more }))

  it.each(LANGUAGES)('is JUnit by its schema in %s', async (language) => {
    expect(junitComplaints(await xml(ledger, { language }))).toEqual([])
    expect(junitComplaints(await xml({ ...ledger, async *records() {} }))).toEqual([])
  })

  it('counts what it holds: failures, skipped for unknown, the rest passed', async () => {
    const text = await xml()
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
    const [, tests, failures, errors] = /<testsuites .* tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(
      text,
    )!
    expect([count(/<testcase /g), count(/<failure /g), count(/<error /g)].map(String)).toEqual([
      tests,
      failures,
      errors,
    ])
    expect(count(/<testsuite (?!name="稽核範圍")/g)).toBe(datasets.length)
    expect(text).toMatch(/<skipped type="over-byte-cap" message="檔案超過/)
    expect(text).toMatch(/<testcase [^>]*\(link\/reachable\)"\/>/)
  })

  it('takes a rule that crashed for an error', async () => {
    const crashed: Finding = { ...at({}), outcome: 'unknown', messageId: 'rule-crashed', data: {} }
    expect(await xml(ofFile('a.csv', [crashed]))).toContain('<error type="rule-crashed"')
  })

  it('passes what the baseline accepts, and says so', async () => {
    const known = (record: DatasetRecord) => new Set(record.resources.flatMap(({ findings }) => findings))
    const text = await xml(ofFile('a.csv', [at({ row: 2 })]), { known })
    expect(text).not.toContain('<failure')
    expect(text).toContain('[基準檔已接受]')
  })

  it('would notice a file that is not as it should be', () => {
    expect(junitComplaints('<testsuites><testcase/></testsuites>')).not.toEqual([])
    expect(junitComplaints('<testsuites>')).not.toEqual([])
  })
})

describe('gitlab', () => {
  it('has every finding once, each with a fingerprint of its own', async () => {
    const issues = JSON.parse(await written(writers.gitlab(ledger, options)))
    expect(gitlabComplaints(issues)).toEqual([])
    expect(issues).toHaveLength(all.length)
    const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)
    expect(new Set(prints).size).toBe(prints.length)
    expect(JSON.parse(await written(writers.gitlab({ ...ledger, async *records() {} }, options)))).toEqual([])
  })
})

describe('github', () => {
  it.each<[place: Finding['at'], format: 'csv' | 'json' | 'xlsx', properties: string]>([
    [{ row: 7 }, 'csv', 'file=data/a.csv,line=7,title='],
    [{ row: 7, line: 9 }, 'csv', 'file=data/a.csv,line=9,title='],
    [{ row: 7, column: 3 }, 'csv', 'file=data/a.csv,line=7,title='],
    [{ line: 4, column: 12 }, 'json', 'file=data/a.csv,line=4,col=12,title='],
    [{ row: 7, sheet: '表一' }, 'xlsx', 'file=data/a.csv,title='],
    [{ row: 7, member: 'b.csv' }, 'csv', 'file=data/a.csv,title='],
    [undefined, 'csv', 'file=data/a.csv,title='],
  ])('%j of %s stands at %s', async (place, format, properties) => {
    const lines = await written(writers.github(ofFile('data/a.csv', [at(place)], format), options))
    expect(lines).toContain(`::error ${properties}`)
    expect(lines.trimEnd().split('\n').slice(1)).toHaveLength(1)
  })

  it('names address and dataset where there is no file, in error, warning and notice', async () => {
    const text = await written(writers.github(ledger, options))
    const [extent, ...lines] = text.trimEnd().split('\n')
    expect(extent).toContain('::notice title=稽核範圍::')
    expect(lines).toHaveLength(all.length)
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(FAILED)
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(UNKNOWN)
    expect(lines.filter((line) => line.startsWith('::notice '))).toHaveLength(ADVICE)
    expect(lines[0]).toContain('資料集 1002（1002）%0Ahttps://data.example/a.csv%0A')
  })

  it('ends after a thousand and counts the rest', async () => {
    const text = await written(writers.github(ofFile('a.csv', Array(1_234).fill(at({ row: 1 }))), options))
    const [, ...lines] = text.trimEnd().split('\n')
    expect(lines).toHaveLength(1_001)
    expect(lines.at(-1)).toContain('234')
  })
})

describe('markdown', () => {
  it('stays below 1 MiB whatever there is, and whole lines are left', async () => {
    const long = { ...at({ row: 1 }), messageId: '長'.repeat(2_000) }
    const many = ofFile('a.csv', [
      ...Array(3_000).fill(long),
      ...Array(3_000).fill({ ...long, outcome: 'unknown' }),
    ])
    const bodies = Array.from({ length: 500 }, () => ({
      ...ledger.summary.bodies[0]!,
      body: { id: 'x', name: '府'.repeat(9_000), group: 'local' as const },
    }))
    const text = await written(writers.markdown({ ...many, summary: { ...ledger.summary, bodies } }, options))
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576)
    expect(text.endsWith('\n')).toBe(true)
    expect(text).toContain('另有 2500 項未列出。')
  })

  it('shows the ledger’s own numbers', async () => {
    const text = await written(writers.markdown(ledger, options))
    expect(text).toContain('| 金標章 | 1 | 3 |')
    expect(text).toContain('| 勞動部 | 3 | 63.33–76.67 |')
    expect(text).toContain('| 詮釋資料相符 | 2 | 1 | 0 | 3 |')
  })
})

describe('svg', () => {
  const badge = (view: LedgerView, language: 'zh-TW' | 'en' = 'zh-TW') =>
    written(writers.svg(view, { language }))
  const one = (badge: DatasetRecord['badge']): LedgerView => ({
    ...ledger,
    summary: {
      ...ledger.summary,
      datasets: 1,
      atLeast: { gold: 0, silver: 0, bronze: 0, none: 0, [badge.atLeast]: 1 },
    },
    async *records() {
      yield { ...datasets[0]!, badge }
    },
  })

  it.each([
    ['gold', '金標章', 'Gold'],
    ['silver', '銀標章', 'Silver'],
    ['bronze', '銅標章', 'Bronze'],
    ['none', '無標章', 'No badge'],
  ] as const)('%s has its words, its colour and a title', async (level, zh, en) => {
    const image = await badge(one({ atLeast: level, atMost: level }))
    expect(image).toContain(`<title id="title">政府資料開放品質標章：${zh}；`)
    expect(await badge(one({ atLeast: level, atMost: level }), 'en')).toContain(`badge: ${en}; `)
    expect(junitComplaints(image)).toEqual([expect.stringContaining('svg')])
  })

  it('says what is open, and of several datasets how many have which', async () => {
    expect(await badge(one({ atLeast: 'bronze', atMost: 'gold' }))).toContain('銅標章（最多金標章）')
    expect(await badge(ledger)).toContain('金標章 1・銀標章 2・銅標章 1・無標章 2')
  })
})
