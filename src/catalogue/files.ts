import { basename } from 'node:path'
import { formatIso, parseDate } from '../core/calendar.ts'
import type { CatalogueEntry } from '../core/catalogue.ts'
import { hideSecrets } from '../core/secrets.ts'
import { CatalogueError } from './catalogue-error.ts'

/** What the user says about files that stand in no catalogue. */
export interface Claims {
  readonly format?: string
  readonly encoding?: string
  readonly fields?: string
  readonly updateFrequency?: string
  /** When the data last changed, as {@link parseDate} reads it. */
  readonly modified?: string
}

/** Files as a catalogue: each is a dataset with one resource, its path taken as the URL. */
export async function* fileCatalogue(
  paths: Iterable<string>,
  claims: Claims = {},
): AsyncGenerator<CatalogueEntry> {
  const modified = claims.modified === undefined ? undefined : isoDate(claims.modified)
  const { format, encoding, fields, updateFrequency } = claims
  let position = 0
  for (const path of new Set(paths)) {
    position++
    const resource = {
      id: '1',
      url: path,
      ...(format && { format }),
      ...(encoding && { encoding }),
      ...(modified && { modified }),
    }
    const dataset = {
      id: hideSecrets(path),
      title: hideSecrets(basename(path)),
      publisher: '',
      ...(fields && { fields }),
      ...(updateFrequency && { updateFrequency }),
      resources: [resource],
      extra: {},
      position,
    }
    yield { kind: 'dataset', dataset }
  }
}

function isoDate(text: string): string {
  const ms = parseDate(text)
  if (ms === undefined) throw new CatalogueError('bad-date', { value: text })
  return formatIso(ms)
}
