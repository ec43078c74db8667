import { describe, expect, test } from 'vitest'
import rule from '../../../rules/link/reachable.ts'
import { nothingSeen } from '../../../src/core/artifacts.ts'
import type { Attempt, Exchange, FetchFailureCode } from '../../../src/core/exchange.ts'
import { FETCH_FAILURES, isFileFailure } from '../../../src/core/exchange.ts'
import type { Verdict } from '../../../src/core/judge.ts'
import { judge } from '../../../src/core/judge.ts'
import { LANGUAGES, render } from '../../../src/core/localised.ts'
import { seen, unseen } from '../../../src/core/observed.ts'

const URL = 'https://example.tw/a.csv'

function judged(part: Partial<Exchange>): Verdict {
  const exchange: Exchange = {
    kind: 'http',
    url: URL,
    finalUrl: URL,
    hops: [],
    at: '2026-03-10T00:00:00Z',
    elapsed: 1,
    ...part,
  }
  const observed = {
    exchange: seen(exchange),
    service: unseen('not-asked'),
    ...nothingSeen(unseen('not-fetched')),
  }
  const resource = { id: '1', url: URL }
  const dataset = { id: '1', title: '名稱', publisher: '機關', resources: [resource], extra: {} }
  return judge(rule, observed, { dataset, resource, now: 0, origin: exchange.kind, partial: false }, '1')
}

const failed = (code: FetchFailureCode, detail = 'words'): Verdict => judged({ failure: { code, detail } })

const answered = (status: number): Verdict =>
  judged({ status, failure: { code: 'http-status', detail: `${status} Words` } })

describe('a link that answers passes', () => {
  test.each([200, 204, 206])('%i', (status) => {
    expect(judged({ status })).toMatchObject({ outcome: 'pass', findings: [] })
  })

  test('after redirects', () => {
    const hops = [{ url: 'http://example.tw/', status: 301, location: URL }]
    expect(judged({ status: 200, hops }).outcome).toBe('pass')
  })

  test('and tells until when its certificate lasts, and when that is soon', () => {
    const shown = (certificateExpires: string) => judged({ status: 200, certificateExpires })
    expect(shown('1970-03-01T00:00:00.000Z')).toMatchObject({
      outcome: 'pass',
      findings: [],
      holdsUntil: '1970-03-01T00:00:00.000Z',
    })
    expect(shown('1970-01-21T23:00:00.000Z').findings).toMatchObject([
      { messageId: 'expires-soon', severity: 'advice', data: { until: '1970-01-22' } },
    ])
  })

  test('a local file has no link that could be dead', () => {
    expect(judged({ kind: 'file', url: 'a.csv', finalUrl: 'a.csv' }).outcome).toBe('not-applicable')
  })
})

describe('a status that is no success fails', () => {
  test.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [500, 'server-error'],
    [503, 'server-error'],
    [400, 'bad-status'],
    [304, 'bad-status'],
  ])('%i is %s', (status, messageId) => {
    const { outcome, findings } = answered(status)
    expect(outcome).toBe('fail')
    expect(findings).toMatchObject([{ messageId, data: { url: URL, detail: `${status} Words` } }])
  })

  test('429 proves nothing', () => {
    expect(answered(429).outcome).toBe('unknown')
  })
})

describe('every failure has its answer', () => {
  const DOUBTS: readonly FetchFailureCode[] = [
    'forbidden-address',
    'challenge',
    ...FETCH_FAILURES.filter((code) => code.startsWith('tls')),
    'dns-unavailable',
    'total-timeout',
    'decompression-bomb',
    'network',
    'host-down',
    'not-recorded',
    'recording-damaged',
  ]

  test.each(FETCH_FAILURES.filter((code) => code !== 'http-status'))('%s', (code) => {
    const { outcome, findings, crashed } = failed(code)
    expect(crashed).toBe(false)
    if (DOUBTS.includes(code)) {
      expect(outcome).toBe('unknown')
      expect(findings).toMatchObject([{ messageId: code, data: { detail: 'words' } }])
    } else if (isFileFailure(code)) {
      expect(findings).toEqual([])
    } else {
      expect(outcome).toBe('fail')
      expect(findings).toMatchObject([{ messageId: code }])
    }
  })
})

