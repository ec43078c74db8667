import type { Inspection } from './core/artifacts.ts'
import type { Dataset, Resource } from './core/catalogue.ts'
import type { Body, Exchange } from './core/exchange.ts'
import { type Observed, seen, unseen } from './core/observed.ts'
import type { AnyRule } from './core/rule.ts'
import { type Service, type ServiceAnswer, type ServiceDump, serviceOf } from './core/service.ts'
import type { Origin } from './examine.ts'
import { bodySource, inspect, SERVICE_NEEDS, serviceAnswer, serviceDump } from './inspect/index.ts'

/** Asks the service behind a resource a few questions of our own. */
export type Probe = (dataset: Dataset, resource: Resource, plain: Inspection) => Promise<Observed<Service>>

/** Few enough to be no load, two so that the order of records shows. */
const SIZE = 2
/** Services whose answer about a stranger is kept. */
const MAX_STRANGERS = 1_000

/** Rules that judge what a probe brings; without one they would only say that nobody asked. */
export const isAboutService = (rule: AnyRule): boolean =>
  rule.about === 'resource' && (rule.needs as readonly string[]).includes('service')

type Fetched = Awaited<ReturnType<Origin['fetch']>>

/**
 * At most five requests to a resource, one after the other and through the same lanes as all others: two small pages,
 * the dump, and two single records to see whether both end alike; and one to each service about a resource that does
 * not exist.
 */
export function createProbe(origin: Origin): Probe {
  const strangers = new Map<string, Promise<ServiceAnswer>>()

  async function ask<T>(url: string, claim: string, read: (fetched: Fetched) => Promise<T>): Promise<T> {
    const fetched = await origin.fetch(url, { claim })
    try {
      return await read(fetched)
    } finally {
      if (fetched.body) await origin.release(fetched.body)
    }
  }

  return async (dataset, resource, plain) => {
    const form = serviceOf(resource, dataset)
    const tree = plain.content.tree
    if (!form || !tree.seen || tree.value.syntax !== 'json') return unseen('not-asked')
    const claim = `${dataset.id} ${dataset.position ?? ''} ${resource.id} probe`
    const page = (size: number, from: number) => ask(form.page(size, from), claim, answerOf)
    const records = tree.value.records
    const first = await page(SIZE, 0)
    const second = await page(SIZE, SIZE)
    const service: Service = {
      kind: form.kind,
      size: SIZE,
      plain: {
        count: records?.count ?? 0,
        fields: records?.fields.map(({ name }) => name) ?? [],
        whole: tree.whole,
      },
      first,
      second,
    }
    return seen({
      ...service,
      // 「單次查詢，最多回傳所有資料」; others give a first page and say so.
      ...(form.kind === 'top-skip' && tree.whole && { behind: await page(1, service.plain.count) }),
      ...(form.dump !== undefined && { dump: await dumpOf(form.dump, service) }),
      ...(form.stranger !== undefined && { stranger: await strangerOf(form.stranger, claim) }),
    })

    async function dumpOf(url: string, { first }: Service): Promise<ServiceDump> {
      const dump = await ask(url, claim, readDump)
      // A total says as much as two more requests would, and a service that does not page cannot answer them.
      const settled = first.total !== undefined || first.count > SIZE || first.kind !== 'records'
      if (dump.kind !== 'csv-in-zip' || dump.rows === 0 || settled) return dump
      return { ...dump, last: await page(1, dump.rows - 1), beyond: await page(1, dump.rows) }
    }
  }

  function strangerOf(url: string, claim: string): Promise<ServiceAnswer> {
    const known = strangers.get(url)
    if (known) return known
    const asked = ask(url, claim, answerOf)
    if (strangers.size < MAX_STRANGERS) strangers.set(url, asked)
    return asked
  }
}

async function answerOf({ exchange, body }: Fetched): Promise<ServiceAnswer> {
  if (!body || exchange.failure)
    return { ...statusOf(exchange), kind: 'failed', count: 0, fields: [], digests: [] }
  const source = bodySource(body)
  return { ...statusOf(exchange), ...(await serviceAnswer(await inspected(body), source)) }
}

async function readDump({ exchange, body }: Fetched): Promise<ServiceDump> {
  const { detail = '', ...status } = statusOf(exchange)
  if (!body || exchange.failure) return { ...status, kind: 'failed', detail, rows: 0, fields: [] }
  return { ...status, ...serviceDump(await inspected(body)) }
}

const inspected = (body: Body): Promise<Inspection> => inspect(bodySource(body), {}, SERVICE_NEEDS)

const statusOf = ({ status, failure }: Exchange): Pick<ServiceAnswer, 'status' | 'detail'> => ({
  ...(status !== undefined && { status }),
  ...(failure && { detail: failure.detail }),
})
