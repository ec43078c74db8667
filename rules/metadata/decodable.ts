import { isTextual } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'metadata/decodable',
  indicator: 'metadata',
  severity: 'blocking',
  about: 'resource',
  needs: ['text'],
  claim: { 'zh-TW': '每個字都能正確讀出，沒有亂碼', en: 'Every character can be read; none is garbled' },
  appliesTo: ({ format }) => isTextual(format) || format === 'sheet',
  messages: {
    'bad-bytes': {
      text: {
        'zh-TW': '有 {count} 處位元組不是合法的 {encoding}，第一處在第 {line} 行（位移 {offset}，{bytes}）。',
        en: '{count} byte sequence(s) are no valid {encoding}; the first is in line {line} (offset {offset}, {bytes}).',
      },
      remedy: {
        'zh-TW': '請以原始系統重新匯出，或用文字編輯器開啟該行，改正後另存為 UTF-8。',
        en: 'Export again from the source system, or mend the line in an editor and save as UTF-8.',
      },
    },
    'user-defined': {
      text: {
        'zh-TW':
          '有 {count} 個字不在 CP950 字集內（造字或外字），第一處在第 {line} 行（{bytes}），別的電腦會顯示成別的字或空白。',
        en: '{count} character(s) are outside CP950 (user-defined), the first in line {line} ({bytes}); other machines show something else.',
      },
      remedy: {
        'zh-TW': '請將檔案轉為 UTF-8，並把造字換成 Unicode 的正式字元。',
        en: 'Convert to UTF-8 and replace user-defined characters by real Unicode ones.',
      },
    },
    replacement: {
      text: {
        'zh-TW': '有 {count} 個「�」，第一個在第 {line} 行：這些字在發布前就已遺失。',
        en: '{count} replacement character(s) (U+FFFD), the first in line {line}: text was lost before publication.',
      },
      remedy: {
        'zh-TW': '請以原始資料重新產製，轉檔時指定正確的來源編碼（多半是 Big5）。',
        en: 'Produce the file again, naming the right source encoding (most likely Big5).',
      },
    },
    'lost-cells': {
      text: {
        'zh-TW': '有 {count} 個「�」（只看前 5 萬列），第一個在儲存格 {cell}：這些字在發布前就已遺失。',
        en: '{count} replacement character(s) (U+FFFD) in the first 50,000 rows, the first in cell {cell}: text was lost before publication.',
      },
      remedy: {
        'zh-TW': '請以原始資料重新產製，轉檔時指定正確的來源編碼（多半是 Big5）。',
        en: 'Produce the file again, naming the right source encoding (most likely Big5).',
      },
    },
    mojibake: {
      text: {
        'zh-TW': '第 {line} 行起有亂碼（共 {count} 處）：「{text}」應為「{repaired}」。',
        en: 'Garbled text from line {line} ({count} place(s)): “{text}” should read “{repaired}”.',
      },
      remedy: {
        'zh-TW': '檔案曾以錯誤的編碼讀入再存檔；請以原始資料重新匯出為 UTF-8。',
        en: 'The file was once read in the wrong encoding and saved; export it again as UTF-8.',
      },
    },
    'garbled-cells': {
      text: {
        'zh-TW': '儲存格 {cell} 起有亂碼（前 500 列有 {count} 格）：「{text}」應為「{repaired}」。',
        en: 'Garbled text from cell {cell} ({count} cell(s) in the first 500 rows): “{text}” should read “{repaired}”.',
      },
      remedy: {
        'zh-TW':
          '試算表軟體以錯誤的編碼開啟了 CSV 再存檔；請由「資料－從文字/CSV」匯入並選「UTF-8」，或由原始系統重新匯出。',
        en: 'A spreadsheet program opened a CSV file in the wrong encoding and saved it; import the file as UTF-8 (Data, From Text/CSV) or export it again.',
      },
    },
  },
  *check({ text }) {
    const bad = text.bad.first[0]
    if (text.bad.count > 0)
      yield {
        messageId: 'bad-bytes',
        data: {
          count: text.bad.count,
          encoding: text.encoding,
          line: bad?.line ?? '?',
          offset: bad?.offset ?? '?',
          bytes: bad ? `0x${bad.bytes}` : '?',
        },
        ...(bad && { at: { line: bad.line, offset: bad.offset } }),
      }
    const user = text.userDefined.first[0]
    if (user)
      yield {
        messageId: 'user-defined',
        data: { count: text.userDefined.count, line: user.line, bytes: `0x${user.bytes}` },
        at: { line: user.line, offset: user.offset },
      }
    const lost = text.replacement.first[0]
    const damage = text.mojibake.first[0]
    if (lost && lost.cell === undefined)
      yield {
        messageId: 'replacement',
        data: { count: text.replacement.count, line: lost.line },
        at: { line: lost.line, offset: lost.offset },
      }
    // Garbled cells have lost some of their characters with that.
    else if (lost?.cell !== undefined && !damage)
      yield {
        messageId: 'lost-cells',
        data: { count: text.replacement.count, cell: lost.cell },
        at: { cell: lost.cell },
      }
    if (!damage) return
    const data = { ...damage, count: text.mojibake.count }
    if (damage.cell === undefined) yield { messageId: 'mojibake', data, at: { line: damage.line } }
    else yield { messageId: 'garbled-cells', data, at: { cell: damage.cell } }
  },
})
