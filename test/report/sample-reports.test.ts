import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DatasetRecord, LedgerFooter, LedgerLine } from '../../src/core/ledger.ts'
import { gitlabComplaints, junitComplaints, sarifComplaints } from './published.ts'

const sample = (name: string) =>
  readFileSync(new URL(`../../reports/sample/${name}`, import.meta.url), 'utf8')

const lines = sample('ledger.ndjson')
  .trimEnd()
  .split('\n')
  .map((line): LedgerLine => JSON.parse(line))
const records = lines.filter((line): line is DatasetRecord => line.kind === 'dataset')
const { summary } = lines.at(-1) as LedgerFooter
const found = records.flatMap((record) => [
  ...record.resources.flatMap(({ findings }) => findings),
  ...record.findings,
])
const answers = records.flatMap((record) => [
  ...record.resources.flatMap(({ outcomes }) => Object.values(outcomes)),
  ...Object.values(record.outcomes),
])
const count = <T>(list: readonly T[], value: T) => list.filter((each) => each === value).length
const outcomes = found.map(({ outcome }) => outcome)

describe('reports/sample says the same in every form', () => {
  it('SARIF', () => {
    const log = JSON.parse(sample('odbadge.sarif'))
    expect(sarifComplaints(log)).toEqual([])
    const [{ results, invocations }] = log.runs
    const levels = results.map(({ level }: { level: string }) => level)
    expect([count(levels, 'error'), count(levels, 'note')]).toEqual([
      count(outcomes, 'fail'),
      count(outcomes, 'pass'),
    ])
    expect(invocations[0].toolExecutionNotifications).toHaveLength(count(outcomes, 'unknown'))
  })

  it('JUnit', () => {
    const text = sample('junit.xml')
    expect(junitComplaints(text)).toEqual([])
    const times = (pattern: RegExp) => text.match(pattern)?.length ?? 0
    expect(times(/<testsuite /g)).toBe(summary.datasets)
    expect(times(/<testcase /g)).toBe(answers.length - count(answers, 'not-applicable'))
    expect(times(/<failure /g)).toBe(count(answers, 'fail'))
    expect(times(/<skipped /g)).toBe(count(answers, 'unknown'))
  })

  it('GitLab', () => {
    const issues = JSON.parse(sample('gl-code-quality-report.json'))
    expect(gitlabComplaints(issues)).toEqual([])
    expect(issues).toHaveLength(found.length)
  })

  it('Markdown and the badge', () => {
    const text = sample('summary.md')
    const words = { gold: '金標章', silver: '銀標章', bronze: '銅標章', none: '無標章' } as const
    for (const [badge, word] of Object.entries(words) as [keyof typeof words, string][]) {
      expect(text).toContain(`| ${word} | ${summary.atLeast[badge]} | ${summary.atMost[badge]} |`)
      expect(sample('badge.svg')).toContain(`${word} ${summary.atLeast[badge]}`)
    }
  })
})
