import { Gauge } from '../charts/gauge.tsx'
import { useLinks, usePage, useWords } from '../page.ts'
import { BadgeShares } from '../parts/badge-shares.tsx'
import { CauseTable } from '../parts/cause-table.tsx'
import { Deviations } from '../parts/deviations.tsx'
import { Extent } from '../parts/extent.tsx'
import { FailedRules } from '../parts/failed-rules.tsx'
import { Heading } from '../parts/heading.tsx'
import { Indicators } from '../parts/indicators.tsx'
import { Trend } from '../parts/trend.tsx'
import { NeverChecked, Unseen } from '../parts/unseen.tsx'

export function OverviewView() {
  const { say } = useWords()
  return (
    <>
      <Heading>{say('view-overview')}</Heading>
      <Summary />
      <p class="actions">
        <button type="button" onClick={() => print()}>
          {say('print')}
        </button>
      </p>
    </>
  )
}

/** The overview as the page and the printed report have it. */
export function Summary() {
  const { say, number } = useWords()
  const { summary, analysis } = usePage().head
  const link = useLinks()
  const { datasets, resources, atLeast, bodies } = summary
  const [only, ...others] = bodies
  const one = only && others.length === 0 ? only : undefined
  const score = one?.score ?? analysis?.score
  const name = one ? one.body.name : say('overallScore')
  const causes = analysis?.rollUp.causes
  return (
    <>
      <p class="lead">
        {say('lead', {
          datasets: number(datasets),
          resources: number(resources),
          gold: number(atLeast.gold),
          none: number(atLeast.none),
        })}
      </p>
      {summary.crashes > 0 && <p class="warning">{say('crashes', { n: number(summary.crashes) })}</p>}
      <Extent />
      <Deviations />
      <div class="panels">
        {score && (
          <section class="panel panel-gauge" aria-label={name}>
            <h2>{name}</h2>
            <Gauge name={name} score={score} />
            {!one && <p class="note">{say('overallNote')}</p>}
          </section>
        )}
        <section class="panel" aria-label={say('badges')}>
          <h2>{say('badges')}</h2>
          <BadgeShares summary={summary} />
        </section>
      </div>
      <Indicators summary={summary} />
      <Trend {...(one && { body: one.body })} />
      {causes && causes.count > 0 && (
        <section aria-label={say('topCauses')}>
          <h2>{say('topCauses')}</h2>
          <CauseTable causes={causes.first.slice(0, 5)} label={say('topCauses')} />
          {causes.count > 5 && (
            <p>
              <a href={link('causes')}>{say('showAll')}</a>
            </p>
          )}
        </section>
      )}
      <FailedRules failed={summary.rules.slice(0, 5)} />
      <section aria-label={say('unseen')}>
        <h2>{say('unseen')}</h2>
        <Unseen />
        <NeverChecked />
      </section>
    </>
  )
}
