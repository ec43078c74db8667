import type { Tree } from '../core/artifacts.ts'
import type { Format } from '../core/format.ts'
import type { Observed } from '../core/observed.ts'
import { jsonLane } from './json-lane.ts'

/** Reads JSON, or a dialect of it as the JSON it wraps. */
export interface JsonReader {
  push(utf8: Buffer): void
  end(cut: boolean): Observed<Tree>
}

/** Closing signs that are kept until it is known that nothing follows. */
const MAX_HELD = 4_096
const [LF, SPACE, OPEN] = [0x0a, 0x20, 0x28]
const isBlank = (byte: number): boolean => byte === SPACE || byte === 0x09 || byte === 0x0d
const isClosing = (byte: number): boolean => isBlank(byte) || byte === LF || byte === 0x29 || byte === 0x3b

export const jsonReader = (format: Format): JsonReader =>
  format === 'ndjson' ? linesReader() : format === 'jsonp' ? calledReader() : jsonLane()

/** JSON Lines as the list it would be with a comma before every record but the first. */
function linesReader(): JsonReader {
  const lane = jsonLane()
  let blank = true
  let joint = '['
  return {
    push(block) {
      for (let at = 0; at < block.length; ) {
        if (blank)
          while (at < block.length && (isBlank(block[at]!) || block[at] === LF))
            lane.push(block.subarray(at, ++at))
        if (at === block.length) return
        if (blank) lane.push(Buffer.from(joint))
        joint = ','
        const end = block.indexOf(LF, at)
        blank = end !== -1
        const to = blank ? end : block.length
        lane.push(block.subarray(at, to))
        at = to
      }
    },
    end(cut) {
      if (!cut) lane.push(Buffer.from(joint === '[' ? '[]' : ']'))
      return moved(lane.end(cut))
    },
  }
}

/** The sign that joins two records stands in no file: places are told without it. */
function moved(tree: Observed<Tree>): Observed<Tree> {
  const fault = tree.seen ? tree.value.fault : undefined
  if (!tree.seen || !fault) return tree
  return { ...tree, value: { ...tree.value, fault: { ...fault, column: Math.max(1, fault.column - 1) } } }
}

/** JSONP without its `name(` and `)`, which become blanks so that places stay where they are. */
function calledReader(): JsonReader {
  const lane = jsonLane()
  let called = false
  let held: Buffer = Buffer.alloc(0)
  return {
    push(given) {
      let block = given
      if (!called) {
        const open = block.indexOf(OPEN)
        const end = open === -1 ? block.length : open + 1
        lane.push(Buffer.from(block.subarray(0, end).map((byte) => (byte === LF ? LF : SPACE))))
        called = open !== -1
        block = block.subarray(end)
      }
      let end = block.length
      while (end > 0 && isClosing(block[end - 1]!)) end--
      if (end === 0 && held.length + block.length <= MAX_HELD) {
        held = Buffer.concat([held, block])
        return
      }
      lane.push(held)
      lane.push(block.subarray(0, end))
      held = block.subarray(end)
    },
    end(cut) {
      const closing = held.toString('latin1')
      lane.push(Buffer.from(/^\s*\)\s*;?\s*$/.test(closing) ? closing.replace(/[^\s]/g, ' ') : closing))
      return lane.end(cut)
    },
  }
}
