import { isTextual } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'metadata/decodable',
  indicator: 'metadata',
  severity: 'blocking',
  about: 'resource',
  needs: ['text'],
  claim: { 'zh-TW': '每個字都能正確讀出，沒有亂碼', en: 'Every character can be read; none is garbled' },
  appliesTo: ({ format }) => isTextual(format),
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
    if (lost)
      yield {
        messageId: 'replacement',
        data: { count: text.replacement.count, line: lost.line },
        at: { line: lost.line, offset: lost.offset },
      }
    const damage = text.mojibake.first[0]
    if (damage)
      yield {
        messageId: 'mojibake',
        data: { ...damage, count: text.mojibake.count },
        at: { line: damage.line },
      }
  },
})
