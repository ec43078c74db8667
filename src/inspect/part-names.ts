import { checkName } from './part-syntax.ts'

/** Names at hand, a power of two: every name comes again and again, and is made a string once. */
const SLOTS = 4_096
const BYTES = 256

/** Bytes that may belong to a name; a new name is looked at closely. */
export const IN_NAME = Uint8Array.from({ length: BYTES }, (_, byte) =>
  Number(byte >= 0x80 || /[\w:.-]/.test(String.fromCharCode(byte))),
)

/** Names of tags and attributes, whole and without their prefix. */
export function nameTable() {
  const names = new Array<string>(BYTES + SLOTS).fill('')
  const locals = new Array<string>(BYTES + SLOTS).fill('')

  return {
    names,
    locals,
    /** @param hash of the bytes from `from` to `to`, each added to 31 times what was. */
    slotOf(source: string, from: number, to: number, hash: number): number {
      // Names of one letter, which workbooks have most, have a slot each.
      const slot = to - from === 1 ? hash : BYTES + (hash & (SLOTS - 1))
      const known = names[slot]!
      if (known.length === to - from && known !== '' && (slot < BYTES || source.startsWith(known, from)))
        return slot
      const name = source.slice(from, to)
      checkName(name)
      // A key of an object is compared by its address alone, and does not keep alive what it was cut from.
      names[slot] = Object.keys({ [name]: 0 })[0]!
      locals[slot] = Object.keys({ [name.slice(name.indexOf(':') + 1)]: 0 })[0]!
      return slot
    },
  }
}
