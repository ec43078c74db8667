import type { BadgeInterval, IndicatorOutcomes, Outcome } from '../../core/badge.ts'
import type { Finding } from '../../core/finding.ts'
import type { DatasetRecord, ResourceRecord } from '../../core/ledger.ts'
import type { Open } from '../../core/mending.ts'
import type { Answered } from '../indicators.ts'
import { badgeOf, indicatorsOf, intersect } from '../indicators.ts'
import type { Profile } from '../profile.ts'
import { rulesNamed } from '../profile.ts'
import { completing, type Scopes } from '../rejudge.ts'
import { type Causes, contactOf } from './causes.ts'
import { costsUnder } from './costs.ts'

interface CostlyFinding {
  readonly messageId: string
  readonly outcome: Outcome
  /** Position among the dataset's causes. Absent: nobody can mend it, it has to be seen. */
  readonly cause?: number
}

interface CostlyAnswer extends Answered {
  readonly findings: readonly CostlyFinding[]
}

/** One resource, or the rules about the whole dataset: what the profile asks of it. */
interface Part {
  readonly key: string
  readonly answers: readonly CostlyAnswer[]
  readonly causes: readonly number[]
  readonly indicators: IndicatorOutcomes
}

/** Everything that decides on a badge but the place of the causes: one object for all datasets alike. */
interface Shape {
  readonly resources: readonly Part[]
  readonly whole: Part
  /** By the causes mended: `1` for each that is, `0` for each that is not. */
  readonly badges: Map<string, BadgeInterval>
}

/** What the plan keeps of a dataset. */
export interface Condensed {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly contact: string
  readonly body: string
  readonly badge: BadgeInterval
  readonly shape: Shape
  /** Cause → its resources here (0 for the dataset as a whole), and whether it only keeps the badge open. */
  readonly causes: ReadonlyMap<number, { readonly resources: number; readonly doubt: boolean }>
  readonly open: readonly Open[]
  readonly exceptions: ReadonlyMap<number, readonly number[]>
}

export interface Condenser {
  /** @param exceptions positions of those that speak of a finding. */
  condense(record: DatasetRecord, exceptions: (finding: Finding) => readonly number[]): Condensed
  /** The badge once the causes for which `mended` holds are gone. */
  badgeWith(dataset: Condensed, mended: (cause: number) => boolean): BadgeInterval
}

interface Collected {
  readonly causes: Map<number, { resources: number; doubt: boolean }>
  readonly open: Map<string, Open>
  readonly exceptions: Map<number, readonly number[]>
}

const NO_EXCEPTIONS: Collected['exceptions'] = new Map()

