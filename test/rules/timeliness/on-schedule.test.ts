import { describe, expect, test } from 'vitest'
import rule from '../../../rules/timeliness/on-schedule.ts'
import { parseDate } from '../../../src/core/calendar.ts'
import type { Dataset } from '../../../src/core/catalogue.ts'
import type { Exchange } from '../../../src/core/exchange.ts'
import type { Verdict } from '../../../src/core/judge.ts'
import { judgeDataset } from '../../../src/core/judge.ts'
import type { NewestPeriod } from '../../../src/core/ledger.ts'
import { render } from '../../../src/core/localised.ts'
import type { Answer } from '../../../src/core/rule.ts'

interface Case {
  readonly frequency?: string
  /** 詮釋資料更新時間. */
  readonly record?: string
  /** 資料資源更新時間, one per resource. */
  readonly modified?: readonly string[]
  /** Last-Modified, one per answer. */
  readonly http?: readonly string[]
  readonly dead?: boolean
  readonly newest?: NewestPeriod
  /** Answered, although nobody vouches for the server. */
  readonly unverified?: boolean
  readonly now?: string
}

function judged({
  frequency,
  record,
  modified = [],
  http = [],
  dead,
  newest,
  unverified,
  now = '2026-03-10',
}: Case): Verdict {
  const resources = modified.map((time, at) => ({ id: String(at), url: '', ...(time && { modified: time }) }))
  const dataset: Dataset = {
    id: '1',
    title: '名稱',
    publisher: '機關',
    ...(frequency !== undefined && { updateFrequency: frequency }),
    ...(record && { modified: record }),
    resources,
    extra: {},
  }
  const answers = http.map((lastModified): Answer => {
    const exchange: Exchange = {
      kind: 'http',
      url: '',
      finalUrl: '',
      hops: [],
      lastModified,
      at: '2026-03-10T00:00:00Z',
      elapsed: 1,
      ...(dead && { failure: { code: 'http-status' as const, detail: '404' } }),
      ...(unverified && {
        failure: { code: 'tls-expired' as const, detail: '' },
        certificates: 'ignored' as const,
      }),
    }
    return { resource: { id: '1', url: '' }, exchange, ...(newest && { newest }) }
  })
  return judgeDataset(rule, answers, { dataset, now: parseDate(now)! }, '1')
}

const messages = ({ findings }: Verdict): readonly string[] => findings.map(({ messageId }) => messageId)

describe('passes', () => {
  test.each<[string, Case]>([
    ['within the period', { frequency: '每1年', modified: ['2025-06-01'] }],
    ['within the grace', { frequency: '每1年', modified: ['2025-01-15'] }],
    ['at the last moment', { frequency: '每1月', modified: ['2025-12-31'], now: '2026-02-14' }],
    ['the newest resource counts', { frequency: '每1月', modified: ['2010-01-01', '2026-03-01', ''] }],
    [
      'an answer counts although its certificate is bad',
      { frequency: '每1日', http: ['Mon, 09 Mar 2026 00:00:00 GMT'], unverified: true },
    ],
    [
      'the newest answer counts',
      { frequency: '每1日', http: ['Thu, 01 Jan 2015 00:00:00 GMT', 'Mon, 09 Mar 2026 00:00:00 GMT'] },
    ],
    [
      'the resource before the record',
      { frequency: '每1日', modified: ['2026-03-09'], record: '2017-01-01' },
    ],
    [
      'the answer before the record',
      { frequency: '每1日', http: ['Mon, 09 Mar 2026 00:00:00 GMT'], record: '2017-01-01' },
    ],
    ['real time, within a day and a half', { frequency: '即時', modified: ['2026-03-08 12:00'] }],
    ['a clock a few hours ahead', { frequency: '每1日', modified: ['2026-03-10 09:00'] }],
  ])('%s', (_, given) => {
    expect(judged(given)).toMatchObject({ outcome: 'pass', findings: [] })
  })

  test('on the record time alone, with a warning', () => {
    const verdict = judged({ frequency: '每1年', record: '2026-01-01' })
    expect(verdict.outcome).toBe('pass')
    expect(verdict.findings).toMatchObject([{ messageId: 'weak-evidence', data: { updated: '2026-01-01' } }])
  })
})

