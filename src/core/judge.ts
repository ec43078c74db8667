import type { ArtifactName, Artifacts, ObservedArtifacts } from './artifacts.ts'
import type { Outcome } from './badge.ts'
import type { Finding } from './finding.ts'
import { fingerprint } from './finding.ts'
import type { Data } from './localised.ts'
import type { Reason } from './observed.ts'
import type {
  Answer,
  AnyDatasetRule,
  AnyResourceRule,
  AnyRule,
  DatasetSubject,
  Problem,
  Subject,
} from './rule.ts'
import { Undecidable } from './rule.ts'
import { hideSecretsIn } from './secrets.ts'

/** A rule's answer with its findings; `crashed` marks a fault of ours. */
export interface Verdict {
  readonly rule: string
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
  readonly crashed: boolean
  /** Until when a pass holds if nothing is done, ISO 8601 UTC. */
  readonly holdsUntil?: string
}

/** More findings of one rule on one resource are counted in their data, not listed. */
export const MAX_FINDINGS = 50

/** Gives a resource rule what it asked for, nothing else, and catches what it throws. */
export function judge(
  rule: AnyResourceRule,
  observed: ObservedArtifacts,
  subject: Subject,
  scope: string,
): Verdict {
  return guarded(rule, scope, () => {
    if (rule.appliesTo?.(subject) === false)
      return { outcome: 'not-applicable', findings: [], crashed: false }
    const needed: Partial<Record<ArtifactName, unknown>> = {}
    let partial: Reason | undefined
    for (const name of rule.needs as readonly ArtifactName[]) {
      const artifact = observed[name]
      if (!artifact.seen) return unknown(rule, scope, artifact.because)
      if (!artifact.whole) partial ??= artifact.because
      needed[name] = artifact.value
    }
    const doubt = rule.partSuffices ? undefined : partial
    const conclusion = conclude(rule, scope, rule.check(needed as Artifacts, subject), doubt)
    return lasting(conclusion, () => rule.holdsUntil?.(needed as Artifacts))
  })
}

/** As {@link judge}, for a rule about the whole dataset. */
export function judgeDataset(
  rule: AnyDatasetRule,
  answers: readonly Answer[],
  subject: DatasetSubject,
  scope: string,
): Verdict {
  return guarded(rule, scope, () => {
    if (rule.appliesTo?.(subject, answers) === false)
      return { outcome: 'not-applicable', findings: [], crashed: false }
    const conclusion = conclude(rule, scope, rule.check(answers, subject), undefined)
    return lasting(conclusion, () => rule.holdsUntil?.(answers, subject))
  })
}

type Conclusion = Omit<Verdict, 'rule'>

function lasting(conclusion: Conclusion, holdsUntil: () => number | undefined): Conclusion {
  const until = conclusion.outcome === 'pass' ? holdsUntil() : undefined
  return until === undefined ? conclusion : { ...conclusion, holdsUntil: new Date(until).toISOString() }
}

function guarded(rule: AnyRule, scope: string, run: () => Conclusion): Verdict {
  try {
    return { rule: rule.id, ...run() }
  } catch (error) {
    if (error instanceof Undecidable && rule.messages[error.messageId])
      return { rule: rule.id, ...open(rule, scope, error.messageId, error.data) }
    const detail = error instanceof Error ? error.message : String(error)
    const because: Reason = { code: 'rule-crashed', data: { rule: rule.id, detail } }
    return { rule: rule.id, ...unknown(rule, scope, because), crashed: true }
  }
}

function conclude(
  rule: AnyRule,
  scope: string,
  problems: Iterable<Problem<string>>,
  partial: Reason | undefined,
): Conclusion {
  const findings: Finding[] = []
  let failed = false
  for (const problem of problems) {
    const message = rule.messages[problem.messageId]
    if (!message) throw new Error(`no message called ${problem.messageId}`)
    const severity = message.severity ?? rule.severity
    if (severity === 'blocking') failed = true
    if (findings.length < MAX_FINDINGS) {
      const data = hideSecretsIn(problem.data ?? {})
      findings.push({
        rule: rule.id,
        messageId: problem.messageId,
        outcome: severity === 'blocking' ? 'fail' : 'pass',
        severity,
        data,
        ...(problem.at && { at: problem.at }),
        fingerprint: fingerprint(scope, rule.id, problem.messageId, data),
      })
    }
  }
  if (failed) return { outcome: 'fail', findings, crashed: false }
  // Nothing found in a part is no proof for the whole.
  if (partial && rule.severity === 'blocking') {
    const conclusion = unknown(rule, scope, partial)
    return { ...conclusion, findings: [...findings, ...conclusion.findings] }
  }
  return { outcome: 'pass', findings, crashed: false }
}

const unknown = (rule: AnyRule, scope: string, { code, data = {} }: Reason): Conclusion =>
  open(rule, scope, code, data)

/** @param messageId a reason code, or a message of the rule when the rule itself could not decide. */
function open(rule: AnyRule, scope: string, messageId: string, data: Data): Conclusion {
  return {
    outcome: 'unknown',
    findings: [
      {
        rule: rule.id,
        messageId,
        outcome: 'unknown',
        severity: rule.severity,
        data: hideSecretsIn(data),
        fingerprint: fingerprint(scope, rule.id, messageId, {}),
      },
    ],
    crashed: false,
  }
}
