import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TlsOptions } from 'node:tls'
import { createFetcher, type Fetched, type FetcherOptions } from '../../src/fetch/index.ts'
import { textOf } from './body.ts'
import { type Routes, startPortal } from './portal.ts'

/** Made by `fixtures/tls/make.sh`. */
export const certificateFile = (name: string): string => join(import.meta.dirname, '../fixtures/tls', name)
export const bytesOf = (name: string): Buffer => readFileSync(certificateFile(name))
export const pem = (name: string): string => bytesOf(`${name}.pem`).toString()

/** Key and certificates for a server; level 0 lets OpenSSL serve what nobody should. */
export const shown = (certificate: string, settings: TlsOptions = {}): TlsOptions => ({
  key: pem(certificate),
  cert: pem(certificate),
  ciphers: 'DEFAULT:@SECLEVEL=0',
  ...settings,
})

export const DATA = 'a,b\n1,2\n'

export type Asked = Fetched['exchange'] & {
  /** Requests that reached the portal. */
  readonly asked: number
  readonly body?: string
}

/** Asks a fresh portal that shows this certificate, by a client that trusts the tests' root. */
export async function ask(
  certificate: string,
  settings: TlsOptions = {},
  options: FetcherOptions = { ca: pem('root') },
  routes: Routes = { '/': { body: DATA } },
): Promise<Asked> {
  const portal = await startPortal(routes, shown(certificate, settings))
  const fetcher = createFetcher({ allowPrivate: true, ...options })
  try {
    const { exchange, body } = await fetcher.fetch(portal.url('/'))
    const text = body && textOf(body)
    return { ...exchange, asked: portal.requests.length, ...(text !== undefined && { body: text }) }
  } finally {
    await fetcher.close()
    await portal.close()
  }
}
