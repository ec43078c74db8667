import { rootCertificates } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { certificatesIn } from '../../src/fetch/certificates.ts'
import { trusted } from '../../src/fetch/trust.ts'
import { ask, bytesOf, certificateFile, pem } from '../support/certificates.ts'

const ROOT = pem('root').slice(pem('root').indexOf('-----BEGIN')).trim()
const toPem = (file: string) => certificatesIn(bytesOf(file)).join('')

describe('trusted are', () => {
  test("Node's own, the system's, each once", () => {
    const all = trusted('')
    expect(rootCertificates.filter((root) => !all.includes(root))).toEqual([])
    const bare = all.map((text) => text.replace(/\s/g, ''))
    expect(new Set(bare).size).toBe(bare.length)
  })

  test.each([
    ['the store that SSL_CERT_FILE names', { SSL_CERT_FILE: certificateFile('root.pem') }],
    ['what NODE_EXTRA_CA_CERTS adds', { NODE_EXTRA_CA_CERTS: certificateFile('root.pem') }],
  ])('%s', (_, environment) => {
    expect(trusted('', environment)).toContain(ROOT)
    expect(trusted('', {})).not.toContain(ROOT)
  })

  test.each([
    ['a store that is not there', '/nowhere/at/all.pem'],
    ['a folder', import.meta.dirname],
    ['a file that is no store', import.meta.filename],
    ['a store in DER', certificateFile('root.der')],
  ])('not hindered by %s', async (_, path) => {
    const all = trusted(pem('root'), { SSL_CERT_FILE: path, NODE_EXTRA_CA_CERTS: path })
    expect(all).toContain(ROOT)
    expect(all.length).toBeGreaterThan(rootCertificates.length)
  })
})

describe('what is given besides', () => {
  test.each([
    ['a root in PEM', pem('root'), 'good', undefined],
    ['a root in DER', toPem('root.der'), 'good', undefined],
    [
      'a root in PKCS#7, whose intermediate helps',
      toPem('root-and-middle.p7b'),
      'incomplete-chain',
      undefined,
    ],
    ['broken certificates among good ones', `${ROOT.replace('MII', 'AAA')}\n${ROOT}`, 'good', undefined],
    ['an intermediate alone, which proves nothing', toPem('middle.der'), 'good', 'tls-untrusted'],
    [
      'an intermediate alone, and the server sends none',
      toPem('middle.der'),
      'incomplete-chain',
      'tls-untrusted',
    ],
  ])('%s', async (_, ca, certificate, code) => {
    expect((await ask(certificate, {}, { ca })).failure?.code).toBe(code)
  })
})
