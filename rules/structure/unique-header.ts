import { formatKind } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { defineRule } from '../../src/core/rule.ts'

/** Blanks are not seen; case is, so `No` and `NO` are two names. */
const plainName = (name: string): string => name.replace(/[\s\u3000\ufeff\u200b]+/g, '')

export default defineRule({
  id: 'structure/unique-header',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['table'],
  claim: { 'zh-TW': '每一欄都有名稱，而且不重複', en: 'Every column has a name of its own' },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'table',
  messages: {
    duplicate: {
      text: {
        'zh-TW': '欄位名稱重複：{names}（第 {columns} 欄）。',
        en: 'Column names come twice: {names} (column {columns}).',
      },
      remedy: {
        'zh-TW': '請讓每個欄位名稱都不同，例如加上單位或年度。',
        en: 'Make each name different, e.g. by unit or year.',
      },
    },
    empty: {
      text: { 'zh-TW': '第 {columns} 欄沒有名稱。', en: 'Column {columns} has no name.' },
      remedy: {
        'zh-TW': '請為這些欄位命名，並寫入「主要欄位說明」。',
        en: 'Name these columns, also in the field description.',
      },
    },
    'trailing-empty': {
      severity: 'advice',
      text: {
        'zh-TW': '最後 {count} 欄（自第 {from} 欄起）沒有名稱也沒有內容，每列多了逗號。',
        en: 'The last {count} column(s), from column {from}, have neither name nor content: every row has surplus commas.',
      },
      remedy: {
        'zh-TW': '建議在試算表中刪除右側空白欄再另存為 CSV；不影響標章。',
        en: 'Delete the empty columns on the right; the badge does not depend on it.',
      },
    },
  },
  *check({ table }, subject) {
    const { names, row } = headerOf(table, subject)
    if (row === 0) return
    const columns = new Map<string, number[]>()
    names.forEach((name, i) => {
      const key = plainName(name)
      columns.set(key, [...(key === '' ? [] : (columns.get(key) ?? [])), i + 1])
    })
    const unnamed = names.flatMap((name, i) => (plainName(name) === '' ? [i + 1] : []))
    const twice = [...columns].filter(([name, at]) => name !== '' && at.length > 1)
    if (twice.length > 0)
      yield {
        messageId: 'duplicate',
        data: {
          names: twice.slice(0, 10).map(([, at]) => names[at[0]! - 1]!.trim()),
          columns: twice.slice(0, 10).flatMap(([, at]) => at.map(String)),
        },
        at: { row, column: twice[0]![1][1]! },
      }
    const hollow = new Set(table.emptyColumns)
    let end = names.length
    while (end > 0 && plainName(names[end - 1]!) === '' && hollow.has(end)) end--
    const inside = unnamed.filter((column) => column <= end)
    if (inside.length > 0)
      yield {
        messageId: 'empty',
        data: { columns: inside.slice(0, 10).map(String) },
        at: { row, column: inside[0]! },
      }
    if (end < names.length)
      yield {
        messageId: 'trailing-empty',
        data: { count: names.length - end, from: end + 1 },
        at: { row, column: end + 1 },
      }
  },
})
