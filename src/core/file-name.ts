import { parameters } from './parameters.ts'

/** Charsets met in `filename*`; RFC 8187 asks for UTF-8 only. */
const CHARSETS = new Set(['utf-8', 'big5', 'iso-8859-1'])

/**
 * The file name that Content-Disposition gives (RFC 6266), without a path. `filename*` comes before `filename`;
 * a plain name with percent signs is read as browsers do.
 */
export function fileName(contentDisposition: string): string | undefined {
  const values = parameters(contentDisposition)
  const name = extended(values.get('filename*')) ?? decoded(values.get('filename') ?? '', 'utf-8')
  return name.split(/[/\\]/).at(-1)?.trim() || undefined
}

/** `a.csv` has the extension `csv`; undefined when there is none. */
export const extension = (name: string): string | undefined => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]

function extended(value: string | undefined): string | undefined {
  const [, charset = '', text = ''] = /^([\w-]+)'[^']*'(.*)$/.exec(value ?? '') ?? []
  return CHARSETS.has(charset.toLowerCase()) ? decoded(text, charset) : undefined
}

/** Percent signs that encode nothing stay. */
const decoded = (text: string, charset: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))
    return new TextDecoder(charset).decode(bytes)
  })
