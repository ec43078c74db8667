import type { Finding } from '../core/finding.ts'
import type { RuleText } from '../core/ledger.ts'
import type { Language, Localised } from '../core/localised.ts'
import { type Description, describeFinding } from './messages.ts'

/** What a list says that no rule was asked about. */
const UNASKED: Readonly<Record<string, Readonly<Record<keyof Description, Localised>>>> = {
  'no-resource': {
    message: {
      'zh-TW': '資料集沒有任何資料資源，因此「連結有效性」不通過。',
      en: 'The dataset has no resource at all, so no link can work.',
    },
    remedy: {
      'zh-TW': '請在平臺補上資料下載網址；已不再提供的資料集請下架。',
      en: 'Publish the address of the data, or withdraw the dataset.',
    },
  },
}

/** As {@link describeFinding}, and what only worklist and letters speak of. */
export function describeWork(
  finding: Finding,
  rules: ReadonlyMap<string, RuleText>,
  language: Language,
): Description {
  const unasked = UNASKED[finding.messageId]
  if (!unasked) return describeFinding(finding, rules, language)
  return { message: unasked.message[language], remedy: unasked.remedy[language] }
}