/** So many, the first ones failing. */
const attemptsOf = (failures: number, total: number): Attempt[] =>
  Array.from({ length: total }, (_, i) => ({
    window: 1,
    at: '2026-03-10T00:00:00Z',
    elapsed: 1,
    ...(i < failures && { failure: { code: 'reset', detail: 'words' } as const }),
  }))

describe('a link that recovered', () => {
  const recovered = (failures: number, attempts: number): Verdict =>
    judged({ status: 200, attempts: attemptsOf(failures, attempts) })

  test('passes with a remark', () => {
    const { outcome, findings } = recovered(2, 5)
    expect(outcome).toBe('pass')
    expect(findings).toMatchObject([{ messageId: 'unstable', outcome: 'pass', severity: 'advice' }])
    expect(render(rule.messages.unstable.text, findings[0]!.data, 'en')).toBe(
      `Unstable: 2 of 5 attempts failed for ${URL}.`,
    )
  })

  test('is the same finding however often it failed', () => {
    expect(recovered(1, 2).findings[0]!.fingerprint).toBe(recovered(2, 5).findings[0]!.fingerprint)
  })

  test('never failed: no remark', () => {
    expect(recovered(0, 2).findings).toEqual([])
  })

  test('failed in the end: fails, whatever came before', () => {
    const failure = { code: 'reset', detail: 'words' } as const
    const { outcome, findings } = judged({ failure, attempts: attemptsOf(3, 3) })
    expect(outcome).toBe('fail')
    expect(findings).toMatchObject([{ messageId: 'reset' }])
  })
})

describe('certificates', () => {
  const A = 'https://a.example.tw/'

  test('a chain that we completed passes with a remark', () => {
    const { outcome, findings } = judged({ status: 200, certificates: 'completed', certificateUrl: A })
    expect(outcome).toBe('pass')
    expect(findings).toMatchObject([{ messageId: 'chain-completed', severity: 'advice', data: { url: A } }])
  })

  test('a dead link is dead whatever its chain', () => {
    const failure = { code: 'http-status', detail: '404 Not Found' } as const
    const { outcome, findings } = judged({
      status: 404,
      failure,
      certificates: 'completed',
      certificateUrl: A,
    })
    expect(outcome).toBe('fail')
    expect(findings).toMatchObject([{ messageId: 'not-found', data: { url: URL } }])
  })

  test('one that we ignored leaves the link open, and is told of the server that showed it', () => {
    const failure = { code: 'tls-expired', detail: 'words' } as const
    const { outcome, findings } = judged({ status: 200, failure, certificates: 'ignored', certificateUrl: A })
    expect(outcome).toBe('unknown')
    expect(findings).toMatchObject([{ messageId: 'tls-expired', data: { url: A, detail: 'words' } }])
  })
})

test('every message finds the values it names', () => {
  const data = {
    ...answered(404).findings[0]!.data,
    count: 2,
    total: 5,
    since: '2026-01-02',
    last: '2026-01-01',
    until: '2026-01-01',
  }
  for (const message of Object.values(rule.messages))
    for (const language of LANGUAGES)
      for (const part of [message.text, message.remedy])
        expect(render(part, data, language)).not.toMatch(/[{}]/)
})

test('a redirect loop shows the whole way', () => {
  const hops = [
    { url: URL, status: 302, location: '/登入' },
    { url: 'https://example.tw/%E7%99%BB%E5%85%A5', status: 302, location: '/a.csv' },
  ]
  const { findings } = judged({ status: 302, hops, failure: { code: 'redirect-loop', detail: URL } })
  expect(render(rule.messages['redirect-loop'].text, findings[0]!.data, 'zh-TW')).toBe(
    `轉址循環，永遠到不了檔案：${URL} → /登入 → /a.csv`,
  )
})
