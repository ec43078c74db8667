import { formatKind, formatName } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

const remedy = {
  'zh-TW': '請改以 CSV、JSON 或 XML 提供資料內容；原檔可另列為說明文件。',
  en: 'Publish the content as CSV, JSON or XML; the original may be kept as documentation.',
}

export default defineRule({
  id: 'structure/open-format',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  // Of an archive, each member is asked: `shape` is what makes it a question about content.
  needs: ['bytes', 'shape'],
  partSuffices: true,
  claim: { 'zh-TW': '格式屬結構化資料', en: 'The format is structured' },
  messages: {
    document: {
      text: {
        'zh-TW': '內容是文件檔（{format}），屬非結構化資料。',
        en: 'The content is a document ({format}), which is not structured data.',
      },
      remedy,
    },
    'html-table': {
      text: {
        'zh-TW': '內容是網頁表格改了副檔名（HTML），不是 Excel 檔，屬非結構化資料。',
        en: 'The content is a web page’s table under the name of an Excel file (HTML), which is not structured data.',
      },
      remedy: {
        'zh-TW': '請由系統直接匯出 CSV，或以試算表開啟後另存為 CSV，不要把網頁改名為 XLS。',
        en: 'Export CSV from the system, or open it in a spreadsheet and save it as CSV; do not rename a page to XLS.',
      },
    },
    image: {
      text: {
        'zh-TW': '內容是影像檔（{format}），屬非結構化資料。',
        en: 'The content is an image ({format}), which is not structured data.',
      },
      remedy,
    },
    page: {
      text: {
        'zh-TW': '內容是網頁（HTML），屬非結構化資料。',
        en: 'The content is a web page (HTML), which is not structured data.',
      },
      remedy: {
        'zh-TW': '請先讓連結直接給出資料檔（見「資料資源可直接下載」）。',
        en: 'First make the link give the data file itself (see download/direct).',
      },
    },
    text: {
      text: {
        'zh-TW': '內容是純文字，看不出固定的欄位分隔。',
        en: 'The content is plain text without columns.',
      },
      remedy: {
        'zh-TW': '請以逗號分隔欄位並存成 CSV，第一列放欄位名稱。',
        en: 'Separate the columns by commas, save as CSV, and put the names in the first row.',
      },
    },
    unknown: {
      text: { 'zh-TW': '內容是無法辨識的二進位檔。', en: 'The content is binary and of no known format.' },
      remedy,
    },
    empty: {
      text: { 'zh-TW': '檔案沒有內容，無結構可言。', en: 'The file has no content and so no structure.' },
      remedy: { 'zh-TW': '請重新產製檔案。', en: 'Produce the file again.' },
    },
  },
  *check({ bytes }) {
    const kind = formatKind(bytes.format)
    if (bytes.format === 'htmlxls') yield { messageId: 'html-table' }
    else if (
      kind === 'document' ||
      kind === 'image' ||
      kind === 'page' ||
      kind === 'text' ||
      kind === 'unknown' ||
      kind === 'empty'
    )
      yield { messageId: kind, data: { format: formatName(bytes.format) } }
  },
})
