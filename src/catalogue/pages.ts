import { hideSecrets } from '../core/secrets.ts'
import { askJson } from './page.ts'
import type { Fault } from './row.ts'
import type { Ask } from './source.ts'
import { type Told, told } from './told.ts'

/** One page of a list, and what the server says of the whole. */
export interface Listing<Item> {
  readonly items: readonly Item[]
  readonly total?: number
}

/** How an API hands out a list in pages. */
export interface Paging<Item> {
  /** The address of the page that begins behind so many entries. */
  at(offset: number): string
  /** A page's content, or why it holds none. */
  listing(value: unknown): Listing<Item> | Told
  /** What makes two entries the same. */
  key(item: Item): string
  /** Entries before the first page; 0 unless the user begins later. */
  readonly from?: number
}

/** One entry with its place in the whole list, from 1. */
export interface Listed<Item> {
  readonly item: Item
  readonly position: number
}

/** Far more than the largest portal needs; a server that never ends must end here. */
const MAX_PAGES = 2_000
/** A page that fails is left out and the next one tried; after so many in a row the server is taken for down. */
const MAX_FAILURES = 2

/**
 * The entries of all pages, the first of which is already there. Ends with the total, with an empty page, or where a
 * page brings nothing new. Whatever makes the list incomplete comes out as a fault; what was read stays.
 */
export async function* pages<Item>(
  first: unknown,
  paging: Paging<Item>,
  ask: Ask,
  maxPages = MAX_PAGES,
): AsyncGenerator<Listed<Item> | Fault> {
  const seen = new Map<string, number>()
  const from = paging.from ?? 0
  let offset = from
  let size: number | undefined
  let short = false
  let total: number | undefined
  let failures = 0
  let gaps = false
  for (let page = 1; ; page++) {
    const position = offset + 1
    const url = paging.at(offset)
    const where = { page, url: hideSecrets(url) }
    if (page > maxPages)
      return yield { position, code: 'too-many-pages', ...told('tooManyPages', { n: maxPages }) }
    const answer = page === 1 ? { value: first } : await askJson(url, ask)
    const listing = 'failure' in answer ? answer.failure : paging.listing(answer.value)
    if ('detail' in listing) {
      // Behind a page that was not full there may well be nothing, and some servers say so with an error.
      if (short && total === undefined) return
      yield { position, code: 'page-failed', ...told('page', { ...where, why: listing }) }
      gaps = true
      if (++failures >= MAX_FAILURES || size === undefined) return
      offset += size
      if (total !== undefined && offset >= total) return
      continue
    }
    failures = 0
    const { items } = listing
    if (listing.total !== undefined && total !== undefined && listing.total !== total)
      yield {
        position,
        code: 'total-changed',
        ...told('totalChanged', { ...where, total: listing.total, before: total }),
      }
    total = listing.total ?? total
    if (items.length === 0) break

    let fresh = 0
    const repeated: Fault[] = []
    for (const [at, item] of items.entries()) {
      const key = paging.key(item)
      const place = position + at
      const earlier = seen.get(key)
      if (earlier === undefined) {
        fresh++
        seen.set(key, place)
        yield { item, position: place }
      } else repeated.push(duplicate(key, place, earlier))
    }
    if (fresh === 0)
      return yield {
        position,
        code: 'page-repeats',
        ...told('pageRepeats', where),
      }
    yield* repeated
    short = size !== undefined && items.length < size
    size ??= items.length
    offset += items.length
    if (total !== undefined && offset >= total) break
  }
  const missing = (total ?? 0) - offset
  if (missing > 0 && !gaps)
    yield {
      position: offset + 1,
      code: 'cut-short',
      ...told('missing', { total: total ?? 0, given: offset, missing }),
    }
}

const duplicate = (key: string, position: number, earlier: number): Fault => ({
  position,
  code: 'duplicate-id',
  ...told('sameKey', { id: key, earlier }),
})
