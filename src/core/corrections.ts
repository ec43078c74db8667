import { declaredCharset } from './encoding.ts'
import { parseFields } from './fields.ts'
import { type Format, formatKind, formatName, formatNamed, INTERFACES, isTextual } from './format.ts'
import type { DatasetRecord, PartRecord, ResourceRecord, TableSize } from './ledger.ts'
import { normalName } from './names.ts'

/** A claim as the content has it, to be pasted into the portal's form. */
export interface Correction {
  readonly claim: 'fields' | 'encoding' | 'format'
  /** Null when nothing is declared. */
  readonly declared: string | null
  readonly value: string
  readonly same: boolean
}

/** Not the format of data: an error page wants another file, not another claim. */
const NO_DATA = new Set(['document', 'image', 'page', 'text', 'empty', 'unknown'])

/** What the portal's form should say of a resource, of what its bytes tell. */
export function corrections(
  resource: Pick<ResourceRecord, 'fields' | 'table' | 'members' | 'sheets' | 'format' | 'encoding'>,
  dataset: Pick<DatasetRecord, 'fields'>,
): Correction[] {
  const { format, encoding } = resource
  const table = tableOf(resource)
  const { detected } = format
  if (!detected || NO_DATA.has(formatKind(detected))) return []
  const declared = resource.fields ?? dataset.fields
  const found: readonly (readonly [Correction['claim'], string | null, string | undefined])[] = [
    ['fields', declared ?? null, table && fieldClaim(table.header, declared)],
    ['encoding', encoding.declared, isTextual(detected) ? charset(encoding) : undefined],
    ['format', format.declared, formatClaim(detected, format.declared)],
  ]
  return found.flatMap(([claim, declared, value]) =>
    value === undefined ? [] : [{ claim, declared, value, same: declared?.trim() === value }],
  )
}

/** The one table of a resource: its own, or that of its only sheet or data file. */
export function tableOf({
  table,
  members,
  sheets,
}: Pick<PartRecord, 'table' | 'members' | 'sheets'>): TableSize | undefined {
  if (table) return table
  const parts = (members?.count ?? 0) + (sheets?.count ?? 0)
  const only = members?.first[0] ?? sheets?.first[0]
  return parts === 1 && only ? tableOf(only) : undefined
}

/** The declared word where it is right, however it is spelt. */
function charset({ declared, detected }: ResourceRecord['encoding']): string | undefined {
  if (!detected || detected === 'OTHER') return undefined
  const promised = declaredCharset(declared ?? '')
  // Plain ASCII agrees with every promise.
  if (detected === 'ASCII') return promised ? declared!.trim() : 'UTF-8'
  const actual = detected.startsWith('UTF-16') ? 'UTF-16' : detected
  return promised === actual ? declared!.trim() : actual
}

function formatClaim(detected: Format, declared: string | null): string | undefined {
  // What an archive holds may be claimed as well as the archive: both are right.
  if (formatKind(detected) === 'archive') return undefined
  const right =
    formatNamed(declared ?? '') === detected || INTERFACES.has(declared?.trim().toLowerCase() ?? '')
  return right ? declared!.trim() : formatName(detected)
}

/** The declared list where it names each column once, in any order and spelling. */
function fieldClaim(header: readonly string[], declared: string | undefined): string | undefined {
  const { fields } = parseFields(declared)
  const left = header.map(normalName)
  const right = fields.every(({ readings }) => {
    const names = new Set(readings.map(normalName))
    const at = left.findIndex((name) => names.has(name))
    return at >= 0 && left.splice(at, 1).length === 1
  })
  return right && fields.length > 0 && left.length === 0 ? declared!.trim() : fieldList(header)
}

/** The names in one text, if it reads back as the same names. */
function fieldList(header: readonly string[]): string | undefined {
  const text = header.join('、')
  const { fields, unreadable } = parseFields(text)
  const same = fields.length === header.length && fields.every(({ label }, at) => label === header[at])
  return header.length > 0 && same && !unreadable ? text : undefined
}
