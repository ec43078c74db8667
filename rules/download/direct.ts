import { defineRule } from '../../src/core/rule.ts'

const ERROR =
  /not found|forbidden|denied|error|unsuccessful|bad gateway|unavailable|incapsula|找不到|不存在|無法顯示|錯誤|無權限|拒絕存取|維護中|已移除/i
/** An HTTP status comes first or is called so; further down, 500 may count anything. */
const STATUS = /^\D{0,3}(?:40|50)\d\b|\bHTTP\D{0,12}(?:40|50)\d\b/i

export default defineRule({
  id: 'download/direct',
  indicator: 'download',
  severity: 'blocking',
  about: 'resource',
  needs: ['shape'],
  partSuffices: true,
  claim: {
    'zh-TW': '連結直接給出資料，不需登入或其他操作',
    en: 'The link gives the data itself, without login or further steps',
  },
  messages: {
    login: {
      text: {
        'zh-TW': '連結給的是登入頁「{title}」，不是資料。',
        en: 'The link leads to a login page, “{title}”, not to data.',
      },
      remedy: {
        'zh-TW': '請改登錄不需登入即可下載的檔案網址；若資料只能登入後取得，請移除登入限制。',
        en: 'Register the address of a file that can be had without login, or lift the login for it.',
      },
    },
    redirect: {
      text: {
        'zh-TW': '連結給的是網頁，再以程式轉到 {target}；使用者與程式都無法直接取得資料。',
        en: 'The link gives a web page that sends the browser on to {target}; programs cannot follow it.',
      },
      remedy: {
        'zh-TW': '請把資料資源網址改成轉址後的檔案網址。',
        en: 'Register the address the page leads to.',
      },
    },
    'error-page': {
      text: {
        'zh-TW': '連結回應成功，內容卻是錯誤頁「{title}」：{words}',
        en: 'The link answers with success, but the content is an error page, “{title}”: {words}',
      },
      remedy: {
        'zh-TW': '請確認檔案仍在原網址；網站找不到檔案時應回傳 404，而不是 200。',
        en: 'Check that the file is still there; a site should answer 404, not 200, when it is not.',
      },
    },
    'web-page': {
      text: {
        'zh-TW': '連結給的是網頁「{title}」，不是資料檔。',
        en: 'The link gives a web page, “{title}”, not a data file.',
      },
      remedy: {
        'zh-TW': '請登錄檔案本身的下載網址，不要登錄介紹或查詢該檔案的網頁。',
        en: 'Register the download address of the file itself, not of a page about it.',
      },
    },
  },
  *check({ shape }) {
    if (shape.kind !== 'page') return
    const { title, words, passwordField, redirect } = shape.page
    const data = { title: title || '（無標題）', words: words.slice(0, 80) }
    if (passwordField) yield { messageId: 'login', data }
    else if (ERROR.test(`${title} ${words}`) || STATUS.test(title) || STATUS.test(words))
      yield { messageId: 'error-page', data }
    else if (redirect !== undefined) yield { messageId: 'redirect', data: { target: redirect } }
    else yield { messageId: 'web-page', data }
  },
})
