import { scoreText } from '../../../words.ts'
import { useLinks, usePage, useWords } from '../page.ts'
import { BeforeScores } from '../parts/extent.tsx'
import { Heading } from '../parts/heading.tsx'
import { NoAnalysis } from '../parts/no-analysis.tsx'
import { Select } from '../parts/select.tsx'
import { Steps } from '../parts/steps.tsx'
import { type Route, replaceRoute } from '../route.ts'

/** What to mend first: of one body, chosen among those that have something to mend. */
export function PlanView({ route: { query } }: { route: Route }) {
  const { say } = useWords()
  const { head, printing } = usePage()
  const link = useLinks()
  const all = head.analysis?.plan.bodies ?? []
  const bodies = all.filter(({ steps }) => steps.length > 0)
  const plan = bodies.find(({ body }) => body.id === query.get('body')) ?? bodies[0]
  return (
    <>
      <Heading>{say('view-plan')}</Heading>
      <BeforeScores />
      {!head.analysis && <NoAnalysis />}
      {head.analysis && <p class="note">{say('planNote')}</p>}
      {head.analysis && !plan && <p>{say('noPlan')}</p>}
      {plan && (
        <>
          {!printing && bodies.length > 1 && (
            <div class="filters">
              <Select
                label={say('chooseBody')}
                value={plan.body.id}
                onChange={(wanted) => replaceRoute(link('plan', '', { body: wanted }))}
                choices={bodies.map(
                  ({ body, score }) => [body.id, `${body.name}　${scoreText(score)}`] as const,
                )}
              />
            </div>
          )}
          <h2>
            <bdi>{plan.body.name}</bdi>
          </h2>
          <p>
            {say('planNow', { score: scoreText(plan.score) })} →{' '}
            {say('planAfter', { score: scoreText(plan.steps.at(-1)!.score) })}
          </p>
          <Steps plan={plan} most={20} />
        </>
      )}
    </>
  )
}
