import type { LedgerLine } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import { type LinkHistories, linkHistories } from '../history.ts'
import { ledgerLines, outline } from './ledger-file.ts'

/** What earlier ledgers know of each link, whatever the order they are given in. */
export async function linkHistory(paths: readonly string[], language: Language): Promise<LinkHistories> {
  const ledgers: { readonly path: string; readonly startedAt: string }[] = []
  for (const path of paths)
    ledgers.push({ path, startedAt: (await outline(path, language)).header.startedAt })
  ledgers.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
  async function* lines(): AsyncGenerator<LedgerLine> {
    for (const { path } of ledgers) yield* ledgerLines(path, language)
  }
  return linkHistories(lines())
}
