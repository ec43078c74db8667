import { useEffect, useState } from 'preact/hooks'

export const VIEWS = [
  'overview',
  'bodies',
  'datasets',
  'causes',
  'plan',
  'fragile',
  'portal',
  'judging',
  'problems',
  'politeness',
] as const
export type View = (typeof VIEWS)[number]

/** Pages about one thing; the menu shows under which view. */
export const PAGES = { body: 'bodies', dataset: 'datasets', rule: 'causes' } as const satisfies Record<
  string,
  View
>
export type Page = keyof typeof PAGES

export interface Route {
  readonly view: View | Page
  readonly id: string
  readonly query: URLSearchParams
}

/** `#/dataset/41568?lang=en`; what leads nowhere is the overview. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [name = '', ...rest] = path.split('/')
  const known = (VIEWS as readonly string[]).includes(name) || Object.hasOwn(PAGES, name)
  return {
    view: known ? (name as Route['view']) : 'overview',
    id: decoded(rest.join('/')),
    query: new URLSearchParams(query),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A hand-typed address: `%` then stands for itself.
    return text
  }
}

export type Query = Readonly<Record<string, string | undefined>>

export function formatRoute(view: Route['view'], id = '', query: Query = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  const search = new URLSearchParams(given).toString()
  return `#/${view}${id && `/${encodeURIComponent(id)}`}${search && `?${search}`}`
}

/** Milliseconds: browsers refuse an address that changes with every key. */
const PAUSE = 200

let follow: (hash: string) => void = () => undefined
let waiting: ReturnType<typeof setTimeout> | undefined

/** The address bar as the page's state. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const moved = () => {
      clearTimeout(waiting)
      setHash(location.hash)
    }
    follow = setHash
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])
  return parseRoute(hash)
}

/** Changes the page at once, and soon the address, without a new entry in the history. */
export function replaceRoute(hash: string): void {
  follow(hash)
  clearTimeout(waiting)
  waiting = setTimeout(() => history.replaceState(null, '', hash), PAUSE)
}
