import { type Data, type Language, render } from '../../core/localised.ts'
import type { Answer } from '../answer.ts'
import { encoded, html, Markup, type Piece } from '../markup.ts'
import type { Target } from '../query.ts'
import type { Asked } from '../routes.ts'
import { WORDS, type Word } from '../words.ts'
import { STYLE, STYLE_DIGEST } from './style.ts'

export const frameOf = ({ language, target }: Asked): Frame => frame(language, target.query.has('lang'))

/** What every page needs to speak and to link. */
export interface Frame {
  readonly language: Language
  say(word: Word, data?: Data): string
  /** What a form sends along for the language. */
  readonly hidden: Piece
  /** An address of this site that keeps the language. */
  href(path: string, query?: Readonly<Record<string, string | number | undefined>>): string
}

/** @param asked the language was named in the address, and links name it again. */
export function frame(language: Language, asked: boolean): Frame {
  return {
    language,
    hidden: asked && html`<input type="hidden" name="lang" value="${language}">`,
    say: (word, data = {}) => render(WORDS[word], data, language),
    href(path, query = {}) {
      const named: typeof query = { ...query, lang: asked ? language : undefined }
      const text = Object.entries(named)
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`)
        .join('&')
      return text === '' ? path : `${path}?${text}`
    },
  }
}

export interface Page {
  readonly title: string
  readonly body: Piece
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Where the page is, for the link to the other language; absent where a stranger chose the address. */
  readonly target?: Target
}

/** Scripts, frames and other servers are nowhere allowed. */
const POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_DIGEST}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const STYLE_ELEMENT = new Markup(`<style>${STYLE}</style>`)

export function page({ language, say, href }: Frame, shown: Page): Answer {
  const { title, body, target } = shown
  const other: Language = language === 'en' ? 'zh-TW' : 'en'
  const elsewhere = new URLSearchParams([...(target?.query ?? [])])
  elsewhere.set('lang', other)
  elsewhere.delete('token')
  const text = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title === say('site') ? title : `${title} – ${say('site')}`}</title>
<link rel="icon" href="data:,">
${STYLE_ELEMENT}
</head>
<body>
<a class="skip" href="#main">${say('skip')}</a>
<header>
<a href="${href('/')}">odbadge</a>
<nav aria-label="${say('menu')}"><ul>
<li><a href="${href('/')}">${say('runs')}</a></li>
<li><a href="${href('/trend')}">${say('trend')}</a></li>
<li><a href="${href('/compare')}">${say('compare')}</a></li>
</ul></nav>
<a href="${target?.path ?? '/'}?${elsewhere.toString()}" lang="${other}" hreflang="${other}">${say('other')}</a>
</header>
<main id="main">
<h1>${title}</h1>
${body}
</main>
<footer><a href="/openapi.json">${say('api')}</a></footer>
</body>
</html>
`
  return {
    status: shown.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': POLICY,
      ...shown.headers,
    },
    body: text.text,
  }
}

/** A table that scrolls by itself where the screen is narrow, also with the keyboard. */
export const table = (label: string, head: readonly Piece[], rows: readonly Piece[]): Markup =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`

export const th = (text: string, style = ''): Markup => html`<th scope="col" class="${style}">${text}</th>`
export const number = (value: Piece): Markup => html`<td class="n">${value}</td>`

export const count = (value: number, language: Language): string => value.toLocaleString(language)

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`

export function bytesText(size: number): string {
  if (size < 1_000) return `${size} B`
  if (size < 1_000_000) return `${(size / 1_000).toFixed(0)} kB`
  return `${(size / 1_000_000).toFixed(1)} MB`
}
