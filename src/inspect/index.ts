import { type ArtifactName, type Content, type Inspection, nothingSeen } from '../core/artifacts.ts'
import type { Format } from '../core/format.ts'
import { partly, unseen } from '../core/observed.ts'
import { LIMITS } from './archive-limits.ts'
import type { ContainerReader, Room } from './container.ts'
import { type InspectOptions, inspectContent } from './content.ts'
import type { Hints } from './sniff.ts'
import type { Source } from './source.ts'
import { readWorkbook } from './workbook.ts'

export type { Hints } from './sniff.ts'
export { bytesSource, fileSource, type Source } from './source.ts'

/** What looks inside a container; one without a reader is known by its format only. */
const READERS: Partial<Record<Format, ContainerReader>> = {
  xlsx: readWorkbook,
  xls: readWorkbook,
  ods: readWorkbook,
}

/** Looks at content and, when it is a container, at each of its parts in the same way. */
export const inspect = (
  source: Source,
  hints: Hints,
  needs: ReadonlySet<ArtifactName>,
  options: InspectOptions = {},
): Promise<Inspection> =>
  inspectWithin(source, hints, needs, options, 1, { inflated: LIMITS.inflated, facts: LIMITS.facts })

async function inspectWithin(
  source: Source,
  hints: Hints,
  needs: ReadonlySet<ArtifactName>,
  options: InspectOptions,
  depth: number,
  room: Room,
): Promise<Inspection> {
  const content = await inspectContent(source, hints, needs, options)
  const format = content.bytes.seen ? content.bytes.value.format : 'empty'
  const read = READERS[format]
  if (!read) return { content }
  if (!source.whole) {
    const cut = unseen('over-byte-cap', { cap: source.size })
    return { content: { ...content, ...unread(cut), shape: partly({ kind: 'closed' }, cut.because) } }
  }
  if (depth > LIMITS.depth)
    return { content: { ...content, ...unread(unseen('too-nested', { cap: LIMITS.depth })) } }
  const inside = await read(source, format, {
    needs,
    depth,
    room,
    inspect: (part, partHints) => inspectWithin(part, partHints, needs, options, depth + 1, room),
  })
  return { content: { ...content, ...inside.content }, ...(inside.parts && { parts: inside.parts }) }
}

/** What nobody looked for inside a container. */
const unread = (nothing: ReturnType<typeof unseen>): Omit<Content, 'bytes'> => {
  const { bytes: _, ...rest } = nothingSeen(nothing)
  return rest
}
