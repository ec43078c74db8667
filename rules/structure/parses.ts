import { formatKind, formatName } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'structure/parses',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['bytes', 'shape'],
  claim: { 'zh-TW': '內容符合所屬格式的語法', en: 'The content is well-formed' },
  appliesTo: ({ format }) =>
    format === undefined ||
    !['document', 'image', 'page', 'text', 'unknown', 'empty'].includes(formatKind(format)),
  messages: {
    unclosed: {
      text: {
        'zh-TW': '第 {row} 列（第 {line} 行）開啟的引號沒有結束：{text}',
        en: 'The quote opened in row {row} (line {line}) is never closed: {text}',
      },
      remedy: {
        'zh-TW': '請在該儲存格結尾補上引號（"），或把內容中的引號寫成兩個（""）。',
        en: 'Close the cell with a quote ("), or write a quote inside a cell twice ("").',
      },
    },
    stray: {
      text: {
        'zh-TW': '第 {row} 列（第 {line} 行）的引號用法錯誤，全檔共 {count} 處：{text}',
        en: 'Row {row} (line {line}) has a misplaced quote, {count} in all: {text}',
      },
      remedy: {
        'zh-TW': '內容含引號時，請以引號包住整個儲存格，並把內容中的引號寫成兩個（""）。',
        en: 'Quote the whole cell and write each quote inside it twice ("").',
      },
    },
    syntax: {
      text: {
        'zh-TW': '不是合格的 {format}：第 {line} 行第 {column} 字，{reason}',
        en: 'Not well-formed {format}: line {line}, column {column}: {reason}',
      },
      remedy: {
        'zh-TW': '請修正該處後，以 {format} 剖析工具驗證再上傳。',
        en: 'Mend the place, validate with a {format} parser, and upload again.',
      },
    },
  },
  *check({ bytes, shape }) {
    if (shape.kind === 'tree' && shape.tree.fault) {
      const { line, column, message } = shape.tree.fault
      yield {
        messageId: 'syntax',
        data: { format: formatName(bytes.format), line, column, reason: message },
        at: { line, column },
      }
    }
    if (shape.kind !== 'table') return
    const { first, count } = shape.table.quotes
    for (const { row, line, kind, text } of first)
      yield { messageId: kind, data: { row, line, count, text: text.slice(0, 60) }, at: { row, line } }
  },
})
