import { isUtf8 } from 'node:buffer'
import { Broken } from './failure.ts'

/** The address to ask for, percent-encoded once. The fragment never leaves the client, so it is dropped. */
export function target(text: string): URL {
  return httpUrl(text.trim(), undefined, 'bad-url')
}

/** Equal for two spellings of one address; what is no address equals only itself. */
export function sameAddress(text: string): string {
  const url = parsed(text)
  if (!url) return text
  withoutFragment(url, text)
  return url.href
}

/** Where a redirect leads. `location` is a header value as it came: each byte a latin1 character. */
export function redirectTarget(location: string, base: URL): URL {
  // The server's own bytes, whatever their charset, are what it expects back.
  const encoded = location.replace(
    /[\x80-\xff]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return httpUrl(encoded, base, 'bad-redirect')
}

function httpUrl(text: string, base: URL | undefined, otherwise: 'bad-url' | 'bad-redirect'): URL {
  const url = parsed(text, base)
  if (!url) throw new Broken(otherwise, headerText(text))
  if (!/^https?:$/.test(url.protocol)) throw new Broken('unsupported-scheme', url.protocol)
  return withoutFragment(url, text)
}

/** Writing to a URL has all of it parsed again. */
function withoutFragment(url: URL, text: string): URL {
  if (text.includes('#')) url.hash = ''
  return url
}

/** As `URL.parse`, which Node 20 lacks; `canParse` first would read everything twice. */
function parsed(text: string, base?: URL): URL | undefined {
  try {
    return new URL(text, base)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** A header value as people read it. HTTP says latin1; in Taiwan it is UTF-8 or Big5. */
export function headerText(latin1: string): string {
  if (!/[\x80-\xff]/.test(latin1)) return latin1
  const bytes = Buffer.from(latin1, 'latin1')
  return isUtf8(bytes) ? bytes.toString() : new TextDecoder('big5').decode(bytes)
}
