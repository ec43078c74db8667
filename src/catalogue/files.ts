import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { formatIso, parseDate } from '../core/calendar.ts'
import type { CatalogueEntry } from '../core/catalogue.ts'
import { hideSecrets } from '../core/secrets.ts'
import { BESIDE, claimsIn, OF_FOLDER, unreadable, type WrittenClaims } from './beside.ts'
import { CatalogueError } from './catalogue-error.ts'
import { dated } from './claims.ts'

/** What the user says about files that stand in no catalogue. */
export interface Claims {
  readonly format?: string
  readonly encoding?: string
  readonly fields?: string
  readonly updateFrequency?: string
  /** When the data last changed, as {@link parseDate} reads it. */
  readonly modified?: string
}

/** Metadata written beside a file that is not published yet. */
export interface MetadataDraft {
  readonly files: readonly string[]
  /** It gives no date: the data counts as published now. */
  readonly publishedNow: boolean
}

export interface DraftOptions {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
  used(file: string, draft: MetadataDraft): void
}

/**
 * Files as a catalogue: each is a dataset with one resource, its path taken as the URL.
 *
 * @param drafts where given, `name.ext.metadata.json` and `metadata.json` beside a file speak for it as in a folder
 *   that is a catalogue; what the user says himself goes before them.
 */
export async function* fileCatalogue(
  paths: Iterable<string>,
  claims: Claims = {},
  drafts?: DraftOptions,
): AsyncGenerator<CatalogueEntry> {
  const modified = claims.modified === undefined ? undefined : isoDate(claims.modified)
  let position = 0
  for (const path of new Set(paths)) {
    position++
    const draft = drafts && (await draftOf(path))
    const written = draft?.claims ?? {}
    const format = claims.format || written.format
    const encoding = claims.encoding || written.encoding
    const fields = claims.fields || written.fields
    const updateFrequency = claims.updateFrequency || written.updateFrequency
    const given = modified ? { modified } : dated('modified', written.dataModified)
    const undated = given.modified === undefined && dated('modified', written.modified).modified === undefined
    const publishedNow = draft !== undefined && updateFrequency !== undefined && undated
    if (draft) drafts.used(hideSecrets(path), { files: draft.files, publishedNow })
    const resource = {
      id: '1',
      url: path,
      // An empty place in a draft is a claim not made, which costs; the user's own empty option is none at all.
      ...(format !== undefined && { format }),
      ...(encoding !== undefined && { encoding }),
      ...(publishedNow && { modified: formatIso(drafts?.now ?? 0) }),
      ...given,
    }
    const dataset = {
      id: hideSecrets(path),
      title: written.title || hideSecrets(basename(path)),
      publisher: written.publisher ?? '',
      ...(fields !== undefined && { fields }),
      ...(updateFrequency !== undefined && { updateFrequency }),
      ...dated('issued', written.issued),
      ...dated('modified', written.modified),
      resources: [resource],
      extra: {},
      position,
    }
    yield { kind: 'dataset', dataset }
  }
}

const FOREIGN = /^(?!file:)[a-z][a-z\d+.-]*:\/\//i

async function draftOf(
  path: string,
): Promise<{ readonly claims: WrittenClaims; readonly files: readonly string[] } | undefined> {
  const name = basename(path)
  if (FOREIGN.test(path) || name === OF_FOLDER || name.endsWith(BESIDE)) return undefined
  const folder = dirname(path)
  let claims: WrittenClaims = {}
  const files: string[] = []
  for (const file of [OF_FOLDER, `${name}${BESIDE}`]) {
    const beside = join(folder, file)
    if (!(await isFile(folder, file))) continue
    const found = await claimsIn({ name: folder, path: folder }, file)
    // Another program's file of that name says nothing that we know.
    if (Object.keys(found).length === 0) continue
    claims = { ...claims, ...found }
    files.push(beside)
  }
  return files.length > 0 ? { claims, files } : undefined
}

async function isFile(folder: string, file: string): Promise<boolean> {
  try {
    return (await stat(join(folder, file))).isFile()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw unreadable({ name: join(folder, file), path: folder }, error as Error)
  }
}

function isoDate(text: string): string {
  const ms = parseDate(text)
  if (ms === undefined) throw new CatalogueError('bad-date', { value: text })
  return formatIso(ms)
}
