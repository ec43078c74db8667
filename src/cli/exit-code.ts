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
  /** Findings of the kind `failOn` names that are borne. */
  readonly maxFindings?: number
}

/** Keeps counts, not what it saw: an audit has 50,000 datasets. */
export interface Gatekeeper {
  /** @param known what a baseline accepts. */
  see(judged: Judged, known?: ReadonlySet<Finding>): void
  /** A fault of ours outranks findings, findings outrank what could not be verified. */
  code(): number
  readonly counts: { readonly datasets: number; readonly known: number; readonly fresh: number }
}

export function gatekeeper({ failOn, minBadge, maxFindings = 0 }: Gate): Gatekeeper {
  const counts = { datasets: 0, known: 0, fresh: 0 }
  let crashed = false
  let tooLow = false
  let open = false
  let problems = 0
  return {
    counts,
    see({ badge, findings }, known) {
      counts.datasets++
      if (minBadge && rank(badge.atMost) < rank(minBadge)) tooLow = true
      else if (minBadge && rank(badge.atLeast) < rank(minBadge)) open = true
      for (const finding of findings) {
        const { outcome, severity, messageId } = finding
        if (messageId === 'rule-crashed') crashed = true
        if (known?.has(finding)) {
          counts.known++
          continue
        }
        counts.fresh++
        if (failOn === 'never') continue
        if (outcome === 'unknown') open ||= failOn === 'advice' || severity === 'blocking'
        else if (outcome === 'fail' || failOn === 'advice') problems++
      }
    },
    code() {
      if (crashed) return EXIT.fault
      if (tooLow || problems > maxFindings) return EXIT.findings
      return open ? EXIT.unverified : EXIT.clean
    },
  }
}
