import { isUtf8 } from 'node:buffer'
import type { ArtifactName, Content, Shape, Tree } from '../core/artifacts.ts'
import { type Format, formatKind, formatName, TRIPLES } from '../core/format.ts'
import { type Observed, partly, seen, unseen } from '../core/observed.ts'
import { decodeLatin1, textStream } from './decode.ts'
import { layoutOf } from './delimiter.ts'
import { jsonReader } from './json-dialects.ts'
import { type Hints, SNIFF, sniff } from './sniff.ts'
import type { Source } from './source.ts'
import { tableLane } from './table-lane.ts'
import { type TextFacts, textLane, utf16Text } from './text-lane.ts'
import { leadsOn } from './triples.ts'

export type Structure = Pick<Content, 'table' | 'tree' | 'shape'>

/** What reads the structure of one kind of content. */
interface Reader {
  push(block: Buffer): void
  /**
   * @param cut a cap ended the content.
   * @returns byte offsets whose line `structure` will ask for.
   */
  finish(cut: boolean): readonly number[]
  structure(codec: string, lineOf: (offset: number) => number): Partial<Structure>
}

/** Content whose kind is known from its head; the rest is pushed through. */
export interface Opening {
  readonly format: Format
  /** What stands for a fact that this format does not have. */
  readonly unread: ReturnType<typeof unseen>
  /** Encoding the reader assumed; undefined when it reads bytes and does not care. */
  readonly assumed: string | undefined
  push(block: Buffer): void
  /** @param cut a cap ended the content: that it is not finished is no fault. */
  finish(cut: boolean): { readonly text: TextFacts | undefined; readonly offsets: readonly number[] }
  structure(codec: string, lineOf: (offset: number) => number): Structure
  /** The content as the reader saw it, in which its offsets count. */
  counted(source: Source): Source
}

const PAGE_BYTES = 256 * 1024
/** Lines that must agree on a delimiter before undeclared text counts as a table. */
const AGREEMENT = 0.5

/**
 * @param known.format settled beforehand.
 * @param known.codec the tree's encoding, when an earlier look found the assumption wrong.
 */
