import type { FetchFailure } from '../core/exchange.ts'
import { Broken } from './failure.ts'

export interface BreakerSettings {
  /** Requests in a row that a host must turn away before it counts as down. */
  readonly downAfter: number
  /** Milliseconds until a host that is down gets one request to show that it is back. */
  readonly coolDown: number
}

const NO_CONNECTION = new Set(['dns', 'dns-unavailable', 'refused', 'reset', 'connect-timeout'])

/** One host's circuit: a dead host is found dead once, not once per link. */
export class Breaker {
  readonly #settings: BreakerSettings
  #inARow = 0
  #cause: FetchFailure | undefined
  #downUntil: number | undefined
  #window = 1
  #endOfProbe: (() => void) | undefined
  #probe: Promise<void> | undefined

  constructor(settings: BreakerSettings) {
    this.#settings = settings
  }

  /** @throws Broken `host-down`, unless a request may be sent now or when the probe is over. */
  check(now: number, window: number): void {
    if (window > this.#window) {
      // What a window finds must not rest on what an earlier one found.
      this.#window = window
      if (this.#downUntil !== undefined) this.#downUntil = now
    }
    if (this.#downUntil !== undefined && now < this.#downUntil)
      throw new Broken('host-down', words(this.#cause), undefined, this.#cause?.code)
  }

  /** Settles when the probe under way has ended, whatever it found; nothing when there is none. */
  get probe(): Promise<void> | undefined {
    return this.#probe
  }

  /** A request goes out; the first one after the cool-down is the probe. */
  enter(): void {
    if (this.#downUntil === undefined) return
    this.#probe = new Promise((resolve) => {
      this.#endOfProbe = resolve
    })
  }

  /** @param error what the request ended with; nothing when it was answered. */
  learn(error: unknown, now: number): void {
    this.#endOfProbe?.()
    this.#probe = undefined
    if (!(error instanceof Broken) || !turnedAway(error)) {
      this.#inARow = 0
      this.#downUntil = undefined
      return
    }
    if (++this.#inARow === 1) this.#cause = error.failure
    if (this.#inARow >= this.#settings.downAfter) this.#downUntil = now + this.#settings.coolDown
  }
}

/** A server that only ever asks us to wait is as good as down: obeying it for every link would take for ever. */
function turnedAway({ failure, refusal }: Broken): boolean {
  return NO_CONNECTION.has(failure.code) || refusal?.status === 429 || refusal?.retryAfter !== undefined
}

const words = (cause: FetchFailure | undefined): string => (cause ? `${cause.code}: ${cause.detail}` : '')
