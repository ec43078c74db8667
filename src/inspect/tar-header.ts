import type { Reason } from '../core/observed.ts'
import { LIMITS } from './archive-limits.ts'
import { decodeEither } from './decode.ts'
import { leadsOut } from './member-name.ts'
import { Unreadable } from './unreadable.ts'

export interface TarHeader {
  readonly kind: 'file' | 'folder' | 'long-name' | 'pax' | 'ignored'
  readonly name: string
  readonly size: number
  readonly refused?: Reason
}

interface RawHeader extends TarHeader {
  /** With what came before: the GNU long name, the pax facts. */
  describe(longName: string | undefined, pax: ReadonlyMap<string, string>): TarHeader
}

const KINDS: Readonly<Record<string, TarHeader['kind']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '5': 'folder',
  L: 'long-name',
  x: 'pax',
  X: 'pax',
  K: 'ignored',
  g: 'ignored',
  V: 'ignored',
}

export const textOf = (bytes: Buffer): string => decodeEither(bytes.toString('latin1').split('\0')[0] ?? '')

/** Whether a header has the sum of its bytes, those of the sum itself counted as spaces. */
function addsUp(block: Buffer): boolean {
  let sum = 8 * 0x20
  for (let at = 0; at < 512; at++) if (at < 148 || at >= 156) sum += block[at]!
  return Number.parseInt(block.toString('latin1', 148, 156), 8) === sum
}

/** Old archives sign nothing: they are known by the sum, in octal digits and followed by a zero. */
export const beginsTar = (head: Buffer): boolean =>
  head.length >= 512 && /^[ 0-7]{6,7}\0/.test(head.toString('latin1', 148, 156)) && addsUp(head)

/** @throws {Unreadable} when the sum is wrong: what follows cannot be found. */
export function readHeader(block: Buffer): RawHeader {
  if (!addsUp(block)) throw new Unreadable('archive-damaged', { detail: 'TAR: checksum' })
  const flag = block.toString('latin1', 156, 157)
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? textOf(block.subarray(345, 500)) : ''
  const own = textOf(block.subarray(0, 100))
  const kind = KINDS[flag] ?? 'file'
  // Links have no content of their own; devices and the rest are no files.
  const link = flag in KINDS ? undefined : ({ code: 'member-link' } as const)
  const size = link ? 0 : sizeIn(block)

  return {
    kind,
    name: own,
    size,
    describe(longName, pax) {
      const name = pax.get('path') ?? longName ?? (prefix ? `${prefix}/${own}` : own)
      const stated = Number(pax.get('size') ?? size)
      const refused: Reason | undefined = leadsOut(name) ? { code: 'member-name' } : link
      return {
        kind,
        name: name.slice(0, LIMITS.name),
        size: link ? 0 : checked(stated),
        ...(refused && { refused }),
      }
    },
  }
}

/** Octal, or binary when the first bit is set. */
function sizeIn(block: Buffer): number {
  const size =
    block[124]! & 0x80
      ? Number(block.readBigUInt64BE(128))
      : Number.parseInt(block.toString('latin1', 124, 136).replace(/[\0 ]+$/, '') || '0', 8)
  return checked(size)
}

function checked(size: number): number {
  if (Number.isSafeInteger(size) && size >= 0) return size
  throw new Unreadable('archive-damaged', { detail: 'TAR: size' })
}

/** Records `length key=value\n`, the length in bytes and its own digits included. */
export function withPax(bytes: Buffer): ReadonlyMap<string, string> {
  const facts = new Map<string, string>()
  for (let at = 0; at < bytes.length; ) {
    const length = Number.parseInt(bytes.toString('latin1', at, at + 10), 10)
    if (!(length > 0)) break
    const [, key = '', value = ''] =
      /^\d+ ([^=]*)=([\s\S]*)\n$/.exec(bytes.toString('utf8', at, at + length)) ?? []
    if (key !== '') facts.set(key, value)
    at += length
  }
  return facts
}
