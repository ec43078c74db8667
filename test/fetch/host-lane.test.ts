import { beforeEach, describe, expect, test } from 'vitest'
import type { FetchFailureCode } from '../../src/core/exchange.ts'
import { Broken } from '../../src/fetch/failure.ts'
import { HostLane, type LaneSettings } from '../../src/fetch/host-lane.ts'
import { type FakeTime, fakeTime } from '../support/fake-time.ts'

const SETTINGS: LaneSettings = {
  concurrency: 2,
  spacing: 250,
  firstBackOff: 1_000,
  maxBackOff: 8_000,
  maxRetryAfter: 120_000,
  downAfter: 5,
  coolDown: 60_000,
}

/** How the server treats a request that takes `takes` milliseconds. */
interface Treatment {
  readonly takes?: number
  readonly status?: number
  readonly retryAfter?: number
  readonly code?: FetchFailureCode
  readonly host?: string
}

let time: FakeTime
let starts: number[]
beforeEach(() => {
  time = fakeTime()
  starts = []
})

const laneOf = (settings: Partial<LaneSettings> = {}) =>
  new HostLane('example.tw', { ...SETTINGS, ...settings }, time)

/** What became of one request: `ok`, or the failure's code and detail. */
async function send(lane: HostLane, treatment: Treatment = {}): Promise<string> {
  const { takes = 0, status = 200, retryAfter, code, host = 'example.tw' } = treatment
  const request = async () => {
    starts.push(time.now())
    if (takes > 0) await time.wait(takes)
    if (code) throw new Broken(code, 'words')
    if (status >= 400)
      throw new Broken('http-status', String(status), {
        status,
        ...(retryAfter !== undefined && { retryAfter }),
      })
    return 'ok'
  }
  try {
    return await lane.run(host, request)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    return `${error.failure.code} ${error.failure.detail}`
  }
}

/** Sends the requests all at once and lets time pass until each has ended. */
async function sendAll(lane: HostLane, treatments: readonly Treatment[]): Promise<string[]> {
  const all = Promise.all(treatments.map((treatment) => send(lane, treatment)))
  await time.pass(1e9)
  return all
}

const times = (count: number, treatment: Treatment = {}): Treatment[] => Array(count).fill(treatment)

describe('concurrency and spacing', () => {
  test('requests start one spacing apart', async () => {
    const lane = laneOf()
    await sendAll(lane, times(4))
    expect(starts).toEqual([0, 250, 500, 750])
    expect(lane.statistics).toMatchObject({ requests: 4, maxConcurrent: 1, minSpacingMs: 250 })
  })

  test('no more are under way than allowed', async () => {
    const lane = laneOf()
    await sendAll(lane, times(5, { takes: 1_000 }))
    expect(starts).toEqual([0, 250, 1_000, 1_250, 2_000])
    expect(lane.statistics).toMatchObject({ requests: 5, maxConcurrent: 2, minSpacingMs: 250 })
  })

  test('a lane that rested does not catch up', async () => {
    const lane = laneOf()
    await sendAll(lane, times(1))
    const from = time.now()
    await sendAll(lane, times(3))
    expect(starts.slice(1).map((start) => start - from)).toEqual([0, 250, 500])
  })

  test('without spacing they start together', async () => {
    const lane = laneOf({ spacing: 0, concurrency: 3 })
    await sendAll(lane, times(4, { takes: 10 }))
    expect(starts).toEqual([0, 0, 0, 10])
    expect(lane.statistics).toMatchObject({ maxConcurrent: 3, minSpacingMs: 0 })
  })

  test('one request has no spacing', async () => {
    const lane = laneOf()
    await sendAll(lane, times(1))
    expect(lane.statistics.minSpacingMs).toBeNull()
  })

  test('a fault of ours passes through and gives the permit back', async () => {
    const lane = laneOf({ concurrency: 1 })
    const fault = new Error('disk full')
    await expect(lane.run('example.tw', () => Promise.reject(fault))).rejects.toBe(fault)
    expect(await sendAll(lane, times(1))).toEqual(['ok'])
    expect(lane.statistics.failures).toBe(0)
  })
})

