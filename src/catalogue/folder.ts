import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CatalogueEntry } from '../core/catalogue.ts'
import { admit, type Draft } from './admit.ts'
import { BESIDE, claimsIn, OF_FOLDER, unreadable, type WrittenClaims } from './beside.ts'
import { dated } from './claims.ts'
import { below } from './link.ts'
import type { Fault } from './row.ts'
import type { CatalogueSource } from './source.ts'
import { told } from './told.ts'

const MAX_FILES = 100_000

/**
 * A folder as a catalogue: every data file is a dataset. What is claimed of it stands in `name.ext.metadata.json`
 * beside it, or for all files in `metadata.json`. Hidden files are not data; links that lead out are refused.
 */
export async function* folderCatalogue(source: CatalogueSource): AsyncGenerator<CatalogueEntry> {
  yield* admit(source.name, drafts(source))
}

/** A data package found in the folder speaks for it. */
export async function packageIn(source: CatalogueSource): Promise<CatalogueSource | undefined> {
  const path = join(source.path, 'datapackage.json')
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw unreadable(source, error)
  })
  return found?.isFile() ? { name: `${source.name.replace(/\/+$/, '')}/datapackage.json`, path } : undefined
}

async function* drafts(source: CatalogueSource): AsyncGenerator<Draft | Fault> {
  const files = await filesBelow(source)
  const known = new Set(files)
  const shown = source.name.replace(/\/+$/, '')
  const common = known.has(OF_FOLDER) ? await claimsIn(source, OF_FOLDER) : {}
  let position = 0
  for (const file of files) {
    if (file === OF_FOLDER) continue
    const data = file.endsWith(BESIDE) ? file.slice(0, -BESIDE.length) : undefined
    if (data !== undefined && known.has(data)) continue
    position++
    if (data !== undefined) {
      yield { position, code: 'bad-record', ...told('noPartner', { file, data }) }
      continue
    }
    const link = await below(source.path, shown, file)
    if ('refused' in link) {
      yield { position, code: 'outside-folder', ...link.refused }
      continue
    }
    const own = known.has(`${file}${BESIDE}`) ? await claimsIn(source, `${file}${BESIDE}`) : {}
    const claims: WrittenClaims = { ...common, ...own }
    const dataset = {
      id: claims.id ?? file,
      title: claims.title ?? file,
      publisher: claims.publisher ?? '',
      ...(claims.fields !== undefined && { fields: claims.fields }),
      ...(claims.updateFrequency !== undefined && { updateFrequency: claims.updateFrequency }),
      ...dated('issued', claims.issued),
      ...dated('modified', claims.modified),
      resources: [
        {
          id: '1',
          ...link,
          ...(claims.format !== undefined && { format: claims.format }),
          ...(claims.encoding !== undefined && { encoding: claims.encoding }),
          ...dated('modified', claims.dataModified),
          ...(claims.description && { description: claims.description }),
        },
      ],
      extra: {},
      position,
    }
    yield { dataset }
  }
}

/** Paths from the folder with `/`, sorted, so that an audit can be resumed. */
async function filesBelow(source: CatalogueSource): Promise<readonly string[]> {
  try {
    const found = await readdir(source.path, { recursive: true, withFileTypes: true })
    return found
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) =>
        join(parentPath, name).slice(join(source.path, '/').length).replaceAll('\\', '/'),
      )
      .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
      .sort()
      .slice(0, MAX_FILES)
  } catch (error) {
    throw unreadable(source, error as Error)
  }
}
