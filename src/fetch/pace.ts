import { Broken } from './failure.ts'
import { attemptsWorth } from './retry.ts'

/** Milliseconds. */
export interface PaceSettings {
  /** Between the starts of two requests. */
  readonly spacing: number
  /** Spacing after the first sign of strain; it doubles with each further one and halves with each success. */
  readonly firstBackOff: number
  readonly maxBackOff: number
  /** A server that wants to be left alone for longer is asked again after this. */
  readonly maxRetryAfter: number
}

/** When the next request may start, learned from how the last ones went. */
export class Pace {
  /** Between the starts of two requests; null until there were two. */
  minSpacing: number | null = null
  backOffs = 0
  retryAfterObeyed = 0
  readonly #settings: PaceSettings
  #lastStart: number | undefined
  #notBefore = Number.NEGATIVE_INFINITY
  #backOff = 0
  #backedOffAt = Number.NEGATIVE_INFINITY

  constructor(settings: PaceSettings) {
    this.#settings = settings
  }

  delay(now: number): number {
    return Math.max(0, this.#notBefore - now)
  }

  start(now: number): void {
    if (this.#lastStart !== undefined)
      this.minSpacing = Math.min(this.minSpacing ?? Number.POSITIVE_INFINITY, now - this.#lastStart)
    this.#lastStart = now
    this.#notBefore = now + Math.max(this.#settings.spacing, this.#backOff)
  }

  /** @param error what the request that began at `start` ended with; nothing when it was answered. */
  learn(error: unknown, start: number, now: number): void {
    const broken = error instanceof Broken ? error : undefined
    if (!broken || !strained(broken)) this.#relax()
    // Requests that were under way together show one and the same strain.
    else if (start >= this.#backedOffAt) this.#backAway(now)
    const retryAfter = broken?.refusal?.retryAfter
    if (retryAfter === undefined) return
    const { maxRetryAfter } = this.#settings
    if (retryAfter <= maxRetryAfter) this.retryAfterObeyed++
    this.#pause(now, Math.min(retryAfter, maxRetryAfter))
  }

  #relax(): void {
    this.#backOff = this.#backOff > this.#settings.firstBackOff ? this.#backOff / 2 : 0
  }

  #backAway(now: number): void {
    const { firstBackOff, maxBackOff } = this.#settings
    this.#backOff = Math.min(maxBackOff, Math.max(firstBackOff, this.#backOff * 2))
    this.#backedOffAt = now
    if (this.#backOff === 0) return
    this.backOffs++
    this.#pause(now, this.#backOff)
  }

  #pause(now: number, milliseconds: number): void {
    this.#notBefore = Math.max(this.#notBefore, now + milliseconds)
  }
}

/** What may pass with time asks for time; so does every fault of the server. */
const strained = (broken: Broken): boolean =>
  attemptsWorth(broken) > 1 || (broken.refusal?.status ?? 0) >= 500
