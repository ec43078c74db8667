// Archives made to exhaust a reader, for hostile.mjs.
import { crc32, createDeflateRaw, createGzip, deflateRawSync } from 'node:zlib'
import { MIB } from './measure.mjs'

const HEADER = 'year,county,count\n'
const ROWS = `${HEADER}${'113,Taipei,5\n'.repeat(40)}`

const u16 = (value) => Buffer.from([value & 255, (value >> 8) & 255])
const u32 = (value) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

/** A member as an archive describes it; `at` lets several share one place. */
function member(name, data, size, sum, { flags = 0, mode = 0o100644, at } = {}) {
  const facts = [u16(20), u16(flags), u16(8), u32(0x210000), u32(sum), u32(data.length), u32(size)]
  return { name: Buffer.from(name), data, facts, mode, at }
}

/** A copy: what zlib returns keeps a block of its own alive. */
export const packed = (name, content, options) =>
  member(name, Buffer.from(deflateRawSync(content)), Buffer.byteLength(content), crc32(content), options)

export function* zip(members, lie = (directory) => directory) {
  const listed = []
  let offset = 0
  let count = 0
  for (const { name, data, facts, mode, at } of members) {
    const place = at ?? offset
    if (at === undefined) {
      const head = [Buffer.from('PK\x03\x04'), ...facts, u16(name.length), u16(0), name]
      const file = Buffer.concat([...head, data])
      yield file
      offset += file.length
    }
    const more = [u16(name.length), u16(0), Buffer.alloc(6), u32(mode << 16), u32(place), name]
    listed.push(Buffer.concat([Buffer.from('PK\x01\x02'), u16((3 << 8) | 20), ...facts, ...more]))
    count++
  }
  const directory = lie(Buffer.concat(listed))
  yield directory
  const entries = [u16(Math.min(count, 65_535)), u16(Math.min(count, 65_535))]
  yield Buffer.concat([
    Buffer.from('PK\x05\x06'),
    u32(0),
    ...entries,
    u32(directory.length),
    u32(offset),
    u16(0),
  ])
}

async function squeezed(coder, bytes) {
  const block = Buffer.alloc(MIB, '113,Taipei City,Zhongzheng District,12345,67890,some words,more\n')
  const pieces = []
  coder.on('data', (piece) => pieces.push(piece))
  let sum = 0
  for (let left = bytes; left > 0; left -= block.length) {
    const piece = block.subarray(0, Math.min(left, block.length))
    sum = crc32(piece, sum)
    if (!coder.write(piece)) await new Promise((resume) => coder.once('drain', resume))
  }
  coder.end()
  await new Promise((end) => coder.once('end', end))
  return { data: Buffer.concat(pieces), sum, size: bytes }
}

const bomb = async (name, bytes) => {
  const { data, sum, size } = await squeezed(createDeflateRaw({ level: 9 }), bytes)
  return member(name, data, size, sum)
}

/** @returns content with the honest outcome of its structure, as in hostile.mjs. */
export const ARCHIVES = (share) => ({
  'bomb.zip': ['unknown', async () => zip([await bomb('a.csv', 1024 * MIB * share)])],
  'many bombs.zip': [
    'fail',
    async () => {
      const one = await bomb('a.csv', 15 * MIB)
      return zip(Array.from({ length: 400 * share }, (_, n) => ({ ...one, name: Buffer.from(`${n}.csv`) })))
    },
  ],
  'bomb.csv.gz': ['unknown', async () => [(await squeezed(createGzip({ level: 9 }), 1200 * MIB)).data]],
  'nested bombs.zip': [
    'unknown',
    async () => {
      let inner = Buffer.concat([...zip([await bomb('a.csv', 512 * MIB * share)])])
      for (let depth = 0; depth < 2; depth++)
        inner = Buffer.concat([...zip(Array.from({ length: 9 }, (_, n) => packed(`${n}.zip`, inner)))])
      return [inner]
    },
  ],
  'six deep.zip': [
    'unknown',
    () => {
      let inner = Buffer.concat([...zip([packed('a.csv', ROWS)])])
      for (let depth = 0; depth < 5; depth++) inner = Buffer.concat([...zip([packed('in.zip', inner)])])
      return [inner]
    },
  ],
  'one body for all.zip': [
    'unknown',
    async () => {
      const one = await bomb('0.csv', 15 * MIB)
      const others = Array.from({ length: 900 }, (_, n) => ({
        ...one,
        name: Buffer.from(`${n + 1}.csv`),
        at: 0,
      }))
      return zip([one, ...others])
    },
  ],
  '100000 members.zip': [
    'unknown',
    () => zip(Array.from({ length: 65_000 * share }, (_, n) => packed(`${n}.csv`, ROWS))),
  ],
  'wide members.zip': [
    'fail',
    () => {
      const wide = `${Array.from({ length: 500 }, (_, n) => `c${n % 250}`).join(',')}\n`.repeat(60)
      return zip(Array.from({ length: 1000 * share }, (_, n) => packed(`${n}.csv`, wide)))
    },
  ],
  'smaller than said.zip': [
    'unknown',
    async () => {
      const { data, sum } = await squeezed(createDeflateRaw({ level: 9 }), 512 * MIB * share)
      return zip([member('a.csv', data, 100, sum)])
    },
  ],
  'larger than said.zip': [
    'unknown',
    () => zip([{ ...packed('a.csv', ROWS), facts: packed('a.csv', ROWS).facts.with(6, u32(0xfffffff0)) }]),
  ],
  'directory elsewhere.zip': [
    'unknown',
    () =>
      zip(
        Array.from({ length: 9 }, (_, n) => ({
          ...packed(`${n}.csv`, ROWS),
          at: n === 0 ? undefined : 0x7fffff00,
        })),
      ),
  ],
  'directory of noise.zip': [
    'unknown',
    () =>
      zip(
        Array.from({ length: 500 }, (_, n) => packed(`${n}.csv`, ROWS)),
        (bytes) => bytes.map((byte, n) => (n % 7 === 3 ? byte ^ 0x55 : byte)),
      ),
  ],
  'encrypted.zip': ['unknown', () => zip([packed('a.csv', ROWS, { flags: 1 })])],
  'ways out.zip': [
    'unknown',
    () =>
      zip([
        packed('../../etc/cron.d/a.csv', ROWS),
        packed('/etc/b.csv', ROWS),
        packed('c.csv', '/etc/passwd', { mode: 0o120777 }),
        packed('\u001b]0;x\u0007\u202ed.csv', ROWS),
        packed('e.csv\0.png', ROWS),
      ]),
  ],
})
