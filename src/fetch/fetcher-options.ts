import type { LookupFunction } from 'node:net'
import type { Time } from './host-lane.ts'
import type { LaneOptions, Lanes } from './lanes.ts'
import type { ShareLimits } from './share.ts'
import type { InsecureInspect } from './verification.ts'

/** Milliseconds. */
export interface Timeouts {
  /** DNS, TCP and TLS together. */
  readonly connect: number
  /** From the request to the end of the headers. */
  readonly headers: number
  /** Between two pieces of the body. */
  readonly bodyIdle: number
  /** From the sending to the last byte of the answer, for each redirect anew: waiting for our turn does not count. */
  readonly total: number
}

export interface FetcherOptions extends LaneOptions {
  /** Lanes that several fetchers share, in place of one's own; whoever made them ends their waiting. */
  readonly shared?: Lanes
  /** Where the private spool directory is made; the system's temporary directory by default. */
  readonly spoolDir?: string
  /** Bytes up to which a body stays in memory; 64 KiB by default, 0: each is a file. */
  readonly inMemory?: number
  /** Of the decoded body; what follows is not fetched. */
  readonly maxBytes?: number
  readonly timeouts?: Partial<Timeouts>
  readonly maxRedirects?: number
  /** How often a link is followed at most within one window; a failure that will stay ends it sooner. */
  readonly attempts?: number
  readonly keep?: Partial<ShareLimits>
  readonly userAgent?: string
  /** Puts all headers of the last answer into the exchange. */
  readonly keepHeaders?: boolean
  /** Lets links reach addresses that are not public: all, or those the function says. Others are `forbidden-address`. */
  readonly allowPrivate?: boolean | ((address: string) => boolean)
  /** Name resolution; the system's by default. */
  readonly lookup?: LookupFunction
  /** Certificates in PEM besides Node's and the system's: roots to trust, and intermediates to complete chains. */
  readonly ca?: string
  /** Where trouble with the certificate does not stop the look at the data; `public` by default. */
  readonly insecureInspect?: InsecureInspect
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock?: () => number
  /** By which the lanes wait. */
  readonly time?: Time
}
