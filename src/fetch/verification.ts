import { constants } from 'node:crypto'
import type { LookupFunction } from 'node:net'
import { createSecureContext } from 'node:tls'
import { Agent, type Dispatcher } from 'undici'
import type { Body, Exchange, FetchFailureCode } from '../core/exchange.ts'
import { createConnector, type TlsSettings } from './connector.ts'
import { createExpiry } from './expiry.ts'
import { Broken } from './failure.ts'
import type { Timeouts } from './fetcher-options.ts'
import type { Trail } from './follow.ts'
import { createIssuers } from './issuers.ts'
import type { Lanes } from './lanes.ts'
import { smallFile } from './small-file.ts'
import { trusted } from './trust.ts'

/** For which servers trouble with the certificate does not stop the look at the data; `all`: those the guard allows. */
export type InsecureInspect = 'public' | 'all' | 'never'

export interface VerificationOptions {
  readonly lanes: Lanes
  readonly timeouts: Timeouts
  readonly userAgent: string
  readonly clock: () => number
  readonly insecureInspect?: InsecureInspect
  readonly allowPrivate?: boolean | ((address: string) => boolean)
  readonly lookup?: LookupFunction
  readonly ca?: string
}

/** A way that says how far the certificates along it were believed. */
export interface VerifiedTrail extends Trail {
  certificates?: { readonly certificates: 'completed' | 'ignored'; readonly certificateUrl: string }
  /** The earliest end of a certificate along it. */
  certificateExpires?: string
  /** The first trouble with a certificate that was ignored, and the way until there. */
  doubt?: { readonly broken: Broken; readonly trail: Trail }
}

export interface Verification {
  /** Sends one request; again, by other means, when only the certificate stands in its way. */
  visit(url: URL, trail: VerifiedTrail, send: Send): Promise<Body | undefined>
  close(): Promise<void>
}

export type Send = (dispatcher: Dispatcher) => Promise<Body | undefined>

/** Milliseconds for one certificate: a few kilobytes. */
const ISSUER_TIMEOUT = 20_000

export function createVerification(options: VerificationOptions): Verification {
  const { lanes, timeouts, insecureInspect = 'public' } = options
  let authorities: readonly string[] | undefined
  const known = () => (authorities ??= trusted(options.ca))
  const strict = once(() => verifying(known()))
  const lenient = once(ignoring)

  const connector = (tls: () => TlsSettings, allowPrivate = options.allowPrivate) =>
    createConnector({ timeout: timeouts.connect, allowPrivate, lookup: options.lookup, tls })
  const agent = (connect: ReturnType<typeof connector>) =>
    new Agent({
      connections: lanes.widest,
      pipelining: 1,
      headersTimeout: timeouts.headers,
      bodyTimeout: timeouts.bodyIdle,
      connect,
    })

  const expiry = createExpiry()
  const ordinary = agent(expiry.watched(connector(strict)))
  const issuers = createIssuers({
    lanes,
    trusted: known,
    connect: connector(lenient),
    download: (address) =>
      smallFile(address, {
        ...options,
        dispatcher: ordinary,
        timeout: Math.min(ISSUER_TIMEOUT, timeouts.total),
      }),
  })
  // Apart from the ordinary one, or a server would pass thanks to what another server's certificate led to.
  const believing = latest(
    () => issuers.found,
    (found) => verifying([...known(), ...found]),
  )
  const completing = agent(expiry.watched(connector(believing)))
  const ignorant = agent(connector(lenient, insecureInspect === 'all' ? options.allowPrivate : false))
  /** By origin, what its trouble was before. */
  const completed = new Map<string, Broken>()

  async function verified(url: URL, trail: VerifiedTrail, send: Send): Promise<Body | undefined> {
    let before = completed.get(url.origin)
    if (!before) {
      const broken = await send(ordinary).catch(incompleteChain)
      if (!(broken instanceof Broken)) return broken
      const reason = await issuers.complete(url)
      if (reason !== undefined) throw notCompleted(broken, reason)
      before = broken
      completed.set(url.origin, before)
    }
    const helped = { certificates: 'completed', certificateUrl: url.href } as const
    try {
      const body = await send(completing)
      trail.certificates ??= helped
      return body
    } catch (error) {
      if (isCertificateTrouble(error)) throw notCompleted(before, error.message)
      trail.certificates ??= helped
      throw error
    }
  }

  return {
    async visit(url, trail, send) {
      try {
        return await verified(url, trail, send)
      } catch (error) {
        if (!isCertificateTrouble(error) || insecureInspect === 'never') throw error
        if (!trail.doubt) {
          trail.doubt = { broken: error, trail: { ...trail, hops: [...trail.hops] } }
          trail.certificates = { certificates: 'ignored', certificateUrl: url.href }
        }
        return send(ignorant)
      } finally {
        const end = expiry.of(url)
        if (end !== undefined && end < (trail.certificateExpires ?? '9')) trail.certificateExpires = end
      }
    },
    async close() {
      await Promise.all([ordinary, completing, ignorant].map((each) => each.destroy()))
    },
  }
}

/** What the exchange says of certificates. */
export const certificateFacts = ({
  certificates,
  certificateExpires,
}: VerifiedTrail): Pick<Exchange, 'certificates' | 'certificateUrl' | 'certificateExpires'> => ({
  ...certificates,
  ...(certificateExpires !== undefined && { certificateExpires }),
})

/** Who is there could not be verified; `tls-not-tls` is not among them, as there is nothing to talk to. */
const CERTIFICATE: ReadonlySet<FetchFailureCode> = new Set([
  'tls-expired',
  'tls-wrong-name',
  'tls-untrusted',
  'tls-incomplete-chain',
  'tls-weak',
  'tls-old-protocol',
  'tls',
])

const isCertificateTrouble = (error: unknown): error is Broken =>
  error instanceof Broken && CERTIFICATE.has(error.failure.code)

function incompleteChain(error: unknown): Broken {
  if (error instanceof Broken && error.failure.code === 'tls-incomplete-chain') return error
  throw error
}

const notCompleted = ({ failure: { code, detail } }: Broken, reason: string): Broken =>
  new Broken(code, `${detail}; completing it failed: ${reason}`)

// `NODE_TLS_REJECT_UNAUTHORIZED=0` must not turn bad links into good ones.
const verifying = (ca: readonly string[]): TlsSettings => ({
  secureContext: createSecureContext({ ca: [...ca] }),
  rejectUnauthorized: true,
})

const ignoring = (): TlsSettings => ({
  secureContext: createSecureContext({
    ca: [],
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
  }),
  rejectUnauthorized: false,
})

const once = <T>(make: () => T): (() => T) => latest(() => true, make)

/** Made anew when what it is made from is another. */
function latest<From, T>(from: () => From, make: (from: From) => T): () => T {
  let last: { readonly from: From; readonly made: T } | undefined
  return () => {
    const now = from()
    if (!last || last.from !== now) last = { from: now, made: make(now) }
    return last.made
  }
}
