import { worded } from '../core/data-words.ts'
import type { Finding } from '../core/finding.ts'
import type { RuleText } from '../core/ledger.ts'
import type { Language, Localised } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import { REASONS } from '../core/reason.ts'

export interface Description {
  readonly message: string
  /** Empty where a reason stands in for an answer: nobody knows yet what to mend. */
  readonly remedy: string
}

const reasons: Readonly<Record<string, Localised>> = REASONS

export const rulesById = (rules: readonly RuleText[]): Map<string, RuleText> =>
  new Map(rules.map((rule) => [rule.id, rule]))

/** A finding in words. A text the ledger does not carry shows as its id, so that the gap is noticed. */
export function describeFinding(
  finding: Pick<Finding, 'rule' | 'messageId' | 'outcome' | 'data'>,
  rules: ReadonlyMap<string, RuleText>,
  language: Language,
): Description {
  const data = worded(finding.data, language)
  const message = rules.get(finding.rule)?.messages[finding.messageId]
  if (!message) {
    const reason = reasons[finding.messageId]
    return { message: reason ? render(reason, data, language) : finding.messageId, remedy: '' }
  }
  return {
    message: render(message.text, data, language),
    remedy: render(message.remedy, data, language),
  }
}
