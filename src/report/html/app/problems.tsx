import { type CatalogueProblem, problemText } from '../../../core/catalogue.ts'
import { usePage, useWords } from './page.ts'
import { Paged } from './paged.tsx'
import { PROBLEM_WORDS } from './strings.ts'

export function Problems({ problems, count }: { problems: readonly CatalogueProblem[]; count: number }) {
  const { language } = usePage()
  const { say, word, number } = useWords()
  if (count === 0) return null
  return (
    <section id="problems" aria-labelledby="problems-title">
      <h2 id="problems-title">{say('problems')}</h2>
      <p>{say('problemsNote', { n: number(count) })}</p>
      <Paged items={problems} step={20}>
        {(shown) => (
          <ul>
            {shown.map((problem) => (
              <li key={`${problem.source} ${problem.position} ${problem.code}`}>
                <bdi>{problem.source}</bdi> {say('position', { n: problem.position })}：
                {word(PROBLEM_WORDS[problem.code])} <bdi class="muted">{problemText(problem, language)}</bdi>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  )
}
