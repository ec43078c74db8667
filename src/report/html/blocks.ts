import { gzipSync } from 'node:zlib'
import type { BlockKind, Blocks } from './page-data.ts'

/** Characters of JSON in a block: what is read at once to show one dataset. Larger ones compress better. */
const BLOCK = { plain: 64 * 1024, compressed: 512 * 1024 }

/** JSON that HTML cannot misread: without `<` no tag or comment can begin or end inside the script element. */
export const escaped = (json: string): string =>
  json.replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Script elements that hold a list in parts. Compressed ones are base64, which HTML cannot misread either. */
export function createBlocks(compressed: boolean) {
  const waiting = new Map<BlockKind, { items: string[]; size: number }>()

  function element(kind: BlockKind, items: readonly string[]): string {
    const json = `[${items.join(',\n')}]`
    const head = `<script data-kind="${kind}" data-count="${items.length}" type="application/`
    if (!compressed) return `${head}json">${escaped(json)}</script>\n`
    return `${head}gzip">${gzipSync(json).toString('base64')}</script>\n`
  }

  return {
    /** @returns the elements that are full now. */
    add<Kind extends BlockKind>(kind: Kind, item: Blocks[Kind]): string {
      const block = waiting.get(kind) ?? { items: [], size: 0 }
      waiting.set(kind, block)
      const text = JSON.stringify(item)
      block.items.push(text)
      block.size += text.length
      if (block.size < (compressed ? BLOCK.compressed : BLOCK.plain)) return ''
      waiting.delete(kind)
      return element(kind, block.items)
    },
    rest: (): string => [...waiting].map(([kind, { items }]) => element(kind, items)).join(''),
  }
}
