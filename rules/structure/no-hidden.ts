import { formatKind } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

const remedy = {
  'zh-TW': '建議刪除不公開的內容，並取消隱藏其餘內容；隱藏的內容任何人都能取出。不影響標章。',
  en: 'Delete what is not for the public and show the rest: anybody can see what is hidden. The badge does not depend on it.',
}

export default defineRule({
  id: 'structure/no-hidden',
  indicator: 'structure',
  severity: 'advice',
  about: 'resource',
  needs: ['workbook'],
  claim: {
    'zh-TW': '活頁簿沒有隱藏的工作表、列、欄與篩選',
    en: 'The workbook hides no sheet, row or column and has no filter',
  },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'workbook',
  messages: {
    sheet: {
      text: {
        'zh-TW': '工作表「{sheet}」是隱藏的，有 {rows} 列內容。',
        en: 'Sheet “{sheet}” is hidden and has {rows} row(s).',
      },
      remedy,
    },
    rows: {
      text: {
        'zh-TW': '工作表「{sheet}」有隱藏的列（第 {ranges} 列）。',
        en: 'Sheet “{sheet}” has hidden rows ({ranges}).',
      },
      remedy,
    },
    columns: {
      text: {
        'zh-TW': '工作表「{sheet}」有隱藏的欄（{ranges} 欄）。',
        en: 'Sheet “{sheet}” has hidden columns ({ranges}).',
      },
      remedy,
    },
    filter: {
      text: {
        'zh-TW': '工作表「{sheet}」設有自動篩選{range}，有的列可能看不到。',
        en: 'Sheet “{sheet}” has an automatic filter{range}, which may keep rows out of sight.',
      },
      remedy: {
        'zh-TW': '建議取消篩選後再存檔；不影響標章。',
        en: 'Remove the filter before saving; the badge does not depend on it.',
      },
    },
  },
  *check({ workbook }) {
    for (const { name: sheet, kind, state, rows, hiddenRows, hiddenColumns, filter } of workbook.sheets
      .first) {
      if (kind === 'empty') continue
      const at = { sheet }
      if (state === 'hidden') yield { messageId: 'sheet', data: { sheet, rows }, at }
      if (hiddenRows.count > 0)
        yield { messageId: 'rows', data: { sheet, ranges: hiddenRows.first.slice(0, 10) }, at }
      if (hiddenColumns.count > 0)
        yield { messageId: 'columns', data: { sheet, ranges: hiddenColumns.first.slice(0, 10) }, at }
      if (filter !== undefined)
        yield {
          messageId: 'filter',
          data: { sheet, range: filter === '' ? '' : ` (${filter})` },
          at: filter === '' ? at : { ...at, cell: filter },
        }
    }
  },
})
