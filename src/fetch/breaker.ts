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
  #cause = ''
  #downUntil: number | undefined
  #probing = false

  constructor(settings: BreakerSettings) {
    this.#settings = settings
  }

  /** @throws Broken `host-down`, unless a request may be sent. */
  check(now: number): void {
    if (this.#downUntil !== undefined && (this.#probing || now < this.#downUntil))
      throw new Broken('host-down', this.#cause)
  }

  /** A request goes out; the first one after the cool-down is the probe. */
  enter(): void {
    this.#probing = this.#downUntil !== undefined
  }

  /** @param error what the request ended with; nothing when it was answered. */
  learn(error: unknown, now: number): void {
    this.#probing = false
    if (!(error instanceof Broken) || !turnedAway(error)) {
      this.#inARow = 0
      this.#downUntil = undefined
      return
    }
    const { code, detail } = error.failure
    if (++this.#inARow === 1) this.#cause = `${code}: ${detail}`
    if (this.#inARow >= this.#settings.downAfter) this.#downUntil = now + this.#settings.coolDown
  }
}

/** A server that only ever asks us to wait is as good as down: obeying it for every link would take for ever. */
function turnedAway({ failure, refusal }: Broken): boolean {
  return NO_CONNECTION.has(failure.code) || refusal?.status === 429 || refusal?.retryAfter !== undefined
}
