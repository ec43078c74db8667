import type { Language } from '../core/localised.ts'
import { type LedgerView, type WorklistView, worklistWriters } from '../report/index.ts'
import { createWorklist, type Profile, type Seen, seenIn, seenKey } from '../score/index.ts'
import { ledgerHeader, ledgerLines } from './ledger-file.ts'
import { profileNamed } from './options.ts'
import { SCOPES } from './plan.ts'

export type WorklistReporter = keyof typeof worklistWriters

export const isWorklist = (reporter: string): reporter is WorklistReporter =>
  Object.hasOwn(worklistWriters, reporter)

export async function worklistView(
  ledger: LedgerView,
  profile: Profile,
  earlier?: Seen,
): Promise<WorklistView> {
  const { header, summary, interrupted = false } = ledger
  const worklist = await createWorklist(header, () => ledger.records(), {
    profile,
    scopes: SCOPES,
    ...(earlier && { firstSeen: (dataset, finding) => earlier.since.get(seenKey(dataset, finding)) }),
  })
  return { header, datasets: summary.datasets, interrupted, worklist }
}

/** What earlier ledgers found, whatever the order they are given in. */
export async function earlierFindings(paths: readonly string[], language: Language): Promise<Seen> {
  const ledgers: { readonly path: string; readonly now: string }[] = []
  for (const path of paths) ledgers.push({ path, now: (await ledgerHeader(path, language)).now })
  ledgers.sort((a, b) => (a.now < b.now ? -1 : 1))
  return seenIn(ledgers.map(({ path, now }) => ({ now, lines: ledgerLines(path, language) })))
}

export interface WorklistArguments {
  readonly profile?: string
  readonly previous?: readonly string[]
  readonly language: Language
}

/** The worklist of a ledger, to be written in any of its forms. */
export async function worklistOf(ledger: LedgerView, args: WorklistArguments) {
  const { previous, language } = args
  const profile = profileNamed(args.profile ?? ledger.header.profile.id, language)
  const earlier = previous && (await earlierFindings(previous, language))
  const view = await worklistView(ledger, profile, earlier)
  return (reporter: WorklistReporter) => worklistWriters[reporter](view, language)
}