describe('back-off', () => {
  test.each<[what: string, treatment: Treatment]>([
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a reset', { code: 'reset' }],
    ['a time-out', { code: 'headers-timeout' }],
  ])('%s doubles it up to the cap', async (_, treatment) => {
    const lane = laneOf({ downAfter: 100 })
    await sendAll(lane, times(6, treatment))
    expect(starts).toEqual([0, 1_000, 3_000, 7_000, 15_000, 23_000])
    expect(lane.statistics).toMatchObject({ backOffs: 6, failures: 6 })
  })

  test('it decays with success', async () => {
    const lane = laneOf()
    await sendAll(lane, [...times(3, { status: 503 }), ...times(5)])
    expect(starts).toEqual([0, 1_000, 3_000, 7_000, 11_000, 13_000, 14_000, 14_250])
  })

  test.each<[what: string, treatment: Treatment]>([
    ['404', { status: 404 }],
    ['403', { status: 403 }],
    ['a bad certificate', { code: 'tls' }],
  ])('%s is no strain', async (_, treatment) => {
    const lane = laneOf()
    await sendAll(lane, times(3, treatment))
    expect(starts).toEqual([0, 250, 500])
    expect(lane.statistics).toMatchObject({ backOffs: 0, failures: 3 })
  })

  test('requests under way together count once', async () => {
    const lane = laneOf({ spacing: 0 })
    await sendAll(lane, [...times(2, { status: 503, takes: 10 }), ...times(1)])
    expect(starts).toEqual([0, 0, 1_010])
    expect(lane.statistics.backOffs).toBe(1)
  })

  test('whoever already waits for the spacing waits for the back-off, too', async () => {
    const lane = laneOf()
    await sendAll(lane, [{ status: 503, takes: 100 }, {}])
    expect(starts).toEqual([0, 1_100])
  })
})

describe('Retry-After', () => {
  test('is obeyed', async () => {
    const lane = laneOf()
    await sendAll(lane, [{ status: 429, retryAfter: 30_000 }, {}])
    expect(starts).toEqual([0, 30_000])
    expect(lane.statistics.retryAfterObeyed).toBe(1)
  })

  test('does not shorten the back-off', async () => {
    await sendAll(laneOf(), [{ status: 429, retryAfter: 0 }, {}])
    expect(starts).toEqual([0, 1_000])
  })

  test.each([1e10, Number.POSITIVE_INFINITY])('%d is capped, and not called obeyed', async (retryAfter) => {
    const lane = laneOf()
    await sendAll(lane, [{ status: 503, retryAfter }, {}])
    expect(starts).toEqual([0, 120_000])
    expect(lane.statistics.retryAfterObeyed).toBe(0)
  })

  test('a server that never stops asking for it does not block the run', async () => {
    const lane = laneOf()
    const results = await sendAll(lane, times(900, { status: 429, retryAfter: 1e10 }))
    expect(starts).toHaveLength(5)
    expect(new Set(results.slice(5))).toEqual(new Set(['host-down http-status: 429']))
  })
})

describe('a host that is down', () => {
  const REFUSED: Treatment = { code: 'refused' }

  test('is found down once, not 900 times, and the first cause is named', async () => {
    const lane = laneOf()
    const results = await sendAll(lane, [{ code: 'connect-timeout' }, ...times(899, REFUSED)])
    expect(results.slice(0, 5)).toEqual(['connect-timeout words', ...Array(4).fill('refused words')])
    expect(new Set(results.slice(5))).toEqual(new Set(['host-down connect-timeout: words']))
    expect(lane.statistics).toMatchObject({ requests: 5, failures: 5 })
  })

  test('does not take the other hosts of its lane with it', async () => {
    const lane = laneOf()
    await sendAll(lane, times(6, { ...REFUSED, host: 'old.example.tw' }))
    expect(await sendAll(lane, times(1, { host: 'www.example.tw' }))).toEqual(['ok'])
  })

  test('an answer in between, whatever it says, shows that it is not', async () => {
    const lane = laneOf()
    const results = await sendAll(lane, [...times(4, REFUSED), { status: 404 }, ...times(4, REFUSED), {}])
    expect(results.at(-1)).toBe('ok')
  })

  test('gets one probe after the cool-down, and stays down when that fails', async () => {
    const lane = laneOf({ spacing: 0, firstBackOff: 0 })
    const down = Promise.all(times(5, REFUSED).map((treatment) => send(lane, treatment)))
    await time.pass(59_999)
    await down
    expect(await send(lane)).toMatch(/^host-down/)
    await time.pass(1)
    const probe = send(lane, { ...REFUSED, takes: 100 })
    const beside = send(lane)
    await time.pass(100)
    expect(await beside).toMatch(/^host-down/)
    expect(await probe).toBe('refused words')
    await time.pass(59_999)
    expect(await send(lane)).toMatch(/^host-down/)
  })

  test('is up again when the probe is answered', async () => {
    const lane = laneOf({ spacing: 0, firstBackOff: 0 })
    await sendAll(lane, times(6, REFUSED))
    expect(await sendAll(lane, [{ status: 404 }])).toEqual(['http-status 404'])
    expect(await sendAll(lane, times(3))).toEqual(['ok', 'ok', 'ok'])
  })
})
