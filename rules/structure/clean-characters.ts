import { isTextual } from '../../src/core/format.ts'
import { defineRule, type Message, message } from '../../src/core/rule.ts'
import { UNCLEAN_KINDS, type UncleanKind } from '../../src/core/unclean.ts'

/** Two messages, for text and for cells. */
const told = <Kind extends UncleanKind>(
  kind: Kind,
  zh: string,
  en: string,
  remedyZh: string,
  remedyEn: string,
) => {
  const at = (placeZh: string, place: string): Message =>
    message(
      `有 {count} 個${zh}，第一個在${placeZh}（{code}）。`,
      `{count} ${en}, the first in ${place} ({code}).`,
      `${remedyZh}不影響標章。`,
      `${remedyEn} The badge does not depend on it.`,
    )
  return {
    [kind]: at('第 {line} 行', 'line {line}'),
    [`${kind}-cell`]: at('儲存格 {cell}', 'cell {cell}'),
  } as Record<Kind | `${Kind}-cell`, Message>
}

/** `eea080` → U+E800; of one byte, the byte itself. */
function codePoint(hex: string): string {
  const bytes = hex.match(/../g)!.map((pair) => Number.parseInt(pair, 16))
  const [lead = 0, ...rest] = bytes
  const head = rest.length === 0 ? lead : lead & (0x3f >> rest.length)
  const code = rest.reduce((value, byte) => (value << 6) | (byte & 0x3f), head)
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

export default defineRule({
  id: 'structure/clean-characters',
  indicator: 'structure',
  severity: 'advice',
  about: 'resource',
  needs: ['text'],
  claim: {
    'zh-TW': '沒有造字、控制字元和看不見的字元',
    en: 'There are no private-use, control or invisible characters',
  },
  appliesTo: ({ format, encoding }) =>
    format === 'sheet' || (isTextual(format) && encoding !== 'UTF-16LE' && encoding !== 'UTF-16BE'),
  messages: {
    ...told(
      'private',
      '造字（Unicode 私用區）',
      'private-use character(s) of Unicode',
      '請換成 Unicode 的正式字元（可查「全字庫」）；造字在別的電腦上會是空白或別的字。',
      'Replace them by real characters: other machines show nothing or something else.',
    ),
    ...told(
      'bidi',
      '改變書寫方向的字元',
      'character(s) that turn the direction of writing',
      '請刪除這些字元：它們多半是從網頁或通訊軟體複製時帶進來的，會讓查詢和比對失敗。',
      'Delete them: they come along when text is copied, and make searches fail.',
    ),
    ...told(
      'control',
      '控制字元',
      'control character(s)',
      '請刪除這些字元，或由原始系統重新匯出：許多程式讀到這裡會中斷或出錯。',
      'Delete them or export again: many programs stop or fail there.',
    ),
    ...told(
      'invisible',
      '看不見的字元',
      'invisible character(s)',
      '請以「尋找及取代」刪除這些字元：兩個看起來一樣的值會因此比對不起來。',
      'Delete them with find and replace: values that look the same are not.',
    ),
  },
  *check({ text }) {
    // Garbled text is full of them, and is told as such.
    if (text.bad.count > 0 || text.mojibake.count > 0) return
    for (const kind of UNCLEAN_KINDS) {
      const { count, first } = text.unclean[kind]
      const [place] = first
      if (!place) continue
      const { line, offset, cell, bytes } = place
      const data = { count, code: codePoint(bytes) }
      if (cell === undefined) yield { messageId: kind, data: { ...data, line }, at: { line, offset } }
      else yield { messageId: `${kind}-cell`, data: { ...data, cell }, at: { cell } }
    }
  },
})
