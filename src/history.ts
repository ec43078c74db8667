import type { LinkHistory } from './core/exchange.ts'
import type { LedgerLine } from './core/ledger.ts'

/** When each link last worked and since when it fails, by its address as ledgers show it. */
export type LinkHistories = ReadonlyMap<string, Partial<LinkHistory>>

/** @param lines of earlier ledgers, the oldest first. A ledger passes on what it was told itself. */
export async function linkHistories(lines: AsyncIterable<LedgerLine>): Promise<LinkHistories> {
  const links = new Map<string, Partial<LinkHistory>>()
  for await (const line of lines) {
    if (line.kind !== 'dataset') continue
    for (const { url, link } of line.resources) {
      const known = links.get(url)
      const lastWorked = known?.lastWorked ?? link.history?.lastWorked
      links.set(
        url,
        link.failure
          ? {
              ...(lastWorked !== undefined && { lastWorked }),
              failingSince: known?.failingSince ?? link.history?.failingSince ?? link.at,
            }
          : { lastWorked: link.at },
      )
    }
  }
  return links
}
