import { isTextual } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'metadata/utf-8',
  indicator: 'metadata',
  severity: 'advice',
  about: 'resource',
  needs: ['text'],
  claim: { 'zh-TW': '檔案以 UTF-8 編碼', en: 'The file is in UTF-8' },
  appliesTo: ({ format }) => isTextual(format),
  messages: {
    'not-utf-8': {
      text: {
        'zh-TW': '檔案是 {encoding}，不是 UTF-8；國外與新版軟體開啟時常成亂碼。',
        en: 'The file is {encoding}, not UTF-8; much software will garble it.',
      },
      remedy: {
        'zh-TW':
          '建議轉存為 UTF-8（CSV 可用試算表另存為「CSV UTF-8」），並同步修改「編碼格式」；據實填寫時不影響標章。',
        en: 'Save as UTF-8 and change the declaration; an honest declaration keeps the badge.',
      },
    },
  },
  *check({ text }) {
    if (text.encoding !== 'UTF-8' && text.encoding !== 'ASCII')
      yield {
        messageId: 'not-utf-8',
        data: { encoding: text.encoding === 'OTHER' ? (text.guess ?? '?') : text.encoding },
      }
  },
})
