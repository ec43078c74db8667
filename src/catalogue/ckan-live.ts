import { mapInOrder } from '../core/map-in-order.ts'
import { admit, type Draft } from './admit.ts'
import { CatalogueError } from './catalogue-error.ts'
import { ckanDraft } from './ckan.ts'
import { at, isObject, type Json, textOf } from './glimpse.ts'
import { askJson } from './page.ts'
import { type Listed, type Listing, pages } from './pages.ts'
import type { Fault } from './row.ts'
import type { Shape } from './shapes.ts'
import type { Ask, CatalogueSource } from './source.ts'
import { wholeJson } from './texts.ts'
import { type Told, told, wordsOr } from './told.ts'

/** The actions of CKAN's API that give out lists, and how each names its pages. */
const ACTIONS = {
  package_search: { size: 'rows', offset: 'start' },
  package_list: { size: 'limit', offset: 'offset' },
  current_package_list_with_resources: { size: 'limit', offset: 'offset' },
} as const
type Action = keyof typeof ACTIONS

const ROWS = '100'
/** Packages asked for at once; the lane of the host says how many really are. */
const AT_ONCE = 4

interface Call {
  readonly url: URL
  readonly action: Action
  /** Up to and with `/action`. */
  readonly base: string
}

function callOf(address: string | undefined): Call | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const [, base, action = ''] = /^(.*\/api(?:\/3)?\/action)\/(\w+)\/?$/.exec(url.pathname) ?? []
  return base !== undefined && Object.hasOwn(ACTIONS, action)
    ? { url, action: action as Action, base: url.origin + base }
    : undefined
}

/** CKAN's API, read to the end of its list; what else stands in the query (`fq=organization:…`) is kept. */
export const ckanLive: Shape = {
  name: 'CKAN',
  recognises: (start, { url }) => callOf(url) !== undefined && start.startsWith('{'),
  async *read(source, { ask }) {
    const call = callOf(source.url)
    if (!call) throw new Error('recognised without an action')
    const first = await wholeJson(source)
    if (typeof listing(first) === 'string')
      throw new CatalogueError('no-list', { name: source.name, found: JSON.stringify(first).slice(0, 100) })
    yield* admit(source.name, drafts(first, call, source, ask))
  },
}

async function* drafts(
  first: unknown,
  call: Call,
  source: CatalogueSource,
  ask: Ask,
): AsyncGenerator<Draft | Fault> {
  const listed = pages(first, { at: (offset) => pageOf(call, offset), listing, key, from: fromOf(call) }, ask)
  // Without a limit this list is whole, and asking for what follows it would only bring it again.
  const whole = call.action === 'package_list' && !call.url.searchParams.has('limit')
  const entries = whole ? onePage(first) : listed
  yield* mapInOrder(entries, AT_ONCE, async (entry) =>
    'code' in entry ? entry : await draftOf(entry, call, source, ask),
  )
}

function* onePage(first: unknown): Generator<Listed<Item>> {
  const page = listing(first)
  if ('items' in page) for (const [at, item] of page.items.entries()) yield { item, position: at + 1 }
}

/** A package, or its name alone. */
type Item = Json | string

const key = (item: Item): string =>
  typeof item === 'string' ? item : textOf(item['id']) || textOf(item['name'])

function listing(value: unknown): Listing<Item> | Told {
  const result = at(value, 'result')
  const list = at(result, 'results') ?? result
  if (textOf(at(value, 'success')) === 'false' || !Array.isArray(list))
    return wordsOr(textOf(at(value, 'error', 'message')), 'noList')
  const items = list.filter((each): each is Item => typeof each === 'string' || isObject(each))
  const total = at(result, 'count')
  return typeof total === 'number' ? { items, total } : { items }
}

const fromOf = ({ url, action }: Call): number => Number(url.searchParams.get(ACTIONS[action].offset)) || 0

function pageOf({ url, action }: Call, offset: number): string {
  const names = ACTIONS[action]
  const next = new URL(url)
  if (!next.searchParams.has(names.size)) next.searchParams.set(names.size, ROWS)
  next.searchParams.set(names.offset, String(offset))
  return next.href
}

async function draftOf(
  { item, position }: Listed<Item>,
  { base }: Call,
  source: CatalogueSource,
  ask: Ask,
): Promise<Draft | Fault> {
  if (typeof item !== 'string') return ckanDraft({ position, record: item }, source)
  const url = `${base}/package_show?id=${encodeURIComponent(item)}`
  const answer = await askJson(url, ask)
  const record = 'value' in answer ? at(answer.value, 'result') : undefined
  if (isObject(record)) return ckanDraft({ position, record }, { ...source, url })
  const why = 'failure' in answer ? answer.failure : told('noDataset')
  return { position, code: 'page-failed', ...told('dataset', { id: item, url, why }) }
}
