import { describe, expect, test } from 'vitest'
import { faultWords, readXml, treeOf } from './tree-reader.ts'

const fault = (text: string) => treeOf(readXml(text)).fault

const SOUND: readonly (readonly [string, string])[] = [
  ['an empty element', '<a/>'],
  ['a declaration', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a></a>\n'],
  ['Chinese names', '<資料><年度 單位="年">112</年度></資料>'],
  ['comments and instructions around the root', '<!-- a - b --><?x y?><a/><!-- c -->\n<?z?>'],
  ['CDATA with markup', '<a><![CDATA[<b>&nbsp;]] ></b>]]></a>'],
  [
    'the five entities and character references',
    '<a b="&lt;&#10;&quot;">&amp;&gt;&apos;&#x4e00;&#128512;</a>',
  ],
  ['a > in text and in attributes', '<a b="1>0">1 > 0 ]] ></a>'],
  ['a bound prefix', '<x:a xmlns:x="u" x:b="1" b="2"><x:c/></x:a>'],
  ['a default namespace', '<a xmlns="u"><b xmlns=""/></a>'],
  ['the xml prefix', '<a xml:lang="zh-TW"/>'],
  ['characters beyond U+FFFF', '<a>😀𡺤</a>'],
  ['XML 1.1', '<?xml version="1.1"?><a>&#1;</a>'],
  ['a DTD', '<!DOCTYPE a [<!ELEMENT a (#PCDATA)><!ATTLIST a b CDATA "x>y"> <!-- \' --> <?p "?>]><a/>'],
  ['an internal entity', '<!DOCTYPE a [<!ENTITY n "某機關">]><a b="&n;">&n;</a>'],
  ['an entity of entities', '<!DOCTYPE a [<!ENTITY m "&n;&n;"><!ENTITY n \'x\'>]><a>&m;</a>'],
  ['an entity of predefined ones', '<!DOCTYPE a [<!ENTITY n "&lt;&#38;&amp;">]><a>&n;</a>'],
  ['an external entity, unread', '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>'],
  [
    'an external DTD may declare anything',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD" "http://x/y.dtd"><html>&nbsp;</html>',
  ],
  ['so may a parameter entity', '<!DOCTYPE a [<!ENTITY % p SYSTEM "x"> %p;]><a>&q;</a>'],
  [
    'an entity as a namespace',
    '<!DOCTYPE a [<!ENTITY u "urn:1"><!ENTITY v "urn:2">]><a xmlns:x="&u;" xmlns:y="&v;" x:c="" y:c=""/>',
  ],
]

const BROKEN: readonly (readonly [string, number, number, string])[] = [
  ['', 1, 1, '沒有內容'],
  [' \n ', 2, 2, '沒有內容'],
  ['<!-- x -->', 1, 11, '沒有根元素'],
  ['plain', 1, 1, '根元素之外不可有文字，卻是 p'],
  ['{"a":1}', 1, 1, '根元素之外不可有文字，卻是 {'],
  ['\n<?xml version="1.0"?><a/>', 2, 1, 'XML 宣告只能在文件最開頭'],
  ['<?xml version="1.0" encoding=UTF-8?><a/>', 1, 30, 'XML 宣告的寫法不正確'],
  ['<a>', 1, 4, '<a> 卻沒有結束標記'],
  ['<a><b></a>', 1, 7, '結束標記 </a> 與開始標記 <b> 不符'],
  ['<a></A>', 1, 4, '結束標記 </A> 與開始標記 <a> 不符'],
  ['<a/></a>', 1, 5, '</a> 沒有對應的開始標記'],
  ['<a/>\n<b/>', 2, 1, '根元素只能有一個，這裡又有 <b'],
  ['<a/>\r\n\n 尾巴', 3, 2, '根元素之外不可有文字，卻是 尾'],
  ['<a/><!-- x -->y', 1, 15, '根元素之外不可有文字，卻是 y'],
  ['<a/>\u3000', 1, 5, '根元素之外不可有文字，卻是 U+3000'],
  ['<a/><![CDATA[x]]>', 1, 5, '根元素之外不可有文字'],
  ['<a>\n金&#27;fa4b鄉</a>', 2, 2, '&#27; 指的不是 XML 允許的字元'],
  ['<a>&#0;</a>', 1, 4, '&#0;'],
  ['<a>&#xD800;</a>', 1, 4, '&#xD800;'],
  ['<a>&#xFFFF;</a>', 1, 4, '&#xFFFF;'],
  ['<a>\u0000</a>', 1, 4, 'U+0000'],
  ['<a>\u001b</a>', 1, 4, 'XML 不允許字元 U+001B'],
  ['<a>\uffff</a>', 1, 4, 'U+FFFF'],
  ['<a>Q & A</a>', 1, 6, '須寫成 &amp;'],
  ['<a>Q &amp; A & B</a>\n<b>&lt;</b>', 1, 14, '須寫成 &amp;'],
  ['<a>\n<!-- & --><b/>x&y<c/></a>', 2, 16, '須寫成 &amp;'],
  ['<a href="?x=1&y=2"/>', 1, 14, '須寫成 &amp;'],
  ['<a>&nbsp;</a>', 1, 4, '實體 &nbsp; 沒有可用的宣告'],
  ['<a>😀\n年😀&x;</a>', 2, 3, '實體 &x;'],
  ['<a>1 < 2</a>', 1, 7, '文字裡的 < 須寫成 &lt;'],
  ['<a b="<"/>', 1, 7, '屬性值裡不可有 <'],
  ['<a>]]></a>', 1, 4, '文字裡不可有 ]]>'],
  ['<a b=1/>', 1, 6, '屬性值須以引號括住'],
  ['<a b/>', 1, 5, '屬性'],
  ['<a b="1"c="2"/>', 1, 9, '須有空白'],
  ['<a b="1" b="2"/>', 1, 1, '屬性 b 重複'],
  ['<a xmlns:x="u" xmlns:y="u" x:b="" y:b=""/>', 1, 1, '重複'],
  ['<a>\n <x:b/></a>', 2, 2, '命名空間前綴 x 沒有宣告'],
  ['<a x:b=""/>', 1, 1, '命名空間前綴 x 沒有宣告'],
  ['<a xmlns:x=""/>', 1, 1, '命名空間的宣告不正確'],
  ['<a:b:c xmlns:a="u"/>', 1, 1, '冒號位置不正確'],
  ['<1a/>', 1, 2, '< 之後應為元素名稱，卻是 1'],
  ['<a><!-- -- --></a>', 1, 9, '註解裡不可有 --'],
  ['<a><!-- x</a>', 1, 4, '註解沒有以 --> 結束'],
  ['<a>\n<![CDATA[ x</a>', 2, 1, 'CDATA 沒有以 ]]> 結束'],
  ['<a><b', 1, 4, '標記沒有以 > 結束'],
  ['<!DOCTYPE a [<!-- > -->', 1, 1, 'DOCTYPE 沒有以 > 結束'],
  ['<a><!ELEMENT b></a>', 1, 4, '<! 之後應為'],
  ['<a><? ?></a>', 1, 6, '處理指令'],
  ['<a><?xml version="1.0"?></a>', 1, 4, 'XML 宣告'],
  ['<a><!DOCTYPE a></a>', 1, 4, 'DOCTYPE'],
  ['<a><!x></a>', 1, 4, '<!'],
  ['<!DOCTYPE a [<!ENTITY n "x">]><a>&m;</a>', 1, 34, '實體 &m; 沒有可用的宣告'],
  ['<!DOCTYPE a [<!ENTITY m "&n;"><!ENTITY n "&m;">]><a>&m;</a>', 1, 53, '實體 &m;'],
  ['<!DOCTYPE a [<!ENTITY n SYSTEM "x" NDATA gif>]><a>&n;</a>', 1, 51, '實體 &n;'],
  ['<?xml version="1.0" standalone="yes"?><!DOCTYPE a SYSTEM "x"><a>&n;</a>', 1, 65, '實體 &n;'],
  ['<!DOCTYPE a [<!ENTITY n "x" y>]><a/>', 1, 1, 'DOCTYPE 裡有無法辨識的宣告'],
  ['<!DOCTYPE a [x]><a/>', 1, 1, 'DOCTYPE 裡有無法辨識的宣告'],
]

describe('strictness', () => {
  test.each(SOUND)('sound: %s', (_, text) => {
    expect(fault(text)).toBeUndefined()
  })

  test.each(BROKEN)('broken: %j', (text, line, column, message) => {
    expect(fault(text)).toMatchObject({ line, column })
    expect(faultWords(treeOf(readXml(text)))).toContain(message)
  })

  test('half a surrogate pair at the end', () => {
    for (const text of ['<!\ud83d', '<a><![CDATA[]\ud83d', '<a/>\ud83d', '<!DOCTYPE a [<\ud83d'])
      expect(faultWords(treeOf(readXml(text)))).toContain('U+D83D')
  })
})

describe('entities', () => {
  test('are counted', () => {
    const dtd = '<!DOCTYPE a [<!ENTITY a "1"><!ENTITY b \'2\'><!ENTITY c SYSTEM "c"><!ENTITY a "3">]>'
    expect(treeOf(readXml(`${dtd}<a>&a;&b;&c;</a>`))).toMatchObject({ entities: 2 })
    expect(treeOf(readXml('<a/>')).entities).toBe(0)
  })

  test('a billion laughs stay quiet', () => {
    const lol = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const tree = treeOf(readXml(`<!DOCTYPE a [<!ENTITY l0 "lol">${lol}]><message>&l20;</message>`))
    expect(tree.fault).toBeUndefined()
    expect(tree.entities).toBe(21)
    expect(tree.messages).toEqual(['&l20;'])
  })
})

test('declared encoding', () => {
  expect(treeOf(readXml('<?xml version="1.0" encoding="Big5"?><a/>')).declaredEncoding).toBe('Big5')
  expect(treeOf(readXml("<?xml version='1.0'?><a/>")).declaredEncoding).toBeUndefined()
  expect(treeOf(readXml('<?xml version="1.0" encoding="utf-16"?><a>')).declaredEncoding).toBe('utf-16')
})
