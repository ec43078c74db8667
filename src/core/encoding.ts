/** What 編碼格式 can promise; UTF-16 stands for both byte orders. */
export type Charset = 'UTF-8' | 'BIG5' | 'UTF-16' | 'GB18030' | 'SHIFT_JIS' | 'EUC-KR'

const SPELLINGS: Readonly<Record<string, Charset>> = {
  utf8: 'UTF-8',
  utf8bom: 'UTF-8',
  utf8withbom: 'UTF-8',
  unicode: 'UTF-8',
  ascii: 'UTF-8',
  usascii: 'UTF-8',
  big5: 'BIG5',
  cp950: 'BIG5',
  ms950: 'BIG5',
  windows950: 'BIG5',
  big5hkscs: 'BIG5',
  ansi: 'BIG5',
  utf16: 'UTF-16',
  utf16le: 'UTF-16',
  utf16be: 'UTF-16',
  ucs2: 'UTF-16',
  gb18030: 'GB18030',
  gbk: 'GB18030',
  gb2312: 'GB18030',
  shiftjis: 'SHIFT_JIS',
  euckr: 'EUC-KR',
}

/** The charset a declared 編碼格式 names; undefined for 其他 and words nobody knows. */
export const declaredCharset = (text: string): Charset | undefined =>
  SPELLINGS[text.toLowerCase().replace(/[^a-z0-9]/g, '')]
