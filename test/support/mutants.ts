import { damaged } from './noise.ts'
import { readZip } from './reference.ts'
import { zipOf } from './zip.ts'

type Next = () => number

const EXTREMES = [
  '00000000',
  'ffffffff',
  '7fffffff',
  '80000000',
  '0000ffff',
  'ffff0000',
  '22',
  '00',
  'efbbbf',
  '3c',
  '5b5b5b5b',
  '1a',
]

/** Content after an accident: bytes lost, doubled, moved, changed, or written over with numbers that readers fear. */
function mutated(bytes: Buffer, next: Next): Buffer {
  const kind = next()
  if (kind < 0.2) return bytes.subarray(0, Math.floor(next() * bytes.length))
  if (kind < 0.7) return damaged(bytes, 3, next)
  const copy = Buffer.from(bytes)
  for (let n = Math.ceil(next() * 4); n > 0; n--) {
    const extreme = Buffer.from(EXTREMES[Math.floor(next() * EXTREMES.length)]!, 'hex')
    extreme.copy(copy, Math.floor(next() * copy.length))
  }
  return copy
}

/** A mutant of a file; half of those of a ZIP are sound on the outside, with one member mutated. */
export function mutantOf(bytes: Buffer, next: Next): Buffer {
  const isZip = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04'
  if (!isZip || next() < 0.5) return mutated(bytes, next)
  const members = [...readZip(bytes)]
  const chosen = Math.floor(next() * members.length)
  return zipOf(
    Object.fromEntries(
      members.map(([name, content], n) => [name, n === chosen ? mutantOf(content(), next) : content()]),
    ),
  )
}
