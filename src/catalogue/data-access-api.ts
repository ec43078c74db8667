import { mapInOrder } from '../core/map-in-order.ts'
import { admit, type Draft } from './admit.ts'
import { CatalogueError } from './catalogue-error.ts'
import { at, isObject, type Json, textOf } from './glimpse.ts'
import { askJson } from './page.ts'
import { type Listed, type Listing, pages } from './pages.ts'
import type { Fault } from './row.ts'
import type { Shape } from './shapes.ts'
import type { Ask, CatalogueSource } from './source.ts'
import { isStandard, standardDraft } from './standard.ts'
import { wholeJson } from './texts.ts'
import { type Told, told } from './told.ts'

/** Datasets asked for at once; the lane of the host says how many really are. */
const AT_ONCE = 4

/** Where an address of the API leads. */
interface Route {
  /** Up to and with `/rest`. */
  readonly base: string
  readonly kind: 'dataset' | 'group' | 'tag'
  /** Which dataset, group or tag; absent for the list of them all. */
  readonly name?: string
  readonly url: URL
}

function routeOf(address: string | undefined): Route | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const [, base, kind, name] = /^(.*\/rest)\/(dataset|group|tag)(?:\/([^/]+))?\/?$/.exec(url.pathname) ?? []
  if (base === undefined) return undefined
  const found = { base: url.origin + base, kind: kind as Route['kind'], url }
  return name === undefined ? found : { ...found, name: decodeURIComponent(name) }
}

