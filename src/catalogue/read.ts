import { stat } from 'node:fs/promises'
import type { CatalogueEntry } from '../core/catalogue.ts'
import { CatalogueError } from './catalogue-error.ts'
import { dataPackage } from './data-package.ts'
import { folderCatalogue, packageIn } from './folder.ts'
import type { Ask, CatalogueSource, ReadContext } from './source.ts'
import { startOf } from './texts.ts'
import { told } from './told.ts'

const NOBODY: Ask = async () => ({ failure: told('noConnection') })

/**
 * The datasets of a catalogue, whatever its shape, in its order. Memory does not grow with the file, save for the ids
 * seen. Throws CatalogueError when it cannot be read or is no catalogue; an entry that is no dataset comes out as a
 * problem. Without `ask` a catalogue in pages ends with its first.
 */
export async function* readCatalogue(
  given: CatalogueSource,
  { ask = NOBODY, chunkSize = 1 << 16 }: Partial<ReadContext> = {},
): AsyncGenerator<CatalogueEntry> {
  const context: ReadContext = { ask, chunkSize }
  if (given.url === undefined && (await isFolder(given))) {
    const found = await packageIn(given)
    yield* found ? dataPackage.read(found, context) : folderCatalogue(given)
    return
  }
  // Each brings a parser along, which most commands never need.
  const [{ asText }, { SHAPES }] = await Promise.all([import('./office.ts'), import('./shapes.ts')])
  const source = await asText(given)
  const start = await startOf(source)
  if (start === '') throw new CatalogueError('empty', { name: source.name })
  if (WEB_PAGE.test(start)) throw new CatalogueError('web-page', { name: source.name, title: titleOf(start) })
  const shape = SHAPES.find((each) => each.recognises(start, source))
  if (!shape) throw new Error('the last shape takes everything')
  yield* shape.read(source, context)
}

/** What cannot be looked at is told by whoever opens it. */
const isFolder = async ({ path }: CatalogueSource): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false

const WEB_PAGE = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i

const titleOf = (page: string): string =>
  /<title[^>]*>([^<]*)/i.exec(page)?.[1]?.replace(/\s+/g, ' ').trim().slice(0, 100) ?? ''
