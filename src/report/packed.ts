import { constants, crc32, deflateRawSync } from 'node:zlib'

/** Text on its way into a ZIP: deflated in blocks, which may be taken away as they come. */
export interface Packing {
  add(text: string): void
  /** Blocks since the last taking. */
  take(): Uint8Array[]
  /** Ends the content; then nothing may be added. */
  finish(): Packed
}

export interface Packed {
  readonly size: number
  readonly packedSize: number
  readonly crc: number
  readonly stored: boolean
  /** Blocks not taken away before. */
  readonly blocks: readonly Uint8Array[]
}

const BLOCK = 1 << 17

/** Every block is flushed to a byte's end, so that blocks of one content may simply follow each other. */
export function packing(): Packing {
  let waiting: string[] = []
  let length = 0
  let blocks: Uint8Array[] = []
  let size = 0
  let packedSize = 0
  let crc = 0
  const put = (last: boolean) => {
    const bytes = Buffer.from(waiting.join(''))
    waiting = []
    length = 0
    size += bytes.length
    crc = crc32(bytes, crc)
    const finishFlush = last ? constants.Z_FINISH : constants.Z_FULL_FLUSH
    const block = deflateRawSync(bytes, { finishFlush })
    packedSize += block.length
    blocks.push(block)
  }
  const take = () => {
    const taken = blocks
    blocks = []
    return taken
  }
  return {
    add(text) {
      waiting.push(text)
      length += text.length
      if (length >= BLOCK) put(false)
    },
    take,
    finish() {
      put(true)
      return { size, packedSize, crc, stored: false, blocks: take() }
    },
  }
}

export function packed(text: string): Packed {
  const whole = packing()
  whole.add(text)
  return whole.finish()
}

/** As it is: a `mimetype` must be readable without inflating. */
export function stored(text: string): Packed {
  const bytes = Buffer.from(text)
  const size = bytes.length
  return { size, packedSize: size, crc: crc32(bytes), stored: true, blocks: [bytes] }
}
