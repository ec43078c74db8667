import type { BlockKind, Blocks } from '../../page-data.ts'

/** The script elements of one kind, in the ledger's order. */
export const blocksOf = (kind: BlockKind): HTMLScriptElement[] => [
  ...document.querySelectorAll<HTMLScriptElement>(`script[data-kind="${kind}"]`),
]

export const countOf = (block: HTMLScriptElement): number => Number(block.dataset['count'])

export async function decodeBlock<Kind extends BlockKind>(
  block: HTMLScriptElement,
): Promise<readonly Blocks[Kind][]> {
  const text = block.textContent ?? ''
  if (block.type === 'application/json') return JSON.parse(text)
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(stream).json()
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

export async function decodeAll<Kind extends BlockKind>(kind: Kind): Promise<readonly Blocks[Kind][]> {
  const lists = await Promise.all(blocksOf(kind).map((block) => decodeBlock<Kind>(block)))
  return lists.flat()
}
