import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { HEADER, ids, readText } from './make.ts'

const TABLE = `${HEADER.split(',').slice(0, 2).join(',')},提供機關,資料下載網址\n1,水庫營運,經濟部,https://a.tw/1\n`
const JSON_TEXT = JSON.stringify([
  { 資料集識別碼: 1, 資料集名稱: '水庫營運', 資料下載網址: 'https://a.tw/1' },
])
const XML = (encoding: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><data><row><資料集識別碼>1</資料集識別碼><資料集名稱>水庫營運</資料集名稱><資料下載網址>https://a.tw/1</資料下載網址></row></data>`

describe('encodings', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${TABLE}`)],
    ['Big5', iconv.encode(TABLE, 'cp950')],
    ['UTF-16LE with BOM', iconv.encode(TABLE, 'utf16le', { addBOM: true })],
    ['UTF-16BE with BOM', iconv.encode(TABLE, 'utf16be', { addBOM: true })],
    ['JSON in Big5', iconv.encode(JSON_TEXT, 'cp950')],
    ['JSON in UTF-16', iconv.encode(JSON_TEXT, 'utf16le', { addBOM: true })],
    ['XML in Big5', iconv.encode(XML('Big5'), 'cp950')],
    ['XML in UTF-16', iconv.encode(XML('UTF-16'), 'utf16le', { addBOM: true })],
  ])('%s', async (_, content) => {
    const read = await readText(content)
    expect(read.problems).toEqual([])
    expect(read.datasets).toMatchObject([{ id: '1', title: '水庫營運' }])
    for (const chunkSize of [1, 3]) expect(await readText(content, { chunkSize })).toEqual(read)
  })

  test('bytes of no encoding are told', async () => {
    const [before, after] = TABLE.split('營運') as [string, string]
    const read = await readText(
      Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0x80]), Buffer.from(after)]),
    )
    expect(read.codes).toEqual(['bad-record@2'])
    expect(ids(read)).toEqual(['1'])
  })

  test('Big5 longer than what is looked at first', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `${at},水庫營運,經濟部水利署,https://a.tw/${at}\n`)
    const content = iconv.encode(`資料集識別碼,資料集名稱,提供機關,資料下載網址\n${rows.join('')}`, 'cp950')
    expect(content.length).toBeGreaterThan(2 ** 21)
    const { datasets, problems } = await readText(content)
    expect(problems).toEqual([])
    expect(datasets.at(-1)?.publisher).toBe('經濟部水利署')
  })
})

describe('what is no catalogue', () => {
  test.each<[string, string, RegExp]>([
    ['nothing', '', /是空的/],
    ['a byte order mark only', '\ufeff', /是空的/],
    ['a web page', '<html><head><title> 單一簽入 </title></head></html>', /網頁（標題：「單一簽入」）/],
    [
      'a web page with a declaration',
      '<?xml version="1.0"?><!DOCTYPE html><html><title>x</title>',
      /網頁（標題：「x」）/,
    ],
    ['a web page without a title', '<!doctype html><p>', /網頁（標題：「」）/],
    ['a JSON object', '{"a":1}', /找不到資料集的陣列/],
    ['a JSON text', '"x"', /沒有「資料集識別碼」/],
    ['one dataset of the API, cut', '{"success":true,"result":{"datasetId":1,"title":"x', /不是正確的 JSON/],
    ['a data package, cut', '{"profile":"x","resources":[{"path":"a.csv"},', /不是正確的 JSON/],
    ['RDF', '<?xml version="1.0"?><rdf:RDF></rdf:RDF>', /最外層元素是 <rdf:RDF>/],
  ])('%s', async (_, content, message) => {
    await expect(readText(content)).rejects.toThrow(message)
  })

  test.each<[string, string, readonly string[]]>([
    ['an array of texts', '["a","b"]', ['bad-row@1', 'bad-row@2']],
    ['an array of lists', '[[1],[2]]', ['bad-row@1', 'bad-row@2']],
    ['a truncated CSV', TABLE.slice(0, -18), ['row-width@2']],
    ['a truncated JSON', JSON_TEXT.slice(0, -4), ['cut-short@1']],
    ['a truncated XML', XML('UTF-8').slice(0, -20), ['cut-short@1']],
  ])('%s is told', async (_, content, codes) => {
    const read = await readText(content)
    expect(read.codes).toEqual(codes)
    expect(read.datasets).toEqual([])
  })
})

