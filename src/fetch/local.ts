import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Body, Exchange, FetchFailure, FileFailureCode } from '../core/exchange.ts'
import type { Fetched } from './fetcher.ts'

/** A local file as if it had been fetched; `at` is a path or a `file:` URL. The body is the file itself. */
export async function fetchLocal(at: string, clock: () => number = Date.now): Promise<Fetched> {
  const began = clock()
  const found = await look(at)
  const exchange: Exchange = {
    kind: 'file',
    url: at,
    finalUrl: at,
    hops: [],
    ...('failure' in found && found),
    at: new Date(began).toISOString(),
    elapsed: clock() - began,
  }
  return 'failure' in found ? { exchange } : { exchange, body: found }
}

/** The commonest have words of their own; of the others, the system's are kept. */
const CODES: Readonly<Record<string, FileFailureCode>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EACCES: 'file-forbidden',
  EPERM: 'file-forbidden',
}

async function look(at: string): Promise<Body | { failure: FetchFailure }> {
  try {
    const path = /^file:/i.test(at) ? fileURLToPath(at) : at
    const facts = await stat(path)
    // Opening a pipe or a device could wait for ever.
    if (!facts.isFile()) return { failure: { code: 'not-a-file', detail: at } }
    await access(path, constants.R_OK)
    return { path, size: facts.size, whole: true }
  } catch (error) {
    if (!(error instanceof URIError || (error instanceof Error && 'code' in error))) throw error
    const code = 'code' in error ? CODES[String(error.code)] : undefined
    return { failure: code ? { code, detail: at } : { code: 'file-unreadable', detail: error.message } }
  }
}
