import { readFileSync } from 'node:fs'
import type { Body } from '../../src/core/exchange.ts'

/** Of a fetcher that keeps nothing in memory. */
export function pathOf(body: Body | undefined): string {
  if (!body || !('path' in body)) throw new Error('the body is no file')
  return body.path
}

export const textOf = (body: Body): string =>
  Buffer.from('bytes' in body ? body.bytes : readFileSync(body.path)).toString()
