import type { PageData } from '../../view.ts'
import { timeText } from '../../words.ts'
import { useWords } from './page.ts'
import { SELECTION_WORDS } from './strings.ts'

const SECTIONS = ['overview', 'bodies', 'indicators', 'rules', 'datasets', 'notes'] as const

export function Masthead({ page }: { page: PageData }) {
  const { say, word } = useWords()
  const { header, finishedAt, language } = page
  const selection = Object.entries(header.selection).map(([name, value]) => {
    const words = SELECTION_WORDS[name]
    return `${words ? word(words) : name} ${[value].flat().join('、')}`
  })
  return (
    <header>
      <h1>{say('title')}</h1>
      <dl class="facts">
        <dt>{say('catalogue')}</dt>
        <dd>
          {header.catalogue.map((name) => (
            <bdi key={name} class="catalogue">
              {name}
            </bdi>
          ))}
        </dd>
        {selection.length > 0 && (
          <>
            <dt>{say('selection')}</dt>
            <dd>{selection.join('；')}</dd>
          </>
        )}
        <dt>{say('profile')}</dt>
        <dd>
          {word(header.profile.title)} <code>{header.profile.id}</code>
        </dd>
        <dt>{say('judgedAt')}</dt>
        <dd>{timeText(header.now, language)}</dd>
        <dt>{say('audited')}</dt>
        <dd>
          {timeText(header.startedAt, language)} – {timeText(finishedAt, language)}{' '}
          <code>{header.program}</code>
        </dd>
      </dl>
      <nav aria-label={say('sections')}>
        {SECTIONS.map((section) => (
          <a key={section} href={`#${section}`}>
            {say(section)}
          </a>
        ))}
      </nav>
    </header>
  )
}
