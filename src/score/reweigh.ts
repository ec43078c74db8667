import type { Outcome } from '../core/badge.ts'
import type { Finding } from '../core/finding.ts'
import { fingerprint } from '../core/finding.ts'
import type { ResourceRecord } from '../core/ledger.ts'
import type { AnyRule } from '../core/rule.ts'
import { blocks } from './deviations.ts'

export type Answers = Pick<ResourceRecord, 'outcomes' | 'findings'>

/** A rule as it shall be; `off`: as if it had not been asked. */
export type NewRule = Pick<AnyRule, 'id' | 'severity' | 'messages'> & { readonly anyPart?: boolean }
export type RuleChanges = ReadonlyMap<string, NewRule | 'off'>

/** Answers of a ledger as they are when findings weigh otherwise than when they were found. */
export function reweigh(answers: Answers, changes: RuleChanges, scope: string): Answers {
  const changed = [...changes].filter(([rule]) => Object.hasOwn(answers.outcomes, rule))
  if (changed.length === 0) return answers
  const outcomes: Record<string, Outcome> = { ...answers.outcomes }
  let findings = answers.findings
  for (const [id, rule] of changed) {
    const own = findings.filter((finding) => finding.rule === id)
    findings = findings.filter((finding) => finding.rule !== id)
    delete outcomes[id]
    if (rule === 'off') continue
    const again = weighed(rule, answers, own, scope)
    outcomes[id] = again.outcome
    findings = [...findings, ...again.findings]
  }
  return { outcomes, findings }
}

function weighed(
  rule: NewRule,
  { outcomes }: Answers,
  found: readonly Finding[],
  scope: string,
): { readonly outcome: Outcome; readonly findings: readonly Finding[] } {
  const before = outcomes[rule.id]!
  const findings = found.map((finding): Finding => {
    if (finding.outcome === 'unknown') return { ...finding, severity: rule.severity }
    const severity = rule.messages[finding.messageId]?.severity ?? rule.severity
    return { ...finding, severity, outcome: severity === 'blocking' ? 'fail' : 'pass' }
  })
  const fails = findings.some(({ outcome }) => outcome === 'fail')
  const isRaised = before === 'pass' && blocks(rule)
  // One good part may have been enough; which finding was of which part is not told.
  if (isRaised && fails && rule.anyPart)
    return { outcome: 'unknown', findings: [...found, unknown(rule, scope)] }
  if (fails) return { outcome: 'fail', findings }
  // Advice passes on what was seen of a file; where something was not seen, that proves nothing.
  if (isRaised && Object.values(outcomes).includes('unknown'))
    return { outcome: 'unknown', findings: [...findings, unknown(rule, scope)] }
  return { outcome: before === 'fail' ? 'pass' : before, findings }
}

const unknown = ({ id, severity }: NewRule, scope: string): Finding => notInLedger(id, severity, scope)

export const notInLedger = (rule: string, severity: Finding['severity'], scope: string): Finding => ({
  rule,
  messageId: 'not-in-ledger',
  outcome: 'unknown',
  severity,
  data: {},
  fingerprint: fingerprint(scope, rule, 'not-in-ledger', {}),
})
