import { useEffect, useState } from 'preact/hooks'
import { timeText } from '../../words.ts'
import { useLinks, usePage, useWords } from './page.ts'
import { formatRoute, PAGES, type Route, replaceRoute, VIEWS } from './route.ts'
import { ThemeChoice } from './theme.tsx'

export function Masthead({ route }: { route: Route }) {
  const { say, word } = useWords()
  const { head, language } = usePage()
  const link = useLinks()
  return (
    <header class="masthead">
      <a class="skip" href={location.hash || '#'} onClick={toContent}>
        {say('skip')}
      </a>
      <p class="name">
        <a href={link('overview')}>{say('title')}</a>
      </p>
      <p class="muted about">
        {head.header.catalogue.map((name) => (
          <bdi key={name}>{name}</bdi>
        ))}
        <br />
        {word(head.header.profile.title)}
        <br />
        {say('judgedAt')} {timeText(head.header.now, language)}
      </p>
      <Menu route={route} />
      <div class="controls">
        <LanguageSwitch route={route} />
        <ThemeChoice />
      </div>
    </header>
  )
}

/** The address already means the view, so the content is reached by focus instead. */
function toContent(event: Event): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('main h1')?.focus()
}

function Menu({ route }: { route: Route }) {
  const { say } = useWords()
  const link = useLinks()
  const [open, setOpen] = useState(false)
  const { view, id } = route
  useEffect(() => setOpen(false), [view, id])
  const under = view in PAGES ? PAGES[view as keyof typeof PAGES] : view
  return (
    <nav aria-label={say('views')} class={open ? 'open' : ''}>
      <button type="button" class="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('menu')}
      </button>
      <ul class="views">
        {VIEWS.map((name) => (
          <li key={name}>
            <a href={link(name)} {...(name === under && { 'aria-current': name === view ? 'page' : 'true' })}>
              {say(`view-${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The other language, in itself; the address keeps it. */
function LanguageSwitch({ route: { view, id, query } }: { route: Route }) {
  const { say } = useWords()
  const { language, head } = usePage()
  const other = language === 'en' ? 'zh-TW' : 'en'
  const change = () => {
    const lang = other === head.language ? undefined : other
    replaceRoute(formatRoute(view, id, { ...Object.fromEntries(query), lang }))
  }
  return (
    <button type="button" class="language" lang={other} onClick={change}>
      {say('language')}
    </button>
  )
}
