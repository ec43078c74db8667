import { selectionText } from '../../../selection.ts'
import { timeText } from '../../../words.ts'
import { usePage, useWords } from '../page.ts'
import { BodyTable } from '../parts/body-table.tsx'
import { Facts } from '../parts/facts.tsx'
import { BodyReport } from '../views/body.tsx'
import { Notes } from '../views/judging.tsx'
import { Summary } from '../views/overview.tsx'

/** The whole report on paper: a cover, the summary, a page for each body, how it was judged. */
export function PrintedReport() {
  const { say } = useWords()
  const { summary } = usePage().head
  return (
    <>
      <Cover />
      <section class="sheet">
        <h1>{say('view-overview')}</h1>
        <Summary />
      </section>
      <section class="sheet">
        <h1>{say('view-bodies')}</h1>
        <BodyTable bodies={summary.bodies} />
      </section>
      {summary.bodies.map((body) => (
        <section key={body.body.id} class="sheet">
          <h1>
            <bdi>{body.body.name}</bdi>
          </h1>
          <BodyReport summary={body} />
        </section>
      ))}
      <section class="sheet">
        <h1>{say('view-judging')}</h1>
        <Notes />
      </section>
    </>
  )
}

function Cover() {
  const { say, word, number } = useWords()
  const { head, language } = usePage()
  const { header, finishedAt, summary, interrupted } = head
  const [from, to] = [header.startedAt, finishedAt].map((at) => timeText(at, language))
  return (
    <section class="cover">
      <p class="cover-title">{say('title')}</p>
      <p class="cover-profile">{word(header.profile.title)}</p>
      <Facts
        facts={[
          [say('catalogue'), header.catalogue.join(language === 'en' ? ', ' : '、')],
          [say('selection'), selectionText(header.selection, language)],
          [say('judgedAt'), timeText(header.now, language)],
          [say('audited'), `${from} – ${interrupted ? '?' : to}`],
          [say('datasets'), number(summary.datasets)],
          [say('resources'), number(summary.resources)],
          [say('program'), header.program],
        ]}
      />
    </section>
  )
}
