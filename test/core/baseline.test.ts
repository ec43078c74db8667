import { describe, expect, it } from 'vitest'
import { baselineOf, scopeOf, stableFingerprint } from '../../src/core/baseline.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { datasets } from '../report/sample-ledger.ts'

const finding = (row: number, more: Partial<Finding> = {}): Finding => ({
  rule: 'structure/no-subtotals',
  messageId: 'total',
  outcome: 'fail',
  severity: 'blocking',
  data: { row, label: '合計' },
  at: { row },
  fingerprint: `${row}`.padStart(14, '0'),
  ...more,
})

const file = (...findings: Finding[]): DatasetRecord => ({
  ...datasets[0]!,
  id: './a.csv',
  resources: [
    {
      ...datasets[0]!.resources[0]!,
      url: './a.csv',
      findings,
      outcomes: { 'structure/no-subtotals': 'fail' },
    },
  ],
})

const accepting = (...findings: Finding[]) => {
  const baseline = baselineOf([])
  baseline.see(file(...findings))
  return baseline.next(() => false)
}

describe('baseline', () => {
  it('accepts as many of a kind as there were', () => {
    const entries = accepting(finding(5), finding(9))
    expect(entries).toMatchObject([{ at: 'a.csv', count: 2 }])
    const three = [finding(5), finding(9), finding(12)]
    const known = baselineOf(entries).known(file(...three))
    expect(three.map((each) => known.has(each))).toEqual([true, true, false])
    // Each dataset is counted by itself.
    const again = baselineOf(entries)
    for (let times = 0; times < 3; times++) expect(again.known(file(...three)).size).toBe(2)
  })

  it.each<[what: string, other: Finding, known: boolean]>([
    ['another row', finding(99), true],
    ['another label', finding(5, { data: { row: 5, label: '小計' } }), false],
    ['another message', finding(5, { messageId: 'sum' }), false],
    ['another sheet', finding(5, { at: { row: 5, sheet: '表二' } }), false],
    ['a fault of ours', finding(5, { messageId: 'rule-crashed', outcome: 'unknown' }), false],
  ])('%s: known %s', (_, other, known) => {
    expect(
      baselineOf(accepting(finding(5)))
        .known(file(other))
        .has(other),
    ).toBe(known)
  })

  it('accepts a doubt, whatever its numbers', () => {
    const doubt = (cap: number) =>
      finding(1, { outcome: 'unknown', messageId: 'over-byte-cap', data: { cap } })
    expect(baselineOf(accepting(doubt(1))).known(file(doubt(2))).size).toBe(1)
  })

  it('never accepts a fault of ours', () => {
    expect(accepting(finding(1, { messageId: 'rule-crashed', outcome: 'unknown' }))).toEqual([])
  })

  it('names a file by its path and a dataset by id and address', () => {
    expect(scopeOf(file(), file().resources[0], (path) => `/root/${path}`)).toBe('/root/./a.csv')
    const [listed] = datasets
    expect(scopeOf(listed!, listed!.resources[0])).toBe('1001 https://data.example/a.csv')
    expect(scopeOf(listed!, undefined)).toBe('1001')
  })

  it('is not moved by the folder the program was called in', () => {
    const [at, elsewhere] = ['a.csv', 'data/a.csv'].map((scope) => stableFingerprint(scope, finding(1)))
    expect(at).not.toBe(elsewhere)
    expect(stableFingerprint('a.csv', { ...finding(1), fingerprint: 'other' })).toBe(at)
  })
})
