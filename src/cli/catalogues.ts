import {
  type Ask,
  CatalogueError,
  type CatalogueSource,
  entryPoints,
  readCatalogue,
} from '../catalogue/index.ts'
import type { CatalogueEntry } from '../core/catalogue.ts'
import { type Language, render } from '../core/localised.ts'
import type { ClosableOrigin } from './origin.ts'
import { spoolInput } from './standard-input.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

export interface CatalogueOrigins {
  /** For what the user named: it may be anywhere. */
  readonly named: ClosableOrigin
  /** For where a catalogue leads to: never into private networks or this machine's files. */
  readonly guarded: ClosableOrigin
  /** Of standard input. */
  readonly maxBytes: number
}

export interface OpenedCatalogues {
  /** Can be read more than once. */
  entries(): AsyncGenerator<CatalogueEntry>
  close(): Promise<void>
}

/**
 * Brings every catalogue onto the disk and looks at its beginning, before anything of an earlier audit is
 * overwritten. Closing the origins removes what was fetched, closing this removes standard input.
 */
export async function openCatalogues(
  names: readonly string[],
  origins: CatalogueOrigins,
  language: Language,
): Promise<OpenedCatalogues> {
  const opened: Opened[] = []
  const input = names.includes('-') ? await spoolInput(process.stdin, origins.maxBytes, language) : undefined
  const close = async () => input?.close()
  try {
    for (const name of names)
      opened.push(
        input && name === '-'
          ? await begun({ name, path: input.path }, origins)
          : await open(name, origins, language),
      )
  } catch (error) {
    await close()
    throw error
  }
  return {
    async *entries() {
      for (const { source, ask } of opened) yield* readCatalogue(source, { ask })
    },
    close,
  }
}

interface Opened {
  readonly source: CatalogueSource
  readonly ask: Ask
}

/** A portal's address stands for its catalogue: where it holds none itself, its interfaces are tried. */
async function open(name: string, origins: CatalogueOrigins, language: Language): Promise<Opened> {
  let first: unknown
  for (const address of [name, ...(isAddress(name) ? entryPoints(name) : [])]) {
    try {
      return await begun({ ...(await sourceOf(address, origins.named, language)), name }, origins)
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof CatalogueError)) throw error
      first ??= error
    }
  }
  throw first
}

async function begun(source: CatalogueSource, origins: CatalogueOrigins): Promise<Opened> {
  const ask = askerFor(source, origins)
  for await (const _ of readCatalogue(source, { ask })) break
  return { source, ask }
}

const isAddress = (name: string): boolean => /^https?:/i.test(name)

async function sourceOf(name: string, named: ClosableOrigin, language: Language): Promise<CatalogueSource> {
  if (!isAddress(name)) return { name, path: name }
  const { exchange, body } = await named.fetch(name)
  // A catalogue says where to go: it must come from whom it seems to come from.
  if (body && 'path' in body && !exchange.failure) return { name, path: body.path, url: exchange.finalUrl }
  const detail = exchange.failure?.detail ?? ''
  throw new UsageError(render(WORDS.noCatalogue, { name, detail }, language))
}

/** In both languages: the problem goes into the ledger. */
const notAddress = (url: string) => ({
  detail: render(WORDS.notAddress, { url }, 'zh-TW'),
  english: render(WORDS.notAddress, { url }, 'en'),
})

/** Pages on the catalogue's own server are where the user sent us; others are where the catalogue sends us. */
function askerFor({ name, url }: CatalogueSource, { named, guarded }: CatalogueOrigins): Ask {
  const own = new Set([name, url].flatMap((each) => (each && isAddress(each) ? [new URL(each).origin] : [])))
  return async (page) => {
    if (!isAddress(page) || !URL.canParse(page)) return { failure: notAddress(page) }
    const { exchange, body } = await (own.has(new URL(page).origin) ? named : guarded).fetch(page)
    if (body && 'path' in body && !exchange.failure) return { path: body.path, url: exchange.finalUrl }
    return { failure: exchange.failure?.detail ?? '' }
  }
}
