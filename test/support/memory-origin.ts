import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Origin } from '../../src/audit.ts'
import type { Exchange } from '../../src/core/exchange.ts'

/** Bodies by URL, answered as by a server that knows nothing but 200; an unknown URL is refused. */
export async function memoryOrigin(bodies: Readonly<Record<string, Buffer>>): Promise<Origin> {
  const folder = mkdtempSync(join(tmpdir(), 'odbadge-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return {
    async fetch(url) {
      const base: Exchange = {
        kind: 'http',
        url,
        finalUrl: url,
        hops: [],
        at: '2026-01-01T00:00:00.000Z',
        elapsed: 0,
      }
      const body = bodies[url]
      if (!body) return { exchange: { ...base, failure: { code: 'refused', detail: 'ECONNREFUSED' } } }
      const path = join(folder, String(Object.keys(bodies).indexOf(url)))
      writeFileSync(path, body)
      return { exchange: { ...base, status: 200 }, body: { path, size: body.length, whole: true } }
    },
    release: async () => undefined,
  }
}
