/** Why no usable answer came. `link/reachable` has a sentence for each. */
export const FETCH_FAILURES = [
  'bad-url',
  'unsupported-scheme',
  'forbidden-address',
  'dns',
  'dns-unavailable',
  'refused',
  'reset',
  'connect-timeout',
  'headers-timeout',
  'body-timeout',
  'total-timeout',
  'tls-expired',
  'tls-wrong-name',
  'tls-untrusted',
  'tls-incomplete-chain',
  'tls-weak',
  'tls-old-protocol',
  'tls-not-tls',
  'tls',
  'protocol',
  'too-many-redirects',
  'redirect-loop',
  'bad-redirect',
  'http-status',
  'challenge',
  'truncated',
  'bad-encoding',
  'decompression-bomb',
  'file-missing',
  'file-forbidden',
  'file-unreadable',
  'not-a-file',
  'network',
  'host-down',
  'not-recorded',
  'recording-damaged',
] as const
export type FetchFailureCode = (typeof FETCH_FAILURES)[number]

export interface FetchFailure {
  readonly code: FetchFailureCode
  /** The system's own words, for the evidence. */
  readonly detail: string
  /** Of `host-down`: what took the host down. */
  readonly cause?: FetchFailureCode
}

/** One following of a link from its first request to the end. */
export interface Attempt {
  /** A link is looked at in one window of time, and when it fails in another, later one. From 1. */
  readonly window: number
  /** When its first request began, ISO 8601 UTC. */
  readonly at: string
  /** Milliseconds, waiting for our turn included. */
  readonly elapsed: number
  /** Absent when it worked. */
  readonly failure?: FetchFailure
}

/** What earlier audits saw of a link that fails now, ISO 8601 UTC. */
export interface LinkHistory {
  readonly lastWorked?: string
  readonly failingSince: string
}

export interface Hop {
  readonly url: string
  readonly status: number
  readonly location: string
}

/** What happened when the link was followed. A local file is an exchange without status. */
export interface Exchange {
  readonly kind: 'http' | 'file'
  readonly url: string
  /** After redirects. */
  readonly finalUrl: string
  readonly hops: readonly Hop[]
  /** Of the last answer; absent when none came. */
  readonly status?: number
  readonly contentType?: string
  readonly contentDisposition?: string
  /** Bytes the server announced. */
  readonly contentLength?: number
  /** As sent: an HTTP date. */
  readonly lastModified?: string
  readonly etag?: string
  /** 304: the content is what an earlier audit saw; what the answer left out is from then. */
  readonly unchanged?: true
  /** All of the last answer, in the server's order; kept for recordings only. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly failure?: FetchFailure
  /**
   * `completed`: verified after we fetched the intermediates that the server does not send. `ignored`: the answer is
   * there although `failure` says why its sender could not be verified.
   */
  readonly certificates?: 'completed' | 'ignored'
  /** The address whose certificate that was, first of all: redirects may have led on. */
  readonly certificateUrl?: string
  /** When the first of the certificates along the way ends, ISO 8601 UTC. */
  readonly certificateExpires?: string
  /** All of them, when not the first one worked. */
  readonly attempts?: readonly Attempt[]
  readonly history?: LinkHistory
  /** When the first request began, ISO 8601 UTC. */
  readonly at: string
  /** Milliseconds from then to the end of the last body, all waiting included. */
  readonly elapsed: number
}

/** What an earlier good answer said of itself: lets a server say that nothing has changed. */
export interface Known
  extends Pick<Exchange, 'etag' | 'lastModified' | 'contentType' | 'contentDisposition' | 'contentLength'> {
  /** SHA-256 of the address that answered: no other one can vouch for its content. */
  readonly answeredBy: string
}

/** How a link is asked for. */
export interface Ask {
  /** 1 by default; a later one asks anew for what failed before. */
  readonly window?: number
  readonly known?: Known
  /** Which claim of the catalogue leads here: one address may stand in several. */
  readonly claim?: string
}

/** Of a file of the user's own, which has no link. */
export const FILE_FAILURES = [
  'file-missing',
  'file-forbidden',
  'file-unreadable',
  'not-a-file',
] as const satisfies readonly FetchFailureCode[]
export type FileFailureCode = (typeof FILE_FAILURES)[number]

export const isFileFailure = (code: FetchFailureCode): code is FileFailureCode =>
  FILE_FAILURES.some((each) => each === code)

/** No second look will change these: the address itself is wrong, or we refuse to go there. */
const LASTING =
  /^(bad-url|unsupported-scheme|forbidden-address|decompression-bomb|tls\b.*|file-\w+|not-a-file|not-recorded|recording-damaged)$/

/** Whether a failure wants to be seen again in another window before the link counts as broken. */
export const isConfirmable = ({ failure }: Exchange): boolean =>
  failure !== undefined && !LASTING.test(failure.code)

/**
 * One exchange out of a failed one and what a later window saw. A host that was found down again was not asked
 * for this link: then the first window's own answer, where it got one, says more.
 */
export function confirmed(first: Exchange, second: Exchange): Exchange {
  // A recording without a second window leaves the first one's word.
  if (second.failure?.code === 'not-recorded') return first
  const attempts = [...(first.attempts ?? []), ...(second.attempts ?? [worked(second, 2)])]
  const unasked = second.failure?.code === 'host-down' && first.failure?.code !== 'host-down'
  return { ...(unasked ? first : second), at: first.at, attempts }
}

const worked = ({ at, elapsed }: Exchange, window: number): Attempt => ({ window, at, elapsed })

/** What was fetched: a small body in memory, a larger one on disk. `whole: false`: the cap cut it. */
export type Body = Extent & ({ readonly path: string } | { readonly bytes: Uint8Array })

export interface Extent {
  readonly size: number
  readonly whole: boolean
}

/** What a status without success says of the link. */
export function kindOfStatus(status = 0): 'not-found' | 'forbidden' | 'server-error' | 'bad-status' {
  if (status === 404 || status === 410) return 'not-found'
  if (status === 401 || status === 403) return 'forbidden'
  return status >= 500 ? 'server-error' : 'bad-status'
}
