import { problemText } from '../../../../core/catalogue.ts'
import { usePage, useWords } from '../page.ts'
import { Heading } from '../parts/heading.tsx'
import { WhenLoaded } from '../parts/loaded.tsx'
import { Paged } from '../parts/paged.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useLoaded } from '../store/store.ts'
import { PROBLEM_WORDS } from '../strings/catalogue.ts'

export function ProblemsView() {
  const { say, word, number } = useWords()
  const { head, store, language } = usePage()
  const loaded = useLoaded(store.problems)
  const n = head.summary.catalogueProblems
  return (
    <>
      <Heading>{say('view-problems')}</Heading>
      <p>{n === 0 ? say('noProblems') : say('problemsNote', { n: number(n) })}</p>
      <WhenLoaded loaded={loaded}>
        {(problems) =>
          problems.length > 0 && (
            <Paged items={problems} step={100}>
              {(shown) => (
                <Scroll label={say('view-problems')}>
                  <table class="figures problems">
                    <thead>
                      <tr>
                        <th scope="col">{say('problem')}</th>
                        <th scope="col">{say('place')}</th>
                        <th scope="col" class="words">
                          {say('source')}
                        </th>
                        <th scope="col" class="words">
                          {say('detail')}
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {shown.map(({ source, position, code, ...problem }) => (
                        <tr key={`${source} ${position} ${code}`}>
                          <th scope="row">{word(PROBLEM_WORDS[code])}</th>
                          <td>{position}</td>
                          <td class="words">
                            <bdi>{source}</bdi>
                          </td>
                          <td class="words">
                            <bdi class="long">{problemText(problem, language)}</bdi>
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </Scroll>
              )}
            </Paged>
          )
        }
      </WhenLoaded>
    </>
  )
}
