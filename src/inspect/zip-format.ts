import type { Format } from '../core/format.ts'
import type { Source } from './source.ts'
import { orReason } from './unreadable.ts'
import { openZip, type ZipMember } from './zip.ts'

/** Content types of the main part of an Office document (ECMA-376), templates and slide shows included. */
const OFFICE: readonly (readonly [RegExp, Format])[] = [
  [/spreadsheetml\.(?:sheet|template)\.main\+xml/, 'xlsx'],
  [/ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main\+xml/i, 'xlsm'],
  [/ms-excel\.sheet\.binary\.macroEnabled\.main/i, 'xlsb'],
  [/wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\./, 'docx'],
  [/presentationml\.(?:presentation|template|slideshow)\.main\+xml|ms-powerpoint\./, 'pptx'],
]

const OPEN_DOCUMENT: readonly (readonly [RegExp, Format])[] = [
  [/^application\/vnd\.oasis\.opendocument\.spreadsheet/, 'ods'],
  [/^application\/vnd\.oasis\.opendocument\.text/, 'odt'],
  [/^application\/vnd\.oasis\.opendocument\.presentation/, 'odp'],
]

const MAX_TYPES = 1 << 20

/** What a ZIP is, by its own list of types, wherever in the archive that stands; undefined when none can be read. */
export async function formatOfZip(source: Source): Promise<Format | undefined> {
  const { members } = await openZip(source)
  if (members.length === 0) return undefined
  const named = (name: string) => members.find((member) => member.name === name)
  const types = await textOf(named('[Content_Types].xml'))
  for (const [type, format] of OFFICE) if (type.test(types)) return format
  const mime = await textOf(named('mimetype'))
  for (const [type, format] of OPEN_DOCUMENT) if (type.test(mime)) return format
  return members.some(({ name }) => /^[^/]+\.kml$/i.test(name)) ? 'kmz' : 'zip'
}

/** Empty where there is none, or none that can be read: then its kind is not known by it. */
async function textOf(member: ZipMember | undefined): Promise<string> {
  if (!member) return ''
  return orReason(
    async () => {
      const blocks: Buffer[] = []
      for await (const block of member.open(MAX_TYPES)) blocks.push(block)
      return Buffer.concat(blocks).toString('utf8')
    },
    () => '',
  )
}
