import { useLinks, usePage, useWords } from '../page.ts'

/** What a rule asks for, leading to what the report has of it. */
export function RuleName({ rule }: { rule: string }) {
  const { word } = useWords()
  const { rules } = usePage()
  const link = useLinks()
  const text = rules.get(rule)
  return (
    <>
      <a href={link('rule', rule)}>{text ? word(text.claim) : rule}</a> {text && <code>{rule}</code>}
    </>
  )
}

/** The same where the text beside it says what is asked for. */
export function RuleLink({ rule }: { rule: string }) {
  const link = useLinks()
  return (
    <a class="rule-link" href={link('rule', rule)}>
      {rule}
    </a>
  )
}
