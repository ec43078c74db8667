import { createHash } from 'node:crypto'
import type { ArtifactName, Content, Shape, Text, Tree } from '../core/artifacts.ts'
import type { Format } from '../core/format.ts'
import { type Observed, partly, seen } from '../core/observed.ts'
import { codec } from './decode.ts'
import { type Opening, openContent } from './opening.ts'
import { type Hints, SNIFF } from './sniff.ts'
import { lineNumbers, reblock, type Source } from './source.ts'
import { encodingFault } from './xml-encoding.ts'

export interface InspectOptions {
  /** Settled beforehand, by a look at more than the first bytes. */
  readonly format?: Format
  /** Bytes read at a time; the result does not depend on it. */
  readonly blockSize?: number
  /** The tree's encoding, when an earlier look found the assumption wrong. */
  readonly codec?: string
}

/**
 * Looks at the content once, from the first byte to the last, and leaves small facts. A second look is taken
 * only when the encoding of JSON or XML, assumed from its head, turns out to be another.
 */
export async function inspectContent(
  source: Source,
  hints: Hints,
  needs: ReadonlySet<ArtifactName>,
  options: InspectOptions = {},
): Promise<Content> {
  const digest = createHash('sha256')
  const waiting: Buffer[] = []
  let size = 0
  let opening: Opening | undefined
  let yaml = false
  const open = async (complete: boolean): Promise<Opening> => {
    const head = Buffer.concat(waiting.splice(0))
    yaml = API_IN_YAML.every((line) => line.test(head.toString('latin1')))
    const opened = await openContent(head, complete, hints, needs, options)
    const step = options.blockSize ?? head.length
    for (let at = 0; at < head.length; at += step) opened.push(head.subarray(at, at + step))
    return opened
  }
  for await (const block of reblock(source, options.blockSize)) {
    digest.update(block)
    size += block.length
    if (opening) opening.push(block)
    else {
      waiting.push(block)
      if (size >= SNIFF) opening = await open(false)
    }
  }
  opening ??= await open(true)

  const { text, offsets } = opening.finish(!source.whole)
  const settled = text ? codec(text.settled.encoding, text.settled.guess) : 'latin1'
  if (opening.assumed !== undefined && opening.assumed !== settled && options.codec === undefined)
    return inspectContent(source, hints, needs, { ...options, codec: settled })

  const lines = await lineNumbers(opening.counted(source), offsets)
  const lineOf = (offset: number) => lines.get(offset) ?? 1
  const structure = opening.structure(settled, lineOf)
  const facts = text?.text(lineOf)
  const tree = facts ? stopped(structure.tree, facts) : structure.tree
  const shape: Observed<Shape> = tree.seen
    ? { ...tree, value: { kind: 'tree', tree: tree.value } }
    : structure.shape
  const format = refined(opening.format, tree)
  const apiDocument = yaml || (tree.seen && isApi(tree.value))
  const whole = <T>(fact: Observed<T>): Observed<T> =>
    source.whole || !fact.seen || !fact.whole
      ? fact
      : partly(fact.value, { code: 'over-byte-cap', data: { cap: source.size } })
  return {
    bytes: whole(
      seen({ size, sha256: digest.digest('hex'), format, ...(apiDocument && { apiDocument: true }) }),
    ),
    text: facts ? whole(seen(facts)) : opening.unread,
    table: whole(structure.table),
    tree: whole(tree),
    shape: whole(shape),
    workbook: opening.unread,
    archive: opening.unread,
  }
}

/** A tree with a fault is known only up to there: what was not found in it may well come later. */
function stopped(tree: Observed<Tree>, text: Text): Observed<Tree> {
  if (!tree.seen) return tree
  const { syntax, declaredEncoding } = tree.value
  const fault = tree.value.fault ?? (syntax === 'xml' ? encodingFault(declaredEncoding, text) : undefined)
  return fault
    ? partly({ ...tree.value, fault }, { code: 'stopped-at-fault', data: { line: fault.line } })
    : tree
}

/** Members that every OpenAPI document has, all versions alike. */
const API_IN_YAML = [/^(?:openapi|swagger):\s*['"]?\d+\.\d/m, /^info:/m]
const isApi = ({ syntax, root }: Tree): boolean =>
  syntax === 'json' && root.includes('info') && (root.includes('openapi') || root.includes('swagger'))

/** GeoJSON is known by its members, not by its first bytes. */
function refined(format: Format, tree: Observed<Tree>): Format {
  if (format !== 'json' || !tree.seen) return format
  const { records, root, geo } = tree.value
  return geo || (root.includes('type') && records?.path === '$.features') ? 'geojson' : format
}
