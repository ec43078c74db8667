import type { LookupFunction } from 'node:net'
import { RULES } from '../../rules/index.ts'
import type { Dataset } from '../../src/core/catalogue.ts'
import type { FetchFailureCode } from '../../src/core/exchange.ts'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { examine } from '../../src/examine.ts'
import { createFetcher, type FetcherOptions } from '../../src/fetch/index.ts'
import { loadProfile } from '../../src/score/index.ts'
import { pem, shown } from './certificates.ts'
import { hastyTime } from './fake-time.ts'
import { type Portal, type Route, type Routes, startPortal } from './portal.ts'

/**
 * How a server behaves, and what must become of a link to it. A verdict is an outcome and what is said, as in
 * `fail: reset`. PORT in an address is the server's own, ELSEWHERE that of another server, which is sound.
 */
export interface Behaviour {
  readonly what: string

  /** Answers to `/data.csv`, or to each request target. */
  readonly server?: Route | ((nth: number) => Route)
  readonly routes?: Routes
  /** A file of `fixtures/tls`: the server speaks TLS with it; `old`: no newer TLS than 1.1. */
  readonly certificate?: string
  readonly old?: true
  /** What is given where the certificate says that its issuer is to be had. */
  readonly issuer?: Route
  /** Of the link; `/data.csv` of the server by default. */
  readonly url?: string
  /** What a name stands for at each asking, the last one for good: an address, or how the look-up fails. */
  readonly dns?: readonly string[]
  /** Links of the dataset, asked one after the other; the last one is judged. */
  readonly links?: number
  readonly client?: FetcherOptions

  /** Why the link is no good; absent when it is. */
  readonly failure?: FetchFailureCode
  /** `link/reachable` after the first window, and after the second one where that says something else. */
  readonly link: string
  readonly secondWindow?: string
  /** Whether a second window follows, as time may mend it. */
  readonly again?: boolean
  /** Followings of the link in the first window; 1 by default. */
  readonly attempts?: number
  /** Requests that reached the server in the first window; by default what attempts and hops make. */
  readonly asked?: number
  /** Redirects on the way of the last attempt. */
  readonly hops?: number
  /** Smallest milliseconds between two requests, by the lane's clock; the polite ones by default. */
  readonly spacing?: number
  readonly certificates?: 'completed' | 'ignored'
  /** `link/redirects`; `pass` by default. */
  readonly redirects?: string
  /** `download/direct` and `download/has-data`; by default `pass` for what was fetched. */
  readonly direct?: string
  readonly data?: string
}

