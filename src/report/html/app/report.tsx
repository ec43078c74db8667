import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Language } from '../../../core/localised.ts'
import { rulesById } from '../../messages.ts'
import type { PageHead } from '../page-data.ts'
import { Masthead } from './masthead.tsx'
import { PageContext } from './page.ts'
import { PrintedReport } from './print/printed-report.tsx'
import { type Route, useRoute } from './route.ts'
import type { Store } from './store/store.ts'
import { STRINGS } from './strings/index.ts'
import { BodiesView } from './views/bodies.tsx'
import { BodyView } from './views/body.tsx'
import { CausesView } from './views/causes.tsx'
import { DatasetView } from './views/dataset.tsx'
import { DatasetsView } from './views/datasets.tsx'
import { FragileView } from './views/fragile.tsx'
import { JudgingView } from './views/judging.tsx'
import { OverviewView } from './views/overview.tsx'
import { PlanView } from './views/plan.tsx'
import { PolitenessView } from './views/politeness.tsx'
import { PortalView } from './views/portal.tsx'
import { ProblemsView } from './views/problems.tsx'
import { RuleView } from './views/rule.tsx'

const VIEWS: Readonly<Record<Route['view'], (props: { route: Route }) => preact.ComponentChildren>> = {
  overview: OverviewView,
  bodies: BodiesView,
  body: BodyView,
  datasets: DatasetsView,
  dataset: DatasetView,
  causes: CausesView,
  rule: RuleView,
  plan: PlanView,
  fragile: FragileView,
  portal: PortalView,
  judging: JudgingView,
  problems: ProblemsView,
  politeness: PolitenessView,
}

export function Report({ head, store }: { head: PageHead; store: Store }) {
  const route = useRoute()
  const printing = usePrinting()
  const rules = useMemo(() => rulesById(head.header.rules), [head])
  const language = languageOf(route, head)
  const { view, id } = route
  useOpened(route, language)
  const View = VIEWS[view]
  return (
    <PageContext.Provider value={{ language, head, store, rules, printing }}>
      <Masthead route={route} />
      <main id="content">
        {printing && view === 'overview' ? <PrintedReport /> : <View key={`${view} ${id}`} route={route} />}
      </main>
    </PageContext.Provider>
  )
}

function languageOf({ query }: Route, { language }: PageHead): Language {
  const wanted = query.get('lang')
  return wanted === 'en' || wanted === 'zh-TW' ? wanted : language
}

/** What else changes with the view: the title, the language of the document, where one is in it. */
function useOpened({ view, id }: Route, language: Language): void {
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    const name = id || STRINGS[`view-${view}` as keyof typeof STRINGS][language]
    document.title = `${name} – ${STRINGS.title[language]}`
  }, [view, id, language])
  useEffect(() => {
    if (document.body.dataset['moved']) scrollTo(0, 0)
    document.body.dataset['moved'] = 'true'
  }, [view, id])
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
