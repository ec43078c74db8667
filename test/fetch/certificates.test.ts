import { describe, expect, test } from 'vitest'
import { certificatesIn } from '../../src/fetch/certificates.ts'
import { elements } from '../../src/fetch/der.ts'
import { bytesOf } from '../support/certificates.ts'
import { damaged, random } from '../support/noise.ts'

const names = (file: Buffer) =>
  certificatesIn(file).map(({ subject }) => subject.replace('CN=odbadge test ', ''))
const armour = (label: string, der: Buffer) =>
  `-----BEGIN ${label}-----\r\n${der.toString('base64')}\r\n-----END ${label}-----\r\n`

const MIDDLE = bytesOf('middle.der')
const BAG = bytesOf('root-and-middle.p7b')

describe('certificates are found in', () => {
  test.each<[string, Buffer, string[]]>([
    ['DER', MIDDLE, ['middle']],
    ['PEM with words around them', bytesOf('good.pem'), ['good', 'middle']],
    ['PKCS#7 in DER', BAG, ['root', 'middle']],
    ['PKCS#7 in PEM', Buffer.from(armour('PKCS7', BAG)), ['root', 'middle']],
    ['an old label', Buffer.from(armour('X509 CERTIFICATE', MIDDLE)), ['middle']],
    [
      'PEM of which one is broken',
      Buffer.from(armour('CERTIFICATE', MIDDLE.subarray(1)) + armour('CERTIFICATE', MIDDLE)),
      ['middle'],
    ],
  ])('%s', (_, file, expected) => expect(names(file)).toEqual(expected))

  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<html>404</html>')],
    ['DER and more', Buffer.concat([MIDDLE, Buffer.of(0)])],
    ['two in DER', Buffer.concat([MIDDLE, MIDDLE])],
    ['DER cut short', MIDDLE.subarray(0, -1)],
    ['a PEM without end', Buffer.from(armour('CERTIFICATE', MIDDLE).slice(0, -20))],
    ['a bag without certificates', Buffer.from('300f06092a864886f70d010702a0023000', 'hex')],
    [
      'other PKCS#7',
      Buffer.from(BAG.toString('hex').replace('2a864886f70d010702', '2a864886f70d010701'), 'hex'),
    ],
  ])('and not in %s', (_, file) => expect(names(file)).toEqual([]))
})

describe('only strict DER is read', () => {
  test.each<[string, string, number | undefined]>([
    ['nothing', '', 0],
    ['a short length', '0400', 1],
    ['two', '040101040102', 2],
    ['a long length', `048180${'00'.repeat(128)}`, 1],
    ['a tag alone', '04', undefined],
    ['a tag of two bytes', '1f0100', undefined],
    ['a length beyond the end', '040200', undefined],
    ['a length cut short', '048201', undefined],
    ['the indefinite length of BER', '308004000000', undefined],
    ['a length longer than need be', '04810100', undefined],
    ['a length with a leading zero', `04820080${'00'.repeat(128)}`, undefined],
    ['a length of four bytes', '0484ffffffff', undefined],
  ])('%s', (_, hex, count) => expect(elements(Buffer.from(hex, 'hex'))?.length).toBe(count))

  test('and of that not more than asked for', () => {
    expect(elements(Buffer.from('0400'.repeat(3), 'hex'), 3)).toHaveLength(3)
    expect(elements(Buffer.from('0400'.repeat(4), 'hex'), 3)).toBeUndefined()
  })
})

test.each(['middle.der', 'root-and-middle.p7b', 'good.pem'])(
  '%s with damage is refused or read, never more',
  (name) => {
    const whole = bytesOf(name)
    let refused = 0
    for (let seed = 1; seed <= 2_000; seed++) {
      const found = certificatesIn(damaged(whole, 4, random(seed)))
      if (found.length === 0) refused++
      for (const certificate of found) expect(certificate.raw.length).toBeLessThan(2 * whole.length)
    }
    expect(refused).toBeGreaterThan(500)
    expect(refused).toBeLessThan(2_000)
  },
)
