import { type Selection, select, type Unmatched } from '../catalogue/index.ts'
import { type CatalogueEntry, PARTIAL_CODES } from '../core/catalogue.ts'
import type { Language } from '../core/localised.ts'
import { createOverview } from '../core/overview.ts'
import { catalogueWriters } from '../report/index.ts'
import { mappingWith } from '../score/index.ts'
import { authorities } from './authorities.ts'
import { type OpenedCatalogues, openCatalogues } from './catalogues.ts'
import type { Settings } from './config/find.ts'
import { bodiesIn } from './config/judging.ts'
import { EXIT } from './exit-code.ts'
import { onInterrupt } from './interrupt.ts'
import { moment, positive } from './options.ts'
import { commonLanes, type Limits, namedOrigin, pageOrigin } from './origin.ts'
import { inColour, print } from './output.ts'
import { PROGRAM } from './program.ts'
import { sayUnmatched } from './unmatched.ts'

export interface CatalogueArguments extends Selection, Omit<Limits, 'hosts' | 'authorities'> {
  readonly catalogue: readonly string[]
  readonly ca?: readonly string[]
  readonly settings: Settings
  readonly reporter: 'text' | 'json' | 'csv'
  readonly language: Language
}

const PARTIAL: ReadonlySet<string> = new Set(PARTIAL_CODES)

/** `odbadge catalogue`: what was understood of a catalogue; no resource is fetched. @returns the exit code. */
export async function catalogueCommand(args: CatalogueArguments): Promise<number> {
  const { language, catalogue, ca = [] } = args
  const { config } = args.settings
  moment(args.changedSince, language)
  positive(args.limit, '--limit', language)
  positive(args.maxBytes, '--max-bytes', language)
  positive(args.timeout, '--timeout', language)
  const { hosts } = config
  const mapping = mappingWith(bodiesIn(config))
  const asked = { ...args, ...(hosts && { hosts }), authorities: await authorities(ca, language) }
  const lanes = commonLanes(asked)
  const limits = { ...asked, lanes }
  const named = namedOrigin(limits)
  const guarded = pageOrigin(limits)
  // Leaving by `exit` removes what was fetched; dying of the signal would not.
  const settle = onInterrupt(() => process.exit(EXIT.interrupted))
  let partial = false
  let opened: OpenedCatalogues | undefined
  try {
    opened = await openCatalogues(catalogue, { named, guarded, maxBytes: args.maxBytes }, language)
    let unmatched: Unmatched | undefined
    const selected = select(opened.entries(), args, (names) => {
      unmatched = names
    })
    const entries = watched(selected, (entry) => {
      if (entry.kind === 'catalogue-problem' && PARTIAL.has(entry.code)) partial = true
    })
    const view = { program: PROGRAM, catalogue, entries, overview: createOverview(mapping) }
    const width = process.stdout.columns ?? 100
    await print(catalogueWriters[args.reporter](view, { language, colour: inColour(), width }))
    sayUnmatched(unmatched, language)
    return partial ? EXIT.unverified : EXIT.clean
  } finally {
    settle()
    await opened?.close()
    await lanes.close()
    await named.close()
    await guarded.close()
  }
}

async function* watched(entries: AsyncIterable<CatalogueEntry>, watch: (entry: CatalogueEntry) => void) {
  for await (const entry of entries) {
    watch(entry)
    yield entry
  }
}
