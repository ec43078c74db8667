import { landing } from '../../src/core/landing.ts'
import { defineRule } from '../../src/core/rule.ts'

/** 錯誤 and error are also the subject of ordinary pages: 錯誤更正, standard error. */
const ERROR = new RegExp(
  [
    'not found|forbidden|(?:access|permission) (?:is |was )?denied|unsuccessful|bad (?:gateway|request)',
    'unavailable|incapsula|(?:page|file) (?:does not|doesn.t) exist',
    '(?<!standard )\\berrors?\\b(?! (?:bars?|rates?|correct|report))',
    '找不到|不存在|查無(?:此|該|您|所|符合)|無法(?:顯示|開啟|處理您)|無權限|權限不足|拒絕存取|維護中|發生異常|已移除',
    '(?:檔案|網頁|頁面|資料|文件|連結|內容).{0,6}已(?:被)?(?:移除|刪除|下架|失效)',
    '(?<!回報|通報|更正)錯誤(?!更正|通報|回報|率|類型|態樣)',
  ].join('|'),
  'i',
)
/** What a web server shows before anybody put a site on it. */
const VACANT =
  /^(?:IIS ?\d*(?: Windows(?: Server)?)?|Internet Information Services|Apache Tomcat(?:\/[\d.]+)?|It works!?)$|^Welcome to (?:nginx|OpenResty)|\b(?:Apache2?|Nginx|HTTP Server)\b.{0,30}\b(?:Default|Test) Page\b|\bTest Page for the\b.{0,20}\bServer\b/i
/** An HTTP status comes first or is called so; further down, 500 may count anything. */
const STATUS = /^\D{0,3}(?:40|50)\d\b|\bHTTP\D{0,12}(?:40|50)\d\b/i
/** Characters of a page that shows a box and nothing else. */
const FEW = 20

export default defineRule({
  id: 'download/direct',
  indicator: 'download',
  severity: 'blocking',
  about: 'resource',
  needs: ['exchange', 'shape'],
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
    'home-page': {
      text: {
        'zh-TW': '連結登錄的是檔案，伺服器卻轉到首頁 {url}「{title}」；檔案多半已不在。',
        en: 'The link is for a file, but the server redirects to the home page {url}, “{title}”; the file is probably gone.',
      },
      remedy: {
        'zh-TW': '請更新為檔案目前的網址；網站找不到檔案時應回傳 404，不要轉到首頁。',
        en: 'Register the present address of the file; a site should answer 404 when it is gone, not lead home.',
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
  *check({ exchange, shape }) {
    if (shape.kind !== 'page') return
    const { title, words, passwordField, redirect } = shape.page
    // Pages with something to show have boxes for wrong input, too.
    const alert = words.length <= FEW ? shape.page.alert : undefined
    const data = { title: title || '（無標題）', words: (alert ?? words).slice(0, 80) }
    const landed = landing(exchange)
    if (passwordField || landed === 'login') yield { messageId: 'login', data }
    else if (landed === 'error' || isError(title, `${words} ${alert ?? ''}`))
      yield { messageId: 'error-page', data }
    else if (landed === 'home')
      yield { messageId: 'home-page', data: { title: data.title, url: exchange.finalUrl } }
    else if (redirect !== undefined) yield { messageId: 'redirect', data: { target: redirect } }
    else yield { messageId: 'web-page', data }
  },
})

const isError = (title: string, words: string): boolean =>
  ERROR.test(`${title} ${words}`) ||
  STATUS.test(title) ||
  STATUS.test(words) ||
  VACANT.test(title || words.trim())
