import { appendFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Language, render } from '../core/localised.ts'
import { GATE_WORDS } from './gate-words.ts'
import { asUsage, print, writeReport } from './output.ts'
import { UsageError } from './usage-error.ts'

/** One `--reporter NAME[=FILE]`; without a file it goes to standard output. */
export interface Reporter {
  readonly name: ReporterName
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
export type ReporterName = (typeof REPORTERS)[number]

/** Lines among other lines; whatever else stands on standard output stands there alone. */
const LINES = new Set(['text', 'terminal', 'github'])

/** @throws UsageError for an unknown name, an empty file name, and two documents in one place. */
export function reportersOf(given: readonly string[], language: Language): readonly Reporter[] {
  const wrong = (word: keyof typeof GATE_WORDS, data: Readonly<Record<string, string | readonly string[]>>) =>
    new UsageError(render(GATE_WORDS[word], data, language))
  const reporters = given.map((text): Reporter => {
    const at = text.indexOf('=')
    const written = at === -1 ? text : text.slice(0, at)
    const path = at === -1 ? undefined : text.slice(at + 1)
    const name = REPORTERS.find((known) => known === written)
    if (name === undefined) throw wrong('unknownReporter', { name: written, names: REPORTERS })
    if (path === '') throw wrong('noReporterFile', { name })
    return { name, ...(path !== undefined && { path }) }
  })
  const paths = reporters.flatMap(({ path }) => (path === undefined ? [] : [resolve(path)]))
  const twice = paths.find((path, at) => paths.indexOf(path) !== at)
  if (twice !== undefined) throw wrong('sameFile', { path: twice })
  const printed = reporters.filter(({ path }) => path === undefined).map(({ name }) => name)
  if (printed.length > 1 && printed.some((name) => !LINES.has(name)))
    throw wrong('sameOutput', { names: printed })
  return reporters
}

/** Standard output last: who waits for it finds the files there. */
export async function deliverAll(
  reporters: readonly Reporter[],
  textOf: (name: ReporterName) => AsyncIterable<string> | Iterable<string>,
  language: Language,
): Promise<void> {
  for (const { name, path } of reporters)
    if (path !== undefined) await (isSummary(path) ? append : writeReport)(path, textOf(name), language)
  for (const { name, path } of reporters) if (path === undefined) await print(textOf(name))
}

/** A job's summary may hold what other commands of the step have put there. */
const isSummary = (path: string): boolean => path === process.env['GITHUB_STEP_SUMMARY']

async function append(
  path: string,
  text: AsyncIterable<string> | Iterable<string>,
  language: Language,
): Promise<void> {
  let whole = ''
  for await (const piece of text) whole += piece
  await appendFile(path, whole).catch((error: unknown) => {
    throw asUsage(error, path, language)
  })
}

/** True when one of them fills standard output, so that nothing else may stand there. */
export const fillsOutput = (reporters: readonly Reporter[]): boolean =>
  reporters.some(({ name, path }) => path === undefined && !LINES.has(name))
