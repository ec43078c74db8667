import { useEffect, useMemo, useState } from 'preact/hooks'
import { rulesById } from '../../messages.ts'
import type { PageData } from '../../view.ts'
import { Bodies } from './bodies.tsx'
import { Datasets } from './datasets.tsx'
import { Deviations } from './deviations.tsx'
import { FailedRules } from './failed-rules.tsx'
import { Indicators } from './indicators.tsx'
import { Masthead } from './masthead.tsx'
import { Notes } from './notes.tsx'
import { Overview } from './overview.tsx'
import { PageContext } from './page.ts'
import { Politeness } from './politeness.tsx'
import { Problems } from './problems.tsx'
import type { Filter } from './select.ts'
import { NO_FILTER } from './select.ts'

export function Report({ page }: { page: PageData }) {
  const { language, header, summary } = page
  const [filter, setFilter] = useState<Filter>(NO_FILTER)
  const printing = usePrinting()
  const rules = useMemo(() => rulesById(header.rules), [header])
  const datasets = useMemo(() => page.records.filter((record) => record.kind === 'dataset'), [page])
  const problems = useMemo(() => page.records.filter((record) => record.kind === 'catalogue-problem'), [page])
  const sessions = useMemo(() => page.records.filter((record) => record.kind === 'politeness'), [page])

  const show = (wanted: Partial<Filter>) => {
    setFilter({ ...NO_FILTER, ...wanted })
    document.getElementById('datasets')?.scrollIntoView()
  }

  return (
    <PageContext.Provider value={{ language, rules, printing }}>
      <Masthead page={page} />
      <main>
        <Overview summary={summary} />
        <Deviations deviations={header.deviations} notes={page.notes} />
        <Bodies bodies={summary.bodies} show={show} />
        <Indicators summary={summary} show={show} />
        <FailedRules failed={summary.rules} show={show} />
        <Datasets
          datasets={datasets}
          header={header}
          summary={summary}
          filter={filter}
          setFilter={setFilter}
        />
        <Problems problems={problems} count={summary.catalogueProblems} />
        <Politeness sessions={sessions} />
        <Notes profile={header.profile} />
      </main>
    </PageContext.Provider>
  )
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const start = () => setPrinting(true)
    const end = () => setPrinting(false)
    addEventListener('beforeprint', start)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', start)
      removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}
