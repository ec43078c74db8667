import { packed, stored } from '../packed.ts'
import { createZip } from '../zip.ts'
import { CONTENT_STYLES, FONTS, PAGE_STYLES } from './odt-styles.ts'
import type { Paper, PaperTable } from './paper.ts'

const TYPE = 'application/vnd.oasis.opendocument.text'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'
const SPACES = [
  `xmlns:office="${OASIS}:office:1.0"`,
  `xmlns:style="${OASIS}:style:1.0"`,
  `xmlns:text="${OASIS}:text:1.0"`,
  `xmlns:table="${OASIS}:table:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  'office:version="1.3"',
].join(' ')

const MANIFEST = [
  HEAD,
  `<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">`,
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/>`,
  ...['content.xml', 'styles.xml'].map(
    (part) => `<manifest:file-entry manifest:full-path="${part}" manifest:media-type="text/xml"/>`,
  ),
  '</manifest:manifest>',
].join('')

/** The letter as an OpenDocument text (ODF 1.3), which the government's own guidelines ask for. */
export function* paperOdt(paper: Paper): Generator<Uint8Array> {
  const zip = createZip()
  yield* zip.put('mimetype', stored(TYPE))
  yield* zip.put('META-INF/manifest.xml', packed(MANIFEST))
  yield* zip.put(
    'styles.xml',
    packed(`${HEAD}<office:document-styles ${SPACES}>${FONTS}${PAGE_STYLES}</office:document-styles>`),
  )
  yield* zip.put('content.xml', packed(content(paper)))
  yield zip.finish()
}

function content({ title, ordinals, colon, facts, subject, sections, tables }: Paper): string {
  const columns = tables.flatMap(({ widths }, at) => {
    const all = widths.reduce((sum, width) => sum + width, 0)
    return widths.map(
      (width, column) =>
        `<style:style style:name="T${at}C${column}" style:family="table-column"><style:table-column-properties style:column-width="${((17 * width) / all).toFixed(2)}cm"/></style:style>`,
    )
  })
  const body = [
    paragraph('Title', title),
    ...facts.map(([name, value]) => paragraph('Fact', name + colon + value)),
    paragraph('Fact', subject.join(colon)),
    ...sections.flatMap(({ heading, items }) => [
      paragraph('Head', heading),
      ...items.map((item, at) => paragraph('Item', `${ordinals[at]}${item}`)),
    ]),
    ...tables.flatMap(table),
  ]
  return [
    `${HEAD}<office:document-content ${SPACES}>${FONTS}`,
    `<office:automatic-styles>${CONTENT_STYLES}${columns.join('')}</office:automatic-styles>`,
    `<office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`,
  ].join('')
}

function table({ caption, head, rows, more }: PaperTable, at: number): string[] {
  const row = (cells: readonly string[], style: string) =>
    `<table:table-row>${cells
      .map(
        (cell) =>
          `<table:table-cell table:style-name="Cell" office:value-type="string">${paragraph(style, cell)}</table:table-cell>`,
      )
      .join('')}</table:table-row>`
  const columns = head.map((_, column) => `<table:table-column table:style-name="T${at}C${column}"/>`)
  return [
    paragraph('Head', caption),
    `<table:table table:name="T${at}">${columns.join('')}<table:table-header-rows>${row(head, 'HeadCell')}</table:table-header-rows>${rows.map((cells) => row(cells, 'TextCell')).join('')}</table:table>`,
    ...(more === undefined ? [] : [paragraph('Item', more)]),
  ]
}

const paragraph = (style: string, text: string): string =>
  `<text:p text:style-name="${style}">${xml(text)}</text:p>`

/** Half a surrogate pair has no place in XML. */
const xml = (text: string): string =>
  text.replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd').replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
