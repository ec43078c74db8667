import { hideSecrets } from '../core/secrets.ts'
import { CatalogueError } from './catalogue-error.ts'
import type { Ask } from './source.ts'
import { startOf, wholeJson } from './texts.ts'

/** A body of an API as a JSON value, or why there is none. */
export type Answer = { readonly value: unknown } | { readonly failure: string }

/** Asks for a page and reads it; what the server sends instead of JSON is told, not thrown. */
export async function askJson(url: string, ask: Ask): Promise<Answer> {
  const page = await ask(url)
  return 'failure' in page ? page : readJson(page.path, hideSecrets(url))
}

async function readJson(path: string, name: string): Promise<Answer> {
  try {
    const start = await startOf({ name, path }, 1 << 10)
    if (start === '') return { failure: '回應是空的' }
    if (start.startsWith('<')) return { failure: '回應是網頁或 XML，不是 JSON' }
    return { value: await wholeJson({ name, path }) }
  } catch (error) {
    if (error instanceof CatalogueError) return { failure: error.message }
    throw error
  }
}
