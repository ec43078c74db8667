import { formatKind, formatName } from '../../src/core/format.ts'
import { defineRule, message } from '../../src/core/rule.ts'
import { undivided } from '../../src/core/undivided.ts'

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
    'wide-delimiter': {
      text: {
        'zh-TW': '欄位以全形「{mark}」分隔，程式不當它是分隔符號：{columns} 欄全擠成一欄。',
        en: 'The columns are separated by the full-width “{mark}”, which no program takes for a delimiter: all {columns} become one.',
      },
      remedy: {
        'zh-TW': '請改以半形逗號（,）分隔欄位；內容本身含半形逗號時，用引號（"）包住整格。',
        en: 'Separate the columns by plain commas (,) and quote (") cells that contain one.',
      },
    },
    undivided: message(
      '工作表只有一欄，每一列的 {columns} 欄全擠在同一個儲存格裡，以「{mark}」分隔。',
      'The sheet has one column, whose cells hold {columns} each, separated by “{mark}”.',
      '請選取該欄，以「資料－資料剖析」按「{mark}」分成各欄後再存檔；或直接提供 CSV。',
      'Select the column, divide it by “{mark}” (Data, Text to Columns) and save; or publish the CSV itself.',
    ),
    'quoted-lines': message(
      '每一列都整列用引號包住，以「{mark}」分隔的 {columns} 欄被當成一欄。',
      'Each line as a whole is quoted, so that its {columns} columns, separated by “{mark}”, are one.',
      '請拿掉整列外層的引號；只有內容含分隔符號、引號或換行的儲存格才需要引號。',
      'Take the quotes around the lines away; only cells with a delimiter, a quote or a line break need them.',
    ),
    jsonp: {
      text: {
        'zh-TW': '內容是 JSONP（以函式名稱包住的 JSON），不是合格的 JSON，程式無法直接讀取。',
        en: 'The content is JSONP, JSON wrapped in a function call: it is not valid JSON and programs cannot read it.',
      },
      remedy: {
        'zh-TW': '請提供不帶 callback 參數的網址，直接輸出 JSON。',
        en: 'Publish the address without its callback parameter, so that it gives plain JSON.',
      },
    },
    ndjson: {
      severity: 'advice',
      text: {
        'zh-TW': '內容是每行一個物件的 NDJSON（JSON Lines），一般 JSON 工具無法整份讀入。',
        en: 'The content is NDJSON, one object to a line: plain JSON tools cannot read it as a whole.',
      },
      remedy: {
        'zh-TW': '建議改為一個陣列的 JSON，或於「檔案格式」註明 NDJSON；不影響標章。',
        en: 'Publish one JSON array, or declare NDJSON; the badge does not depend on it.',
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
    if (bytes.format === 'jsonp') yield { messageId: 'jsonp' }
    if (shape.kind === 'tree' && shape.tree.fault) {
      const { line, column, code, data } = shape.tree.fault
      yield {
        messageId: 'syntax',
        data: { ...data, format: formatName(bytes.format), line, column, fault: code },
        at: { line, column },
      }
    }
    if (bytes.format === 'ndjson') yield { messageId: 'ndjson' }
    if (shape.kind !== 'table') return
    const whole = undivided(shape.table)
    if (whole) {
      const inCells = shape.table.sheet ? 'undivided' : 'quoted-lines'
      yield {
        messageId: whole.wide && !shape.table.sheet ? 'wide-delimiter' : inCells,
        data: { columns: whole.columns, mark: whole.mark === '\t' ? 'Tab' : whole.mark },
      }
    }
    const { first, count } = shape.table.quotes
    for (const { row, line, kind, text } of first)
      yield { messageId: kind, data: { row, line, count, text: text.slice(0, 60) }, at: { row, line } }
  },
})
