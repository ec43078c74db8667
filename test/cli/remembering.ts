import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { DatasetRecord, LedgerLine } from '../../src/core/ledger.ts'
import { complaints } from '../report/schema.ts'
import type { Portal, Route } from '../support/portal.ts'
import { csvCatalogue, type Listed } from './catalogue.ts'
import { folder, odbadge } from './run.ts'

export const MODIFIED = 'Sun, 01 Feb 2026 00:00:00 GMT'
export const etagOf = (body: string) => `W/"${createHash('sha256').update(body).digest('hex').slice(0, 8)}"`

/** As a good server does it: 304 when the validators are those of its content. */
export function fresh(body: string, headers: Record<string, string>, request: IncomingMessage): Route {
  const { 'if-none-match': tag, 'if-modified-since': since } = request.headers
  const same =
    tag !== undefined ? tag === headers['etag'] : since !== undefined && since === headers['last-modified']
  return same ? { status: 304, headers } : { body, headers: { ...headers, 'content-type': 'text/csv' } }
}

export const tagged = (body: string) => (_: number, request: IncomingMessage) =>
  fresh(body, { etag: etagOf(body), 'last-modified': MODIFIED }, request)

export const one = (portal: Portal, claims: Partial<Listed> = {}, target = '/a.csv'): Listed => ({
  id: '1',
  publisher: '勞動部',
  url: portal.url(target),
  ...claims,
})

/** Audits one after the other with one cache, each into a folder of its own. */
export function auditor() {
  const at = folder()
  let count = 0
  return {
    at,
    cached: () =>
      readdirSync(at('cache'), { recursive: true, encoding: 'utf8' })
        .map((file) => at('cache', file))
        .filter((file) => statSync(file).isFile())
        .sort(),
    async audit(datasets: readonly Listed[], ...options: string[]) {
      const out = at(`out-${++count}`)
      writeFileSync(at('c.csv'), csvCatalogue(datasets))
      const argv = ['audit', at('c.csv'), '--out', out, '--cache', at('cache'), '--allow-private', ...options]
      const { code, out: said, err } = await odbadge(...argv)
      const lines = readFileSync(join(out, 'ledger.ndjson'), 'utf8').trimEnd().split('\n')
      const ledger = lines.map((line): LedgerLine => JSON.parse(line))
      for (const line of ledger) expect(complaints('ledger', line)).toEqual([])
      const records = ledger.filter((line): line is DatasetRecord => line.kind === 'dataset')
      const [, reused, inspected] = /快取：(\d+) .*；(\d+) /.exec(said) ?? []
      return { code, err, records, counts: [Number(reused), Number(inspected)] }
    },
  }
}

/** What a record says of content and its judgement; how it came may differ. */
export const judged = ({ resources, ...record }: DatasetRecord) => ({
  ...record,
  resources: resources.map(({ link: _, ...resource }) => resource),
})

export const asked = (portal: Portal) =>
  portal.requests.map(({ target, headers }) =>
    [target, headers['if-none-match'], headers['if-modified-since']].filter(Boolean).join(' '),
  )
