import { useMemo } from 'preact/hooks'
import type { BodySummary } from '../../../../core/ledger.ts'
import { BODY_GROUP_WORDS } from '../../../words.ts'
import { Gauge } from '../charts/gauge.tsx'
import { useLinks, usePage, useWords } from '../page.ts'
import { BadgeShares } from '../parts/badge-shares.tsx'
import { DatasetTable } from '../parts/dataset-table.tsx'
import { BeforeScores } from '../parts/extent.tsx'
import { Heading } from '../parts/heading.tsx'
import { WhenLoaded } from '../parts/loaded.tsx'
import { NotThere } from '../parts/not-there.tsx'
import { Steps } from '../parts/steps.tsx'
import { Trend } from '../parts/trend.tsx'
import type { Route } from '../route.ts'
import { NO_FILTER, selectRows } from '../store/select.ts'
import { type Datasets, useLoaded } from '../store/store.ts'

export function BodyView({ route: { id } }: { route: Route }) {
  const { summary } = usePage().head
  const body = summary.bodies.find(({ body }) => body.id === id)
  if (!body) return <NotThere id={id} />
  return (
    <>
      <Heading>
        <bdi>{body.body.name}</bdi>
      </Heading>
      <BeforeScores />
      <BodyReport summary={body} />
    </>
  )
}

/** A body as its page and its part of the printed report have it. */
export function BodyReport({ summary }: { summary: BodySummary }) {
  const { say, word, number } = useWords()
  const { store, head } = usePage()
  const link = useLinks()
  const { body, score, bonus } = summary
  const loaded = useLoaded(store.datasets)
  const plan = head.analysis?.plan.bodies.find((one) => one.body.id === body.id)
  return (
    <>
      <p class="lead">
        {word(BODY_GROUP_WORDS[body.group])}
        {'　'}
        <a href={link('datasets', '', { body: body.id })}>
          {say('bodyDatasets', { n: number(summary.datasets) })}
        </a>
      </p>
      <div class="panels">
        <div class="panel panel-gauge">
          <h2>{say('score')}</h2>
          <Gauge name={body.name} score={score} />
          <p class="note">
            {say('bonus')} {bonus}
          </p>
        </div>
        <div class="panel">
          <h2>{say('badges')}</h2>
          <BadgeShares summary={summary} body={body.id} />
        </div>
      </div>
      <Trend body={body} />
      {plan && (
        <>
          <h2>{say('bodyPlan')}</h2>
          <Steps plan={plan} most={5} />
        </>
      )}
      <h2>{say('bodyWorst')}</h2>
      <WhenLoaded loaded={loaded}>{(datasets) => <NotGold {...{ datasets, body: body.id }} />}</WhenLoaded>
    </>
  )
}

function NotGold({ datasets, body }: { datasets: Datasets; body: string }) {
  const { say } = useWords()
  const { head, language } = usePage()
  const selected = useMemo(() => {
    const names = { bodies: head.summary.bodies.map(({ body }) => body.id), rules: [] }
    const all = selectRows(datasets.rows, { ...NO_FILTER, body }, 'worst', names, language)
    return all.filter((at) => datasets.rows[at]![5][0] !== GOLD)
  }, [datasets, body, language])
  if (selected.length === 0) return <p>{say('bodyAllGold')}</p>
  return <DatasetTable datasets={datasets} selected={selected} />
}

const GOLD = '3'
