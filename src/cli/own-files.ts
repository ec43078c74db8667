import { readFile } from 'node:fs/promises'
import { parse as parseYaml } from 'yaml'
import { parseDate } from '../core/calendar.ts'
import type { ExceptionEntry, Exceptions } from '../core/exceptions.ts'
import { exceptionsOf } from '../core/exceptions.ts'
import { type Language, render } from '../core/localised.ts'
import { complaintsAbout, type Efforts, effortComplaints, effortsWith } from '../score/index.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { UsageError } from './usage-error.ts'

const EXCEPTIONS_SCHEMA = new URL('exceptions.schema.json', import.meta.url)

/** Far above any list people write; a bomb of YAML aliases must not get further. */
const MAX_ALIASES = 100

/** @param now what the dates in the file are held against. @throws UsageError when it is not as its schema asks. */
export async function readExceptions(
  path: string | undefined,
  now: string,
  language: Language,
): Promise<Exceptions> {
  if (path === undefined) return exceptionsOf([], 0)
  const data = await parsed(path, language, (text) =>
    /\.ya?ml$/i.test(path) ? parseYaml(text, { maxAliasCount: MAX_ALIASES }) : JSON.parse(text),
  )
  refuse(path, complaintsAbout(data, EXCEPTIONS_SCHEMA, language), language)
  const { exceptions } = data as { readonly exceptions: readonly ExceptionEntry[] }
  const dates = exceptions.flatMap(({ from, until }, at) =>
    [from, until]
      .filter((date) => date !== undefined && parseDate(date) === undefined)
      .map((date) => `  $.exceptions[${at}]${language === 'en' ? ': ' : '：'}${date}`),
  )
  refuse(path, dates, language)
  return exceptionsOf(exceptions, Date.parse(now))
}

/** Minutes of one's own over the built-in ones. @throws UsageError when the file is not as its schema asks. */
export async function readEfforts(path: string | undefined, language: Language): Promise<Efforts> {
  if (path === undefined) return effortsWith()
  const data = await parsed(path, language, (text) => JSON.parse(text) as unknown)
  refuse(path, effortComplaints(data, language), language)
  return effortsWith(data as Efforts)
}

async function parsed(path: string, language: Language, parse: (text: string) => unknown): Promise<unknown> {
  try {
    return parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UsageError(render(LEDGER_WORDS.badFile, { path, detail: (error as Error).message }, language))
  }
}

function refuse(path: string, complaints: readonly string[], language: Language): void {
  if (complaints.length === 0) return
  throw new UsageError(render(LEDGER_WORDS.badFile, { path, detail: `\n${complaints.join('\n')}` }, language))
}
