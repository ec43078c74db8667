import { LANGUAGES, type Language } from '../core/localised.ts'
import { Refusal } from './refusal.ts'

/** A request target taken apart: an address is bytes of strangers, so nothing in it is guessed. */
export interface Target {
  /** As it was sent, without the query. */
  readonly path: string
  /** Decoded; an encoded `/` stays inside its segment. */
  readonly segments: readonly string[]
  readonly query: ReadonlyMap<string, string>
}

/** Bytes; the longest that the pages themselves make is below 3,000. */
const MAX_TARGET = 4_096

export function targetOf(url: string): Target {
  if (url.length > MAX_TARGET) throw new Refusal(414, 'longAddress')
  if (!url.startsWith('/')) throw new Refusal(400, 'badAddress')
  const mark = url.indexOf('?')
  const path = mark === -1 ? url : url.slice(0, mark)
  return {
    path,
    segments: path.slice(1).split('/').map(decoded),
    query: queryIn(mark === -1 ? '' : url.slice(mark + 1)),
  }
}

function queryIn(text: string): Map<string, string> {
  const query = new Map<string, string>()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const [name = '', ...value] = pair.split('=')
    const key = decoded(name.replaceAll('+', ' '))
    if (query.has(key)) throw new Refusal(400, 'twice', { name: key.slice(0, 40) })
    query.set(key, decoded(value.join('=').replaceAll('+', ' ')))
  }
  return query
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) throw new Refusal(400, 'badAddress')
    throw error
  }
}

export function languageIn({ query }: Target, fallback: Language): Language {
  return chosen(query, 'lang', LANGUAGES) ?? fallback
}

/** One of the choices; nothing when it is absent or empty, as a form sends it. */
export function chosen<Choice extends string>(
  query: Target['query'],
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = query.get(name) ?? ''
  if (value === '') return undefined
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new Refusal(400, 'badChoice', { name, choices })
  return found
}

/** A whole number within the bounds. */
export function whole(
  query: Target['query'],
  name: string,
  { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number },
): number {
  const text = query.get(name) ?? ''
  if (text === '') return otherwise
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most)) throw new Refusal(400, 'badNumber', { name, least, most })
  return value
}

const MAX_SEARCH = 200

export function searchIn(query: Target['query']): string {
  const text = query.get('q') ?? ''
  if (text.length > MAX_SEARCH) throw new Refusal(400, 'longSearch', { most: MAX_SEARCH })
  return text.trim()
}

/** One that must be there. */
export function required(query: Target['query'], name: string): string {
  const value = query.get(name) ?? ''
  if (value === '') throw new Refusal(400, 'missing', { name })
  return value
}
