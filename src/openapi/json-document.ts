import { Faults } from './fault.ts'
import { below, tokensOf } from './pointer.ts'
import type { Source } from './source.ts'

interface Wanted {
  readonly children: Map<string, Wanted>
  offset?: number
}

interface Frame {
  /** Names seen in an object; an array has none. */
  readonly names?: Set<string>
  readonly wanted: Wanted | undefined
  /** Name or index of the value under way. */
  at: string | number
}

/** @throws SyntaxError when the text is no JSON */
export function readJson(text: string): Source {
  const data: unknown = JSON.parse(text)
  const faults = new Faults()
  scan(text, undefined, (pointer, name, offset) =>
    faults.add(below(pointer, name), 'duplicate-key', { name }, lineAt(text, offset)),
  )
  return { data, faults, lines: (pointers) => linesOf(text, pointers) }
}

export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

function linesOf(text: string, pointers: readonly string[]): ReadonlyMap<string, number> {
  const root: Wanted = { children: new Map() }
  const ways = pointers.map((pointer) => {
    const way = [root]
    for (const token of tokensOf(pointer)) {
      const { children } = way.at(-1)!
      way.push(children.get(token) ?? children.set(token, { children: new Map() }).get(token)!)
    }
    return way
  })
  scan(text, root, () => undefined)
  // A name that is missing has the line of the object it is missing from.
  return new Map(
    ways.map((way, n) => [
      pointers[n]!,
      lineAt(text, way.findLast(({ offset }) => offset !== undefined)?.offset ?? 0),
    ]),
  )
}

/** Goes through a text that is known to be JSON: native parsing tells neither repeated names nor places. */
function scan(
  text: string,
  wanted: Wanted | undefined,
  repeated: (pointer: string, name: string, offset: number) => void,
): void {
  const frames: Frame[] = []
  let naming = false
  const begin = (at: number) => {
    const frame = frames.at(-1)
    const child = frame?.wanted?.children.get(String(frame.at))
    if (child) child.offset ??= at
  }
  const open = (frame: Frame | undefined, names?: Set<string>) =>
    frames.push({
      ...(names && { names }),
      wanted: frame ? frame.wanted?.children.get(String(frame.at)) : wanted,
      at: 0,
    })
  for (let at = 0; at < text.length; at++) {
    const frame = frames.at(-1)
    switch (text[at]) {
      case '{':
        begin(at)
        open(frame, new Set())
        naming = true
        break
      case '[':
        begin(at)
        open(frame)
        naming = false
        break
      case '}':
      case ']':
        frames.pop()
        naming = false
        break
      case ',':
        if (frame?.names) naming = true
        else if (frame) frame.at = Number(frame.at) + 1
        break
      case '"': {
        const end = endOfString(text, at)
        if (frame?.names && naming) {
          const name = JSON.parse(text.slice(at, end + 1)) as string
          if (frame.names.has(name))
            repeated(
              frames.slice(0, -1).reduce((pointer, outer) => below(pointer, outer.at), ''),
              name,
              at,
            )
          frame.names.add(name)
          frame.at = name
          naming = false
        }
        begin(at)
        at = end
        break
      }
      default:
        if (/[-\dtfn]/.test(text[at]!)) begin(at)
    }
  }
}

function endOfString(text: string, start: number): number {
  let end = start
  do {
    end = text.indexOf('"', end + 1)
  } while (escaped(text, end))
  return end
}

function escaped(text: string, at: number): boolean {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}
