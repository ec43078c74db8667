import type { BadgeInterval } from '../src/core/badge.ts'

/** `rule/id#messageId`; where the engine could not ask the rule, `rule/id#reason`. */
export type Selector = `${string}/${string}#${string}`

/** How the portal answers one link; without anything it is an empty 200. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** When the server says the file changed; `YYYY-MM-DD HH:MM:SS` in Taipei. */
  readonly updated?: string
  /**
   * `hang`: never answers; `reset`: cuts the connection; `stall`: stops halfway through the body; `cut`: ends there;
   * `session`: sends the browser on to an address that is new each time.
   */
  readonly trouble?: 'hang' | 'reset' | 'stall' | 'cut' | 'session'
}

export interface DemoResource {
  readonly format: string
  readonly encoding: string
  /** Below the portal when it begins with `/`; else the whole cell as the agency wrote it. */
  readonly path: string
  readonly answer: Answer
}

/** What a careful reader of the measure would say; the audit has to agree. */
export interface Expectation {
  readonly badge: BadgeInterval
  readonly fails?: readonly Selector[]
  /** Rules that cannot answer, save those that only lack the content of a link that failed. */
  readonly unknown?: readonly Selector[]
  readonly advises?: readonly Selector[]
}

/** One row of the demo's catalogue, what its links give, and what is to be found. Dates as the export writes them. */
export interface DemoDataset {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly fields: string
  readonly updateFrequency: string
  readonly issued: string
  readonly modified: string
  readonly contact: { readonly name: string; readonly phone: string }
  readonly resources: readonly DemoResource[]
  /** Addresses that are in no catalogue: what a data service gives to those who ask for more. */
  readonly also?: Readonly<Record<string, Answer>>
  /** 檔案格式 as the agency wrote it, where it does not fit the number of links. */
  readonly formats?: string
  readonly expect: Expectation
}

export const GOLD: BadgeInterval = { atLeast: 'gold', atMost: 'gold' }
export const SILVER: BadgeInterval = { atLeast: 'silver', atMost: 'silver' }
export const BRONZE: BadgeInterval = { atLeast: 'bronze', atMost: 'bronze' }
export const NONE: BadgeInterval = { atLeast: 'none', atMost: 'none' }

/** When most of the demo's files were last changed: two weeks before the day it is judged. */
const UPDATED = '2026-11-05 08:00:00'

/** A file that is simply there, in UTF-8 and declared so unless told otherwise. */
export const file = (
  format: string,
  path: string,
  body: string | Buffer,
  { encoding = 'UTF-8', ...answer }: Answer & { readonly encoding?: string } = {},
): DemoResource => ({ format, encoding, path, answer: { updated: UPDATED, body, ...answer } })

/** A link that gives no file. */
export const link = (format: string, path: string, answer: Answer = {}): DemoResource => ({
  format,
  encoding: 'UTF-8',
  path,
  answer,
})
