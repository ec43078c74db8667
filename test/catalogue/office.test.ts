import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folder, odbadge, portalFor, running, SOUND } from '../cli/run.ts'
import { odsOf, sheet, xlsxOf, xlsxParts } from '../support/workbooks.ts'
import { zipOf } from '../support/zip.ts'
import { list } from './live.ts'
import { manualText } from './manual-text.ts'

const ADDRESS = 'http://data.coa.gov.tw/Service/OpenData/DataFileService.aspx'
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Lines of a text as a word processor keeps them: rows with tabs are tables. */
function paragraphs(
  text: string,
  paragraph: (text: string) => string,
  row: (cells: readonly string[]) => string,
  table: (rows: string) => string,
): string {
  const blocks: string[] = []
  let rows = ''
  for (const line of [...text.split('\n'), '']) {
    if (line.includes('\t')) rows += row(line.split('\t'))
    else {
      if (rows !== '') blocks.push(table(rows))
      rows = ''
      blocks.push(paragraph(line))
    }
  }
  return blocks.join('')
}

const word = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
/** With what a word processor puts between: tab stops, fields, remarks, text that was struck out. */
const wordParagraph = (text: string): string =>
  `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>${word(text.slice(0, 3))}<w:r><w:instrText>PAGEREF 1</w:instrText></w:r><w:del><w:r><w:delText>舊</w:delText></w:r></w:del>${word(text.slice(3))}</w:p>`
const docx = (text: string): Buffer =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${paragraphs(
      text,
      wordParagraph,
      (cells) =>
        `<w:tr>${cells.map((cell) => `<w:tc><w:tcPr/>${wordParagraph(cell)}</w:tc>`).join('')}</w:tr>`,
      (rows) => `<w:tbl><w:tblPr/>${rows}</w:tbl>`,
    )}</w:body></w:document>`,
  })
const odtParagraph = (text: string): string => `<text:p><text:span>${escaped(text)}</text:span></text:p>`
const odt = (text: string): Buffer =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text><text:tracked-changes><text:p>刪去的字</text:p></text:tracked-changes>${paragraphs(
      text,
      odtParagraph,
      (cells) =>
        `<table:table-row>${cells.map((cell) => `<table:table-cell>${odtParagraph(cell)}</table:table-cell>`).join('')}</table:table-row>`,
      (rows) => `<table:table>${rows}</table:table>`,
    )}</office:text></office:body></office:document-content>`,
  })

describe('介接說明書', () => {
  const read = async (name: string, content: string | Buffer) =>
    (await list(folder({ [name]: content })(name))).datasets

  it.each([
    ['DOCX', docx],
    ['ODT', odt],
  ])('as %s says what it says as text', async (_, make) => {
    const text = manualText(ADDRESS)
    expect(await read('manual', make(text))).toEqual(await read('manual', text))
  })

  it.each([
    ['DOCX', docx],
    ['ODT', odt],
  ])('as %s whose numbers the program makes', async (_, make) => {
    const text = manualText(ADDRESS)
    const bare = text
      .replace(/^\(\d\) /gm, '')
      .replace(/^\d\. /gm, '')
      .replace(/^\d\d\t/gm, '\t')
    expect(bare).not.toContain('01\t')
    expect(await read('manual', make(bare))).toEqual(await read('manual', text))
  })

  it('as a PDF, by way of pdftotext -layout: columns of blanks, broken lines, page feeds', async () => {
    const labels = [
      ['年度', '年度'],
      ['LawCategoryName', '法規類別'],
      ['水稻戶數', '水稻戶數'],
    ] as const
    const layout = manualText(ADDRESS, { labels })
      .replace('編號\t標籤名稱\t標籤說明', '編號 標籤名稱                  標籤說明\n')
      .replace('01\t年度\t年度', '01    年度                 年度\n')
      .replace(
        '02\tLawCategoryName\t法規類別',
        '02    LawCategoryName 法規類別\n                         （續）\n\n                    2\n\f',
      )
      .replace('03\t水稻戶數\t水稻戶數', '03    水稻戶數               水稻戶數\n')
      .replace('資料提供單位為農糧署', '資料提供單位為農\n糧署')
      // As poppler gives them.
      .replaceAll('料', '\uf9be')
      .replaceAll('更', '\uf901')
      .replaceAll('率', '\uf961')
      .replace('年度、地區別、其他', '年度、\n地區別、其他')
    const [dataset] = await read('manual', layout)
    expect(dataset).toMatchObject({
      publisher: '農糧署',
      updateFrequency: '每年',
      fields: '年度、LawCategoryName(法規類別)、水稻戶數',
      extra: { 資料集描述: '提供資料包括：年度、地區別、其他含特作、雜糧戶數等欄位資訊。' },
    })
  })

  it('piped in from pdftotext', async () => {
    const { child, end } = running(['catalogue', '-', '--reporter', 'csv'])
    child.stdin.end(manualText(ADDRESS))
    let out = ''
    for await (const chunk of child.stdout) out += String(chunk)
    await end
    expect(out).toContain('UDL214')
  })

  it('without its layout claims no fields, and says why', async () => {
    const plain = manualText(ADDRESS).replaceAll('\t', '\n\n')
    const { datasets, problems, details } = await list(folder({ m: plain })('m'))
    expect([datasets[0]?.id, datasets[0]?.fields, problems]).toEqual(['UDL214', undefined, ['bad-record@1']])
    expect(details[0]).toContain('pdftotext -layout')
  })
})

