/** What the grammar of RFC 8259 wants at a place; `，卻是 x` follows. */
export const EXPECTED = {
  value: '這裡應為一個值（物件、陣列、字串、數字、true、false 或 null）',
  element: '[ 之後應為一個值或 ]',
  name: '逗號之後應為以雙引號括住的名稱',
  firstName: '{ 之後應為以雙引號括住的名稱或 }',
  colon: '名稱之後應為 :',
  member: '物件的值之後應為 , 或 }',
  item: '陣列的元素之後應為 , 或 ]',
  end: '文件到此已經完整，之後不應再有內容',
  character: '字串裡的控制字元須寫成跳脫序列',
  escape: '字串裡的 \\ 之後應為 " \\ / b f n r t u 之一',
  hex: '字串裡的 \\u 之後應為四個十六進位數字',
  digit: '數字還不完整，這裡應為數字',
  afterZero: '數字不可以 0 開頭；0 之後應為小數點或數字的結束',
} as const

export const TRAILING_COMMA = '最後一個元素之後多了一個逗號'
export const ANOTHER_LINE =
  '第一個物件之後另起一行又有一個物件：這是每行一個 JSON（JSON Lines），不是一份 JSON，請改成一個陣列'
export const EMPTY = '沒有內容，不是 JSON'
export const UNCLOSED_STRING = '內容在此結束，字串卻還沒有以 " 關閉'
export const UNCLOSED_SCALAR = '內容在此結束，最後一個值卻還不完整'
export const unclosed = (depth: number): string => `內容在此結束，卻還有 ${depth} 層 { 或 [ 沒有關閉`

/** One character as a reader can see it: what is invisible goes by its code point. */
export function shown(bytes: readonly number[]): string {
  const text = Buffer.from(bytes).toString()
  if (text.includes('\ufffd')) return `位元組 0x${bytes[0]!.toString(16).toUpperCase()}`
  if (!/[\p{C}\p{Z}]/u.test(text)) return text
  return `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