export function createCondenser(profile: Profile, causes: Causes, scopes: Scopes): Condenser {
  const complete = completing(profile, scopes)
  const costs = costsUnder(profile)
  const named = [...rulesNamed(profile)]
  const parts = new Map<string, Part>()
  const shapes = new Map<string, Shape>()

  function costlyIn(
    { outcomes, findings }: Pick<ResourceRecord, 'outcomes' | 'findings'>,
    record: DatasetRecord,
    resource: ResourceRecord | undefined,
    into: Collected,
    exceptions: (finding: Finding) => readonly number[],
  ) {
    const costly = new Map<string, CostlyFinding[]>()
    const met = new Set<number>()
    const put = (rule: string, finding: CostlyFinding) => {
      const before = costly.get(rule) ?? []
      if (before.some(({ messageId, cause }) => messageId === finding.messageId && cause === finding.cause))
        return
      costly.set(rule, [...before, finding])
    }
    for (const finding of findings) {
      const { rule, messageId, outcome } = finding
      const cost = costs(finding)
      if (!cost) continue
      const cause = causes.of(finding, cost, record, resource)
      if (cause === undefined) {
        put(rule, { messageId, outcome })
        into.open.set(`${rule} ${messageId}`, { indicator: cost.indicator, rule, messageId })
        continue
      }
      const known = into.causes.get(cause)
      const resources = (known?.resources ?? 0) + (resource && !met.has(cause) ? 1 : 0)
      into.causes.set(cause, { resources, doubt: cost.doubt && (known?.doubt ?? true) })
      met.add(cause)
      put(rule, { messageId, outcome, cause: [...into.causes.keys()].indexOf(cause) })
      const noted = [...(into.exceptions.get(cause) ?? []), ...exceptions(finding)]
      if (noted.length > 0) into.exceptions.set(cause, [...new Set(noted)])
    }
    // A failure whose every finding lies beyond the cap of a ledger still fails.
    for (const rule of named) {
      if (outcomes[rule] !== 'fail' || costly.get(rule)?.some(({ outcome }) => outcome === 'fail')) continue
      const messageId = 'unlisted'
      const cost = costs({ rule, messageId, outcome: 'fail' })
      if (!cost) continue
      put(rule, { messageId, outcome: 'fail' })
      into.open.set(`${rule} ${messageId}`, { indicator: cost.indicator, rule, messageId })
    }
    return { costly, met }
  }

  function partOf(
    record: DatasetRecord,
    resource: ResourceRecord | undefined,
    into: Collected,
    exceptions: (finding: Finding) => readonly number[],
  ): Part {
    const about = resource ? 'resource' : 'dataset'
    const answers = complete(resource ?? record, about, '')
    const { costly, met } = costlyIn(answers, record, resource, into, exceptions)
    const places = [...into.causes.keys()]
    const key = JSON.stringify([named.map((rule) => answers.outcomes[rule]?.[0] ?? '-').join(''), ...costly])
    const known = parts.get(key)
    if (known) return known
    const list = named.flatMap((rule) => {
      const outcome = answers.outcomes[rule]
      return outcome === undefined ? [] : [{ rule, outcome, findings: costly.get(rule) ?? [] }]
    })
    const causes = [...met].map((cause) => places.indexOf(cause))
    const part = { key, answers: list, causes, indicators: indicatorsOf(list, profile) }
    parts.set(key, part)
    return part
  }

  function shapeOf(resources: readonly Part[], whole: Part): Shape {
    const key = [whole, ...resources].map((part) => part.key).join('\n')
    const known = shapes.get(key) ?? { resources, whole, badges: new Map() }
    shapes.set(key, known)
    return known
  }

  function badgeOfShape({ resources, whole, badges }: Shape, bits: string): BadgeInterval {
    const known = badges.get(bits)
    if (known) return known
    const mended = (cause: number) => bits[cause] === '1'
    const indicators = (part: Part): IndicatorOutcomes =>
      part.causes.some(mended)
        ? indicatorsOf(
            part.answers.map((answer) => mend(answer, mended)),
            profile,
          )
        : part.indicators
    const badge = badgeOf(intersect(resources.map(indicators), indicators(whole), profile), profile)
    badges.set(bits, badge)
    return badge
  }

  return {
    condense(record, exceptions) {
      const into: Collected = { causes: new Map(), open: new Map(), exceptions: new Map() }
      const resources = record.resources.map((resource) => partOf(record, resource, into, exceptions))
      const whole = partOf(record, undefined, into, exceptions)
      const { id, title, publisher } = record
      const open = [...into.open.values()]
      if (resources.length === 0) open.push({ indicator: 'link', messageId: 'no-resource' })
      const shape = shapeOf(resources, whole)
      return {
        causes: into.causes,
        exceptions: into.exceptions.size > 0 ? into.exceptions : NO_EXCEPTIONS,
        id,
        title,
        publisher,
        contact: contactOf(record),
        body: record.body.id,
        badge: badgeOfShape(shape, ''),
        shape,
        open,
      }
    },
    badgeWith({ shape, causes }, mended) {
      let bits = ''
      for (const cause of causes.keys()) bits += mended(cause) ? '1' : '0'
      return badgeOfShape(shape, bits)
    },
  }
}

function mend(answer: CostlyAnswer, mended: (cause: number) => boolean): CostlyAnswer {
  const findings = answer.findings.filter(({ cause }) => cause === undefined || !mended(cause))
  if (findings.length === answer.findings.length) return answer
  const has = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome)
  return { ...answer, findings, outcome: has('fail') ? 'fail' : has('unknown') ? 'unknown' : 'pass' }
}