export const SOUND = '年度,人數\n112,5\n113,7\n'
export const HTML = { 'content-type': 'text/html; charset=utf-8' }
export const page = (title: string, body = ''): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`

/** Where the certificates of the tests say that their issuers are to be had. */
const OFFICE_PORT = 18734
export const POLITE = { concurrency: 2, spacing: 250, firstBackOff: 1_000 }
/** undici looks at its clock every half second: a shorter time-out makes no test faster. */
const SHORT = { connect: 200, headers: 200, bodyIdle: 200 }
const POLICY = { rules: RULES, profile: loadProfile('measure-2017'), now: Date.UTC(2026, 0, 1) }

/** The link through fetcher, inspectors and rules, in one window and then in a second one. */
export async function observe(behaviour: Behaviour) {
  const { certificate, old, issuer, client } = behaviour
  const open: Portal[] = []
  const started = async (...settings: Parameters<typeof startPortal>) => {
    const portal = await startPortal(...settings)
    open.push(portal)
    return portal
  }
  const elsewhere = await started({
    '/': { headers: HTML, body: page('首頁') },
    '/data.csv': { body: SOUND },
  })
  if (issuer) await started({ '/middle': issuer }, undefined, OFFICE_PORT)
  const settings = old && ({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const)
  const tls = certificate === undefined ? undefined : shown(certificate, settings)
  const portal = await started(routesOf(behaviour, portOf(elsewhere)), tls)
  const fetcher = createFetcher({
    // The portals pass for public servers; other private addresses stay what they are.
    allowPrivate: (address) => address === '127.0.0.1',
    insecureInspect: 'all',
    lookup: names(behaviour.dns ?? ['127.0.0.1']),
    ca: pem('root'),
    time: hastyTime(),
    lanes: POLITE,
    timeouts: SHORT,
    ...client,
  })
  try {
    const { record, confirm } = await examine(datasetOf(behaviour, portal), fetcher, POLICY)
    const asked = portal.requests.length
    const spacings = fetcher.statistics().map(({ minSpacingMs }) => minSpacingMs ?? Number.POSITIVE_INFINITY)
    const { link } = lastOf(record)
    return {
      failure: link.failure?.code,
      link: verdict(record, 'link/reachable'),
      secondWindow: verdict((await confirm?.()) ?? record, 'link/reachable'),
      again: confirm !== undefined,
      attempts: link.attempts?.length ?? 1,
      asked,
      hops: link.hops.length,
      spacing: Math.min(...spacings),
      certificates: link.certificates,
      redirects: verdict(record, 'link/redirects'),
      direct: verdict(record, 'download/direct'),
      data: verdict(record, 'download/has-data'),
      mostAtOnce: portal.mostAtOnce,
    }
  } finally {
    await fetcher.close()
    await Promise.all(open.map((each) => each.close()))
  }
}

/** What a row says, with what it leaves to the defaults. */
export function expectation(row: Behaviour): Omit<Awaited<ReturnType<typeof observe>>, 'mostAtOnce'> {
  const { failure, certificates, attempts = 1, hops = 0 } = row
  const fetched = failure === undefined || certificates === 'ignored' ? 'pass' : 'unknown: not-fetched'
  const noSpacing = hops > 0 || certificates ? POLITE.spacing : Number.POSITIVE_INFINITY
  return {
    failure,
    link: row.link,
    secondWindow: row.secondWindow ?? row.link,
    again: row.again ?? false,
    attempts,
    asked: row.asked ?? (row.server || row.routes ? attempts * (hops + 1) : 0),
    hops,
    spacing: row.spacing ?? (attempts > 1 ? POLITE.firstBackOff : noSpacing),
    certificates,
    redirects: row.redirects ?? 'pass',
    direct: row.direct ?? fetched,
    data: row.data ?? fetched,
  }
}

function datasetOf({ url, links = 1 }: Behaviour, portal: Portal): Dataset {
  const address = (url ?? portal.url('/data.csv')).replace('PORT', portOf(portal))
  return {
    id: '1',
    title: '資料集',
    publisher: '勞動部',
    resources: Array.from({ length: links }, (_, i) => ({
      id: `${i + 1}`,
      url: i + 1 < links ? `${address}?${i}` : address,
      format: 'CSV',
    })),
    extra: {},
  }
}

function routesOf({ server = { status: 404 }, routes = {} }: Behaviour, elsewhere: string): Routes {
  const all: Routes = { '/data.csv': server, ...routes }
  return Object.fromEntries(
    Object.entries(all).map(([target, route]) => [
      target,
      typeof route === 'function' || route.redirect === undefined
        ? route
        : { ...route, redirect: route.redirect.replace('ELSEWHERE', elsewhere) },
    ]),
  )
}

const portOf = (portal: Portal): string => new URL(portal.url('/')).port

function names(answers: readonly string[]): LookupFunction {
  let nth = 0
  return (_host, { all }, callback) => {
    const answer = answers[Math.min(nth++, answers.length - 1)]!
    if (answer === 'never') return
    if (/^E/.test(answer)) return callback(Object.assign(new Error(answer), { code: answer }), '')
    if (all) callback(null, [{ address: answer, family: 4 }])
    else callback(null, answer, 4)
  }
}

const lastOf = (record: DatasetRecord) => record.resources.at(-1)!

function verdict(record: DatasetRecord, rule: string): string {
  const { outcomes, findings } = lastOf(record)
  const said = findings.filter((finding) => finding.rule === rule).map(({ messageId }) => messageId)
  return [outcomes[rule], ...said].join(': ')
}
