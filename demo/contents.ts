import iconv from 'iconv-lite'

export type Cell = string | number
export type Cells = readonly Cell[]

/** Looks like a statistic, and is the same in every run. */
export const figure = (seed: number, least: number, most: number): number =>
  least + ((((seed + 11) * 7919 * 31 + 104_729) % 1_299_709) % (most - least + 1))

export const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

/** Every pair, the second name changing faster. */
export const pairs = <A, B>(first: readonly A[], second: readonly B[]): [A, B][] =>
  first.flatMap((a) => second.map((b): [A, B] => [a, b]))

const quote = (cell: Cell): string => {
  const text = String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const line = (cells: Cells, delimiter = ','): string => `${cells.map(quote).join(delimiter)}\r\n`
export const csv = (rows: readonly Cells[]): string => rows.map((row) => line(row)).join('')
export const tsv = (rows: readonly Cells[]): string => rows.map((row) => line(row, '\t')).join('')

/** CP950, what Windows in Taiwan calls ANSI. */
export const big5 = (text: string): Buffer => iconv.encode(text, 'cp950')

/** UTF-8 taken for Windows-1252 and saved, as browsers and MySQL do it: how a file is garbled for good. */
export const garbled = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => iconv.decode(Buffer.from([byte]), 'win1252').replace('\ufffd', String.fromCharCode(byte)))
    .join('')

export const records = (header: readonly string[], rows: readonly Cells[]): Record<string, Cell>[] =>
  rows.map((row) => Object.fromEntries(header.map((name, i): [string, Cell] => [name, row[i] ?? ''])))

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const escaped = (cell: Cell): string => String(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const xml = (
  root: string,
  element: string,
  header: readonly string[],
  rows: readonly Cells[],
): string => {
  const fields = (row: Cells) =>
    header.map((name, i) => `    <${name}>${escaped(row[i] ?? '')}</${name}>\n`).join('')
  const body = rows.map((row) => `  <${element}>\n${fields(row)}  </${element}>\n`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${body}</${root}>\n`
}

export const page = (title: string, body: string, head = ''): string =>
  `<!DOCTYPE html>\n<html lang="zh-Hant">\n<head><meta charset="utf-8"><title>${title}</title>${head}</head>\n<body>\n${body}\n</body>\n</html>\n`

export const COUNTIES = [
  '新北市',
  '臺北市',
  '桃園市',
  '臺中市',
  '臺南市',
  '高雄市',
  '宜蘭縣',
  '新竹縣',
  '苗栗縣',
  '彰化縣',
  '南投縣',
  '雲林縣',
  '嘉義縣',
  '屏東縣',
  '臺東縣',
  '花蓮縣',
  '澎湖縣',
  '基隆市',
  '新竹市',
  '嘉義市',
  '金門縣',
  '連江縣',
] as const

/** 臺東縣的十六個鄉鎮市。 */
export const TOWNSHIPS = [
  '臺東市',
  '成功鎮',
  '關山鎮',
  '卑南鄉',
  '大武鄉',
  '太麻里鄉',
  '東河鄉',
  '長濱鄉',
  '鹿野鄉',
  '池上鄉',
  '綠島鄉',
  '延平鄉',
  '海端鄉',
  '達仁鄉',
  '金峰鄉',
  '蘭嶼鄉',
] as const

export const INDUSTRIES = ['農林漁牧業', '製造業', '營建工程業', '運輸及倉儲業', '住宿及餐飲業'] as const
