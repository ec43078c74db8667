import type { Body, Hop, Known } from '../core/exchange.ts'
import { header } from './answer.ts'
import { createCookies } from './cookies.ts'
import { Broken } from './failure.ts'
import type { Answer } from './send.ts'
import { headerText, redirectTarget, target } from './url.ts'

/** What is known so far; outlives a failure. */
export interface Trail {
  finalUrl: string
  readonly hops: Hop[]
  answer?: Answer
  /** What to ask with, and that the answer was: nothing has changed. */
  readonly known?: Known
  unchanged?: true
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

export const isRedirect = ({ statusCode }: Answer): boolean => REDIRECTS.has(statusCode)

/**
 * Visits one address after the other until there is a body, and writes down the way.
 * `visit` puts the answer on the trail, and gives no body for a redirect or for what is unchanged.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export async function follow(
  trail: Trail,
  maxRedirects: number,
  now: number,
  visit: (url: URL, cookie: string) => Promise<Body | undefined>,
): Promise<Body | undefined> {
  const cookies = createCookies(now)
  // The same address with other cookies may well answer otherwise.
  const request = (url: URL) => `${url.href} ${cookies.header(url)}`
  const visited = new Set<string>()
  for (let url = target(trail.finalUrl); ; ) {
    trail.finalUrl = url.href
    visited.add(request(url))
    const body = await visit(url, cookies.header(url))
    if (body || trail.unchanged) return body
    cookies.take([trail.answer?.headers['set-cookie'] ?? []].flat(), url)
    url = onward(trail, url)
    if (visited.has(request(url))) throw new Broken('redirect-loop', url.href)
    if (trail.hops.length > maxRedirects) throw new Broken('too-many-redirects', `more than ${maxRedirects}`)
  }
}

function onward({ answer, hops }: Trail, from: URL): URL {
  if (!answer) throw new Error('a visit without an answer')
  const status = answer.statusCode
  const location = header(answer, 'location')
  if (location === undefined) throw new Broken('bad-redirect', `${status} without Location`)
  hops.push({ url: from.href, status, location: headerText(location) })
  return redirectTarget(location, from)
}
