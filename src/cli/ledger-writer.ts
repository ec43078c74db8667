import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LedgerLine } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import type { ClosableOrigin } from './origin.ts'
import { asUsage } from './output.ts'

export interface Writing {
  /** False: what the file holds stays. */
  readonly anew: boolean
  /** Told of each line once it is on the disk. */
  readonly count: (line: LedgerLine) => void
  readonly origin: Pick<ClosableOrigin, 'statistics'>
  readonly language: Language
}

/** Each line reaches the disk before the next dataset counts as done: an interruption loses nothing recorded. */
export async function appendTo(
  path: string,
  lines: AsyncIterable<LedgerLine>,
  { anew, count, origin, language }: Writing,
): Promise<void> {
  const failed = (error: unknown): never => {
    throw asUsage(error, path, language)
  }
  await mkdir(dirname(path), { recursive: true }).catch(failed)
  const file = await open(path, anew ? 'w' : 'a').catch(failed)
  const append = (line: LedgerLine) => file.appendFile(`${JSON.stringify(line)}\n`).catch(failed)
  const from = new Date().toISOString()
  let finished = false
  try {
    for await (const line of lines) {
      await append(line)
      count(line)
      finished = line.kind === 'footer'
    }
    const hosts = origin.statistics()
    // An interrupted session owes the proof of its politeness, too.
    if (!finished && hosts.length > 0)
      await append({ kind: 'politeness', from, to: new Date().toISOString(), hosts })
  } finally {
    await file.close()
  }
}
