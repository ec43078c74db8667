import type { ArtifactName, Artifacts, Content, Inspection, Part } from './artifacts.ts'
import { combine } from './badge.ts'
import type { Finding } from './finding.ts'
import { judge, MAX_FINDINGS, type Verdict } from './judge.ts'
import { type Observed, unseen } from './observed.ts'
import type { AnyResourceRule, Subject } from './rule.ts'

/** A resource or a part of it with every verdict on it; those on its parts are combined into its own. */
export interface Judged {
  readonly content: Content
  readonly subject: Subject
  readonly verdicts: readonly Verdict[]
  readonly parts: readonly JudgedPart[]
}

export interface JudgedPart extends Judged, Pick<Part, 'sheet' | 'member'> {}

/** What a rule speaks of: the resource as downloaded, each container, or each table, tree or text. */
type Level = 'resource' | 'container' | 'content'

const LEVELS: Readonly<Record<ArtifactName, Level>> = {
  exchange: 'resource',
  service: 'resource',
  bytes: 'resource',
  workbook: 'container',
  archive: 'container',
  text: 'content',
  table: 'content',
  tree: 'content',
  shape: 'content',
}

function levelOf(rule: AnyResourceRule): Level {
  const levels = new Set((rule.needs as readonly ArtifactName[]).map((name) => LEVELS[name]))
  return levels.has('content') ? 'content' : levels.has('container') ? 'container' : 'resource'
}

/** Judges a resource by its parts; one without parts is judged itself. */
export function judgeParts(
  rules: readonly AnyResourceRule[],
  inspection: Inspection,
  exchange: Observed<Artifacts['exchange']>,
  subjectOf: (content: Content) => Subject,
  scope: string,
  service: Observed<Artifacts['service']> = unseen('not-asked'),
): Judged {
  const within = (part: Inspection, scope: string): Judged => {
    const { content } = part
    const subject = part === inspection ? subjectOf(content) : { ...subjectOf(content), inside: true }
    const parts = (part.parts ?? []).map(
      (inner): JudgedPart => ({
        ...within(inner, [scope, inner.member, inner.sheet].filter(Boolean).join('\0')),
        ...(inner.sheet !== undefined && { sheet: inner.sheet }),
        ...(inner.member !== undefined && { member: inner.member }),
      }),
    )
    const own = (rule: AnyResourceRule) =>
      onLines(judge(rule, { exchange, service, ...content }, subject, scope), content)
    const verdicts = rules.flatMap((rule): Verdict | readonly Verdict[] => {
      const level = levelOf(rule)
      if (part !== inspection && level === 'resource') return []
      const inner = parts.flatMap((inner) =>
        inner.verdicts.filter((verdict) => verdict.rule === rule.id).map((verdict) => placed(verdict, inner)),
      )
      const isOwn =
        level === 'resource' ||
        (level === 'container'
          ? holds(content, rule) || (part === inspection && inner.length === 0)
          : inner.length === 0)
      const all = isOwn ? [own(rule), ...inner] : inner
      return all.length === 0 ? [] : combined(rule, all)
    })
    return { content, subject, verdicts, parts }
  }
  return within(inspection, scope)
}

const holds = (content: Content, rule: AnyResourceRule): boolean =>
  (rule.needs as readonly ArtifactName[]).every(
    (name) => name === 'exchange' || name === 'service' || content[name].seen,
  )

/** Rows of delimited text with their lines, where these are not the same number. */
function onLines(verdict: Verdict, { table }: Content): Verdict {
  const broken = table.seen ? table.value.broken : undefined
  if (!broken) return verdict
  const findings = verdict.findings.map((finding): Finding => {
    const { row, line } = finding.at ?? {}
    if (row === undefined || line !== undefined) return finding
    const more = broken.first.reduce((sum, each) => (each.row < row ? sum + each.lines : sum), 0)
    return more === 0 ? finding : { ...finding, at: { ...finding.at, line: row + more } }
  })
  return { ...verdict, findings }
}

/** The same verdict seen from outside the part. */
function placed(verdict: Verdict, { sheet, member }: Pick<Part, 'sheet' | 'member'>): Verdict {
  const findings = verdict.findings.map((finding): Finding => {
    const path = [member, finding.at?.member].filter((name) => name !== undefined).join('!/')
    const at = {
      ...finding.at,
      ...(sheet !== undefined && { sheet }),
      ...(path !== '' && { member: path }),
    }
    return Object.keys(at).length > 0 ? { ...finding, at } : finding
  })
  return { ...verdict, findings }
}

function combined(rule: AnyResourceRule, verdicts: readonly Verdict[]): Verdict {
  const [only, ...more] = verdicts
  if (only && more.length === 0) return only
  const findings = verdicts.flatMap((verdict) => verdict.findings)
  const crashed = verdicts.some((verdict) => verdict.crashed)
  if (rule.anyPart && verdicts.some(({ outcome }) => outcome === 'pass'))
    return { rule: rule.id, outcome: 'pass', findings: capped(findings.flatMap(asAdvice)), crashed }
  const outcome = combine(verdicts.map((verdict) => verdict.outcome))
  return { rule: rule.id, outcome, findings: capped(findings), crashed }
}

const asAdvice = (finding: Finding): Finding[] =>
  finding.outcome === 'unknown' ? [] : [{ ...finding, outcome: 'pass', severity: 'advice' }]

/** What costs the indicator is told before what does not. */
const capped = (findings: readonly Finding[]): readonly Finding[] =>
  findings.length <= MAX_FINDINGS
    ? findings
    : [
        ...findings.filter(({ outcome }) => outcome === 'fail'),
        ...findings.filter(({ outcome }) => outcome !== 'fail'),
      ].slice(0, MAX_FINDINGS)