describe('fails', () => {
  test.each<[string, Case, Readonly<Record<string, string | number>>]>([
    [
      'by resource time',
      { frequency: '每1月', modified: ['2025-12-31'] },
      {
        updated: '2025-12-31',
        evidence: '資料資源更新時間',
        frequency: '每1月',
        due: '2026-02-14',
        days: 24,
      },
    ],
    [
      'a moment too late counts as a day',
      { frequency: '每1月', modified: ['2025-12-31'], now: '2026-02-14 00:01' },
      { updated: '2025-12-31', evidence: '資料資源更新時間', frequency: '每1月', due: '2026-02-14', days: 1 },
    ],
    [
      'by the server, although the record is new',
      { frequency: '每日', http: ['Thu, 01 Jan 2026 00:00:00 GMT'], record: '2026-03-10' },
      {
        updated: '2026-01-01',
        evidence: 'HTTP Last-Modified',
        frequency: '每日',
        due: '2026-01-02',
        days: 67,
      },
    ],
    [
      'real time is told to the minute',
      { frequency: '即時更新', modified: ['2026-03-08 11:59'] },
      {
        updated: '2026-03-08 11:59',
        evidence: '資料資源更新時間',
        frequency: '即時更新',
        due: '2026-03-09 23:59',
        days: 1,
      },
    ],
    [
      'so are hours',
      { frequency: '每1時', modified: ['2026-03-09 20:00'] },
      {
        updated: '2026-03-09 20:00',
        evidence: '資料資源更新時間',
        frequency: '每1時',
        due: '2026-03-09 21:30',
        days: 1,
      },
    ],
  ])('%s', (_, given, data) => {
    const { outcome, findings } = judged(given)
    expect(outcome).toBe('fail')
    expect(findings).toMatchObject([{ messageId: 'overdue', severity: 'blocking', data }])
  })

  test('by the record time, with a warning', () => {
    const verdict = judged({ frequency: '每1日', record: '2025-02-05' })
    expect(verdict.outcome).toBe('fail')
    expect(messages(verdict)).toEqual(['weak-evidence', 'overdue'])
  })
})

describe('does not apply', () => {
  test.each(['不定期', '不定期更新', '不更新'])('%s', (frequency) => {
    expect(judged({ frequency, modified: ['2001-01-01'] }).outcome).toBe('not-applicable')
  })

  test('to a file for which nothing is claimed', () => {
    expect(judged({ modified: ['2001-01-01'] }).outcome).toBe('not-applicable')
  })
})

describe('is undecidable', () => {
  test.each<[string, Case, string]>([
    ['no frequency', { frequency: '', modified: ['2026-03-01'] }, 'no-frequency'],
    ['blank frequency', { frequency: ' ', modified: ['2026-03-01'] }, 'no-frequency'],
    ['unknown word', { frequency: '依需要', modified: ['2026-03-01'] }, 'unknown-frequency'],
    ['no date at all', { frequency: '每1年' }, 'no-date'],
    [
      'dates that are none',
      { frequency: '每1年', modified: ['昨天'], http: ['0'], record: '106年' },
      'no-date',
    ],
    [
      '1970',
      { frequency: '每1年', http: ['Thu, 01 Jan 1970 00:00:00 GMT'], record: '1970-01-01 00:00:00' },
      'no-date',
    ],
    [
      'date of a dead link',
      { frequency: '每1年', http: ['Mon, 09 Mar 2026 00:00:00 GMT'], dead: true },
      'no-date',
    ],
    ['only a future date', { frequency: '每1年', modified: ['2030-01-01'] }, 'only-future'],
  ])('%s', (_, given, reason) => {
    const { outcome, findings } = judged(given)
    expect(outcome).toBe('unknown')
    expect(findings[0]?.messageId).toBe(reason)
  })
})

test('a future date is told and left out', () => {
  const verdict = judged({ frequency: '每1月', modified: ['2030-01-01', '2025-12-31'] })
  expect(messages(verdict)).toEqual(['future-date', 'overdue'])
  expect(verdict.findings[0]?.data).toEqual({
    evidence: '資料資源更新時間',
    date: '2030-01-01',
    now: '2026-03-10',
  })
})

test.each([
  ['began after the last update', '2026-01-01', {}, ['overdue', 'newer-data']],
  ['began after it, in a record', '2026-01-01', { record: true } as const, ['overdue', 'newer-record']],
  ['began before it', '2025-12-01', {}, ['overdue']],
])('when the newest period of the data %s', (_, from, record, wanted) => {
  const newest = { column: '年月', row: 9, ...record, value: '11501', from, to: '2026-01-31' }
  const verdict = judged({ frequency: '每1月', modified: ['2025-12-31'], http: [''], newest })
  expect(messages(verdict)).toEqual(wanted)
  const { messageId, data } = verdict.findings.at(-1)!
  expect(render(rule.messages[messageId as 'newer-data'].text, data, 'zh-TW')).not.toMatch(/\{\w+\}/)
})

test('the message fills every place, in both languages', () => {
  const { findings } = judged({ frequency: '每1日', record: '2025-02-05', modified: ['2030-01-01'] })
  const texts = findings.flatMap(({ messageId, data }) => {
    const { text, remedy } = rule.messages[messageId as keyof typeof rule.messages]
    return [text, remedy].flatMap((each) => [render(each, data, 'zh-TW'), render(each, data, 'en')])
  })
  expect(texts).toHaveLength(12)
  expect(texts.join()).not.toMatch(/\{\w+\}/)
})

test.each<[string, Case, string | undefined]>([
  ['the period and its grace', { frequency: '每1月', modified: ['2026-02-28'] }, '2026-04-12T04:00:00.000Z'],
  [
    'the newest date',
    { frequency: '每1年', modified: ['2025-06-01', '2025-07-01'] },
    '2026-12-31T16:00:00.000Z',
  ],
  ['nothing when it is overdue', { frequency: '每1月', modified: ['2025-01-01'] }, undefined],
  ['nothing when it does not apply', { frequency: '不定期', modified: ['2026-02-28'] }, undefined],
])('a pass holds for %s', (_, given, until) => {
  expect(judged(given).holdsUntil).toBe(until)
})
