import type { Language } from '../core/localised.ts'
import { render } from '../core/localised.ts'
import type { Refusal } from './refusal.ts'
import { WORDS } from './words.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | AsyncIterable<string | Uint8Array>
}

export const JSON_TYPE = 'application/json; charset=utf-8'

export const json = (value: unknown): Answer => ({
  status: 200,
  headers: { 'content-type': JSON_TYPE },
  body: `${JSON.stringify(value)}\n`,
})

/** RFC 9457. */
export function problem(refusal: Refusal, language: Language): Answer {
  const { status, word, data, headers } = refusal
  const title = WORDS[`status${status}` as 'status404'][language]
  const detail = render(WORDS[word], data, language)
  return {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' },
    body: `${JSON.stringify({ type: 'about:blank', title, status, detail })}\n`,
  }
}

/** A file to be kept, never to be opened in the place of a page. */
export const download = (type: string, name: string, body: Answer['body']): Answer => ({
  status: 200,
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
    'content-security-policy': "sandbox; default-src 'none'",
  },
  body,
})
