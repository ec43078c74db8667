import type { Reason } from '../core/observed.ts'
import { readPart } from './office-xml.ts'
import type { PartHandlers } from './part-handlers.ts'
import { shownText } from './xlsx-text.ts'

const MAX_STRINGS = 2_000_000
const MAX_BYTES = 32 * 2 ** 20
/** Strings at hand, by the end of their number: what comes often is not made anew each time. */
const AT_HAND = 4_096
const CHUNK = 2 ** 20
const LONGEST = 600
/** 「…」 in bytes stands for a string that was not kept: the cell has a value, nobody knows which. */
const UNKNOWN = '\u00e2\u0080\u00a6'

export interface SharedStrings {
  get(index: number): string
  /** Why not all of them are known. */
  readonly because?: Reason
  readonly damage?: Reason
}

/** Of a workbook without shared strings, or with strings that cannot be read. */
export const noStrings = (damage?: Reason): SharedStrings => ({
  get: () => UNKNOWN,
  ...(damage && { damage }),
})

/** Texts of a workbook, which its cells name by number; kept as bytes, for a workbook may have millions. */
export async function readSharedStrings(part: string, blocks: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const chunks: Buffer[] = []
  let starts = new Uint32Array(1_024)
  let count = 0
  let kept = 0
  /** Where the next string goes; CHUNK bytes each, none across two. */
  let end = 0
  let text = ''
  let phonetic = false
  let listening = false

  function add(bytes: string) {
    count++
    if (kept === MAX_STRINGS || end + LONGEST > MAX_BYTES) return
    if ((end % CHUNK) + LONGEST > CHUNK) end = (Math.floor(end / CHUNK) + 1) * CHUNK
    const chunk = Math.floor(end / CHUNK)
    chunks[chunk] ??= Buffer.alloc(CHUNK)
    if (2 * kept + 2 > starts.length) {
      const larger = new Uint32Array(starts.length * 2)
      larger.set(starts)
      starts = larger
    }
    starts[2 * kept] = end
    end += chunks[chunk].write(bytes, end % CHUNK, 'latin1')
    starts[2 * kept + 1] = end
    kept++
  }

  const handlers: PartHandlers = {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') listening = !phonetic
    },
    close(name) {
      if (name === 'si') add(shownText(text))
      else if (name === 'rPh') phonetic = false
      else if (name === 't') listening = false
    },
    text(piece) {
      if (listening && text.length < LONGEST) text += piece
    },
  }
  const damage = await readPart(part, blocks, handlers)
  const numbers = new Int32Array(AT_HAND).fill(-1)
  const texts = new Array<string>(AT_HAND).fill('')
  return {
    get(index) {
      const place = index % AT_HAND
      if (numbers[place] === index) return texts[place]!
      if (!(index >= 0 && index < kept)) return UNKNOWN
      const start = starts[2 * index]!
      const chunk = chunks[Math.floor(start / CHUNK)]!
      const at = start % CHUNK
      numbers[place] = index
      texts[place] = chunk.toString('latin1', at, at + starts[2 * index + 1]! - start)
      return texts[place]
    },
    ...(kept < count && { because: { code: 'too-many-strings', data: { count, cap: kept } } as const }),
    ...(damage && { damage }),
  }
}
