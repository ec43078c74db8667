import type { FetchFailureCode } from '../core/exchange.ts'
import type { Broken } from './failure.ts'

/** What may pass within minutes. Whatever is not listed (a wrong address, a certificate, 404) stays as it is. */
const BY_CODE: { readonly [Code in FetchFailureCode]?: number } = {
  'dns-unavailable': 3,
  refused: 3,
  reset: 3,
  'connect-timeout': 3,
  'headers-timeout': 3,
  'body-timeout': 3,
  truncated: 3,
  // Each attempt takes as long as the longest download we allow.
  'total-timeout': 2,
}

/** Request Timeout, Too Many Requests, and what proxies say of a server that is away. */
const BY_STATUS: { readonly [status: number]: number } = { 408: 3, 429: 3, 502: 3, 503: 3, 504: 3 }

/** How often in all a link that fails like this is worth following within one window. */
export function attemptsWorth({ failure, refusal }: Broken): number {
  return (refusal ? BY_STATUS[refusal.status] : BY_CODE[failure.code]) ?? 1
}
