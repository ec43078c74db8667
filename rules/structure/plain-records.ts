import { formatKind } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

const flat = {
  'zh-TW': '建議輸出單層的物件陣列，例如 [{"欄位":"值"}, …]；使用者較易取用。不影響本版標章。',
  en: 'A flat array of objects is easier to use; the badge of this profile does not depend on it.',
}

export default defineRule({
  id: 'structure/plain-records',
  indicator: 'structure',
  severity: 'advice',
  about: 'resource',
  needs: ['tree'],
  claim: { 'zh-TW': '資料是單層、欄位一致的紀錄', en: 'The data is a flat list of alike records' },
  appliesTo: ({ format }) => format !== undefined && formatKind(format) === 'tree',
  messages: {
    envelope: {
      text: {
        'zh-TW': '{count} 筆資料包在 {path} 裡；官方檢測系統曾因此判定欄位不符。',
        en: '{count} records are wrapped in {path}; the official checker has been seen to fail the fields for that.',
      },
      remedy: flat,
    },
    features: {
      text: {
        'zh-TW': '這是 GeoJSON，{count} 筆圖徵的屬性放在 {path} 裡；官方檢測系統曾因此判定欄位不符。',
        en: 'This is GeoJSON: {count} features keep their properties in {path}; the official checker has been seen to fail the fields for that.',
      },
      remedy: {
        'zh-TW': 'GeoJSON 本來就是這樣，不必更動；可另附一份 CSV。不影響本版標章。',
        en: 'That is how GeoJSON is; leave it, and offer a CSV besides if you like. The badge of this profile does not depend on it.',
      },
    },
    nested: {
      text: {
        'zh-TW': '{nested} 筆資料的欄位裡還有下一層內容。',
        en: '{nested} record(s) have values with levels of their own.',
      },
      remedy: flat,
    },
    'no-records': {
      text: { 'zh-TW': '找不到成列的資料紀錄。', en: 'There is no list of records.' },
      remedy: flat,
    },
    'no-schema': {
      text: {
        'zh-TW': 'KML 沒有 Schema 元素，欄位無從宣告。',
        en: 'The KML has no Schema element to declare its fields.',
      },
      remedy: {
        'zh-TW': '建議輸出 KML 時附上 Schema 與 SimpleData 欄位。',
        en: 'Export the KML with a Schema and SimpleData fields.',
      },
    },
    duplicate: {
      text: {
        'zh-TW': '同一個物件裡欄位名稱重複：{names}（第 {line} 行起），讀取程式只會留下其中一個。',
        en: 'Names come twice within one object: {names} (from line {line}); readers keep only one of the values.',
      },
      remedy: {
        'zh-TW': '請讓同一物件內的欄位名稱不重複。',
        en: 'Give each member of an object its own name.',
      },
    },
  },
  *check({ tree }, { format }) {
    const { records, duplicateKeys } = tree
    if (duplicateKeys.count > 0)
      yield {
        messageId: 'duplicate',
        data: {
          names: [...new Set(duplicateKeys.first.map(({ name }) => name))],
          line: duplicateKeys.first[0]!.line,
        },
        at: { line: duplicateKeys.first[0]!.line },
      }
    if (!records || records.count === 0) yield { messageId: 'no-records' }
    else {
      if (tree.syntax === 'json' && records.path !== '$')
        yield {
          messageId: format === 'geojson' ? 'features' : 'envelope',
          data: { path: records.path, count: records.count },
        }
      if (records.nested > 0) yield { messageId: 'nested', data: { nested: records.nested } }
    }
    if (format === 'kml' && !tree.schema) yield { messageId: 'no-schema' }
  },
})
