import type { Body, Exchange, Known } from '../core/exchange.ts'
import type { Fetched } from './fetcher.ts'
import { sameAddress } from './url.ts'

/** What is kept for those who may ask again. */
export interface ShareLimits {
  readonly links: number
  /** Of bodies that nobody holds at the moment. */
  readonly bytes: number
}

export interface Loaded {
  readonly exchange: Exchange
  readonly body?: Body
  /** False for trouble that may be over when the link is asked for again; then there is no body. */
  readonly settled: boolean
}

type Load = (url: string, window: number, known?: Known) => Promise<Loaded>

interface Entry {
  readonly key: string
  readonly loading: Promise<Loaded>
  holders: number
}

/** Loads equal addresses once in a window: whoever asks meanwhile or later gets the same exchange and file. */
export class Share {
  readonly #load: Load
  readonly #drop: (body: Body) => Promise<void>
  readonly #limits: ShareLimits
  readonly #entries = new Map<string, Entry>()
  /** By the object each asker was given, so that releasing twice counts once. */
  readonly #held = new Map<Body, Entry>()
  /** Without holders, longest unused first. */
  readonly #idle = new Map<Entry, Body | undefined>()
  #idleBytes = 0

  constructor(load: Load, drop: (body: Body) => Promise<void>, limits: ShareLimits) {
    this.#load = load
    this.#drop = drop
    this.#limits = limits
  }

  async fetch(url: string, window = 1, known?: Known): Promise<Fetched> {
    const entry = this.#enter(url, window, known)
    const { exchange, body, settled } = await entry.loading.catch((error: unknown) => {
      this.#forget(entry)
      throw error
    })
    if (!settled) this.#forget(entry)
    const fetched = { exchange: exchange.url === url ? exchange : { ...exchange, url } }
    if (!body) {
      await this.#leave(entry)
      return fetched
    }
    const own = { ...body }
    this.#held.set(own, entry)
    return { ...fetched, body: own }
  }

  /** The file goes when nobody else holds it and there is no room to keep it. */
  async release(body: Body): Promise<void> {
    const entry = this.#held.get(body)
    this.#held.delete(body)
    if (entry) await this.#leave(entry, body)
  }

  clear(): void {
    this.#entries.clear()
    this.#held.clear()
    this.#idle.clear()
  }

  #enter(url: string, window: number, known?: Known): Entry {
    // Who asks with other validators may get another answer.
    const key = `${window} ${sameAddress(url)} ${known ? JSON.stringify(known) : ''}`
    const entry = this.#entries.get(key) ?? { key, loading: this.#load(url, window, known), holders: 0 }
    this.#entries.set(key, entry)
    this.#wake(entry)
    entry.holders++
    return entry
  }

  async #leave(entry: Entry, body?: Body): Promise<void> {
    if (--entry.holders > 0 || this.#entries.get(entry.key) !== entry) return
    this.#idle.set(entry, body)
    this.#idleBytes += body?.size ?? 0
    for (const [oldest, file] of this.#idle) {
      if (this.#idleBytes <= this.#limits.bytes && this.#entries.size <= this.#limits.links) return
      this.#wake(oldest)
      this.#forget(oldest)
      if (file) await this.#drop(file)
    }
  }

  #wake(entry: Entry): void {
    this.#idleBytes -= this.#idle.get(entry)?.size ?? 0
    this.#idle.delete(entry)
  }

  #forget(entry: Entry): void {
    if (this.#entries.get(entry.key) === entry) this.#entries.delete(entry.key)
  }
}
