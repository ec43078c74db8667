import type { HostRecord } from '../core/ledger.ts'
import { Breaker, type BreakerSettings } from './breaker.ts'
import { Broken } from './failure.ts'
import { Gate } from './gate.ts'
import { Pace, type PaceSettings } from './pace.ts'

export interface LaneSettings extends PaceSettings, BreakerSettings {
  /** Requests under way at once, each from its start to the last byte of its answer. */
  readonly concurrency: number
}

/** Milliseconds that never run backwards, and a way to let them pass. */
export interface Time {
  now(): number
  wait(milliseconds: number): Promise<void>
}

/** All requests to one registrable name, in this order: permit, breaker, back-off and spacing, send, learn. */
export class HostLane {
  readonly #host: string
  readonly #time: Time
  readonly #settings: LaneSettings
  readonly #pace: Pace
  /** By host: of a ministry's hundred, one may be dead. */
  readonly #breakers = new Map<string, Breaker>()
  readonly #permits: Gate
  /** One waits for its start, the others wait in line: nobody is overtaken. */
  readonly #turns = new Gate(1)
  #underWay = 0
  #requests = 0
  #maxConcurrent = 0
  #failures = 0

  constructor(host: string, settings: LaneSettings, time: Time) {
    this.#host = host
    this.#time = time
    this.#settings = settings
    this.#pace = new Pace(settings)
    this.#permits = new Gate(settings.concurrency)
  }

  /**
   * Sends one request to one of the lane's hosts when its turn has come; `request` settles with the last byte.
   * @throws Broken `host-down`, and nothing is sent, while that host is down.
   */
  async run<T>(host: string, request: () => Promise<T>, window = 1): Promise<T> {
    const breaker = this.#breaker(host)
    for (;;) {
      breaker.check(this.#time.now(), window)
      // Waited for outside the line: the lane's other hosts go on meanwhile.
      await breaker.probe
      await this.#permits.enter()
      try {
        const start = await this.#turn(breaker, window)
        if (start !== undefined) return await this.#send(request, breaker, start)
      } finally {
        this.#permits.leave()
      }
    }
  }

  get statistics(): HostRecord {
    return {
      host: this.#host,
      requests: this.#requests,
      maxConcurrent: this.#maxConcurrent,
      minSpacingMs: this.#pace.minSpacing,
      backOffs: this.#pace.backOffs,
      retryAfterObeyed: this.#pace.retryAfterObeyed,
      failures: this.#failures,
    }
  }

  #breaker(host: string): Breaker {
    const breaker = this.#breakers.get(host) ?? new Breaker(this.#settings)
    this.#breakers.set(host, breaker)
    return breaker
  }

  /** Waits until a request may start, and takes that moment; nothing when a probe goes first. */
  async #turn(breaker: Breaker, window: number): Promise<number | undefined> {
    await this.#turns.enter()
    try {
      for (;;) {
        const now = this.#time.now()
        breaker.check(now, window)
        if (breaker.probe) return undefined
        const delay = this.#pace.delay(now)
        if (delay === 0) {
          breaker.enter()
          this.#pace.start(now)
          return now
        }
        // Looks again afterwards: an answer may have moved the moment.
        await this.#time.wait(delay)
      }
    } finally {
      this.#turns.leave()
    }
  }

  async #send<T>(request: () => Promise<T>, breaker: Breaker, start: number): Promise<T> {
    this.#requests++
    this.#maxConcurrent = Math.max(this.#maxConcurrent, ++this.#underWay)
    let error: unknown
    try {
      return await request()
    } catch (thrown) {
      error = thrown
      throw thrown
    } finally {
      const now = this.#time.now()
      this.#underWay--
      if (error instanceof Broken) this.#failures++
      this.#pace.learn(error, start, now)
      breaker.learn(error, now)
    }
  }
}
