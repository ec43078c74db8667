import { flagValue, isServerMessage, isSuccessFlag, MAX_MESSAGES, maySpeak } from './server-messages.ts'
import { kept } from './xml-outline.ts'
import type { Place } from './xml-place.ts'

/** A server speaks near the root and not often; what repeats more is data. */
const MAX_DEPTH = 5
const MAX_TIMES = 5

/** Text of elements that may hold what a server says instead of data. */
export class Listener {
  readonly messages: string[] = []
  success: boolean | undefined
  /** Of the element that is listened to; 0: none. */
  #depth = 0
  #name = ''
  #text = ''

  /** Whether to listen from this element on; what holds elements is no message. */
  open(place: Place | undefined, depth: number): boolean {
    this.#depth = 0
    if (place === undefined || depth > MAX_DEPTH || place.count > MAX_TIMES) return false
    if (!maySpeak(place.name) && !isSuccessFlag(place.name)) return false
    this.#depth = depth
    this.#name = place.name
    this.#text = ''
    return true
  }

  text(text: string): void {
    if (this.#depth > 0) this.#text = kept(this.#text + text)
  }

  /** Must be told of every end, like of every beginning. */
  close(depth: number): void {
    if (depth !== this.#depth) return
    this.#depth = 0
    const flag = isSuccessFlag(this.#name) ? flagValue(this.#text) : undefined
    if (flag !== undefined) this.success ??= flag
    else if (this.messages.length < MAX_MESSAGES && isServerMessage(this.#name, this.#text))
      this.messages.push(this.#text.trim())
  }
}
