import { type Badge, type BadgeInterval, rank } from '../core/badge.ts'
import type { Finding } from '../core/finding.ts'

/** Scripts depend on these; see `--help` and README. */
export const EXIT = { clean: 0, findings: 1, usage: 2, unverified: 3, fault: 70, interrupted: 130 } as const

export const FAIL_ON = ['never', 'blocking', 'advice'] as const
export type FailOn = (typeof FAIL_ON)[number]

export interface Judged {
  readonly badge: BadgeInterval
  readonly findings: readonly Finding[]
}

export interface Gate {
  readonly failOn: FailOn
  readonly minBadge?: Badge
}

/** A fault of ours outranks findings, findings outrank what could not be verified. */
export function exitCode(judged: Iterable<Judged>, gate: Gate): number {
  let code: number = EXIT.clean
  const raise = (to: number) => {
    if (code === EXIT.clean || to === EXIT.findings) code = to
  }
  for (const { badge, findings } of judged) {
    if (findings.some(({ messageId }) => messageId === 'rule-crashed')) return EXIT.fault
    if (gate.minBadge && rank(badge.atMost) < rank(gate.minBadge)) raise(EXIT.findings)
    else if (gate.minBadge && rank(badge.atLeast) < rank(gate.minBadge)) raise(EXIT.unverified)
    if (gate.failOn === 'never') continue
    if (
      findings.some(
        ({ outcome, severity }) =>
          outcome === 'fail' || (gate.failOn === 'advice' && outcome === 'pass' && severity === 'advice'),
      )
    )
      raise(EXIT.findings)
    else if (
      findings.some(
        ({ outcome, severity }) =>
          outcome === 'unknown' && (gate.failOn === 'advice' || severity === 'blocking'),
      )
    )
      raise(EXIT.unverified)
  }
  return code
}
