import { type Language, render } from '../../core/localised.ts'
import type { Answer } from '../answer.ts'
import { html } from '../markup.ts'
import type { Refusal } from '../refusal.ts'
import { WORDS } from '../words.ts'
import { frame, page } from './layout.ts'

export function errorPage(refusal: Refusal, language: Language, asked: boolean): Answer {
  const { status, word, data, headers } = refusal
  const framed = frame(language, asked)
  return page(framed, {
    title: framed.say(`status${status}` as 'status404'),
    status,
    headers,
    body: html`<p class="warn">${render(WORDS[word], data, language)}</p>
<p><a href="${framed.href('/')}">${framed.say('back')}</a></p>`,
  })
}
