import { describe, expect, test } from 'vitest'
import { createFetcher } from '../../src/fetch/index.ts'
import { type Route, startPortal } from '../support/portal.ts'

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const CLOUDFLARE = { ...HTML, server: 'cloudflare' }
const JUST_A_MOMENT = '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head></html>'
const INCAPSULA =
  '<html><head><META NAME="robots" CONTENT="noindex,nofollow"><script src="/_Incapsula_Resource?SWJIYLWA=5074"></script><body></body></html>'
const AKAMAI =
  '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY>Reference&#32;&#35;18&#46;a1b2</BODY></HTML>'
const F5 =
  '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 42</body></html>'

async function ask(route: Route) {
  const portal = await startPortal({ '/': route, '/next': { body: 'a,b\n' } })
  const fetcher = createFetcher({
    allowPrivate: true,
    lanes: { concurrency: 1 },
    attempts: 1,
    timeouts: { headers: 200, bodyIdle: 200 },
  })
  const { exchange, body } = await fetcher.fetch(portal.url('/'))
  const next = await fetcher.fetch(portal.url('/next'))
  await fetcher.close()
  await portal.close()
  expect(next.exchange.failure).toBeUndefined()
  expect(body === undefined).toBe(exchange.failure !== undefined)
  return exchange
}

describe.concurrent('a challenge', () => {
  test.for<[what: string, route: Route, detail: string]>([
    [
      'by header',
      { status: 403, headers: { 'cf-mitigated': 'challenge' }, body: 'x' },
      '403 Forbidden, Cloudflare',
    ],
    [
      'of Cloudflare',
      { status: 503, headers: CLOUDFLARE, body: JUST_A_MOMENT },
      '503 Service Unavailable, Cloudflare',
    ],
    [
      'of Cloudflare, compressed',
      { status: 403, headers: CLOUDFLARE, body: JUST_A_MOMENT, encode: 'br' },
      '403 Forbidden, Cloudflare',
    ],
    [
      'in a page without end',
      {
        status: 403,
        headers: CLOUDFLARE,
        body: JUST_A_MOMENT.padEnd(65_536),
        trouble: 'endless',
      },
      '403 Forbidden, Cloudflare',
    ],
    [
      'in a page that breaks off',
      { status: 403, headers: CLOUDFLARE, body: JUST_A_MOMENT.padEnd(400), trouble: 'cut-in-body' },
      '403 Forbidden, Cloudflare',
    ],
    ['of Imperva', { status: 403, headers: HTML, body: INCAPSULA }, '403 Forbidden, Imperva'],
    ['of Imperva that says 200', { headers: HTML, body: INCAPSULA }, '200 OK, Imperva'],
    [
      'of DataDome',
      { status: 403, headers: { 'x-datadome': 'protected' }, body: '{}' },
      '403 Forbidden, DataDome',
    ],
    [
      'of AWS that says 202',
      { status: 202, headers: { ...HTML, 'x-amzn-waf-action': 'challenge' }, body: '<script></script>' },
      '202 Accepted, AWS WAF',
    ],
    [
      'of AWS by 405',
      { status: 405, headers: { 'x-amzn-waf-action': 'captcha' } },
      '405 Method Not Allowed, AWS WAF',
    ],
    ['of Akamai', { status: 403, headers: HTML, body: AKAMAI }, '403 Forbidden, Akamai'],
    ['of F5 that says 200', { headers: HTML, body: F5, encode: 'gzip' }, '200 OK, F5'],
  ])('%s', async ([, route, detail], { expect }) => {
    expect((await ask(route)).failure).toEqual({ code: 'challenge', detail })
  })
})

describe.concurrent('no challenge', () => {
  test.for<[what: string, route: Route, code: string | undefined]>([
    ['a plain 403', { status: 403, headers: HTML, body: '<h1>Forbidden</h1>' }, 'http-status'],
    ['a 403 of Cloudflare’s customer', { status: 403, headers: CLOUDFLARE, body: 'no' }, 'http-status'],
    ['the words from somebody else', { status: 403, headers: HTML, body: JUST_A_MOMENT }, 'http-status'],
    ['marks after 4 KB', { status: 403, body: ' '.repeat(4_096) + INCAPSULA }, 'http-status'],
    ['a 503 that hangs', { status: 503, body: 'x'.repeat(64), trouble: 'hang-in-body' }, 'http-status'],
    ['a 404 with a reference', { status: 404, headers: HTML, body: AKAMAI }, 'http-status'],
    [
      'a 503 of Akamai’s customer',
      { status: 503, body: 'An error occurred. Reference #97.1' },
      'http-status',
    ],
    [
      'data of DataDome’s customer',
      { headers: { ...HTML, 'x-datadome': 'protected' }, body: 'a' },
      undefined,
    ],
    ['data that speaks of a wall', { headers: { 'content-type': 'text/csv' }, body: INCAPSULA }, undefined],
    ['a long page', { headers: HTML, body: INCAPSULA.padEnd(70_000) }, undefined],
    [
      'a page of Imperva’s customer',
      { headers: HTML, body: '<title>資料</title><script src="/_Incapsula_Resource?a"></script>' },
      undefined,
    ],
  ])('%s', async ([, route, code], { expect }) => {
    expect((await ask(route)).failure?.code).toBe(code)
  })
})
