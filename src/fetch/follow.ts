import type { Hop } from '../core/exchange.ts'
import { type Answer, discard, header } from './answer.ts'
import { Broken } from './failure.ts'
import { headerText, redirectTarget, target } from './url.ts'

/** What is known so far; outlives a failure. */
export interface Trail {
  finalUrl: string
  readonly hops: Hop[]
  answer?: Answer
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Asks until an answer is no redirect, and writes down the way. */
export async function follow(
  trail: Trail,
  maxRedirects: number,
  ask: (url: URL) => Promise<Answer>,
): Promise<Answer> {
  const visited = new Set<string>()
  for (let url = target(trail.finalUrl); ; ) {
    trail.finalUrl = url.href
    visited.add(url.href)
    const answer = await ask(url)
    trail.answer = answer
    const { statusCode: status } = answer
    if (!REDIRECTS.has(status)) return answer
    await discard(answer)
    const location = header(answer, 'location')
    if (location === undefined) throw new Broken('bad-redirect', `${status} without Location`)
    trail.hops.push({ url: url.href, status, location: headerText(location) })
    url = redirectTarget(location, url)
    if (visited.has(url.href)) throw new Broken('redirect-loop', url.href)
    if (trail.hops.length > maxRedirects) throw new Broken('too-many-redirects', `more than ${maxRedirects}`)
  }
}