/** 共通性資料存取應用程式介面 (國發會, 104-07), as 勞動部 and 健保署 run it: lists of ids, then one answer per dataset. */
export const dataAccessApi: Shape = {
  name: 'data-access-api',
  recognises: (start, { url }) => routeOf(url) !== undefined && /^[[{]/.test(start),
  async *read(source, { ask }) {
    const route = routeOf(source.url)
    if (!route) throw new Error('recognised without a route')
    const first = await wholeJson(source)
    const failure = refusal(first)
    if (failure !== undefined) throw new CatalogueError('refused', { name: source.name, detail: failure })
    yield* admit(source.name, drafts(first, route, source, ask))
  },
}

async function* drafts(
  first: unknown,
  route: Route,
  source: CatalogueSource,
  ask: Ask,
): AsyncGenerator<Draft | Fault> {
  const whole = metadataOf(first)
  if (whole) return yield standardDraft(whole, 1, locate(route))
  const listing = listingOf(first)
  if (typeof listing === 'string')
    throw new CatalogueError('no-list', { name: source.name, found: JSON.stringify(first).slice(0, 100) })
  const wanted =
    route.kind === 'dataset' || route.name !== undefined
      ? entriesOf(first, route, ask)
      : entriesOfAll(first, route, ask)
  const asked = mapInOrder(wanted, AT_ONCE, async (entry) =>
    'code' in entry ? entry : await draftOf(entry, route, ask),
  )
  yield* asked
}

/** The entries of one list, in pages; a group tells its number of datasets and is not asked again when all are there. */
function entriesOf(first: unknown, route: Route, ask: Ask): AsyncGenerator<Listed<Entry> | Fault> {
  const { url } = route
  const from = Number(url.searchParams.get('offset') ?? 0) || 0
  const page = (offset: number): string => {
    const next = new URL(url)
    next.searchParams.set('offset', String(offset))
    return next.href
  }
  const { listing, key } = { listing: listingOf, key: ({ id }: Entry) => id }
  return pages(first, { at: page, listing, key, from }, ask)
}

/** The datasets of every group or tag; one that stands in several is asked for once. */
async function* entriesOfAll(first: unknown, route: Route, ask: Ask): AsyncGenerator<Listed<Entry> | Fault> {
  const known = new Set<string>()
  let position = 0
  for await (const listed of entriesOf(first, route, ask)) {
    if ('code' in listed) {
      yield listed
      continue
    }
    const url = new URL(`${route.base}/${route.kind}/${encodeURIComponent(listed.item.id)}`)
    const answer = await askJson(url.href, ask)
    const failure = 'failure' in answer ? answer.failure : refusal(answer.value)
    if (failure !== undefined) {
      const why = told('listOf', { id: listed.item.id, url: url.href, why: failure })
      yield { position: listed.position, code: 'page-failed', ...why }
      continue
    }
    const inside = { ...route, name: listed.item.id, url }
    for await (const entry of entriesOf('value' in answer ? answer.value : [], inside, ask)) {
      if ('code' in entry) yield entry
      else if (!known.has(entry.item.id)) {
        known.add(entry.item.id)
        yield { ...entry, position: ++position }
      }
    }
  }
}

async function draftOf({ item, position }: Listed<Entry>, route: Route, ask: Ask): Promise<Draft | Fault> {
  if (item.metadata) return standardDraft(item.metadata, position, locate(route))
  const url = `${route.base}/dataset/${encodeURIComponent(item.id)}`
  const answer = await askJson(url, ask)
  const failure = 'failure' in answer ? answer.failure : refusal(answer.value)
  const metadata = 'value' in answer ? metadataOf(answer.value) : undefined
  if (metadata && failure === undefined)
    return standardDraft({ identifier: item.id, ...metadata }, position, locate(route))
  const why = failure ?? told('noMetadata')
  return { position, code: 'page-failed', ...told('dataset', { id: item.id, url, why }) }
}

/** A resource without an address is read through the API itself: 「取得資料集之資料資源內容」 of the manual. */
const locate =
  ({ base }: Route) =>
  (resourceId: string): string =>
    `${base}/datastore/${encodeURIComponent(resourceId)}`

/** An entry of a list: mostly an id, sometimes the dataset itself. */
interface Entry {
  readonly id: string
  readonly metadata?: Json
}

const LISTS = [
  'packages',
  'records',
  'datasets',
  'dataset',
  'groups',
  'tags',
  'results',
  'identifier',
  'data',
]
const IDS = ['identifier', 'datasetId', 'id', 'categoryCode', 'tagName', 'name', 'keyword', 'code']
const TOTALS = ['package_count', 'total', 'count']

/** `{success, result}` or the content itself; the result may stand in an array of one. */
const contentOf = (value: unknown): unknown =>
  isObject(value) && 'result' in value ? value['result'] : value

function metadataOf(value: unknown): Json | undefined {
  const content = contentOf(value)
  const only = Array.isArray(content) && content.length === 1 ? (content[0] as unknown) : content
  const inner = isObject(only) && Array.isArray(only['records']) ? (only['records'][0] as unknown) : only
  return isStandard(inner) && 'distribution' in inner ? inner : isStandard(only) ? only : undefined
}

function listingOf(value: unknown): Listing<Entry> | Told {
  const failure = refusal(value)
  if (failure !== undefined) return { detail: failure }
  const content = contentOf(value)
  const list = Array.isArray(content)
    ? (content as unknown[])
    : LISTS.map((name) => at(content, name)).find(Array.isArray)
  if (!list) return told('noList')
  const items = list.flatMap((each: unknown): Entry[] => {
    const id = isObject(each) ? IDS.map((name) => textOf(each[name])).find(Boolean) : textOf(each)
    return id ? [isStandard(each) && 'distribution' in each ? { id, metadata: each } : { id }] : []
  })
  const total = TOTALS.map((name) => textOf(at(content, name)) || textOf(at(value, name)))
    .filter((text) => /^\d+$/.test(text))
    .map(Number)[0]
  return total === undefined ? { items } : { items, total }
}

/** Why the server gives nothing, in its own words; `success` is a text in some places. */
function refusal(value: unknown): string | undefined {
  if (!isObject(value) || textOf(value['success']) !== 'false') return undefined
  const error = value['error'] ?? value['message'] ?? value['result']
  return (isObject(error) ? textOf(error['message']) || JSON.stringify(error) : textOf(error)).slice(0, 200)
}
