import { readFile } from 'node:fs/promises'
import { type BaselineEntry, baselineOf, findingsOf, type Locate } from '../core/baseline.ts'
import type { Finding } from '../core/finding.ts'
import type { DatasetRecord } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import { printable } from '../report/index.ts'
import { complaintsAbout } from '../score/index.ts'
import { GATE_WORDS } from './gate-words.ts'
import { writeReport } from './output.ts'
import { UsageError } from './usage-error.ts'

const SCHEMA = new URL('baseline.schema.json', import.meta.url)
const MAX_TOLD = 10

export interface BaselineArguments {
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly language: Language
}

/** A baseline while a command runs: what it accepts, and what becomes of its file in the end. */
export interface OpenBaseline {
  readonly updating: boolean
  known(record: DatasetRecord): ReadonlySet<Finding>
  see(record: DatasetRecord): void
  /** Writes the file when that is asked for, else looks what is stale. @returns what there is to say. */
  finish(keep: (entry: BaselineEntry) => boolean): Promise<string>
}

/** @returns nothing when no baseline is asked for. @throws UsageError when the file is not as its schema asks. */
export async function openBaseline(
  { baseline: path, updateBaseline: updating = false, language }: BaselineArguments,
  locate: Locate,
): Promise<OpenBaseline | undefined> {
  if (path === undefined) {
    if (updating) throw new UsageError(GATE_WORDS.updateWhat[language])
    return undefined
  }
  const entries = await read(path, updating, language)
  const baseline = baselineOf(entries, locate)
  return {
    updating,
    known: updating ? acceptable : baseline.known,
    see: baseline.see,
    async finish(keep) {
      if (!updating) return staleText(baseline.stale(), language)
      const next = baseline.next(keep)
      await writeReport(
        path,
        [`${JSON.stringify({ schemaVersion: 1, findings: next }, null, 2)}\n`],
        language,
      )
      const [before, now] = [entries, next].map((list) => new Set(list.map(({ fingerprint }) => fingerprint)))
      const added = next.filter(({ fingerprint }) => !before!.has(fingerprint)).length
      const removed = entries.filter(({ fingerprint }) => !now!.has(fingerprint)).length
      return `${render(GATE_WORDS.baselineWritten, { path, count: next.length, added, removed }, language)}\n`
    },
  }
}

/** What is being accepted counts as accepted already. */
const acceptable = (record: DatasetRecord): ReadonlySet<Finding> =>
  new Set(
    [...findingsOf(record)]
      .map(({ finding }) => finding)
      .filter(({ messageId }) => messageId !== 'rule-crashed'),
  )

function staleText(stale: readonly BaselineEntry[], language: Language): string {
  if (stale.length === 0) return ''
  const lines = stale
    .slice(0, MAX_TOLD)
    .map(({ at, rule, message }) => `  ${printable(`${at}  ${rule}#${message}`)}`)
  const more = stale.length > MAX_TOLD ? ['  …'] : []
  return `${[render(GATE_WORDS.stale, { count: stale.length }, language), ...lines, ...more].join('\n')}\n`
}

async function read(path: string, updating: boolean, language: Language): Promise<readonly BaselineEntry[]> {
  const wrong = (detail: string) => new UsageError(render(GATE_WORDS.badBaseline, { path, detail }, language))
  let data: unknown
  try {
    data = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw wrong((error as Error).message)
    if (updating) return []
    throw new UsageError(render(GATE_WORDS.noBaseline, { path }, language))
  }
  const complaints = complaintsAbout(data, SCHEMA, language)
  if (complaints.length > 0) throw wrong(`\n${complaints.join('\n')}`)
  return (data as { readonly findings: readonly BaselineEntry[] }).findings
}
