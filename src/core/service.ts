import type { Dataset, Resource } from './catalogue.ts'

/** What one request to a data service brought. */
export interface ServiceAnswer {
  /** `failed`: no success; `no-data`: neither records nor an empty list of them, a web page for instance. */
  readonly kind: 'records' | 'empty' | 'refused' | 'no-data' | 'failed'
  readonly status?: number
  /** How the request failed, or what the server said instead. */
  readonly detail?: string
  readonly count: number
  readonly fields: readonly string[]
  /** Digests of the first records, where the answer is small enough to be read whole. */
  readonly digests: readonly string[]
  /** As the envelope tells it. */
  readonly total?: number
}

/** 下載資料集之資料資源全部內容: by the manual a ZIP of CSV. */
export interface ServiceDump {
  readonly kind: 'csv-in-zip' | 'zip' | 'other' | 'failed'
  readonly status?: number
  /** Format, failure or reason in words. */
  readonly detail: string
  readonly rows: number
  readonly fields: readonly string[]
  /** The service's answer for the dump's last row alone, and for what would follow it. */
  readonly last?: ServiceAnswer
  readonly beyond?: ServiceAnswer
}

/** Facts about the service behind a resource, from a few requests of our own. */
export interface Service {
  readonly kind: ServiceForm['kind']
  /** Records asked for at a time. */
  readonly size: number
  /** The resource's own address, as downloaded; `whole` unless a cap cut it. */
  readonly plain: {
    readonly count: number
    readonly fields: readonly string[]
    readonly whole: boolean
  }
  readonly first: ServiceAnswer
  readonly second: ServiceAnswer
  /** What would follow the plain answer, where that is said to be everything. */
  readonly behind?: ServiceAnswer
  readonly dump?: ServiceDump
  /** The answer about a resource that does not exist. */
  readonly stranger?: ServiceAnswer
}

/** How a service is asked. */
export interface ServiceForm {
  /** 共通性資料存取 API; the service of 農業部; any address that has `limit` and `offset` itself. */
  readonly kind: 'data-access' | 'top-skip' | 'limit-offset'
  page(size: number, from: number): string
  readonly dump?: string
  readonly stranger?: string
}

/** Nobody has a resource of this name. */
export const STRANGER = 'odbadge-no-such-resource'

/** How the service behind a resource is asked for its pages; undefined for a file. */
export function serviceOf(
  { url: address }: Pick<Resource, 'url'>,
  { extra }: Pick<Dataset, 'extra'>,
): ServiceForm | undefined {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const paged = (size: string, from: string) => (count: number, offset: number) => {
    const page = new URL(url)
    page.searchParams.set(size, String(count))
    page.searchParams.set(from, String(offset))
    // `$` stands as it is in the manuals, and some servers know it no other way.
    return page.href.replaceAll('%24', '$')
  }
  const [, base, id] = /^(.*\/)rest\/datastore\/([^/]+)\/?$/.exec(url.pathname) ?? []
  if (base !== undefined && id !== undefined) {
    const at = (path: string) => {
      const other = new URL(url)
      other.pathname = base + path
      for (const name of ['limit', 'offset']) other.searchParams.delete(name)
      return other.href
    }
    return {
      kind: 'data-access',
      page: paged('limit', 'offset'),
      dump: at(`dump/datastore/${id}`),
      stranger: at(`rest/datastore/${STRANGER}`),
    }
  }
  const names = [...url.searchParams.keys()].map((name) => name.toLowerCase())
  const manual = extra['查詢參數'] ?? ''
  if (
    /\/service\/opendata\//i.test(url.pathname) ||
    names.includes('$top') ||
    (manual.includes('$top') && manual.includes('$skip'))
  )
    return { kind: 'top-skip', page: paged('$top', '$skip') }
  return names.includes('limit') && names.includes('offset')
    ? { kind: 'limit-offset', page: paged('limit', 'offset') }
    : undefined
}
