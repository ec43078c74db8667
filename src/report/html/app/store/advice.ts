import type { Finding } from '../../../../core/finding.ts'
import type { RuleText } from '../../../../core/ledger.ts'
import type { Language } from '../../../../core/localised.ts'
import { describeFinding } from '../../../messages.ts'
import type { Weight } from '../../../words.ts'
import { WEIGHTS, weightOf } from '../../../words.ts'

/** Findings of one rule that one remedy mends; or one reason, whatever number of rules it leaves open. */
export interface Advice {
  readonly rules: string[]
  readonly remedy: string
  readonly items: (Finding & { readonly message: string })[]
}

interface Weighed {
  readonly weight: Weight
  /** Findings, not remedies. */
  readonly count: number
  readonly advice: readonly Advice[]
}

export function adviceOf(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, RuleText>,
  language: Language,
): Weighed[] {
  return WEIGHTS.flatMap((weight) => {
    const weighed = findings.filter((finding) => weightOf(finding) === weight)
    if (weighed.length === 0) return []
    const byRemedy = new Map<string, Advice>()
    for (const finding of weighed) {
      const { message, remedy } = describeFinding(finding, rules, language)
      const key = weight === 'unknown' ? message : `${finding.rule} ${remedy}`
      const known = byRemedy.get(key)
      if (!known) byRemedy.set(key, { rules: [finding.rule], remedy, items: [{ ...finding, message }] })
      else if (weight === 'unknown') known.rules.push(finding.rule)
      else known.items.push({ ...finding, message })
    }
    return [{ weight, count: weighed.length, advice: [...byRemedy.values()] }]
  })
}
