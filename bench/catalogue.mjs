// node bench/catalogue.mjs [rows=53207]: a data.gov.tw export as CSV, JSON and XML, read dataset by dataset; run
// `npm run build` first. Exit code 1: a shape of 150 MB or more, or one that loses a dataset.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixed, MIB, measure } from './measure.mjs'

const ROWS = Number(process.argv[2] ?? 53_207)
const MAX_RSS = 150

/** Shares of the export of 2026 in thousandths: links per dataset (median 1, p90 10, p99 52), formats, frequencies, hosts. */
const LINKS = [
  [550, 1],
  [150, 2],
  [100, 4],
  [100, 8],
  [80, 14],
  [15, 40],
  [4, 52],
  [1, 494],
]
const FORMATS = [
  [534, 'CSV'],
  [177, 'JSON'],
  [70, '壓縮檔'],
  [67, 'XML'],
  [34, 'XLSX'],
  [20, 'PDF'],
  [12, 'XLS'],
  [86, '其他'],
]
const FREQUENCIES = [
  [640, '不定期更新'],
  [179, '每1年'],
  [59, '每1月'],
  [40, '每1日'],
  [82, '每3月'],
]
const HOSTS = [
  [136, 'www.tpc.moj.gov.tw'],
  [65, 'apiservice.mol.gov.tw/OdService/download'],
  [91, 'soa.tainan.gov.tw/Api/Service/Get'],
  [70, 'newdatacenter.taichung.gov.tw/api/v1/no-auth/resource.download?rid='],
  [58, 'data.kcg.gov.tw/dataset'],
  [37, 'opendata.judicial.gov.tw/api/FilesetLists'],
  [543, 'www.example.gov.tw/OpenData.aspx?SN=A;B&id='],
]

const pick = (table, n) => {
  let left = (n * 2_654_435_761) % 1000
  for (const [share, value] of table) {
    left -= share
    if (left < 0) return value
  }
  return table.at(-1)[1]
}

function dataset(n) {
  const links = Array.from({ length: pick(LINKS, n) }, (_, at) => `https://${pick(HOSTS, n)}/${n}-${at}`)
  const format = pick(FORMATS, n + 7)
  return {
    資料集識別碼: String(5_000 + n),
    資料集名稱: `第${n}號機關業務統計資料集`,
    資料提供屬性: '檔案資料',
    服務分類: '公共資訊',
    品質檢測: n % 5 === 0 ? '' : '白金',
    檔案格式: links.map(() => format).join(';'),
    資料下載網址: links.join(';'),
    編碼格式: links.map(() => 'UTF-8').join(';'),
    資資料集上架方式: '系統介接程式',
    資料集描述: `提供「第${n}號」機關業務統計，含年度、地區別、件數等。`.repeat(1 + (n % 3)),
    主要欄位說明: 'Year(年度,西元)、Area(地區別)、Cases(件數,單位為件)、Amount(金額)',
    提供機關: ['勞動部', '臺南市政府', '臺灣臺北地方檢察署', '社會處'][n % 4],
    更新頻率: pick(FREQUENCIES, n + 3),
    授權方式: '政府資料開放授權條款-第1版',
    相關網址: '',
    計費方式: '免費',
    提供機關聯絡人姓名: '王小明',
    提供機關聯絡人電話: '02-1234-5678',
    上架日期: '2017-09-12 15:49:25',
    詮釋資料更新時間: '2025-02-05 16:08:38',
    備註: n % 4 === 0 ? '第一行\n"第二行", 說明' : '',
    資料量: links.map(() => '56').join(';'),
  }
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const NOTATIONS = {
  csv: {
    before: `\ufeff${Object.keys(dataset(1)).join(',')}\r\n`,
    write: (row) =>
      `${Object.values(row)
        .map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(',')}\r\n`,
    after: '',
  },
  json: { before: '[', write: (row) => `,${JSON.stringify(row)}`, after: ']' },
  xml: {
    before: '<?xml version="1.0" encoding="UTF-8"?>\n<data>',
    write: (row) =>
      `<row>${Object.entries(row)
        .map(([name, text]) => `<${name}>${escaped(text)}</${name}>`)
        .join('')}</row>\n`,
    after: '</data>\n',
  },
}

const directory = mkdtempSync(join(tmpdir(), 'odbadge-bench-'))
const reader = join(import.meta.dirname, 'read-catalogue.mjs')

async function generate(file, { before, write, after }) {
  const target = await open(file, 'w')
  let block = before
  for (let n = 1; n <= ROWS; n++) {
    const text = write(dataset(n))
    block += n === 1 ? text.replace(/^,/, '') : text
    if (block.length < 100_000) continue
    await target.write(block)
    block = ''
  }
  await target.write(block + after)
  await target.close()
}

try {
  console.log(`${ROWS} datasets\nshape     MB  seconds   MB/s  peak RSS`)
  for (const [name, notation] of Object.entries(NOTATIONS)) {
    const file = join(directory, `export.${name}`)
    await generate(file, notation)
    const size = statSync(file).size / MIB
    const { seconds, rss, output, code } = await measure(reader, file)
    if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output}`)
    console.log(
      `${name.padEnd(5)}${fixed(size, 7)}${fixed(seconds, 9, 2)}${fixed(size / seconds, 7)}${fixed(rss, 7, 0)} MB  ${output.trim()}`,
    )
    if (rss >= MAX_RSS || !output.startsWith(`${ROWS} datasets, 0 problems`)) process.exitCode = 1
  }
} finally {
  rmSync(directory, { recursive: true, force: true })
}
