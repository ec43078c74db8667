import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Answer } from './answer.ts'
import type { Target } from './query.ts'
import { Refusal } from './refusal.ts'

export interface AdmissionOptions {
  /** As given by the user. */
  readonly host: string
  readonly port: number
  readonly token?: string
}

/**
 * Who may ask: only for this server by its own name, and only with the token where there is one.
 *
 * @throws {Refusal} @returns an answer that ends the request: the token went from the address into a cookie.
 */
export type Admission = (request: IncomingMessage, target: Target) => Answer | undefined

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])
const WILDCARDS = new Set(['0.0.0.0', '::'])

export function admission({ host, port, token }: AdmissionOptions): Admission {
  const cookie = token && { name: `odbadge-${port}`, value: cookieValue(token) }
  return (request, { path, query }) => {
    const { headers } = request
    if (!isOwnName(nameIn(headers.host), host)) throw new Refusal(421, 'otherHost')
    if (token === undefined || !cookie) return undefined
    const given = query.get('token')
    if (given !== undefined) {
      if (!equal(given, token)) throw unauthorised()
      return welcome(path, query, cookie)
    }
    const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
    if (bearer !== undefined && equal(bearer, token)) return undefined
    const kept = cookieIn(headers.cookie ?? '', cookie.name)
    if (kept !== undefined && equal(kept, cookie.value)) return undefined
    throw unauthorised()
  }
}

const unauthorised = (): Refusal => new Refusal(401, 'token', {}, { 'www-authenticate': 'Bearer' })

/** Another name for this machine is how a page elsewhere would get at it (DNS rebinding). */
function isOwnName(name: string | undefined, host: string): boolean {
  if (name === undefined) return false
  if (LOOPBACK.has(name) || name === host.toLowerCase()) return true
  // Nobody can rebind an address without a name.
  return WILDCARDS.has(host) && isIP(name) !== 0
}

/** The name in `name:port`, without the brackets of IPv6. */
function nameIn(header: string | undefined): string | undefined {
  const found = /^(?:\[([0-9a-f:.]+)\]|([^:/@\s[\]]+))(?::\d{1,5})?$/i.exec(header ?? '')
  return (found?.[1] ?? found?.[2])?.toLowerCase()
}

function welcome(
  path: string,
  query: ReadonlyMap<string, string>,
  cookie: { readonly name: string; readonly value: string },
): Answer {
  const rest = new URLSearchParams([...query].filter(([name]) => name !== 'token')).toString()
  // A path of two slashes would lead to another server.
  const location = `/${path.replace(/^[/\\]+/, '')}${rest === '' ? '' : `?${rest}`}`
  return {
    status: 303,
    headers: {
      location,
      'set-cookie': `${cookie.name}=${cookie.value}; Path=/; HttpOnly; SameSite=Strict`,
    },
    body: '',
  }
}

/** The token itself does not go into a cookie, which browsers keep on disk. */
const cookieValue = (token: string): string =>
  createHmac('sha256', token).update('odbadge serve').digest('base64url')

function cookieIn(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name) return value
  }
  return undefined
}

/** In constant time, whatever the lengths. */
const equal = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
