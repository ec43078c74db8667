import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { DatasetRecord, LedgerHeader, LedgerLine } from '../../src/core/ledger.ts'
import { createSummary, loadProfile } from '../../src/score/index.ts'
import { type ServeOptions, serve } from '../../src/serve/index.ts'
import { datasets, header } from '../report/sample-ledger.ts'

export const MOMENT = '2026-08-31T00:00:00.000Z'

export interface LedgerOptions {
  readonly now?: string
  readonly header?: Partial<LedgerHeader>
  readonly records?: readonly DatasetRecord[]
  /** Without: as a killed audit leaves it. */
  readonly footer?: boolean
}

/** A ledger as an audit writes it, of the sample's datasets. */
export function ledgerText({
  now = MOMENT,
  header: other,
  records = datasets,
  footer = true,
}: LedgerOptions = {}): string {
  const lines: LedgerLine[] = [{ ...header, now, startedAt: now, ...other }, ...records]
  const summary = createSummary(loadProfile('measure-2017'))
  for (const record of records) summary.add(record)
  if (footer) lines.push({ kind: 'footer', finishedAt: now, summary: summary.finish() })
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** A folder with these files in it, also below subfolders. */
export function ledgers(files: Readonly<Record<string, string>>): string {
  const at = mkdtempSync(join(tmpdir(), 'odbadge-serve-'))
  onTestFinished(() => rmSync(at, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(at, name)), { recursive: true })
    writeFileSync(join(at, name), content)
  }
  return at
}

export interface Heard {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A server over the folder for the time of the test; `ask` sends the target as it is written. */
export async function serving(folder: string, options: Partial<ServeOptions> = {}) {
  const faults: unknown[] = []
  const { url, close } = await serve({
    folder,
    host: '127.0.0.1',
    port: 0,
    language: 'zh-TW',
    onFault: (error) => faults.push(error),
    ...options,
  })
  onTestFinished(close)
  const { port } = new URL(url)
  const ask = (path: string, { method = 'GET', headers = {} }: Asking = {}) =>
    new Promise<Heard>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
        const { statusCode: status = 0, headers: heard } = response
        buffer(response).then((body) => resolve({ status, headers: heard, body: body.toString() }), reject)
      })
        .on('error', reject)
        .end()
    })
  const api = async (path: string) => JSON.parse((await ask(path)).body)
  /** By the name of the file. */
  const runOf = async (name: string): Promise<Record<string, unknown> & { readonly id: string }> => {
    const { runs } = await api('/api/v1/runs')
    return runs.find((run: { name: string }) => run.name === name)
  }
  return { url, port: Number(port), ask, api, runOf, faults }
}

/** What a page says, without its style and markup. */
export const words = (page: string): string =>
  page
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

/** Datasets like the sample's first one. */
export const many = (
  count: number,
  of: (n: number) => Partial<DatasetRecord> = () => ({}),
): DatasetRecord[] =>
  Array.from({ length: count }, (_, n) => ({ ...datasets[0]!, id: `d${n}`, title: `第 ${n} 號`, ...of(n) }))
