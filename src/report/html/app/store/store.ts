import { useEffect, useState } from 'preact/hooks'
import type { CatalogueProblem } from '../../../../core/catalogue.ts'
import type { PolitenessRecord } from '../../../../core/ledger.ts'
import type { Entry, Row } from '../../page-data.ts'
import { blocksOf, countOf, decodeAll, decodeBlock } from './decode.ts'

/** The datasets of the list with the keys of their addresses: ids, numbered where one came before. */
export interface Datasets {
  readonly rows: readonly Row[]
  readonly keys: readonly string[]
  readonly positions: ReadonlyMap<string, number>
}

/** What the page carries, decoded when it is asked for. */
export interface Store {
  readonly datasets: Lazy<Datasets>
  entry(position: number): Promise<Entry | undefined>
  readonly problems: Lazy<readonly CatalogueProblem[]>
  readonly sessions: Lazy<readonly PolitenessRecord[]>
}

/** Decoded once; `now` as soon as it is there, since a printer waits for nothing. */
export interface Lazy<T> {
  (): Promise<T>
  now?: T
}

export function createStore(): Store {
  const entries = blocksOf('entries')
  const decoded = new Map<HTMLScriptElement, Promise<readonly Entry[]>>()
  return {
    datasets: once(async () => keyed(await decodeAll('rows'))),
    async entry(position) {
      let from = 0
      for (const block of entries) {
        const at = position - from
        from += countOf(block)
        if (position >= from) continue
        if (!decoded.has(block)) decoded.set(block, decodeBlock<'entries'>(block))
        return (await decoded.get(block))?.[at]
      }
      return undefined
    },
    problems: once(() => decodeAll('problems')),
    sessions: once(() => decodeAll('sessions')),
  }
}

function once<T>(make: () => Promise<T>): Lazy<T> {
  let made: Promise<T> | undefined
  const lazy: Lazy<T> = () => {
    made ??= make().then((value) => {
      lazy.now = value
      return value
    })
    return made
  }
  return lazy
}

function keyed(rows: readonly Row[]): Datasets {
  const positions = new Map<string, number>()
  const keys = rows.map(([id], at) => {
    let key = id
    for (let n = 2; positions.has(key); n++) key = `${id}~${n}`
    positions.set(key, at)
    return key
  })
  return { rows, keys, positions }
}

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'done'; readonly value: T }

/** @param key what `load` depends on: another one loads anew. */
export function useLoaded<T>(load: Lazy<T>, key = ''): Loaded<T> {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly now: Loaded<T> }>()
  useEffect(() => {
    let current = true
    const set = (now: Loaded<T>) => current && setLoaded({ key, now })
    load().then(
      (value) => set({ state: 'done', value }),
      (error: unknown) => set({ state: 'failed', error }),
    )
    return () => {
      current = false
    }
  }, [key])
  if (load.now !== undefined) return { state: 'done', value: load.now }
  return loaded?.key === key ? loaded.now : { state: 'loading' }
}
