import type { Exchange } from '../../src/core/exchange.ts'
import { extension, fileName } from '../../src/core/file-name.ts'
import {
  FORMATS,
  type Format,
  formatKind,
  formatName,
  formatNamed,
  INTERFACES,
} from '../../src/core/format.ts'
import { formatOfType, mediaType } from '../../src/core/media-type.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'metadata/format-matches',
  indicator: 'metadata',
  severity: 'advice',
  about: 'resource',
  needs: ['exchange', 'bytes'],
  claim: {
    'zh-TW': '「檔案格式」、網址與標頭所示的格式與檔案實際格式相符',
    en: 'The declared format, and the one that address and headers tell, is the actual one',
  },
  // Nobody should declare the login page or the nothing that stands in place of the data.
  appliesTo: ({ resource, format, origin }) =>
    (resource.format !== undefined || origin === 'http') && format !== 'html' && format !== 'empty',
  messages: {
    differs: {
      text: {
        'zh-TW': '「檔案格式」填 {declared}，檔案實際是 {detected}。',
        en: 'Declared {declared}, but the file is {detected}.',
      },
      remedy: {
        'zh-TW': '請將「檔案格式」改填 {detected}，或改提供 {declared} 檔。',
        en: 'Declare {detected}, or provide {declared}.',
      },
    },
    'differs-with-signs': {
      text: {
        'zh-TW': '「檔案格式」填 {declared}，檔案實際是 {detected}；其他線索：{signs}。',
        en: 'Declared {declared}, but the file is {detected}. Other signs: {signs}.',
      },
      remedy: {
        'zh-TW': '請將「檔案格式」改填 {detected}，或改提供 {declared} 檔；網址與標頭也請一併改為相符。',
        en: 'Declare {detected}, or provide {declared}; let address and headers say the same.',
      },
    },
    'signs-differ': {
      text: {
        'zh-TW': '檔案實際是 {detected}，但網址或伺服器的標頭說是別的：{signs}。',
        en: 'The file is {detected}, but its address or the server’s headers say otherwise: {signs}.',
      },
      remedy: {
        'zh-TW': '請修正伺服器的 Content-Type、下載檔名或副檔名；瀏覽器與程式依這些決定怎麼開檔。',
        en: 'Correct the Content-Type, the download’s name or the extension: browsers and programs open the file by them.',
      },
    },
    missing: {
      text: {
        'zh-TW': '沒有填「檔案格式」；檔案實際是 {detected}。',
        en: 'No format is declared; the file is {detected}.',
      },
      remedy: { 'zh-TW': '請填入「檔案格式」：{detected}。', en: 'Declare {detected}.' },
    },
  },
  *check({ bytes, exchange }, { resource }) {
    const declared = resource.format?.trim()
    const detected = formatName(bytes.format)
    const found = signsOf(exchange)
    const signs = found.map(({ text }) => text)
    if (declared === '') yield { messageId: 'missing', data: { detected } }
    if (declared && !keeps(declared, bytes.format)) {
      const format = formatNamed(declared)
      const data = { declared: format ? FORMATS[format].name : declared, detected }
      if (signs.length === 0) yield { messageId: 'differs', data }
      else yield { messageId: 'differs-with-signs', data: { ...data, signs } }
    } else if (found.some(({ fits }) => !fits(bytes.format)))
      yield { messageId: 'signs-differ', data: { detected, signs } }
  },
})

/** Something besides 檔案格式 that tells a format. */
interface Sign {
  readonly text: string
  readonly fits: (actual: Format) => boolean
}

function signsOf({ kind, finalUrl, url, contentType = '', contentDisposition = '' }: Exchange): Sign[] {
  if (kind === 'file') return []
  const { type } = mediaType(contentType)
  const name = fileName(contentDisposition)
  const ending = extensionOf(finalUrl) ?? extensionOf(url)
  const signs: Sign[] = []
  if (ending !== undefined) signs.push({ text: `URL .${ending}`, fits: (actual) => keeps(ending, actual) })
  if (name !== undefined && formatNamed(extension(name)))
    signs.push({
      text: `Content-Disposition ${name.slice(-80)}`,
      fits: (actual) => keeps(extension(name)!, actual),
    })
  const format = formatOfType(type)
  if (format || type === 'text/plain')
    signs.push({
      text: `Content-Type ${type}`,
      fits: (actual) => (format ? keeps(format, actual) : isPlain(actual)),
    })
  return signs
}

/** Of the file an address names, if it is one that tells a format: `.aspx` tells none. */
function extensionOf(url: string): string | undefined {
  const found = URL.canParse(url) ? extension(new URL(url).pathname) : undefined
  return formatNamed(found) ? found : undefined
}

const isPlain = (actual: Format): boolean => ['table', 'tree', 'text'].includes(formatKind(actual))

/** Whether content of this format is what the word promised. */
function keeps(word: string, actual: Format): boolean {
  const key = word.toLowerCase()
  const format = formatNamed(word)
  const related = RELATED[key] ?? (format && RELATED[format]) ?? []
  return INTERFACES.has(key) || format === actual || related.includes(actual)
}

/** Formats that are a case of another, so that the wider name is no mistake. */
const RELATED: Readonly<Record<string, readonly string[]>> = {
  json: ['geojson', 'ndjson', 'jsonp'],
  xml: ['kml', 'gml', 'rss', 'cap', 'wsdl'],
  kml: ['kmz'],
  shp: ['zip'],
  text: ['csv', 'tsv'],
  excel: ['xlsx', 'xlsm', 'xlsb', 'xls', 'xls5', 'xmlss'],
  xlsx: ['xlsm'],
  xls: ['xls5'],
  sqlite: ['gpkg'],
  doc: ['ole'],
  ppt: ['ole'],
  zip: ['kmz', 'sevenzip', 'rar', 'gzip', 'tar'],
}
