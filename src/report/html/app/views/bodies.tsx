import { usePage, useWords } from '../page.ts'
import { BodyTable } from '../parts/body-table.tsx'
import { BeforeScores } from '../parts/extent.tsx'
import { Heading } from '../parts/heading.tsx'

export function BodiesView() {
  const { say } = useWords()
  const { summary } = usePage().head
  return (
    <>
      <Heading>{say('view-bodies')}</Heading>
      <BeforeScores />
      <BodyTable bodies={summary.bodies} />
    </>
  )
}
