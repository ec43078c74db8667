import type { Body, Hop, Known } from '../core/exchange.ts'
import { type Answer, header } from './answer.ts'
import { Broken } from './failure.ts'
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
 */
export async function follow(
  trail: Trail,
  maxRedirects: number,
  visit: (url: URL) => Promise<Body | undefined>,
): Promise<Body | undefined> {
  const visited = new Set<string>()
  for (let url = target(trail.finalUrl); ; ) {
    trail.finalUrl = url.href
    visited.add(url.href)
    const body = await visit(url)
    if (body || trail.unchanged) return body
    url = onward(trail, url)
    if (visited.has(url.href)) throw new Broken('redirect-loop', url.href)
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