const HEADER = ['編號', '網址', '格式', '編碼', '欄位', '更新頻率', '資料更新時間', '品質檢測']
const ROWS = [
  [1, 'https://a.gov.tw/a.csv', 'CSV', 'UTF-8', '年度、"地區別",人數', '每年', { date: 46_053 }, '白金'],
  [],
  [
    'B-2',
    'https://a.gov.tw/b;https://a.gov.tw/c',
    'CSV;JSON',
    'UTF-8;UTF-8',
    '年度\n地區',
    '不定期',
    '2026-02-28 08:30:00',
    null,
  ],
  [4, 'https://a.gov.tw/d.csv', 'CSV', null, null, null, null, null],
] as const

describe('a plain list', () => {
  it.each([
    ['XLSX', xlsxOf([sheet([HEADER, ...ROWS])])],
    ['XLSX without shared strings', zipOf(xlsxParts([sheet([HEADER, ...ROWS])], { shared: false }))],
    ['ODS', odsOf([sheet([HEADER, ...ROWS])])],
  ])('as %s', async (_, body) => {
    const at = folder({ list: body })
    const { datasets, problems } = await list(at('list'))
    expect(problems).toEqual([])
    expect(datasets).toMatchObject([
      {
        id: '1',
        fields: '年度、"地區別",人數',
        updateFrequency: '每年',
        portalBadge: '白金',
        position: 2,
        resources: [
          {
            url: 'https://a.gov.tw/a.csv',
            format: 'CSV',
            encoding: 'UTF-8',
            modified: '2026-01-31T00:00:00+08:00',
          },
        ],
      },
      {
        id: 'B-2',
        fields: '年度 地區',
        position: 4,
        resources: [
          { url: 'https://a.gov.tw/b', format: 'CSV', modified: '2026-02-28T08:30:00+08:00' },
          { url: 'https://a.gov.tw/c', format: 'JSON' },
        ],
      },
      // Columns that are there and empty: claims not made.
      { id: '4', fields: '', updateFrequency: '', position: 5, resources: [{ encoding: '' }] },
    ])
  })

  it('counts days from 1904 where the workbook does', async () => {
    const parts = xlsxParts(
      [sheet([HEADER, [1, 'https://a.gov.tw/a', 'CSV', '', '', '', { date: 44_591 }]])],
      {
        dates: 1904,
      },
    )
    const { datasets } = await list(folder({ list: zipOf(parts) })('list'))
    expect(datasets[0]?.resources[0]?.modified).toBe('2026-01-31T00:00:00+08:00')
  })

  it('is audited', async () => {
    const { url } = await portalFor({ '/sound.csv': { body: SOUND } })
    const rows = [HEADER, [1, url('/sound.csv'), 'CSV', 'UTF-8', '年度、地區別、人數', '不定期', null, '金']]
    const at = folder({ 'list.xlsx': xlsxOf([sheet(rows)]) })
    const { code, err } = await odbadge('audit', at('list.xlsx'), '--out', at('out'), '--allow-private')
    expect([code, err]).toEqual([0, ''])
    const { datasets } = JSON.parse(readFileSync(at('out', 'report.json'), 'utf8'))
    expect(datasets).toMatchObject([
      { badge: { atLeast: 'gold' }, portal: { comparison: { agreement: 'agree' } } },
    ])
  })
})

describe('what has to be saved as something else', () => {
  it.each<[string, Buffer, RegExp]>([
    ['PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3'), /是 PDF.*pdftotext -layout 檔名\.pdf - \| odbadge audit -/],
    ['DOC', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /舊版 Office.*另存為 DOCX/],
    ['ZIP', zipOf({ 'a.csv': 'x' }), /是壓縮檔.*解壓縮/],
    ['a damaged workbook', xlsxOf([sheet([HEADER])]).subarray(0, 600), /已損壞、太大或設有密碼/],
    [
      'a workbook with broken XML',
      zipOf({ ...xlsxParts([sheet([HEADER])]), 'xl/worksheets/sheet1.xml': '<a><b></a>' }),
      /已損壞/,
    ],
    [
      'the manual of a platform',
      Buffer.from(
        '壹、 目的\n\n依循國發會「共通性資料存取應\n用程式介面（API）規範」、共通性資\uf9be存取\nhttp://apiservice.mol.gov.tw/OdService/rest/dataset/{identifier}\nhttp://apiservice.mol.gov.tw/OdService/rest/dataset?modified={modi\n',
      ),
      /是平臺的 API 使用說明.*odbadge audit http:\/\/apiservice\.mol\.gov\.tw\/OdService\/rest\/dataset$/m,
    ],
    ['levels without end', zipOf({ 'word/document.xml': '<a>'.repeat(10_000) }), /> 256 levels/],
    ['text without end', zipOf({ 'word/document.xml': `<a>${' '.repeat(3 << 20)}</a>` }), /without a tag/],
    [
      'a million rows',
      zipOf({
        ...xlsxParts([sheet([HEADER])]),
        'xl/worksheets/sheet1.xml': '<a><row r="999999"><c><v>1</v></c></row></a>',
      }),
      /> 200000 rows/,
    ],
    ['a workbook that is no list', xlsxOf([sheet([['甲', '乙']])]), /沒有「資料集識別碼」欄位/],
  ])('%s', async (_, body, message) => {
    const at = folder({ file: body })
    const { code, err } = await odbadge('catalogue', at('file'))
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })
})
