import { appendFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Language, render } from '../core/localised.ts'
import { GATE_WORDS } from './gate-words.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { asUsage, print, type Text, writeReport } from './output.ts'
import { UsageError } from './usage-error.ts'

/** One `--reporter NAME[=FILE]`; without a file it goes to standard output. */
export interface Reporter<Name extends ReporterName = ReporterName> {
  readonly name: Name
  readonly path?: string
}

/** What `check`, `audit` and `report` write; named here so that `--help` need not load them. */
export const REPORTERS = [
  'text',
  'terminal',
  'html',
  'json',
  'ndjson',
  'github',
  'sarif',
  'junit',
  'gitlab',
  'markdown',
  'svg',
] as const
/** Of a ledger also the list of what is to be done. */
export const LEDGER_REPORTERS = [...REPORTERS, 'xlsx', 'csv'] as const
export type ReporterName = (typeof LEDGER_REPORTERS)[number]

/** Lines among other lines; whatever else stands on standard output stands there alone. */
const LINES = new Set(['text', 'terminal', 'github'])

/** @throws UsageError for an unknown name, an empty file name, and two documents in one place. */
export function reportersOf<Name extends ReporterName>(
  given: readonly string[],
  names: readonly Name[],
  language: Language,
): readonly Reporter<Name>[] {
  const wrong = (word: keyof typeof GATE_WORDS, data: Readonly<Record<string, string | readonly string[]>>) =>
    new UsageError(render(GATE_WORDS[word], data, language))
  const reporters = given.map((text): Reporter<Name> => {
    const at = text.indexOf('=')
    const written = at === -1 ? text : text.slice(0, at)
    const path = at === -1 ? undefined : text.slice(at + 1)
    const name = names.find((known) => known === written)
    if (name === undefined) throw wrong('unknownReporter', { name: written, names })
    if (path === '') throw wrong('noReporterFile', { name })
    return { name, ...(path !== undefined && { path }) }
  })
  const paths = reporters.flatMap(({ path }) => (path === undefined ? [] : [resolve(path)]))
  const twice = paths.find((path, at) => paths.indexOf(path) !== at)
  if (twice !== undefined) throw wrong('sameFile', { path: twice })
  const printed = reporters.filter(({ path }) => path === undefined).map(({ name }) => name)
  if (printed.length > 1 && printed.some((name) => !LINES.has(name)))
    throw wrong('sameOutput', { names: printed })
  if (printed.some((name) => name === 'xlsx') && process.stdout.isTTY)
    throw new UsageError(LEDGER_WORDS.binary[language])
  return reporters
}

/** Standard output last: who waits for it finds the files there. */
export async function deliverAll<Name extends ReporterName>(
  reporters: readonly Reporter<Name>[],
  textOf: (name: Name) => Text,
  language: Language,
): Promise<void> {
  for (const { name, path } of reporters)
    if (path !== undefined) await (isSummary(path) ? append : writeReport)(path, textOf(name), language)
  for (const { name, path } of reporters) if (path === undefined) await print(textOf(name))
}

/** A job's summary may hold what other commands of the step have put there. */
const isSummary = (path: string): boolean => path === process.env['GITHUB_STEP_SUMMARY']

async function append(path: string, text: Text, language: Language): Promise<void> {
  const whole: Buffer[] = []
  for await (const piece of text) whole.push(Buffer.from(piece))
  await appendFile(path, Buffer.concat(whole)).catch((error: unknown) => {
    throw asUsage(error, path, language)
  })
}

/** True when one of them fills standard output, so that nothing else may stand there. */
export const fillsOutput = (reporters: readonly Reporter[]): boolean =>
  reporters.some(({ name, path }) => path === undefined && !LINES.has(name))
