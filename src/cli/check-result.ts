import type { MetadataDraft } from '../catalogue/index.ts'
import type { IndicatorOutcomes } from '../core/badge.ts'
import type { Finding, Location } from '../core/finding.ts'
import { type Format, formatKind, formatName } from '../core/format.ts'
import type { DatasetRecord, PartRecord, ResourceRecord, RuleText, TableSize } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import { type CheckFinding, type CheckResult, describeFinding } from '../report/index.ts'
import { badgeOf, type Profile } from '../score/index.ts'

/** What turns a record into a result: the texts of all rules, and what makes a badge. */
export interface Judging {
  readonly texts: ReadonlyMap<string, RuleText>
  readonly profile: Profile
}

/** What the command knows besides the ledger. */
export interface Told {
  readonly known?: ReadonlySet<Finding> | undefined
  readonly draft?: MetadataDraft | undefined
}

/** The ledger's record of one file in the shape that scripts know. */
export function resultOf(
  record: DatasetRecord,
  judging: Judging,
  language: Language,
  { known, draft }: Told = {},
): CheckResult {
  const [resource] = record.resources
  if (!resource) throw new Error(`${record.id} has no resource`)
  return {
    file: record.id,
    format: { declared: resource.format.declared, detected: named(resource.format.detected) },
    encoding: resource.encoding,
    ...(resource.table && { table: sizeOf(resource.table) }),
    indicators: indicatorsOf(record.indicators),
    badge: record.badge,
    ...(draft && { draft }),
    findings: [...resource.findings, ...record.findings].map((finding) => ({
      ...findingOf(finding, judging, language),
      ...(known?.has(finding) && { known: true as const }),
    })),
    ...partsOf(resource, resource.findings, {}, judging, language),
  }
}

/** The shape that scripts know, and no more. */
const sizeOf = ({ header, columns, rows }: TableSize) => ({ header, columns, rows })

type Place = Pick<Location, 'member' | 'sheet'>

function partsOf(
  { members, sheets }: Pick<ResourceRecord, 'members' | 'sheets'>,
  findings: readonly Finding[],
  place: Place,
  judging: Judging,
  language: Language,
): Pick<CheckResult, 'members' | 'sheets'> {
  const result = (part: PartRecord, at: Place): CheckResult => {
    const own = findings.filter((finding) => isWithin(finding.at ?? {}, at))
    return {
      file: at.sheet ?? at.member ?? part.name,
      format: { declared: null, detected: named(part.format) },
      encoding: { declared: null, detected: part.encoding, bom: part.bom },
      ...(part.table && { table: sizeOf(part.table) }),
      indicators: indicatorsOf(part.indicators),
      badge: badgeOf(part.indicators, judging.profile),
      findings: own.map((finding) => findingOf(finding, judging, language)),
      ...partsOf(part, own, at, judging, language),
    }
  }
  const path = (name: string) => (place.member === undefined ? name : `${place.member}!/${name}`)
  return {
    ...(members && { members: members.first.map((part) => result(part, { member: path(part.name) })) }),
    ...(sheets && { sheets: sheets.first.map((part) => result(part, { ...place, sheet: part.name })) }),
  }
}

const isWithin = (at: Place, { member, sheet }: Place): boolean =>
  (member === undefined || at.member === member || at.member?.startsWith(`${member}!/`) === true) &&
  (sheet === undefined || at.sheet === sheet)

const named = (format: Format | null): string | null =>
  format !== null && formatKind(format) !== 'empty' && formatKind(format) !== 'unknown'
    ? formatName(format)
    : null

const indicatorsOf = ({ download, structure, metadata, timeliness }: IndicatorOutcomes) => ({
  download,
  structure,
  metadata,
  timeliness,
})

const findingOf = (finding: Finding, { texts }: Judging, language: Language): CheckFinding => {
  const { member, sheet, cell, row } = finding.at ?? {}
  return {
    rule: finding.rule,
    messageId: finding.messageId,
    outcome: finding.outcome,
    severity: finding.severity,
    ...(member !== undefined && { member }),
    ...(sheet !== undefined && { sheet }),
    ...(cell !== undefined && { cell }),
    ...(row !== undefined && { row }),
    ...describeFinding(finding, texts, language),
  }
}
