import type { Language } from '../core/localised.ts'
import { type LedgerView, type WorklistView, worklistWriters } from '../report/index.ts'
import { createWorklist, type Profile, type Seen, seenIn, seenKey } from '../score/index.ts'
import { ledgerHeader, ledgerLines } from './ledger-file.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { profileNamed } from './options.ts'
import { deliver } from './output.ts'
import { SCOPES } from './plan.ts'
import { UsageError } from './usage-error.ts'

export type WorklistReporter = keyof typeof worklistWriters

export const isWorklist = (reporter: string): reporter is WorklistReporter =>
  Object.hasOwn(worklistWriters, reporter)

type FinishedLedger = LedgerView & { readonly complete: boolean }

export async function worklistView(
  ledger: FinishedLedger,
  profile: Profile,
  earlier?: Seen,
): Promise<WorklistView> {
  const { header, summary, complete } = ledger
  const worklist = await createWorklist(header, () => ledger.records(), {
    profile,
    scopes: SCOPES,
    ...(earlier && { firstSeen: (dataset, finding) => earlier.since.get(seenKey(dataset, finding)) }),
  })
  return { header, datasets: summary.datasets, complete, worklist }
}

/** What earlier ledgers found, whatever the order they are given in. */
export async function earlierFindings(paths: readonly string[], language: Language): Promise<Seen> {
  const ledgers: { readonly path: string; readonly now: string }[] = []
  for (const path of paths) ledgers.push({ path, now: (await ledgerHeader(path, language)).now })
  ledgers.sort((a, b) => (a.now < b.now ? -1 : 1))
  return seenIn(ledgers.map(({ path, now }) => ({ now, lines: ledgerLines(path, language) })))
}

export interface WorklistArguments {
  readonly reporter: WorklistReporter
  readonly output?: string
  readonly profile?: string
  readonly previous?: readonly string[]
  readonly language: Language
}

/** `odbadge report --reporter xlsx|csv`. */
export async function deliverWorklist(ledger: FinishedLedger, args: WorklistArguments): Promise<void> {
  const { reporter, output, previous, language } = args
  if (reporter === 'xlsx' && output === undefined && process.stdout.isTTY)
    throw new UsageError(LEDGER_WORDS.binary[language])
  const profile = profileNamed(args.profile ?? ledger.header.profile.id, language)
  const earlier = previous && (await earlierFindings(previous, language))
  const view = await worklistView(ledger, profile, earlier)
  await deliver(worklistWriters[reporter](view, language), output, language)
}
