import { RULES } from '../../rules/index.ts'
import { editDistance } from '../core/fields.ts'
import { type Language, render } from '../core/localised.ts'
import { ruleText } from '../core/record.ts'
import { rulePageText } from '../report/index.ts'
import { EXIT } from './exit-code.ts'
import { print } from './output.ts'
import { rulePages } from './rule-pages.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

/** `odbadge rules`: one line per rule. @returns the exit code. */
export async function rulesCommand(json: boolean, language: Language): Promise<number> {
  const width = Math.max(...RULES.map(({ id }) => id.length))
  const line = (rule: (typeof RULES)[number]) =>
    `${rule.id.padEnd(width)}  ${rule.claim[language]}${rule.severity === 'advice' ? ` (${WORDS.advice[language]})` : ''}\n`
  await print(json ? [`${JSON.stringify(RULES.map(ruleText), null, 2)}\n`] : RULES.map(line))
  return EXIT.clean
}

/** `odbadge explain`: the page that stands beside the rule. @returns the exit code. */
export async function explainCommand(id: string, language: Language): Promise<number> {
  const rule = RULES.find((candidate) => candidate.id === id)
  if (!rule) {
    const near = RULES.map((candidate) => candidate.id).sort(
      (a, b) => editDistance(id, a) - editDistance(id, b),
    )
    throw new UsageError(render(WORDS.noRule, { rule: id, like: near.slice(0, 3) }, language))
  }
  const { page, ...parts } = rulePages(language).find((each) => each.rule.id === id)!
  await print([rulePageText({ ...parts, page: page() }, language)])
  return EXIT.clean
}
