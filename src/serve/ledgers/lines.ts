import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** Why a ledger cannot be shown; `line` counts from 1. */
export interface Damage {
  readonly code:
    | 'outside'
    | 'not-a-file'
    | 'unreadable'
    | 'empty'
    | 'not-a-ledger'
    | 'other-version'
    | 'bad-line'
    | 'count'
  readonly line?: number
  readonly detail?: string
}

export class DamagedLedger extends Error {
  readonly damage: Damage

  constructor(damage: Damage) {
    super(damage.code)
    this.damage = damage
  }
}

const BLOCK = 1 << 20
/** A dataset of 2,000 resources takes some megabytes. */
export const MAX_LINE = 1 << 26

export interface PlacedLine {
  readonly text: string
  /** Bytes from the beginning of the file. */
  readonly start: number
  readonly length: number
  /** False for a last line without its end: whoever writes it was cut off, or is not done. */
  readonly whole: boolean
}

/** Never follows a link nor waits for a pipe, whatever has taken the file's place since it was found. */
export const openLedgerFile = (path: string): Promise<FileHandle> =>
  open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))

/** The lines of the first `size` bytes; between blocks other requests have their turn. */
export async function* placedLines(
  path: string,
  size: number,
  signal?: AbortSignal,
): AsyncGenerator<PlacedLine> {
  const file = await openLedgerFile(path)
  try {
    const held: Buffer[] = []
    let heldBytes = 0
    let start = 0
    let number = 1
    for (let position = 0; position < size; ) {
      signal?.throwIfAborted()
      const block = Buffer.allocUnsafe(Math.min(BLOCK, size - position))
      const { bytesRead } = await file.read(block, 0, block.length, position)
      if (bytesRead === 0) break
      position += bytesRead
      let from = 0
      const filled = block.subarray(0, bytesRead)
      for (let at = filled.indexOf(0x0a); at !== -1; at = filled.indexOf(0x0a, from)) {
        held.push(filled.subarray(from, at))
        const bytes = held.length === 1 ? held[0]! : Buffer.concat(held)
        yield { text: bytes.toString(), start, length: bytes.length, whole: true }
        from = at + 1
        start += bytes.length + 1
        held.length = 0
        heldBytes = 0
        number++
      }
      held.push(filled.subarray(from))
      heldBytes += bytesRead - from
      if (heldBytes > MAX_LINE)
        throw new DamagedLedger({ code: 'bad-line', line: number, detail: '> 64 MiB' })
    }
    const rest = Buffer.concat(held)
    if (rest.length > 0) yield { text: rest.toString(), start, length: rest.length, whole: false }
  } finally {
    await file.close()
  }
}
