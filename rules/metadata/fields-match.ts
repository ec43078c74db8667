import type { Shape } from '../../src/core/artifacts.ts'
import { declaredCharset } from '../../src/core/encoding.ts'
import { matchFields, parseFields } from '../../src/core/fields.ts'
import { type Format, formatKind } from '../../src/core/format.ts'
import { headerOf } from '../../src/core/header.ts'
import { normalName } from '../../src/core/names.ts'
import { defineRule, type Subject } from '../../src/core/rule.ts'

export default defineRule({
  id: 'metadata/fields-match',
  indicator: 'metadata',
  severity: 'blocking',
  about: 'resource',
  needs: ['shape'],
  claim: { 'zh-TW': '「主要欄位說明」列出的欄位，資料裡都有', en: 'Every declared field is in the data' },
  // A page or nothing at all in place of the data is not the data: has been told already.
  appliesTo: ({ dataset, resource, format }) =>
    (resource.fields ?? dataset.fields) !== undefined && format !== 'html' && format !== 'empty',
  messages: {
    missing: {
      text: {
        'zh-TW': '「主要欄位說明」有、資料裡沒有的欄位：{names}。資料的欄位是：{actual}',
        en: 'Declared but not in the data: {names}. The data has: {actual}',
      },
      remedy: {
        'zh-TW': '請讓兩邊一致：修改「主要欄位說明」，或修改檔案的欄位名稱。',
        en: 'Make both agree: change the field description or the names in the file.',
      },
    },
    similar: {
      text: {
        'zh-TW': '「{label}」在資料裡找不到，是不是「{like}」？',
        en: '“{label}” is not in the data; is it “{like}”?',
      },
      remedy: {
        'zh-TW': '若是同一欄，請把「主要欄位說明」改成「{like}」。',
        en: 'If it is the same, write “{like}” in the field description.',
      },
    },
    unreadable: {
      text: {
        'zh-TW': '「主要欄位說明」不是欄位清單，無法比對：「{source}」',
        en: 'The field description is no list of fields and cannot be compared: “{source}”',
      },
      remedy: {
        'zh-TW': '請依序列出欄位名稱，以「、」分隔，例如：{actual}',
        en: 'List the field names in order, separated by 、 — for instance: {actual}',
      },
    },
    empty: {
      text: { 'zh-TW': '沒有填「主要欄位說明」。', en: 'There is no field description.' },
      remedy: { 'zh-TW': '請填入：{actual}', en: 'Fill in: {actual}' },
    },
    unstructured: {
      text: {
        'zh-TW': '內容不是結構化資料，沒有欄位可與「主要欄位說明」比對。',
        en: 'The content is not structured: there are no fields to compare with the description.',
      },
      remedy: {
        'zh-TW': '請改以 CSV、JSON 或 XML 提供。',
        en: 'Publish it as CSV, JSON or XML.',
      },
    },
    'no-names': {
      text: {
        'zh-TW': '資料裡找不到欄位名稱，無法與「主要欄位說明」相符。',
        en: 'The data has no field names to agree with the description.',
      },
      remedy: {
        'zh-TW': '請先補上標題列或改為一筆一物件的結構。',
        en: 'Add a header, or make each record an object with names.',
      },
    },
    extra: {
      severity: 'advice',
      text: {
        'zh-TW': '資料裡還有沒寫進「主要欄位說明」的欄位：{names}',
        en: 'The data also has fields that are not described: {names}',
      },
      remedy: {
        'zh-TW': '建議補進「主要欄位說明」；不影響標章。',
        en: 'Describe them too; the badge does not depend on it.',
      },
    },
    lenient: {
      severity: 'advice',
      text: {
        'zh-TW': '這些欄位要略過括號、冒號或大小寫才對得上：{names}；官方檢測系統可能判為不符。',
        en: 'These agree only without brackets, colons or case: {names}; the official checker may not accept them.',
      },
      remedy: {
        'zh-TW': '建議「主要欄位說明」用與資料完全相同的名稱。',
        en: 'Use exactly the names of the data.',
      },
    },
    'not-declared-encoding': {
      severity: 'advice',
      text: {
        'zh-TW': '「編碼格式」填 {declared} 與檔案不符，依該編碼讀出的欄位名稱會是亂碼。',
        en: 'Read in the declared encoding, {declared}, the names would be garbled.',
      },
      remedy: { 'zh-TW': '請先修正「編碼格式」。', en: 'Mend the declared encoding first.' },
    },
  },
  *check({ shape }, subject) {
    const source = (subject.resource.fields ?? subject.dataset.fields ?? '').trim()
    const { fields, unreadable } = parseFields(source)
    const actual = namesOf(shape, subject)
    const shown = actual
      .map((name) => name.trim())
      .slice(0, 30)
      .join('、')
    if (actual.length === 0) {
      // Inside a workbook or an archive there may well be names; the engine says that nobody looked.
      if (!isContainer(subject.format))
        yield { messageId: shape.kind === 'closed' || shape.kind === 'text' ? 'unstructured' : 'no-names' }
      return
    }
    if (unreadable === 'empty') {
      yield { messageId: 'empty', data: { actual: shown } }
      return
    }
    const { missing, extra, lenient } = matchFields(fields, actual)
    const sentences =
      missing.length === fields.length &&
      isProse(
        missing.map(({ label }) => label),
        source,
      )
    if (
      fields.length === 0 ||
      (missing.length > 0 && (unreadable || sentences || runTogether(source, actual)))
    ) {
      yield { messageId: 'unreadable', data: { source: source.slice(0, 120), actual: shown } }
      return
    }
    const plain = missing.filter(({ like }) => like === undefined)
    if (plain.length > 0)
      yield {
        messageId: 'missing',
        data: { names: plain.slice(0, 20).map(({ label }) => label), actual: shown },
      }
    for (const { label, like } of missing.slice(0, 10))
      if (like !== undefined) yield { messageId: 'similar', data: { label, like } }
    if (lenient.length > 0) yield { messageId: 'lenient', data: { names: lenient.slice(0, 20) } }
    const likes = new Set(missing.map(({ like }) => like))
    const undescribed = extra.filter((name) => !likes.has(name))
    if (undescribed.length > 0) yield { messageId: 'extra', data: { names: undescribed.slice(0, 20) } }
    const declared = subject.resource.encoding?.trim() ?? ''
    const charset = declaredCharset(declared)
    const wide = actual.some((name) => /[^\x00-\x7f]/.test(name))
    // A word that names no encoding garbles nothing: encoding-matches tells of it.
    if (wide && charset !== undefined && subject.encoding && !subject.encoding.startsWith(charset))
      yield { messageId: 'not-declared-encoding', data: { declared } }
  },
})

