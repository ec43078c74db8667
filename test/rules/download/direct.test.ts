import rule from '../../../rules/download/direct.ts'
import { testRule } from '../../support/rule-tester.ts'

const page = (title: string, body: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`

const led = (from: string, finalUrl: string) => ({
  exchange: { finalUrl, hops: [{ url: from, status: 302, location: finalUrl }] },
})
const FILE = 'https://a.gov.tw/files/a.csv'
const HOME = page('某某局全球資訊網', '<nav>網站導覽</nav>最新消息')

testRule(rule, {
  pass: [
    { name: 'a part is enough to see that it is no page', body: '編號,名稱\n1,甲\n2,乙\n', whole: false },
    { name: 'CSV', body: '編號,名稱\n1,甲\n2,乙\n' },
    { name: 'CSV with HTML in its cells', body: '編號,內文\n1,<p>甲</p>\n2,<p>乙</p>\n' },
    { name: 'JSON', body: '[{"編號":1}]' },
    { name: 'XML', body: '<?xml version="1.0"?><data><row/></data>' },
    { name: 'XML with an <a>', body: '<資料><a>404 Not Found</a></資料>' },
    { name: 'PDF: direct, if not structured', body: '%PDF-1.4\n' },
    { name: 'an image', body: Buffer.from('89504e470d0a1a0a', 'hex') },
    { name: 'plain text', body: '本局辦理服務計畫\n' },
    { name: 'nothing at all is another rule', body: '' },
  ],
  fail: [
    {
      name: 'a login form',
      body: page('會員登入', '<form>帳號<input name="u"><input type="password" name="p"></form>'),
      messageId: 'login',
      data: { title: '會員登入' },
    },
    {
      name: 'a login form that names an error',
      body: page('登入', '密碼錯誤<input type="PASSWORD">'),
      messageId: 'login',
    },
    {
      name: 'a script that leads on',
      body: '<html><script>window.location.href = "/files/data.csv";</script></html>',
      messageId: 'redirect',
      data: { target: '/files/data.csv' },
    },
    {
      name: 'a meta refresh',
      body: '<html><head><meta http-equiv="refresh" content="0; url=https://example.gov.tw/d.csv"></head></html>',
      messageId: 'redirect',
      data: { target: 'https://example.gov.tw/d.csv' },
    },
    {
      name: 'an error page of a CMS',
      body: page('系統訊息', '<h1>您要找的檔案不存在</h1>'),
      messageId: 'error-page',
      data: { title: '系統訊息', words: '您要找的檔案不存在' },
    },
    {
      name: '404 in the title',
      body: page('404', '<p>回首頁</p>'),
      messageId: 'error-page',
      data: { title: '404' },
    },
    {
      name: 'HTTP status 500',
      body: page('Server', '<h1>500 Internal Server Error</h1>'),
      messageId: 'error-page',
    },
    {
      name: '502 without a head',
      body: '<center><h1>502 Bad Gateway</h1></center>',
      messageId: 'error-page',
    },
    {
      name: 'a bot wall',
      body: page('', '<iframe src="/_Incapsula_Resource">Request unsuccessful.</iframe>'),
      messageId: 'error-page',
      data: { title: '（無標題）' },
    },
    {
      name: 'Big5',
      body: page('錯誤訊息', '檔案已移除'),
      encode: 'cp950',
      messageId: 'error-page',
      data: { title: '錯誤訊息' },
    },
    {
      name: 'UTF-16',
      body: `\ufeff${page('錯誤', '')}`,
      encode: 'utf16le',
      messageId: 'error-page',
      data: { title: '錯誤' },
    },
    {
      name: 'a page about the data',
      body: page('資料集介紹', '本資料集提供公園位置，請點選下載'),
      messageId: 'web-page',
      data: { title: '資料集介紹' },
    },
    {
      name: 'a page that counts 500 records',
      body: page('查詢結果', '<p>本資料集共 500 筆，請按下載</p>'),
      messageId: 'web-page',
    },
    {
      name: 'a page declared CSV',
      body: page('下載', '<a href="a.csv">下載</a>'),
      claims: { format: 'CSV' },
      messageId: 'web-page',
    },
    {
      name: 'a table in a page',
      body: '<table><tr><td>甲</td></tr></table>',
      messageId: 'web-page',
      data: { title: '（無標題）' },
    },
    ...[
      '/',
      '/index.html',
      '/Index.aspx',
      '/home',
      '/tw/',
      '/zh-tw',
      '/zh-TW/index.php?lang=zh',
      '/mp.asp?mp=1',
    ].map((path) => ({
      name: `a file that leads home: ${path}`,
      body: HOME,
      ...led(FILE, `https://www.a.gov.tw${path}`),
      messageId: 'home-page' as const,
      data: { title: '某某局全球資訊網', url: `https://www.a.gov.tw${path}` },
    })),
    {
      name: 'a home page that leads on by itself',
      body: '<script>location.href="/tw/"</script>',
      ...led(FILE, 'https://a.gov.tw/'),
      messageId: 'home-page',
    },
    {
      name: 'a redirect to a page that is no home page',
      body: HOME,
      ...led(FILE, 'https://a.gov.tw/index.php?option=news&id=3'),
      messageId: 'web-page',
    },
    {
      name: 'a home page that was registered itself',
      body: HOME,
      ...led('https://a.gov.tw/', 'https://a.gov.tw/tw/'),
      messageId: 'web-page',
    },
    ...[
      'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?x',
      'https://accounts.google.com/v3/signin/identifier',
      'https://a.gov.tw/Account/Login?ReturnUrl=%2fa.csv',
      'https://a.gov.tw/user_login.aspx',
      'https://a.gov.tw/adfs/ls/?wa=1',
      'https://sso.a.gov.tw/',
    ].map((url) => ({
      name: `a login without a password field: ${url}`,
      body: page('', '<div id="app"></div>'),
      ...led(FILE, url),
      messageId: 'login' as const,
    })),
    ...[
      'https://a.gov.tw/404.htm',
      'https://a.gov.tw/Error/Index?code=3',
      'https://a.gov.tw/PageNotFound',
      'https://a.gov.tw/GenericErrorPage.htm',
      'https://a.gov.tw/x.aspx?aspxerrorpath=/files/a.csv',
    ].map((url) => ({
      name: `an address of errors: ${url}`,
      body: page('某某局', '<nav>網站導覽</nav>'),
      ...led(FILE, url),
      messageId: 'error-page' as const,
    })),
    ...[
      ['', '很抱歉，您所查詢的網頁不存在'],
      ['某某局', '查無此檔案'],
      ['某某局', '您要的檔案已被刪除'],
      ['某某局', '系統發生錯誤，請稍後再試'],
      ['Runtime Error', "<h1>Server Error in '/' Application.</h1>"],
      ['IIS Windows Server', '<a href="x"><img src="iisstart.png"></a>'],
      ['Welcome to nginx!', 'Thank you for using nginx.'],
      ['Apache Tomcat/8.5.5', 'Congratulations!'],
      ['Apache2 Ubuntu Default Page: It works', ''],
      ['', '<h1>It works!</h1>'],
      ['', '<script>alert("查無此檔案");history.back();</script>'],
    ].map(([title = '', body = '']) => ({
      name: `an error page: ${title} ${body}`,
      body: page(title, body),
      messageId: 'error-page' as const,
    })),
    ...[
      ['錯誤更正申請', '如發現資料有錯誤更正需求，請下載申請書'],
      ['資料下載', '錯誤通報、回報錯誤請洽承辦人；standard error 與 error rate 說明'],
      ['食品回收', '本署公布之回收產品均已下架'],
      ['我的測試', 'Test Page 說明'],
      ['查詢', '<script>alert("輸入格式錯誤")</script>請輸入起訖年月與測站名稱之後，再按下查詢按鈕'],
    ].map(([title = '', body = '']) => ({
      name: `no error page: ${title}`,
      body: page(title, body),
      messageId: 'web-page' as const,
    })),
  ],
})
