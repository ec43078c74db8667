import { Parser } from 'htmlparser2'
import type { Page } from '../core/artifacts.ts'

const MAX_HEAD = 1 << 18
const MAX_WORDS = 200
const UNSEEN = new Set(['script', 'style', 'template', 'title'])
/** Elements that do not part the words around them. */
const INLINE = new Set('a abbr b bdi big code em font i label mark s small span strong sub sup u'.split(' '))

const META_REFRESH = /^[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i
const SCRIPT_REDIRECT =
  /(?<![\w$.])(?:(?:window|document|self|top|parent)\.)*location(?:(?:\.href)?\s*=\s*|\.(?:replace|assign)\s*\(\s*)["'`]([^"'`\n]{1,2000})/
/** Many sites in Taiwan say 查無此檔案 in a box and send the visitor back. */
const ALERT = /(?<![\w$.])(?:window\.)?alert\s*\(\s*(["'`])((?:(?!\1)[^\n]){1,2000})\1/

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_WORDS)
    .replace(/[\ud800-\udbff]$/, '')

/** What a browser would make of the first 256 K characters of an HTML page, however broken. */
export function readPage(head: string): Page {
  let title = ''
  let words = ''
  let script = ''
  let passwordField = false
  let redirect: string | undefined
  let alert: string | undefined
  const unseen: string[] = []

  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) unseen.push(name)
      if (!INLINE.has(name)) words += ' '
      if (name === 'input' && attributes['type']?.trim().toLowerCase() === 'password') passwordField = true
      if (name === 'meta' && attributes['http-equiv']?.trim().toLowerCase() === 'refresh')
        redirect ??= META_REFRESH.exec(attributes['content']?.trim() ?? '')?.[1]
    },
    ontext(text) {
      const inside = unseen.at(-1)
      if (inside === undefined) words += text
      else if (inside === 'title') title += text
      else if (inside === 'script') script += text
    },
    onclosetag(name) {
      if (!INLINE.has(name)) words += ' '
      if (unseen.at(-1) !== name) return
      unseen.pop()
      if (name !== 'script') return
      redirect ??= SCRIPT_REDIRECT.exec(script)?.[1]
      alert ??= ALERT.exec(script)?.[2]
      script = ''
    },
  })
  parser.end(head.slice(0, MAX_HEAD))

  return {
    title: tidy(title),
    passwordField,
    ...(redirect && { redirect }),
    ...(alert && { alert: tidy(alert) }),
    words: tidy(words),
  }
}
