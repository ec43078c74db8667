import { FORMATS, formatName, formatNamed, INTERFACES } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'metadata/format-matches',
  indicator: 'metadata',
  severity: 'advice',
  about: 'resource',
  needs: ['bytes'],
  claim: { 'zh-TW': '「檔案格式」與檔案實際格式相符', en: 'The declared format is the actual one' },
  // Nobody should declare the login page or the nothing that stands in place of the data.
  appliesTo: ({ resource, format }) =>
    resource.format !== undefined && format !== 'html' && format !== 'empty',
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
    missing: {
      text: {
        'zh-TW': '沒有填「檔案格式」；檔案實際是 {detected}。',
        en: 'No format is declared; the file is {detected}.',
      },
      remedy: { 'zh-TW': '請填入「檔案格式」：{detected}。', en: 'Declare {detected}.' },
    },
  },
  *check({ bytes }, { resource }) {
    const declared = resource.format?.trim() ?? ''
    const detected = formatName(bytes.format)
    if (declared === '') yield { messageId: 'missing', data: { detected } }
    const format = formatNamed(declared)
    if (declared === '' || INTERFACES.has(declared.toLowerCase()) || format === bytes.format) return
    const related = RELATED[declared.toLowerCase()] ?? (format && RELATED[format]) ?? []
    if (!related.includes(bytes.format))
      yield { messageId: 'differs', data: { declared: format ? FORMATS[format].name : declared, detected } }
  },
})

/** Formats that are a case of another, so that the wider name is no mistake. */
const RELATED: Readonly<Record<string, readonly string[]>> = {
  json: ['geojson', 'ndjson', 'jsonp'],
  xml: ['kml', 'gml', 'rss', 'cap', 'wsdl'],
  kml: ['kmz'],
  shp: ['zip'],
  text: ['csv', 'tsv'],
  excel: ['xlsx', 'xlsm', 'xlsb', 'xls', 'xls5'],
  xlsx: ['xlsm'],
  xls: ['xls5'],
  sqlite: ['gpkg'],
  doc: ['ole'],
  ppt: ['ole'],
  zip: ['kmz', 'sevenzip', 'rar', 'gzip', 'tar'],
}
