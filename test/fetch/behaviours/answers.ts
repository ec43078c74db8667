import { type Behaviour, HTML, page, SOUND } from '../../support/behaviour.ts'
import type { Route } from '../../support/portal.ts'

const status = (code: number, link: string, attempts = 1): Behaviour => ({
  what: `${code}`,
  server: { status: code, headers: HTML, body: page('錯誤') },
  failure: 'http-status',
  link,
  again: true,
  attempts,
})

const later = (code: number, retryAfter: string, link: string): Behaviour => ({
  ...status(code, link, 3),
  what: `${code} with Retry-After: ${retryAfter}`,
  server: {
    status: code,
    headers: { 'retry-after': retryAfter, date: 'Thu, 01 Jan 2026 00:00:00 GMT' },
  },
  spacing: 30_000,
})

const wall = (service: string, server: Route): Behaviour => ({
  what: service,
  server: { status: 403, headers: HTML, ...server },
  failure: 'challenge',
  link: 'unknown: challenge',
  again: true,
})

/** What a status says. */
export const STATUSES: readonly Behaviour[] = [
  { what: '200', server: { body: SOUND }, link: 'pass' },
  { what: '204, which has no content', server: { status: 204 }, link: 'pass', data: 'fail: empty' },
  status(400, 'fail: bad-status'),
  status(401, 'fail: forbidden'),
  status(403, 'fail: forbidden'),
  status(404, 'fail: not-found'),
  status(405, 'fail: bad-status'),
  status(408, 'fail: bad-status', 3),
  status(410, 'fail: not-found'),
  status(429, 'unknown: too-many-requests', 3),
  later(429, '30', 'unknown: too-many-requests'),
  status(500, 'fail: server-error'),
  status(502, 'fail: server-error', 3),
  status(503, 'fail: server-error', 3),
  later(503, '30', 'fail: server-error'),
  later(503, 'Thu, 01 Jan 2026 00:00:30 GMT', 'fail: server-error'),
  {
    ...later(503, '86400', 'fail: server-error'),
    what: '503 with Retry-After: a day, of which two minutes are kept',
    spacing: 120_000,
  },
  status(504, 'fail: server-error', 3),
  {
    what: '503 with Retry-After, then the data: the pause was worth it',
    server: (nth) => (nth === 1 ? { status: 503, headers: { 'retry-after': '30' } } : { body: SOUND }),
    link: 'pass: unstable',
    attempts: 2,
    spacing: 30_000,
  },
]

/** Protective services that want a browser or a person: no proof that the link is dead. */
export const WALLS: readonly Behaviour[] = [
  wall('Cloudflare, by its header', { headers: { 'cf-mitigated': 'challenge' } }),
  wall('Cloudflare, by its page', {
    status: 503,
    headers: { server: 'cloudflare' },
    body: page('Just a moment...'),
  }),
  wall('Imperva', { body: page('', 'Request unsuccessful. Incapsula incident ID: 1-2') }),
  wall('Imperva, by its script', { body: page('', '<script src="/_Incapsula_Resource?a"></script>') }),
  wall('Imperva that says 200', {
    status: 200,
    body: '<meta name="robots" content="noindex"><script src="/_Incapsula_Resource?a"></script>',
  }),
  wall('DataDome, by its page', {
    body: page('', '<script src="https://ct.captcha-delivery.com/c.js"></script>'),
  }),
  wall('DataDome, by its header', { headers: { 'x-datadome': 'protected' } }),
  wall('AWS WAF', { status: 202, headers: { ...HTML, 'x-amzn-waf-action': 'challenge' } }),
  wall('AWS WAF that wants a captcha', { status: 405, headers: { 'x-amzn-waf-action': 'captcha' } }),
  wall('Akamai', { body: page('Access Denied', 'Reference&#32;&#35;18') }),
  wall('F5 that says 200', {
    status: 200,
    body: page('Request Rejected', 'The requested URL was rejected. Your support ID is: 42'),
  }),
]
