import { normalName } from '../../src/core/names.ts'
import { defineRule, message } from '../../src/core/rule.ts'
import { type Service, type ServiceDump, serviceOf } from '../../src/core/service.ts'

const SAME = {
  'zh-TW': '請讓整份下載與分頁查詢出自同一份資料。不影響標章。',
  en: 'Let both come from the same data; the badge does not depend on it.',
}

export default defineRule({
  id: 'download/api-dump',
  indicator: 'download',
  severity: 'advice',
  about: 'resource',
  needs: ['service'],
  claim: {
    'zh-TW': '整份下載（dump）與分頁查詢（datastore）是同一份資料',
    en: 'The dump holds what the datastore holds',
  },
  appliesTo: ({ resource, dataset, format }) =>
    format === 'json' && serviceOf(resource, dataset)?.dump !== undefined,
  messages: {
    none: message(
      '沒有整份下載：dump/datastore 取不到內容（{detail}）。',
      'There is no dump: dump/datastore gives nothing ({detail}).',
      '共通性資料存取 API 規範有「下載資料集之資料資源全部內容」；請提供，使用者就不必分頁取回。不影響標章。',
      'The interface’s standard asks for a download of everything; with it nobody has to page. The badge does not depend on it.',
    ),
    'not-zip': message(
      '整份下載不是 ZIP，是 {detail}。',
      'The dump is no ZIP, but {detail}.',
      '規範的預設是 CSV 壓縮成 ZIP；請依規範回傳。不影響標章。',
      'By the standard it is a CSV in a ZIP; the badge does not depend on it.',
    ),
    'no-csv': message(
      '整份下載的 ZIP 裡沒有 CSV（{detail}）。',
      'The dump’s ZIP holds no CSV ({detail}).',
      '規範的預設是 CSV 壓縮成 ZIP；請依規範回傳。不影響標章。',
      'By the standard it is a CSV in a ZIP; the badge does not depend on it.',
    ),
    fields: message(
      '兩邊的欄位不同：整份下載少了「{missing}」，多了「{extra}」。',
      'The fields differ: the dump lacks {missing} and has {extra} besides.',
      SAME['zh-TW'],
      SAME.en,
    ),
    count: message(
      '兩邊的筆數不同：整份下載有 {rows} 筆，分頁查詢有 {count} 筆。',
      'The numbers differ: {rows} records in the dump, {count} in the datastore.',
      SAME['zh-TW'],
      SAME.en,
    ),
    more: message(
      '整份下載有 {rows} 筆，分頁查詢卻不到這麼多筆。',
      'The dump has {rows} records, the datastore fewer.',
      SAME['zh-TW'],
      SAME.en,
    ),
    fewer: message(
      '整份下載只有 {rows} 筆，分頁查詢在其後還有資料。',
      'The dump has {rows} records only, and the datastore goes on behind them.',
      SAME['zh-TW'],
      SAME.en,
    ),
  },
  *check({ service }) {
    const { dump } = service
    // Asked of every service that has one by its form.
    if (!dump) return
    const detail = dump.detail || String(dump.status ?? '')
    if (dump.kind === 'failed') return yield { messageId: 'none', data: { detail: detail.slice(0, 100) } }
    if (dump.kind === 'other') return yield { messageId: 'not-zip', data: { detail } }
    if (dump.kind === 'zip') return yield { messageId: 'no-csv', data: { detail: detail.slice(0, 100) } }
    const missing = lacking(service.plain.fields, dump.fields)
    const extra = lacking(dump.fields, service.plain.fields)
    if (service.plain.count > 0 && missing.length + extra.length > 0)
      yield { messageId: 'fields', data: { missing, extra } }
    yield* counts(service, dump)
  },
})

const MAX_NAMES = 10

function lacking(names: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others.map(normalName))
  return names.filter((name) => !known.has(normalName(name))).slice(0, MAX_NAMES)
}

function* counts({ plain, first, size }: Service, { rows, last, beyond }: ServiceDump) {
  // A service that gives all at once has said how many there are.
  const count = first.total ?? (first.count > size && plain.whole ? plain.count : undefined)
  if (count !== undefined) {
    if (count !== rows) yield { messageId: 'count' as const, data: { rows, count } }
  } else if (last?.kind === 'empty' || plain.count > rows || (rows === 0 && plain.count > 0)) {
    yield last?.kind === 'empty'
      ? { messageId: 'more' as const, data: { rows } }
      : { messageId: 'fewer' as const, data: { rows } }
  } else if (beyond?.kind === 'records' && last?.digests[0] !== beyond.digests[0])
    yield { messageId: 'fewer' as const, data: { rows } }
}
