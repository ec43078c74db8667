import type { Resource } from '../core/catalogue.ts'
import { type Told, told } from './told.ts'

interface Split {
  readonly resources: readonly Resource[]
  /** The counts that do not fit, in words; undefined when they all do. */
  readonly mismatch?: Told
}

/**
 * The resources of one row. The export joins them with `;`, which URLs contain as well, so a new URL begins only
 * where `http://` or `https://` follows. 檔案格式 and 編碼格式 belong to the URLs by position; where the counts
 * differ, a value is given only if all are the same.
 */
export function splitResources(urlCell: string, formatCell: string, encodingCell: string): Split {
  const urls = urlCell
    .split(/;(?=\s*https?:\/\/)/i)
    .map((url) => url.replace(/[;\s]+$/, '').trimStart())
    .filter((url) => url !== '')
  const formats = align(formatCell, urls.length)
  const encodings = align(encodingCell, urls.length)
  const resources = urls.map((url, at): Resource => {
    const [format, encoding] = [formats.values[at], encodings.values[at]]
    const unclear = [
      ...(format === undefined ? (['format'] as const) : []),
      ...(encoding === undefined ? (['encoding'] as const) : []),
    ]
    return {
      id: String(at + 1),
      url,
      ...(format !== undefined && { format }),
      ...(encoding !== undefined && { encoding }),
      ...(unclear.length > 0 && { unclear }),
    }
  })
  if (urls.length === 0 || (formats.fits && encodings.fits)) return { resources }
  const odd =
    !formats.fits && !encodings.fits
      ? told('oddBoth', { formats: formats.count, encodings: encodings.count })
      : formats.fits
        ? told('oddEncodings', { n: encodings.count })
        : told('oddFormats', { n: formats.count })
  return { resources, mismatch: told('counts', { urls: urls.length, odd }) }
}

interface Aligned {
  /** By resource; blank where none is given, undefined where it is not certain which. */
  readonly values: readonly (string | undefined)[]
  readonly count: number
  readonly fits: boolean
}

function align(cell: string, resources: number): Aligned {
  const written = cell.split(';').map((value) => value.trim())
  const pieces = written.length !== resources && written.at(-1) === '' ? written.slice(0, -1) : written
  const count = pieces.length
  if (count === resources) return { values: pieces, count, fits: true }
  const same = new Set(pieces).size === 1 ? pieces[0] : undefined
  return { values: new Array<string | undefined>(resources).fill(same), count, fits: count <= 1 }
}