const isContainer = (format: Format | undefined): boolean =>
  format !== undefined && ['workbook', 'archive', 'database'].includes(formatKind(format))

/** Clauses between full-width commas; asked only of texts in which no name of the data is found. */
function isProse(labels: readonly string[], source: string): boolean {
  const length = labels.reduce((sum, label) => sum + label.length, 0)
  return (
    labels.some((label) => label.length > 30) ||
    (length > labels.length * 6 && /[，。]/.test(source) && !source.includes('、'))
  )
}

/** 「年度 地區別 人數」, 「年度/地區別/人數」: all names of the data, parted by nothing that parts a list. */
function runTogether(source: string, actual: readonly string[]): boolean {
  if (actual.length < 2 || parseFields(source).fields.length !== 1) return false
  const text = normalName(source)
  return actual.every((name) => text.includes(normalName(name)))
}

function namesOf(shape: Shape, subject: Subject): readonly string[] {
  if (shape.kind === 'table') return headerOf(shape.table, subject).names.filter((name) => name.trim() !== '')
  if (shape.kind !== 'tree') return []
  const { records, root, rootKind, success } = shape.tree
  if (records && records.fields.length > 0) return records.fields.map(({ name }) => name)
  // The parts of a refusal are no fields of the data.
  return rootKind === 'object' && success !== false ? root : []
}
