import { expect, test } from 'vitest'
import { render } from '../../src/core/localised.ts'
import { inChinese } from '../../src/core/parser-words.ts'
import { REASONS } from '../../src/core/reason.ts'

test.each([
  [
    'End of central directory record signature not found. Either not a zip file, or file is truncated.',
    '檔案結尾找不到 ZIP 的目錄：不是 ZIP，或沒有下載完整',
  ],
  ['CRC-32', '檢查碼不符'],
  ['invalid distance too far back', '壓縮的內容有錯'],
  ['DBF: records', 'DBF 的資料比檔頭記載的少'],
  ['documents may contain only one root.', '根元素只能有一個，卻有兩個'],
  ['two roots', '根元素只能有一個，卻有兩個'],
  ['3:14: unclosed tag: row', '第 3 行第 14 字，內容在此結束，<row> 卻沒有結束標記'],
  ['<sheetData> is not closed', '內容在此結束，<sheetData> 卻沒有結束標記'],
  ['<a> … </b>', '開始標記 <a> 與結束標記 </b> 不符'],
  ['r twice', '屬性 r 重複'],
  ['ZZZZZ3 > XFD1048576', 'ZZZZZ3 超出工作表的最後一格 XFD1048576'],
  ['Unexpected end of JSON input', 'JSON 在此中斷'],
  ["Expected ',' or '}' after property value in JSON at position 7 (line 1 column 8)", '第 8 字應為 , 或 }'],
  ['找不到檔案', '找不到檔案'],
  ['something nobody has said yet', 'something nobody has said yet'],
])('%s', (words, chinese) => {
  expect(inChinese(words)).toBe(chinese)
})

test('JSON’s own words', () => {
  for (const [text, chinese] of [
    ['[1,]', '不該有 ]'],
    ['{"a":1,}', '第 8 字應為以雙引號括住的名稱'],
    ['[1] x', '第 5 字起，JSON 已經結束，卻還有內容'],
  ] as const)
    try {
      JSON.parse(text)
      expect.unreachable()
    } catch (error) {
      expect(inChinese((error as SyntaxError).message)).toBe(chinese)
    }
})

test('Chinese readers see Chinese, others the words themselves', () => {
  const reason = REASONS['archive-damaged']
  expect(render(reason, { detail: 'CRC-32' }, 'zh-TW')).toContain('檢查碼不符')
  expect(render(reason, { detail: 'CRC-32' }, 'en')).toContain('(CRC-32)')
})
