import { defineRule, message } from '../../src/core/rule.ts'
import { serviceOf } from '../../src/core/service.ts'

export default defineRule({
  id: 'download/api-errors',
  indicator: 'download',
  severity: 'advice',
  about: 'resource',
  needs: ['service'],
  claim: {
    'zh-TW': '查詢不存在的資料資源時，API 會說明錯誤',
    en: 'The API says so when a resource does not exist',
  },
  appliesTo: ({ resource, dataset, format }) =>
    format === 'json' && serviceOf(resource, dataset)?.stranger !== undefined,
  messages: {
    silent: message(
      '查詢不存在的資料資源，回應卻像成功：HTTP {status}，{count} 筆資料，沒有說明錯誤。',
      'Asked for a resource that does not exist, the service answers as if all were well: HTTP {status}, {count} record(s), no word of an error.',
      '請回傳 HTTP 404 與說明，讓使用者分得出「沒有這項資源」和「沒有資料」。不影響標章。',
      'Answer with HTTP 404 and words, so that “no such resource” is not taken for “no data”; the badge does not depend on it.',
    ),
    'only-in-content': message(
      '查詢不存在的資料資源，HTTP 狀態碼仍是 {status}，只有內容說是錯誤。',
      'Asked for a resource that does not exist, the service answers with HTTP {status}: only the content tells of the error.',
      '請把 HTTP 狀態碼也改為 404；很多程式只看狀態碼。不影響標章。',
      'Let the HTTP status be 404 too, since many programs look at nothing else; the badge does not depend on it.',
    ),
    'web-page': message(
      '查詢不存在的資料資源，HTTP 狀態碼是 {status}，內容不是 JSON（{detail}）。',
      'Asked for a resource that does not exist, the service answers with HTTP {status} and something that is no JSON ({detail}).',
      '請以 JSON 說明錯誤，HTTP 狀態碼用 404。不影響標章。',
      'Tell of the error in JSON, with HTTP 404; the badge does not depend on it.',
    ),
    crash: message(
      '查詢不存在的資料資源，伺服器發生錯誤（HTTP {status}）。',
      'Asked for a resource that does not exist, the server breaks down (HTTP {status}).',
      '請檢查輸入，查無資源時回傳 HTTP 404 與說明。不影響標章。',
      'Check what comes in, and answer with HTTP 404 and words; the badge does not depend on it.',
    ),
    'no-answer': message(
      '查詢不存在的資料資源，沒有得到回應（{detail}）。',
      'Asked for a resource that does not exist, the service does not answer ({detail}).',
      '請回傳 HTTP 404 與說明。不影響標章。',
      'Answer with HTTP 404 and words; the badge does not depend on it.',
    ),
  },
  *check({ service: { stranger } }) {
    // Asked of every service that can be.
    if (!stranger) return
    const { kind, status = 0, count } = stranger
    const detail = (stranger.detail ?? '').slice(0, 100)
    if (kind === 'failed') {
      if (status >= 500) yield { messageId: 'crash', data: { status } }
      else if (status < 400) yield { messageId: 'no-answer', data: { detail } }
    } else if (kind === 'refused') yield { messageId: 'only-in-content', data: { status } }
    else if (kind === 'no-data' && detail !== '') yield { messageId: 'web-page', data: { status, detail } }
    else yield { messageId: 'silent', data: { status, count } }
  },
})
