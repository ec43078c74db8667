import type { CatalogueProblem } from '../../../core/catalogue.ts'
import { useWords } from './page.ts'
import { Paged } from './paged.tsx'
import { PROBLEM_WORDS } from './strings.ts'

export function Problems({ problems, count }: { problems: readonly CatalogueProblem[]; count: number }) {
  const { say, word, number } = useWords()
  if (count === 0) return null
  return (
    <section id="problems" aria-labelledby="problems-title">
      <h2 id="problems-title">{say('problems')}</h2>
      <p>{say('problemsNote', { n: number(count) })}</p>
      <Paged items={problems} step={20}>
        {(shown) => (
          <ul>
            {shown.map(({ source, position, code, detail }) => (
              <li key={`${source} ${position} ${code}`}>
                <bdi>{source}</bdi> {say('position', { n: position })}：{word(PROBLEM_WORDS[code])}{' '}
                <bdi class="muted">{detail}</bdi>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  )
}
