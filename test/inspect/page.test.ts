import { describe, expect, test } from 'vitest'
import { readPage } from '../../src/inspect/page.ts'

test('title and visible words', () => {
  const html = `<!DOCTYPE html><html><head><title> 404\n找不到 &amp; 網頁 </title><style>p{color:red}</style></head>
    <body onload="x()"><!-- no --><h1>查<b>無</b></h1><p>此&nbsp;資料&lt;1&gt;</p><script>var a = "<p>b</p>"</script><template>t</template></body></html>`
  expect(readPage(html)).toEqual({
    title: '404 找不到 & 網頁',
    passwordField: false,
    words: '查無 此 資料<1>',
  })
})

describe('login forms', () => {
  test.each([
    '<input type="password">',
    '<INPUT name=x TYPE = PassWord />',
    "<form><input type=' password '",
  ])('%s', (html) => {
    expect(readPage(`${html}>`).passwordField).toBe(true)
  })

  test.each([
    '<input type="text" value="password">',
    '<!-- <input type="password"> -->',
    '<script>"<input type=password>"</script>',
    '<textarea><input type="password"></textarea>',
  ])('none: %s', (html) => {
    expect(readPage(html).passwordField).toBe(false)
  })
})

describe('redirects', () => {
  test.each([
    ['<meta http-equiv="refresh" content="0; url=https://a.tw/b?c=1&amp;d=2">', 'https://a.tw/b?c=1&d=2'],
    ['<META HTTP-EQUIV=Refresh CONTENT="5;URL=\'/login\'">', '/login'],
    ['<meta http-equiv="refresh" content="0, /x">', '/x'],
    ['<script>window.location.href = "/new";</script>', '/new'],
    ["<script>location='a.html'</script>", 'a.html'],
    ['<script>if (top != self) top.location.replace(`https://x.tw`)</script>', 'https://x.tw'],
    ['<script>setTimeout("location.href=\'/later\'", 10)</script>', '/later'],
    ['<script>document.location.assign( "/y" )', '/y'],
  ])('%s', (html, redirect) => {
    expect(readPage(html).redirect).toBe(redirect)
  })

  test.each([
    '<meta http-equiv="refresh" content="30">',
    '<meta name="refresh" content="0;url=/x">',
    '<script>if (location.href == "/x") go()</script>',
    '<script>row.location = "臺北"</script>',
    '<script>var mylocation = "/x"</script>',
    '<p>location.href = "/x"</p>',
    '<script>location=</script><script>"/x"</script>',
  ])('none: %s', (html) => {
    expect(readPage(html).redirect).toBeUndefined()
  })
})

describe('boxes', () => {
  test.each([
    ['<script>alert("查無此檔案");history.back();</script>', '查無此檔案'],
    ["<script>window.alert( '檔案不存在' )</script>", '檔案不存在'],
    ['<script>var a</script><script>alert(`a "b"`);alert("c")</script>', 'a "b"'],
    [`<script>alert("${'字'.repeat(500)}")</script>`, '字'.repeat(200)],
  ])('%s', (html, alert) => {
    expect(readPage(html).alert).toBe(alert)
  })

  test.each(['<script>row.alert("x"); alert(text); myalert("x")</script>', '<p>alert("x")</p>'])(
    'none: %s',
    (html) => {
      expect(readPage(html).alert).toBeUndefined()
    },
  )
})

describe('broken pages', () => {
  test.each([
    ['', '', ''],
    ['<', '', '<'],
    ['<html><title>未關閉', '未關閉', ''],
    ['<p>一<div>二</p></span>三', '', '一 二 三'],
    ['<script>never closed <p>x', '', ''],
    ['純文字 & 更多', '', '純文字 & 更多'],
  ])('%j', (html, title, words) => {
    expect(readPage(html)).toMatchObject({ title, words })
  })

  test('words and title are cut', () => {
    const page = readPage(`<title>${'題'.repeat(500)}</title>${'字'.repeat(199)}😀${'字'.repeat(500)}`)
    expect(page.title).toHaveLength(200)
    expect(page.words).toBe('字'.repeat(199))
  })

  test('only the head of a page is looked at', () => {
    expect(readPage(`${' '.repeat(1 << 18)}<input type="password">`).passwordField).toBe(false)
  })

  test('a hundred thousand open elements and scripts take no time', () => {
    const begin = performance.now()
    readPage('<div>'.repeat(60_000))
    readPage('<script>location="'.repeat(20_000))
    readPage('<script>location= </script>'.repeat(10_000))
    readPage(`<script>${'alert("'.repeat(40_000)}`)
    readPage(`<script>${'alert( '.repeat(40_000)}</script>`)
    for (const filler of [' ', '0', ';', 'url='])
      readPage(`<meta http-equiv="refresh" content="0${filler.repeat(60_000)}">`)
    expect(performance.now() - begin).toBeLessThan(5_000)
  })
})
