type Say = string | ((...found: string[]) => string)

/**
 * What the readers of ZIP, XML, JSON and DBF say of damage, in Chinese; the commonest. English readers see the
 * reader’s own words, which ledgers keep.
 */
const WORDS: readonly (readonly [RegExp, Say])[] = [
  [
    /^End of central directory record signature not found\b.*/,
    '檔案結尾找不到 ZIP 的目錄：不是 ZIP，或沒有下載完整',
  ],
  [/^Invalid comment length\b.*/i, 'ZIP 結尾的註解長度不符，檔案後面可能多了別的內容'],
  [/^invalid central directory file header signature\b.*/, 'ZIP 的目錄有錯'],
  [/^invalid local file header signature\b.*/, '內容不在 ZIP 目錄所說的位置'],
  [/^(?:invalid zip64|zip64 extended|extra field length)\b.*/, 'ZIP 目錄的附加欄位有錯'],
  [/^multi-disk zip files\b.*/, '這是分割成數個檔案的 ZIP，只有其中一個'],
  [/^strong encryption is not supported$/, 'ZIP 的目錄經過加密'],
  [/^file data overflows file bounds\b.*/, '內容超出 ZIP 檔的結尾'],
  [/^unexpected (?:EOF|end of file)$/, '內容在此中斷'],
  [/^more bytes than the directory says$/, '內容比 ZIP 目錄記載的多'],
  [/^fewer bytes than the directory says$/, '內容比 ZIP 目錄記載的少'],
  [/^CRC-32$|^incorrect (?:data|length) check$/, '檢查碼不符'],
  [
    /^(?:incorrect header check|invalid (?:block type|stored block lengths|distance|code|literal|bit length|window)\b.*)/,
    '壓縮的內容有錯',
  ],
  [/^TAR: unexpected end$/, 'TAR 在此中斷'],
  [/^TAR: checksum$/, 'TAR 的檢查碼不符'],
  [/^DBF: header$/, 'DBF 的檔頭有錯'],
  [/^DBF: fields$/, 'DBF 的欄位定義有錯'],
  [/^DBF: records$/, 'DBF 的資料比檔頭記載的少'],
  [/^no (?:Workbook stream|BOF)$/, '裡面沒有活頁簿'],
  [/^sector .+/, '檔案沒有下載完整，或內部的配置表有錯'],

  [/^(?:two roots|documents may contain only one root\.?)$/, '根元素只能有一個，卻有兩個'],
  [/^(?:no root|document must contain a root element\.?)$/, '沒有根元素'],
  [/^text (?:outside the root|data outside of root node\.?)$/, '根元素之外不可有文字'],
  [/^(?:unclosed tag: (.+)|<(.+)> is not closed)$/, (a, b) => `內容在此結束，<${a || b}> 卻沒有結束標記`],
  [/^(<.+>) … (<\/.+>)$/, (start, end) => `開始標記 ${start} 與結束標記 ${end} 不符`],
  [/^unexpected close tag\.?$/, '結束標記與開始標記不符'],
  [/^(?:<\/ without start|unmatched closing tag: .+)$/, '有結束標記，卻沒有對應的開始標記'],
  [
    /^(?:.+ is no reference|undefined entity\b.*|.*\bin entity name\.?)$/,
    '& 之後不是實體名稱；文字裡的 & 須寫成 &amp;',
  ],
  [/^(.+) without =$|^attribute without value\.?$/, '屬性沒有值'],
  [/^.+= without quote$|^unquoted attribute value\.?$/, '屬性值須以引號括住'],
  [/^duplicate attribute: (.+?)\.?$|^(\S+) twice$/, (a, b) => `屬性 ${a || b} 重複`],
  [/^(?:control character|disallowed character\.?)$/, '有 XML 不允許的字元'],
  [/^not (UTF-\S+)$/, (name) => `有不合法的 ${name} 位元組`],
  [/^(\S+) > (XFD\d+)$/, (cell, last) => `${cell} 超出工作表的最後一格 ${last}`],

  [/^Unexpected end of JSON input$/, 'JSON 在此中斷'],
  [/^Unexpected token '?(.+?)'?, .* is not valid JSON$/s, (token) => `不該有 ${token}`],
  [
    /^Unexpected non-whitespace character after JSON at position (\d+)\b.*/,
    (at) => `第 ${Number(at) + 1} 字起，JSON 已經結束，卻還有內容`,
  ],
  [
    /^Expected (?:double-quoted property name|property name or '}') in JSON at position (\d+)\b.*/,
    (at) => `第 ${Number(at) + 1} 字應為以雙引號括住的名稱`,
  ],
  [
    /^Expected '(.)' or '(.)' after .* in JSON at position (\d+)\b.*/,
    (a, b, at) => `第 ${Number(at) + 1} 字應為 ${a} 或 ${b}`,
  ],
  [
    /^Bad control character in string literal in JSON at position (\d+)\b.*/,
    (at) => `第 ${Number(at) + 1} 字是字串裡不可直接寫的控制字元`,
  ],
]

const PLACE = /^(\d+):(\d+): /

/** A reader's words in Chinese; what is not known stays as it is. */
export function inChinese(words: string): string {
  const place = PLACE.exec(words)
  const said = place ? words.slice(place[0].length) : words
  for (const [known, say] of WORDS) {
    const found = known.exec(said)
    if (!found) continue
    const chinese = typeof say === 'string' ? say : say(...found.slice(1).map((part) => part ?? ''))
    return place ? `第 ${place[1]} 行第 ${place[2]} 字，${chinese}` : chinese
  }
  return words
}
