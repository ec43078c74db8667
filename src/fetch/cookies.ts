import { getDomain } from 'tldts'
import { parseCookie } from 'undici'

/** What one chain of redirects has set, to be sent back within that chain only. */
export interface Cookies {
  /** @param lines `Set-Cookie` headers that came from `from`. */
  take(lines: readonly string[], from: URL): void
  /** The `Cookie` header for a request; empty when there is nothing to send. */
  header(url: URL): string
}

interface Kept {
  readonly pair: string
  readonly domain: string
  /** Without a Domain attribute a cookie goes to the very host that set it. */
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
}

const MAX_COOKIES = 50
const MAX_LINE = 4 * 1024

/** RFC 6265 for as long as one link is followed. `now`: milliseconds since 1970-01-01T00:00:00Z. */
export function createCookies(now: number): Cookies {
  const kept = new Map<string, Kept>()

  function take(line: string, { hostname, pathname, protocol }: URL): void {
    const cookie = line.length > MAX_LINE ? null : parseCookie(line)
    if (!cookie || (cookie.name === '' && cookie.value === '')) return
    const domain = cookie.domain || hostname
    // On a public suffix, and on an address, Domain can only mean the host itself.
    const hostOnly = !cookie.domain || getDomain(domain, { allowPrivateDomains: true }) === null
    const secure = cookie.secure ?? false
    const foreign = domain !== hostname && (hostOnly || !hostname.endsWith(`.${domain}`))
    if (foreign || (secure && protocol !== 'https:')) return
    const path = cookie.path?.startsWith('/')
      ? cookie.path
      : pathname.slice(0, pathname.lastIndexOf('/') || 1)
    const key = [cookie.name, domain, path].join('\n')
    // undici drops a negative age, which browsers take for the past.
    const age = /;\s*max-age\s*=\s*-/i.test(line) ? 0 : cookie.maxAge
    const gone = age === undefined ? Number(cookie.expires ?? Number.NaN) <= now : age <= 0
    if (gone) kept.delete(key)
    else if (kept.has(key) || kept.size < MAX_COOKIES) {
      const pair = cookie.name === '' ? cookie.value : `${cookie.name}=${cookie.value}`
      kept.set(key, { pair, domain, hostOnly, path, secure })
    }
  }

  return {
    take: (lines, from) => {
      for (const line of lines) take(line, from)
    },
    header: (url) =>
      [...kept.values()]
        .filter((cookie) => isFor(cookie, url))
        .sort((a, b) => b.path.length - a.path.length)
        .map(({ pair }) => pair)
        .join('; '),
  }
}

function isFor({ domain, hostOnly, path, secure }: Kept, { hostname, pathname, protocol }: URL): boolean {
  if (secure && protocol !== 'https:') return false
  if (hostname !== domain && (hostOnly || !hostname.endsWith(`.${domain}`))) return false
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}
