import { describe, expect, it } from 'vitest'
import { EXIT, FAIL_ON, type Gate, gatekeeper, type Judged } from '../../src/cli/exit-code.ts'
import type { Badge, Outcome } from '../../src/core/badge.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { Severity } from '../../src/core/rule.ts'

const found = (outcome: Outcome, severity: Severity, messageId = 'm'): Finding => ({
  rule: 'structure/any',
  messageId,
  outcome,
  severity,
  data: {},
  fingerprint: '0',
})

const dataset = (atLeast: Badge, atMost: Badge, ...findings: Finding[]): Judged => ({
  badge: { atLeast, atMost },
  findings,
})

function codeOf(judged: readonly Judged[], gate: Gate): number {
  const keeper = gatekeeper(gate)
  for (const each of judged) keeper.see(each)
  return keeper.code()
}

const SOUND = dataset('gold', 'gold')
const FAILED = dataset('bronze', 'bronze', found('fail', 'blocking'))
const ADVISED = dataset('gold', 'gold', found('pass', 'advice'))
const UNSEEN = dataset('none', 'gold', found('unknown', 'blocking'))
const UNSEEN_ADVICE = dataset('gold', 'gold', found('unknown', 'advice'))
const CRASHED = dataset('none', 'gold', found('unknown', 'advice', 'rule-crashed'))

const never = { failOn: 'never' } as const
const blocking = { failOn: 'blocking' } as const
const advice = { failOn: 'advice' } as const
const atLeast = (minBadge: Badge): Gate => ({ failOn: 'never', minBadge })

describe('exit code', () => {
  it.each<[name: string, judged: Judged[], gate: Gate, code: number]>([
    ['nothing judged', [], advice, 0],
    ['sound', [SOUND], advice, 0],
    ['a failure', [FAILED], blocking, 1],
    ['a failure counts where advice does', [FAILED], advice, 1],
    ['a failure nobody asked about', [FAILED], never, 0],
    ['advice', [ADVISED], advice, 1],
    ['advice is no failure', [ADVISED], blocking, 0],
    ['unknown', [UNSEEN], blocking, 3],
    ['unknown nobody asked about', [UNSEEN], never, 0],
    ['unknown advice', [UNSEEN_ADVICE], blocking, 0],
    ['unknown advice that was asked for', [UNSEEN_ADVICE], advice, 3],
    ['the badge is reached', [SOUND], atLeast('gold'), 0],
    ['more than the badge', [SOUND], atLeast('silver'), 0],
    ['below the badge', [FAILED], atLeast('silver'), 1],
    ['the badge is open', [UNSEEN], atLeast('bronze'), 3],
    ['reached for certain though more is open', [dataset('silver', 'gold')], atLeast('silver'), 0],
    ['open up to just the badge', [dataset('none', 'silver')], atLeast('silver'), 3],
    ['open, but too low in any case', [dataset('none', 'silver')], atLeast('gold'), 1],
    ['badge reached, finding asked about', [ADVISED], { failOn: 'advice', minBadge: 'gold' }, 1],
    ['findings outrank unknown, before', [FAILED, UNSEEN], blocking, 1],
    ['findings outrank unknown, after', [UNSEEN, FAILED], blocking, 1],
    ['one of many', [SOUND, SOUND, UNSEEN, SOUND], blocking, 3],
    [
      'failure and unknown in one dataset',
      [dataset('none', 'none', ...UNSEEN.findings, ...FAILED.findings)],
      blocking,
      1,
    ],
    ['a fault of ours after findings', [FAILED, CRASHED], blocking, 70],
  ])('%s', (_, judged, gate, code) => {
    expect(codeOf(judged, gate)).toBe(code)
  })

  it.each(FAIL_ON)('a rule that crashed shows with --fail-on %s', (failOn) => {
    expect(codeOf([SOUND, CRASHED], { failOn })).toBe(EXIT.fault)
  })

  it('has the numbers that scripts know', () => {
    expect(EXIT).toEqual({ clean: 0, findings: 1, usage: 2, unverified: 3, fault: 70, interrupted: 130 })
  })
})
