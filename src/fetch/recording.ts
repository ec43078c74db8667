import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Exchange } from '../core/exchange.ts'
import type { HostRecord } from '../core/ledger.ts'
import { hideSecrets } from '../core/secrets.ts'

/** Raised when a recording's shape changes so that an older reader would misread it. */
export const RECORDING_SCHEMA = 1

/** `recording.json`: what an audit needs to judge the recorded exchanges as the recording one did. */
export interface RecordingHead {
  readonly schemaVersion: typeof RECORDING_SCHEMA
  readonly program: string
  readonly startedAt: string
  /** The moment `timeliness` was judged against, ISO 8601 UTC. */
  readonly now: string
  /** Whether failed links were looked at again in a second window. */
  readonly confirming: boolean
}

/** One line of `exchanges.ndjson`: one asking of the audit; of several equal ones the last counts. */
export interface RecordedExchange {
  /** SHA-256 of the exact address: two that differ in their key only are two. */
  readonly key: string
  readonly window: number
  readonly claim?: string
  /** Without keys, passwords and cookies. */
  readonly exchange: Exchange
  /** `bodies/<sha256>`. */
  readonly body: { readonly sha256: string; readonly size: number; readonly whole: boolean } | null
}

export const filesOf = (folder: string) => ({
  head: join(folder, 'recording.json'),
  exchanges: join(folder, 'exchanges.ndjson'),
  politeness: join(folder, 'politeness.json'),
  body: (sha256: string) => join(folder, 'bodies', sha256),
})

export type RecordingFault = 'exists' | 'none' | 'foreign' | 'bad-line'

/** A folder that cannot serve as the recording it is taken for. */
export class RecordingError extends Error {
  readonly fault: RecordingFault
  readonly detail: string

  constructor(fault: RecordingFault, detail = '') {
    super(`${fault} ${detail}`)
    this.fault = fault
    this.detail = detail
  }
}

/** @throws RecordingError when something else stands there. */
export async function readHead(folder: string): Promise<RecordingHead | undefined> {
  const head = (await jsonFile(filesOf(folder).head)) as Partial<RecordingHead> | null | undefined
  if (head === undefined) return undefined
  const sound =
    head?.schemaVersion === RECORDING_SCHEMA &&
    typeof head.startedAt === 'string' &&
    !Number.isNaN(Date.parse(String(head.now)))
  if (!sound) throw new RecordingError('foreign', `schemaVersion ${head?.schemaVersion}`)
  return head as RecordingHead
}

/** How the recorded hosts were treated; nothing for a recording that was killed. */
export async function readPoliteness(folder: string): Promise<readonly HostRecord[]> {
  const hosts = (await jsonFile(filesOf(folder).politeness)) ?? []
  if (!Array.isArray(hosts) || !hosts.every((host) => typeof host?.host === 'string'))
    throw new RecordingError('foreign', 'politeness.json')
  return hosts
}

async function jsonFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new RecordingError('foreign', message)
  }
}

const SECRET_HEADER = /cookie|auth|token|secret|session|api-?key|password/i

/** An exchange that can be shown to anybody; a ledger made of it is the same. */
export function withoutSecrets(exchange: Exchange): Exchange {
  return JSON.parse(JSON.stringify(exchange), (name, value: unknown) =>
    name === 'headers' ? (value as Exchange['headers'])?.map(withoutSecret) : hidden(value),
  )
}

/** JSON knows no NaN, which a server's nonsense for a length becomes: it is left out. */
const hidden = (value: unknown): unknown =>
  typeof value === 'string' ? hideSecrets(value) : (value ?? undefined)

const withoutSecret = ([name, value]: readonly [string, string]) =>
  SECRET_HEADER.test(name) ? [name, value.replace(/^([^=;\s]+=)?[^;]*/, '$1***')] : [name, value]
