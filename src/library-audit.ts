import { RULES } from '../rules/index.ts'
import { type AuditOptions, audit as line, type Origin } from './audit.ts'
import { type Ask, CatalogueError, readCatalogue, type Selection, select } from './catalogue/index.ts'
import type { CatalogueEntry } from './core/catalogue.ts'
import type { LedgerLine } from './core/ledger.ts'
import { fetcherFor, momentOf, profileOf } from './defaults.ts'
import { type Fetcher, type FetcherOptions, fetchLocal } from './fetch/index.ts'
import { PROGRAM } from './program.ts'
import type { Profile } from './score/index.ts'

/** What an audit may be told; all of it may be left out. */
export interface LibraryAuditOptions extends Partial<Omit<AuditOptions, 'profile' | 'now' | 'selection'>> {
  /** A built-in profile, the path of a JSON file, or a profile; `measure-2017` by default. */
  readonly profile?: string | Profile
  /** Timeliness is judged against this moment: a date, ISO 8601 or milliseconds. Now by default. */
  readonly now?: Date | string | number
  /** Which datasets are wanted; also written into the ledger's header. */
  readonly selection?: Selection
  /** How links are fetched, where no `origin` is given. Private networks are off unless `allowPrivate` is given. */
  readonly fetching?: FetcherOptions
}

/**
 * Audits a catalogue (a path, an address, or entries of one's own) and yields its ledger line by line: the header,
 * datasets in the catalogue's order, the footer with the summary. Nothing is fetched before a line is asked for;
 * leaving the loop stops the audit. A dead link or a broken file is a finding; what throws is a catalogue that cannot
 * be read (CatalogueError), a profile that cannot be used (ProfileError), or a fault of ours.
 */
export async function* audit(
  catalogue: string | URL | AsyncIterable<CatalogueEntry>,
  options: LibraryAuditOptions = {},
): AsyncGenerator<LedgerLine> {
  const { fetching, selection, profile, now, ...given } = options
  const clock = options.clock ?? Date.now
  // Pages of a catalogue are read from files.
  const fetcher = options.origin ? undefined : fetcherFor({ ...fetching, inMemory: 0 })
  const isOwn = typeof catalogue === 'object' && Symbol.asyncIterator in catalogue
  const name = isOwn ? undefined : String(catalogue)
  try {
    const entries = name === undefined ? (catalogue as AsyncIterable<CatalogueEntry>) : named(name, fetcher)
    const chosen = Object.fromEntries(
      Object.entries(selection ?? {}).filter(([, value]) => value !== undefined),
    )
    yield* line(selection ? select(entries, selection) : entries, {
      rules: RULES,
      catalogue: name === undefined ? [] : [name],
      program: PROGRAM,
      ...given,
      profile: profileOf(profile, options.rules ?? RULES),
      now: momentOf(now, clock),
      origin: options.origin ?? withFiles(fetcher!, name),
      selection: chosen,
      clock,
    })
  } finally {
    await fetcher?.close()
  }
}

const isAddress = (name: string): boolean => /^https?:/i.test(name)

async function* named(name: string, fetcher: Fetcher | undefined): AsyncGenerator<CatalogueEntry> {
  if (!isAddress(name)) {
    yield* readCatalogue({ name, path: name }, fetcher && { ask: asker(fetcher) })
    return
  }
  if (!fetcher) throw new TypeError('a catalogue with an address needs fetching: leave `origin` out')
  const ask = asker(fetcher)
  const page = await ask(name)
  if ('failure' in page) throw new CatalogueError('unreadable', { name, detail: page.failure })
  yield* readCatalogue({ name, ...page }, { ask })
}

const asker =
  (fetcher: Fetcher): Ask =>
  async (url) => {
    const { exchange, body } = await fetcher.fetch(url)
    // A catalogue says where to go: it must come from whom it seems to come from.
    if (body && 'path' in body && !exchange.failure) return { path: body.path, url: exchange.finalUrl }
    return { failure: exchange.failure?.detail ?? '' }
  }

/** Only a catalogue of this machine may name files of it. */
function withFiles(fetcher: Fetcher, name: string | undefined): Origin {
  if (name === undefined || isAddress(name)) return fetcher
  const local = new WeakSet<object>()
  return {
    fetch: (url, ask) => fetcher.fetch(url, ask),
    statistics: () => fetcher.statistics(),
    async open(path) {
      const fetched = await fetchLocal(path)
      if (fetched.body) local.add(fetched.body)
      return fetched
    },
    async release(body) {
      if (!local.has(body)) await fetcher.release(body)
    },
  }
}
