import { formatKind } from '../../src/core/format.ts'
import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'structure/workbook-opens',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['workbook'],
  claim: {
    'zh-TW': '活頁簿可以開啟：沒有損壞，也沒有密碼',
    en: 'The workbook can be opened: it is not damaged and has no password',
  },
  appliesTo: ({ format }) => format === undefined || formatKind(format) === 'workbook',
  messages: {
    damaged: {
      text: {
        'zh-TW': '活頁簿已損壞：{part} 無法讀取（{detail}）。',
        en: 'The workbook is damaged: {part} cannot be read ({detail}).',
      },
      remedy: {
        'zh-TW': '請以試算表軟體開啟、修復後另存新檔，確認能重新開啟再上傳。',
        en: 'Open and repair it in a spreadsheet program, save it anew, and make sure that it opens before uploading.',
      },
    },
    password: {
      text: {
        'zh-TW': '活頁簿設有開啟密碼，沒有人能讀取內容。',
        en: 'The workbook asks for a password, so that nobody can read it.',
      },
      remedy: {
        'zh-TW': '請移除密碼（檔案－資訊－保護活頁簿）後另存新檔再上傳。',
        en: 'Remove the password (File, Info, Protect Workbook), save and upload again.',
      },
    },
    'old-xml': {
      severity: 'advice',
      text: {
        'zh-TW':
          '活頁簿是舊式的 XML 試算表（SpreadsheetML 2003）：新版試算表軟體開啟前會警告，許多程式不認得。',
        en: 'The workbook is an old XML spreadsheet (SpreadsheetML 2003): spreadsheet programs warn of it and many other programs do not know it.',
      },
      remedy: {
        'zh-TW': '建議以試算表軟體開啟後，另存為 XLSX、ODS 或 CSV；不影響標章。',
        en: 'Open it in a spreadsheet program and save it as XLSX, ODS or CSV; the badge does not depend on it.',
      },
    },
    macros: {
      severity: 'advice',
      text: {
        'zh-TW': '活頁簿帶有巨集，多數使用者的電腦會攔阻或警告。',
        en: 'The workbook carries macros, which most machines block or warn of.',
      },
      remedy: {
        'zh-TW': '建議另存為不含巨集的 XLSX、ODS 或 CSV；不影響標章。',
        en: 'Save it as XLSX without macros, as ODS or CSV; the badge does not depend on it.',
      },
    },
  },
  *check({ workbook }, { format }) {
    const { damage, encrypted, macros } = workbook
    if (encrypted) yield { messageId: 'password' }
    if (damage) {
      const { part = '', detail = '' } = damage.data ?? {}
      yield { messageId: 'damaged', data: { part: part || 'ZIP', detail: detail || damage.code } }
    }
    if (format === 'xmlss') yield { messageId: 'old-xml' }
    if (macros) yield { messageId: 'macros' }
  },
})
