// Writes large workbooks as a stream, for the benchmarks: what they hold is the same in XLSX and in ODS.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'

const COUNTIES = ['臺北市', '新北市', '桃園市', '臺中市', '臺南市', '高雄市', '花蓮縣', '澎湖縣']
const NAMES = ['編號', '縣市', '年度', '人數', '金額', '比率', '日期', '機構', '床位', '備考']
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Ten cells; texts come as strings. */
const row = (n) => [
  n,
  COUNTIES[n % 8],
  90 + (n % 25),
  (n * 7919) % 100_000,
  (n * 2_654_435_761) % 10_000_000,
  (n % 997) / 1000,
  `2026-0${1 + (n % 9)}-1${n % 10}`,
  `第${n}衛生所`,
  n % 60,
  '－',
]

/** A ZIP whose members are streamed: sizes follow the content. */
export async function writeZip(path, members) {
  const file = createWriteStream(path)
  const directory = []
  let offset = 0
  const write = async (bytes) => {
    offset += bytes.length
    if (!file.write(bytes)) await once(file, 'drain')
  }
  for (const [name, pieces] of members) {
    const label = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt16LE(label.length, 22)
    const start = offset
    await write(Buffer.concat([Buffer.from('PK\x03\x04'), facts, label]))
    const deflate = createDeflateRaw({ level: 6 })
    let [size, compressed, sum] = [0, 0, 0]
    const drained = (async () => {
      for await (const block of deflate) {
        compressed += block.length
        await write(block)
      }
    })()
    for (const piece of pieces) {
      const bytes = Buffer.from(piece)
      size += bytes.length
      sum = crc32(bytes, sum)
      if (!deflate.write(bytes)) await once(deflate, 'drain')
    }
    deflate.end()
    await drained
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(sum, 0)
    sizes.writeUInt32LE(compressed, 4)
    sizes.writeUInt32LE(size, 8)
    await write(Buffer.concat([Buffer.from('PK\x07\x08'), sizes]))
    sizes.copy(facts, 10)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(start, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, place, label]))
  }
  const start = offset
  for (const entry of directory) await write(entry)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(offset - start, 8)
  end.writeUInt32LE(start, 12)
  await write(Buffer.concat([Buffer.from('PK\x05\x06'), end]))
  file.end()
  await once(file, 'close')
}

function* gathered(pieces) {
  let held = ''
  for (const piece of pieces) {
    held += piece
    if (held.length < 65_536) continue
    yield held
    held = ''
  }
  yield held
}

const relations = (...entries) =>
  `${XML}<Relationships xmlns="${RELATIONS}">${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The members of an XLSX around one sheet. */
export const xlsxMembers = (sheet, strings = ['<sst/>']) => [
  [
    '[Content_Types].xml',
    [
      `${XML}<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ],
  ],
  ['_rels/.rels', [relations(['rId1', 'officeDocument', 'xl/workbook.xml'])]],
  [
    'xl/workbook.xml',
    [
      `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="資料" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
  ],
  [
    'xl/_rels/workbook.xml.rels',
    [
      relations(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ),
    ],
  ],
  ['xl/worksheets/sheet1.xml', sheet],
  ['xl/sharedStrings.xml', strings],
]

export function writeXlsx(path, rows) {
  const known = new Map()
  const index = (text) => {
    if (!known.has(text)) known.set(text, known.size)
    return known.get(text)
  }
  function* sheet() {
    yield `${XML}<worksheet xmlns="${SHEETS}"><sheetData>`
    for (let n = 0; n <= rows; n++) {
      const cells = (n === 0 ? NAMES : row(n)).map((value, c) => {
        const place = `r="${String.fromCharCode(65 + c)}${n + 1}"`
        return typeof value === 'number'
          ? `<c ${place}><v>${value}</v></c>`
          : `<c ${place} t="s"><v>${index(value)}</v></c>`
      })
      yield `<row r="${n + 1}" spans="1:10">${cells.join('')}</row>`
    }
    yield '</sheetData></worksheet>'
  }
  function* strings() {
    yield `${XML}<sst xmlns="${SHEETS}">`
    for (const text of known.keys()) yield `<si><t>${text}</t></si>`
    yield '</sst>'
  }
  return writeZip(path, xlsxMembers(gathered(sheet()), gathered(strings())))
}

export function writeOds(path, rows) {
  function* content() {
    yield `${XML}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="資料">`
    for (let n = 0; n <= rows; n++) {
      const cells = (n === 0 ? NAMES : row(n)).map((value) =>
        typeof value === 'number'
          ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
          : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`,
      )
      yield `<table:table-row>${cells.join('')}</table:table-row>`
    }
    yield '</table:table></office:spreadsheet></office:body></office:document-content>'
  }
  return writeZip(path, [
    ['mimetype', ['application/vnd.oasis.opendocument.spreadsheet']],
    ['content.xml', gathered(content())],
  ])
}
