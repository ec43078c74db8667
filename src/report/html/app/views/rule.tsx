import type { RuleText } from '../../../../core/ledger.ts'
import { rulePageUrl } from '../../../../core/rule-page.ts'
import { INDICATOR_WORDS } from '../../../words.ts'
import { useLinks, usePage, useWords } from '../page.ts'
import { Facts } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { NotThere } from '../parts/not-there.tsx'
import { Url } from '../parts/url.tsx'
import type { Route } from '../route.ts'

/** What the ledger has of a rule, so that it can be read where there is no network. */
export function RuleView({ route: { id } }: { route: Route }) {
  const rule = usePage().rules.get(id)
  return rule ? <RuleReport rule={rule} /> : <NotThere id={id} />
}

function RuleReport({ rule }: { rule: RuleText }) {
  const { say, word, number } = useWords()
  const { head, language } = usePage()
  const link = useLinks()
  const { id, claim, indicator, severity, messages } = rule
  const failed = head.summary.rules.find((one) => one.rule === id)?.datasets ?? 0
  const page = rulePageUrl(id, language, head.rulePages)
  return (
    <>
      <Heading>{word(claim)}</Heading>
      <Facts
        facts={[
          [say('rule'), <code key="id">{id}</code>],
          [say('indicator'), word(INDICATOR_WORDS[indicator])],
          [say('outcome'), say(severity)],
          [say('rulePage'), page && <Url key="page" url={page} />],
        ]}
      />
      <p class="note">{say('ruleCommand', { command: `odbadge explain ${id}` })}</p>
      <p class="actions">
        <a href={link('datasets', '', { rule: id, weight: 'blocking' })}>
          {say('ruleDatasets', { n: number(failed) })}
        </a>
        <a href={link('datasets', '', { rule: id })}>{say('ruleAllDatasets')}</a>
      </p>
      <h2>{say('messages')}</h2>
      <dl class="messages">
        {Object.entries(messages).map(([messageId, { text, remedy }]) => (
          <div key={messageId}>
            <dt>
              {placesShown(word(text))} <code>{messageId}</code>
            </dt>
            <dd>{placesShown(word(remedy))}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Places for a case's own words. */
const placesShown = (template: string): string => template.replace(/\{\w+\}/g, '…')
