import type { Content, Inspection } from '../../src/core/artifacts.ts'
import type { Format } from '../../src/core/format.ts'
import { bytesSource, inspect, type Source } from '../../src/inspect/index.ts'

export const ALL = new Set(['bytes', 'text', 'table', 'tree', 'shape', 'workbook', 'archive'] as const)

/** Content that arrives in the given pieces. */
export const sourceOf = (pieces: readonly Buffer[]): Source => ({
  ...bytesSource(Buffer.concat(pieces)),
  blocks: () => pieces,
})

/** The content cut at every `step`-th byte. */
export function cutEvery(content: Buffer, step: number): Buffer[] {
  const pieces: Buffer[] = []
  for (let at = 0; at < content.length; at += step) pieces.push(content.subarray(at, at + step))
  return pieces
}

export const inspectPieces = (
  pieces: readonly Buffer[],
  blockSize?: number,
  format?: Format,
): Promise<Inspection> =>
  inspect(sourceOf(pieces), format ? { format } : {}, ALL, blockSize === undefined ? {} : { blockSize })

export const look = async (...given: Parameters<typeof inspectPieces>): Promise<Content> =>
  (await inspectPieces(...given)).content
