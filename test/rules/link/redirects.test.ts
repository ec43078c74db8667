import rule from '../../../rules/link/redirects.ts'
import type { Exchange } from '../../../src/core/exchange.ts'
import { testRule } from '../../support/rule-tester.ts'

const CSV = '編號,名稱\n1,甲\n2,乙\n'
const HTTPS = 'https://a.gov.tw/a.csv'
const HTTP = 'http://a.gov.tw/a.csv'
const NEW = 'https://b.gov.tw/b.csv'

/** From address to address; each number is the status that leads on. */
function way(...steps: readonly (string | number)[]): { readonly exchange: Partial<Exchange> } {
  const urls = steps.filter((step) => typeof step === 'string')
  const statuses = steps.filter((step) => typeof step === 'number')
  const hops = statuses.map((status, i) => ({ url: urls[i]!, status, location: urls[i + 1]! }))
  return { exchange: { url: urls[0]!, finalUrl: urls.at(-1)!, hops } }
}

testRule(rule, {
  pass: [
    { name: 'no redirect', body: CSV, ...way(HTTPS) },
    { name: 'no redirect, not encrypted', body: CSV, ...way(HTTP) },
    { name: 'redirects of the day', body: CSV, ...way(HTTPS, 302, NEW, 307, HTTPS, 303, NEW) },
    { name: 'a permanent redirect after a passing one', body: CSV, ...way(HTTPS, 302, NEW, 301, HTTPS) },
    { name: 'a permanent redirect to itself that sets a cookie', body: CSV, ...way(HTTPS, 301, HTTPS) },
    { name: 'there and back again', body: CSV, ...way(HTTPS, 301, NEW, 301, HTTPS) },
    { name: 'a page is no new address', body: '<html><p>', ...way(HTTPS, 301, 'https://a.gov.tw/') },
    {
      name: 'moved to nowhere',
      body: CSV,
      exchange: {
        ...way(HTTPS, 301, NEW).exchange,
        failure: { code: 'http-status', detail: '404 Not Found' },
      },
    },
  ],
  advice: [
    {
      name: '301 to https',
      body: CSV,
      ...way(HTTP, 301, HTTPS),
      messageId: 'moved',
      data: { to: HTTPS, status: 301 },
    },
    {
      name: '308 twice, then a passing one',
      body: CSV,
      ...way(HTTP, 308, HTTPS, 301, NEW, 302, `${NEW}?session`),
      messageId: 'moved',
      data: { to: NEW, status: 308 },
    },
    {
      name: 'leaves https',
      body: CSV,
      ...way(HTTPS, 302, HTTP),
      messageId: 'downgraded',
      data: { from: HTTPS, to: HTTP },
    },
    {
      name: 'leaves https in between',
      body: CSV,
      ...way(HTTP, 302, HTTPS, 302, HTTP, 302, NEW),
      messageId: 'downgraded',
    },
    {
      name: 'leaves https for good',
      body: CSV,
      ...way(HTTPS, 301, HTTP),
      messageId: 'downgraded',
      also: ['moved'],
    },
    {
      name: 'leaves https and fails',
      body: '',
      exchange: {
        ...way(HTTPS, 301, HTTP).exchange,
        failure: { code: 'headers-timeout', detail: 'x' },
      },
      messageId: 'downgraded',
    },
  ],
  notApplicable: [
    { name: 'a local file', body: CSV, exchange: { kind: 'file', url: 'a.csv', finalUrl: 'a.csv' } },
  ],
})
