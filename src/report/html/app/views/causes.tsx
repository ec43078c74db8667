import { usePage, useWords } from '../page.ts'
import { CauseTable } from '../parts/cause-table.tsx'
import { FailedRules } from '../parts/failed-rules.tsx'
import { Heading } from '../parts/heading.tsx'
import { NoAnalysis } from '../parts/no-analysis.tsx'
import { Paged } from '../parts/paged.tsx'

export function CausesView() {
  const { say, number } = useWords()
  const { summary, analysis } = usePage().head
  const causes = analysis?.rollUp.causes
  return (
    <>
      <Heading>{say('view-causes')}</Heading>
      {!analysis && <NoAnalysis />}
      {causes?.count === 0 && <p>{say('noCauses')}</p>}
      {causes && causes.count > 0 && (
        <>
          <p class="note">
            {say('causesNote')} {say('causesCount', { n: number(causes.count) })}
          </p>
          <Paged items={causes.first} step={50}>
            {(shown) => <CauseTable causes={shown} label={say('view-causes')} />}
          </Paged>
          {causes.count > causes.first.length && (
            <p class="note">
              {say('beyond', {
                n: number(causes.count - causes.first.length),
                command: 'odbadge plan',
              })}
            </p>
          )}
        </>
      )}
      <FailedRules failed={summary.rules} />
    </>
  )
}
