import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, vi } from 'vitest'
import type { DatasetRecord, LedgerLine } from '../../src/core/ledger.ts'
import type { RecordedExchange } from '../../src/fetch/recording.ts'
import { type Portal, type Routes, startPortal } from '../support/portal.ts'
import { csvCatalogue, type Listed } from './catalogue.ts'
import { BROKEN, folder, odbadge, SOUND } from './run.ts'

export const KEY = 'S3CRET'
const CUT = 'HTTP/1.1 200 OK\r\nContent-Length: 900\r\nConnection: close\r\n\r\na,b\n'

export const ROUTES: Routes = {
  '/sound.csv': {
    body: SOUND,
    headers: {
      'last-modified': 'Sun, 01 Feb 2026 00:00:00 GMT',
      'set-cookie': [`sid=${KEY}; Path=/`, 'b=2'],
    },
  },
  '/broken.csv': { body: BROKEN },
  '/moved.csv': { redirect: '/on.csv' },
  '/on.csv': { redirect: `/keyed.csv?token=${KEY}` },
  [`/keyed.csv?token=${KEY}`]: { body: SOUND },
  '/keyed.csv?token=other': { body: BROKEN },
  '/gone.csv': { status: 404 },
  '/away.csv': (nth) => (nth <= 4 ? { status: 503 } : { body: SOUND }),
  '/unstable.csv': (nth) => (nth === 1 ? { status: 503 } : { body: SOUND }),
  '/cut.csv': { raw: CUT },
  '/long.csv': { body: SOUND.repeat(500) },
}

/** Each asks in its own way; two share an address. */
export const listed = (portal: Portal): Listed[] =>
  [
    ...Object.keys(ROUTES).filter((target) => target !== '/on.csv'),
    '/sound.csv',
    // No TLS on this port.
    'https',
  ].map((target, n) => ({
    id: String(100 + n),
    publisher: '勞動部',
    url: target === 'https' ? portal.url('/sound.csv').replace('http:', 'https:') : portal.url(target),
  }))

export const audit = (...argv: string[]) =>
  odbadge('audit', ...argv, '--allow-private', '--max-bytes', '5000')

export const linesOf = (path: string): LedgerLine[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** A ledger's text without the moments of the run that wrote it. */
export const comparable = (out: string): string[] =>
  readFileSync(join(out, 'ledger.ndjson'), 'utf8')
    .split('\n')
    .map((line) =>
      line.includes('"kind":"dataset"')
        ? line
        : line.replace(/"(startedAt|finishedAt|from|to)":"[^"]*"/g, '"$1":""'),
    )

export const datasetsIn = (out: string) =>
  linesOf(join(out, 'ledger.ndjson')).filter((line): line is DatasetRecord => line.kind === 'dataset')

export const exchangesIn = (recording: string): RecordedExchange[] =>
  readFileSync(join(recording, 'exchanges.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Fails the test that opens a connection. */
export function withoutNetwork(): void {
  const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
    throw new Error('a socket was opened')
  })
  onTestFinished(() => connect.mockRestore())
}

/** A recording of every route, its portal gone. */
export async function recorded(...options: string[]) {
  const portal = await startPortal(ROUTES)
  const all = listed(portal)
  const at = folder({ 'c.csv': csvCatalogue(all) })
  const ran = await audit(at('c.csv'), '--out', at('out'), '--record', at('rec'), ...options)
  await portal.close()
  expect([ran.code, ran.err]).toEqual([0, ''])
  return { at, all, portal }
}
