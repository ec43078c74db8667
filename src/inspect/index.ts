import { type ArtifactName, type Content, type Inspection, nothingSeen } from '../core/artifacts.ts'
import { type Format, formatKind, formatName } from '../core/format.ts'
import { type Observed, partly, seen, unseen } from '../core/observed.ts'
import { inflatable, LIMITS } from './archive-limits.ts'
import type { ContainerReader, Room } from './container.ts'
import { type InspectOptions, inspectContent } from './content.ts'
import { readDbf } from './dbf.ts'
import { readGzip } from './gzip.ts'
import { formatOfOle } from './ole.ts'
import { readShape } from './shape-sets.ts'
import type { Hints } from './sniff.ts'
import type { Source } from './source.ts'
import { readTar } from './tar.ts'

export { SERVICE_NEEDS, serviceAnswer, serviceDump } from './service-answer.ts'
export type { Hints } from './sniff.ts'
export { bodySource, bytesSource, type Source } from './source.ts'
export { INSPECTOR_VERSION } from './version.ts'

// What opens containers is loaded for the first of them: most content is plain text.
const readZip: ContainerReader = async (...given) => (await import('./zip-archive.ts')).readZip(...given)
const readWorkbook: ContainerReader = async (...given) =>
  (await import('./workbook.ts')).readWorkbook(...given)

/** What looks inside a container; one without a reader is known by its format only. */
const READERS: Partial<Record<Format, ContainerReader>> = {
  xlsx: readWorkbook,
  xlsm: readWorkbook,
  xlsb: readWorkbook,
  xls: readWorkbook,
  xls5: readWorkbook,
  ods: readWorkbook,
  xmlss: readWorkbook,
  fods: readWorkbook,
  zip: readZip,
  kmz: readZip,
  gzip: readGzip,
  tar: readTar,
  shp: readShape,
  dbf: readDbf,
}
/** These read from the first byte to the last: their content need not be held to be read from any place. */
const STREAMING: ReadonlySet<Format> = new Set(['gzip', 'tar', 'shp', 'dbf'])

/** Looks at content and, when it is a container, at each of its parts in the same way. */
export const inspect = (
  source: Source,
  hints: Hints,
  needs: ReadonlySet<ArtifactName>,
  options: InspectOptions = {},
): Promise<Inspection> =>
  inspectWithin(source, hints, needs, options, 1, {
    cap: inflatable(source.size),
    inflated: inflatable(source.size),
    facts: LIMITS.facts,
  })

async function inspectWithin(
  given: Source,
  hints: Hints,
  needs: ReadonlySet<ArtifactName>,
  options: InspectOptions,
  depth: number,
  room: Room,
): Promise<Inspection> {
  const looked = await inspectContent(given, hints, needs, options)
  if (!looked.bytes.seen) return { content: looked }
  const first = looked.bytes.value.format
  if (!isPacked(first) && !READERS[first]) return { content: looked }
  if (!given.whole) {
    if (first !== 'dbf' && !['archive', 'workbook'].includes(formatKind(first))) return { content: looked }
    const cut = unseen('over-byte-cap', { cap: given.size })
    return { content: { ...looked, ...unread(cut), shape: partly({ kind: 'closed' }, cut.because) } }
  }
  const source = given.hold && !STREAMING.has(first) ? await given.hold() : given
  const format = await settledFormat(source, first)
  const content = format === first ? looked : closed(looked, looked.bytes, format)
  const read = READERS[format]
  if (!read) return { content }
  if (depth > LIMITS.depth && formatKind(format) === 'archive')
    return { content: { ...content, ...unread(unseen('too-nested', { cap: LIMITS.depth })) } }
  const inside = await read(source, format, {
    needs,
    depth,
    room,
    inspect: (part, partHints, known) => {
      const { blockSize } = options
      const partOptions = { ...(blockSize && { blockSize }), ...(known && { format: known }) }
      return inspectWithin(part, partHints, needs, partOptions, depth + 1, room)
    },
  })
  return { content: { ...content, ...inside.content }, ...(inside.parts && { parts: inside.parts }) }
}

const ZIPS: ReadonlySet<Format> = new Set([
  'zip',
  'kmz',
  'xlsx',
  'xlsm',
  'xlsb',
  'ods',
  'docx',
  'odt',
  'pptx',
  'odp',
])
const OLES: ReadonlySet<Format> = new Set(['xls', 'xls5', 'doc', 'ppt', 'ole'])
const isPacked = (format: Format): boolean => ZIPS.has(format) || OLES.has(format)

/** The first bytes of a ZIP or an OLE file hardly tell what it is; its directory does. */
async function settledFormat(source: Source, first: Format): Promise<Format> {
  if (OLES.has(first)) return (await formatOfOle(source)) ?? first
  if (!ZIPS.has(first)) return first
  return (await (await import('./zip-format.ts')).formatOfZip(source)) ?? first
}

/** Content whose format turned out to be another, neither of which is read as text. */
function closed(content: Content, bytes: Content['bytes'], format: Format): Content {
  const isContainer = ['workbook', 'archive', 'database'].includes(formatKind(format))
  const nothing = unseen(isContainer ? 'unsupported-format' : 'not-this-format', {
    format: formatName(format),
  })
  return {
    ...content,
    ...unread(nothing),
    bytes: bytes.seen ? { ...bytes, value: { ...bytes.value, format } } : bytes,
    shape: isContainer ? partly({ kind: 'closed' }, nothing.because) : seen({ kind: 'closed' }),
  }
}

/** What nobody looked for inside a container. */
const unread = (nothing: Extract<Observed<never>, { seen: false }>): Omit<Content, 'bytes'> => {
  const { bytes: _, ...rest } = nothingSeen(nothing)
  return rest
}