export async function openContent(
  first: Buffer,
  complete: boolean,
  hints: Hints,
  needs: ReadonlySet<ArtifactName>,
  { format: settled, codec }: { readonly format?: Format; readonly codec?: string } = {},
): Promise<Opening> {
  const { bom, utf16, format: sniffed } = sniff(first, hints)
  const found = settled ?? sniffed
  const bomLength = bom === 'UTF-8' ? 3 : bom ? 2 : 0
  const utf8Head = utf16
    ? Buffer.from(new TextDecoder(utf16).decode(first.subarray(bomLength)))
    : first.subarray(bomLength)
  const layout = layoutOf(utf8Head.subarray(0, SNIFF).toString('latin1'), complete && first.length <= SNIFF)
  const format = found ?? delimitedFormat(utf8Head, layout, hints)
  // Of RDF only the beginning is looked at, as of any text.
  const kind = TRIPLES.has(format) ? 'text' : formatKind(format)
  const wants = (...names: readonly ArtifactName[]) => names.some((name) => needs.has(name))
  const textual =
    kind === 'table' || kind === 'tree' || kind === 'page' || kind === 'text' || kind === 'empty'

  const assumed = kind === 'tree' ? (utf16 ?? codec ?? codecOfHead(utf8Head)) : (utf16 ?? undefined)
  const transcode = assumed !== undefined && assumed !== 'utf8' ? textStream(assumed) : undefined
  const lane = textual && !utf16 ? textLane(bom) : undefined
  let dropped = 0
  let broken = 0

  const closed = kind === 'workbook' || kind === 'archive' || kind === 'database'
  const locked = format === 'sevenzip' || format === 'rar'
  const unsupported = closed || TRIPLES.has(format)
  const unread = unseen(locked ? 'closed-archive' : unsupported ? 'unsupported-format' : 'not-this-format', {
    format: formatName(format),
  })
  const reader = await readerOf()

  /** Parsers are loaded when they are needed. */
  async function readerOf(): Promise<Reader | undefined> {
    if (kind === 'table' && wants('table', 'shape')) {
      const table = tableLane(layout, utf16 ? 0 : bomLength)
      return {
        push: table.push,
        finish: table.finish,
        structure: (codec, lineOf) => ({ table: table.table(utf16 ? 'utf8' : codec, lineOf) }),
      }
    }
    if (kind === 'tree' && wants('tree', 'shape')) {
      if (format === 'json' || format === 'ndjson' || format === 'jsonp') {
        const json = jsonReader(format)
        return treeReader(json.push, json.end)
      }
      const xml = (await import('./xml-lane.ts')).xmlLane()
      const text = textStream('utf8')
      return treeReader(
        (block) => xml.push(text.push(block)),
        (cut) => {
          if (!cut) xml.push(text.end())
          return xml.end(cut)
        },
      )
    }
    if ((kind === 'page' || kind === 'text') && wants('shape')) {
      const { readPage } = await import('./page.ts')
      let head = ''
      return {
        push: (block) => {
          if (head.length < PAGE_BYTES) head += block.subarray(0, PAGE_BYTES - head.length).toString('latin1')
        },
        finish: () => [],
        structure: (codec) => {
          const text = decodeLatin1(head, utf16 ? 'utf8' : codec)
          const shape: Shape = kind === 'page' ? { kind, page: readPage(text) } : wordsOf(text)
          return { shape: TRIPLES.has(format) ? partly(shape, unread.because) : seen(shape) }
        },
      }
    }
    return undefined
  }

  const wordsOf = (text: string): Shape => ({
    kind: 'text',
    words: text.trim().slice(0, 200),
    ...(TRIPLES.has(format) && leadsOn(text) && { leadsOn: true }),
  })

  function toReader(text: string) {
    if (utf16) broken += text.split('\ufffd').length - 1
    if (text !== '') reader?.push(Buffer.from(text))
  }

  return {
    format,
    assumed,
    unread,
    push(block) {
      lane?.push(block)
      const rest = dropped < bomLength ? block.subarray(bomLength - dropped) : block
      dropped += block.length
      if (transcode) toReader(transcode.push(rest))
      else if (rest.length > 0) reader?.push(rest)
    },
    finish(cut) {
      if (transcode) toReader(transcode.end())
      const text = utf16 ? utf16Text(utf16, bom, broken) : lane?.end(cut)
      return { text, offsets: [...(text?.offsets ?? []), ...(reader?.finish(cut) ?? [])] }
    },
    structure(codec, lineOf) {
      const found = { table: unread, tree: unread, ...reader?.structure(codec, lineOf) }
      return { shape: closed ? partly<Shape>({ kind: 'closed' }, unread.because) : shapeOf(found), ...found }
    },
    counted: (source) => (utf16 ? transcoded(source, utf16, bomLength) : source),
  }
}

function treeReader(push: Reader['push'], end: (cut: boolean) => Observed<Tree>): Reader {
  let tree: Observed<Tree> | undefined
  return {
    push,
    finish(cut) {
      tree = end(cut)
      return []
    },
    structure: () => (tree ? { tree } : {}),
  }
}

function shapeOf({ table, tree }: Pick<Content, 'table' | 'tree'>): Observed<Shape> {
  if (table.seen) return { ...table, value: { kind: 'table', table: table.value } }
  if (tree.seen) return { ...tree, value: { kind: 'tree', tree: tree.value } }
  return seen<Shape>({ kind: 'closed' })
}

function delimitedFormat(head: Buffer, layout: ReturnType<typeof layoutOf>, hints: Hints): Format {
  if (head.length === 0 || /^\s*$/.test(head.subarray(0, 4096).toString())) return 'empty'
  const declared = hints.format !== undefined && formatKind(hints.format) === 'table'
  if (!declared && layout.consistency < AGREEMENT) return 'text'
  return layout.delimiter === '\t' && layout.consistency > 0 ? 'tsv' : 'csv'
}

/** What a tree is written in, as far as its beginning shows; checked against every byte at the end. */
function codecOfHead(head: Buffer): string {
  // The cut may fall inside a character.
  for (let cut = 0; cut < 4; cut++) if (isUtf8(head.subarray(0, head.length - cut))) return 'utf8'
  return 'cp950'
}

function transcoded(source: Source, encoding: string, bomLength: number): Source {
  return {
    ...source,
    async *blocks() {
      const text = textStream(encoding)
      let dropped = 0
      for await (const block of source.blocks()) {
        const rest = dropped < bomLength ? block.subarray(bomLength - dropped) : block
        dropped += block.length
        yield Buffer.from(text.push(rest))
      }
    },
  }
}
