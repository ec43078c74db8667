import cliProgress from 'cli-progress'
import type { CatalogueEntry } from '../core/catalogue.ts'
import type { Language } from '../core/localised.ts'
import { WORDS } from './words.ts'

export interface Progress {
  step(): void
  stop(): void
}

const QUIET: Progress = { step: () => undefined, stop: () => undefined }

/** A bar on standard error when somebody is watching. The catalogue is counted first: it is small beside the data. */
export async function progress(
  entries: () => AsyncIterable<CatalogueEntry>,
  language: Language,
): Promise<Progress> {
  if (!process.stderr.isTTY) return QUIET
  let total = 0
  for await (const entry of entries()) if (entry.kind === 'dataset') total++
  const bar = new cliProgress.SingleBar(
    { format: WORDS.progress[language], stream: process.stderr, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  )
  bar.start(total, 0)
  return { step: () => bar.increment(), stop: () => bar.stop() }
}