describe('nested without end', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  test.each<[string, string]>([
    ['an export', `[{"資料集識別碼":1,"資料集名稱":"x","備註":${deep}}]`],
    ['CKAN', `{"result":{"results":[{"id":"1","resources":[],"x":${deep}}]}}`],
    ['data.json', `{"dataset":[{"identifier":"1","x":${deep}}]}`],
    ['a list', `[{"url":"https://a.tw/1","x":${deep}}]`],
  ])('%s: told', async (_, content) => {
    const read = await readText(content)
    expect(read.codes.length).toBeGreaterThan(0)
    expect(read.problems[0]?.detail).toMatch(/巢狀超過 256 層/)
  })

  test.each<[string, string]>([
    ['API v2', `{"result":{"datasetId":1,"x":${deep}}}`],
    ['JSON-LD', `{"@context":"dcat","@graph":[{"@type":"dcat:Dataset","x":${deep}}]}`],
    ['data package', `{"profile":"x","resources":[{"path":"a"}],"x":${deep}}`],
  ])('%s: refused', async (_, content) => {
    await expect(readText(content)).rejects.toThrow(/巢狀超過 256 層/)
  })
})

test('columns of one name are told once, however many', async () => {
  const again = '備註,說明,'.repeat(20_000)
  const { codes, problems } = await readText(`資料集識別碼,資料集名稱,資料下載網址,${again}\n`)
  expect(codes).toEqual(['bad-record@1'])
  expect(problems[0]?.detail).toContain('（備註、說明）')
})

test('100,000 columns', async () => {
  const names = Array.from({ length: 100_000 }, (_, at) => `欄${at}`)
  await expect(readText(`${names.join(',')}\n`)).rejects.toThrow(/沒有「資料集識別碼」欄位，找到的是：欄0、/)
  const wide = ['資料集識別碼', '資料集名稱', '資料下載網址', ...names]
  const read = await readText(`${wide.join(',')}\n1,x,https://a.tw/1${','.repeat(names.length)}\n`)
  expect(read.codes).toEqual([])
  expect(ids(read)).toEqual(['1'])
})

describe('a day of changes', () => {
  const columns = '資料集識別碼,資料集名稱,檔案格式,資料下載網址,資料集變動狀態'
  const row = (id: number, state: string): string => `${id},x,,https://a.tw/${id},${state}\n`

  test.each([['資料集下架'], ['刪除']])('%s: told and left out', async (state) => {
    const read = await readText(`${columns}\n${row(1, '資料集上架')}${row(2, state)}${row(3, '資料集修改')}`)
    expect(ids(read)).toEqual(['1', '3'])
    expect(read.codes).toEqual(['withdrawn@3'])
    expect(read.problems[0]?.detail).toContain(state)
  })

  test('檔案格式 null in JSON', async () => {
    const { datasets } = await readText(
      JSON.stringify([
        { 資料集識別碼: '1', 資料集名稱: 'x', 檔案格式: null, 資料下載網址: 'https://a.tw/1;https://a.tw/2' },
      ]),
    )
    expect(datasets[0]?.resources.map(({ format }) => format)).toEqual([undefined, undefined])
  })
})

test.each([
  ['白金', '白金'],
  ['金標章', '金標章'],
  ['無', '無'],
  ['不明的字', '不明的字'],
  ['', undefined],
])('品質檢測 %s is kept in the portal’s words', async (written, expected) => {
  const { datasets } = await readText(
    `資料集識別碼,資料集名稱,品質檢測,瀏覽次數,下載次數,評分\n1,x,${written},"1,234",7,4.5\n`,
  )
  expect(datasets[0]?.portalBadge).toBe(expected)
  expect(datasets[0]).toMatchObject({ views: 1234, downloads: 7, rating: 4.5, extra: {} })
})
