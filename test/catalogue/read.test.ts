import { describe, expect, test } from 'vitest'
import { CatalogueError, readCatalogue } from '../../src/catalogue/index.ts'
import { gather, readText } from './make.ts'

const BIG5_HEADER = Uint8Array.from([0xb8, 0xea, 0xae, 0xc6, 0xb6, 0xb0, 0x2c, 0x61, 0x0a])

describe('files that are no catalogue', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /目錄檔.*是空的/],
    ['only blanks', ' \n\n', /是空的/],
    ['another CSV', '年度,人數\n110,5\n', /沒有「資料集識別碼」欄位，找到的是：年度、人數。請改用 https:/],
    ['a web page', '<!DOCTYPE html>\n<html><title>請先\n登入</title>', /網頁（標題：「請先 登入」）/],
    ['Big5', BIG5_HEADER, /另存為「CSV UTF-8/],
    ['a header with an open quote', '"資料集識別碼,資料集名稱\n1,a\n', /無法解讀的內容/],
    ['another JSON', '[{"年度":"110","人數":"5"}]', /沒有「資料集識別碼」欄位，第一筆的欄位是：年度、人數/],
    ['JSON without a list', '{"success":true,"message":"ER0001"}', /找不到資料集的陣列.*ER0001/],
  ])('%s', async (_, content, message) => {
    await expect(readText(content)).rejects.toThrow(CatalogueError)
    await expect(readText(content, { chunkSize: 1 })).rejects.toThrow(message)
  })

  test('a file that is not there', async () => {
    const path = `${import.meta.dirname}/missing.csv`
    await expect(gather(readCatalogue({ name: '目錄檔', path }))).rejects.toThrow(/無法讀取目錄「目錄檔」/)
  })
})

test('problems carry the name the user gave', async () => {
  const { problems } = await readText('資料集識別碼,資料集名稱\n,a\n')
  expect(problems).toEqual([
    {
      kind: 'catalogue-problem',
      source: '目錄檔',
      position: 2,
      code: 'no-id',
      detail: '這一筆沒有「資料集識別碼」，無法檢測',
      english: 'this entry has no dataset id and cannot be audited',
    },
  ])
})
