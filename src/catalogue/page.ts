import { hideSecrets } from '../core/secrets.ts'
import { CatalogueError, describeCatalogueError } from './catalogue-error.ts'
import type { Ask } from './source.ts'
import { startOf, wholeJson } from './texts.ts'
import { asTold, type Told, told } from './told.ts'

/** A body of an API as a JSON value, or why there is none. */
export type Answer = { readonly value: unknown } | { readonly failure: Told }

/** Asks for a page and reads it; what the server sends instead of JSON is told, not thrown. */
export async function askJson(url: string, ask: Ask): Promise<Answer> {
  const page = await ask(url)
  return 'failure' in page ? { failure: asTold(page.failure) } : readJson(page.path, hideSecrets(url))
}

async function readJson(path: string, name: string): Promise<Answer> {
  try {
    const start = await startOf({ name, path }, 1 << 10)
    if (start === '') return { failure: told('emptyAnswer') }
    if (start.startsWith('<')) return { failure: told('notJsonAnswer') }
    return { value: await wholeJson({ name, path }) }
  } catch (error) {
    if (error instanceof CatalogueError)
      return { failure: { detail: error.message, english: describeCatalogueError(error, 'en') } }
    throw error
  }
}
