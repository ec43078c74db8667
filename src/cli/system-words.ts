import type { Language, Localised } from '../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

const forbidden = text('沒有權限', 'not permitted')

const WORDS: Readonly<Record<string, Localised>> = {
  ENOENT: text('找不到檔案或資料夾', 'no such file or folder'),
  EACCES: forbidden,
  EPERM: forbidden,
  EISDIR: text('這是資料夾，不是檔案', 'a folder, not a file'),
  ENOTDIR: text('路徑中有一段不是資料夾', 'part of the path is not a folder'),
  EEXIST: text('已有同名的檔案', 'there is a file of that name'),
  ENOSPC: text('磁碟空間不足', 'no space left on the disk'),
  EROFS: text('只能讀取，不能寫入', 'read-only'),
  EBUSY: text('正由其他程式使用', 'in use by another program'),
}

/** What Node says of the operating system, in words of the reader’s language; the code stays, for who looks it up. */
export const inWords = (message: string, language: Language): string =>
  message.replace(/\b(E[A-Z]+): [^,\n]+, \w+(?: '[^'\n]*')?(?: -> '[^'\n]*')?/g, (said, code: string) => {
    const words = WORDS[code]?.[language]
    if (words === undefined) return said
    return language === 'en' ? `${words} (${code})` : `${words}（${code}）`
  })

/** yargs’ own Chinese for what happens most calls its arguments by their English name. */
const YARGS_PLURALS = {
  'Commands:': '指令：',
  'Positionals:': '參數：',
  'Not enough non-option arguments: got %s, need at least %s': {
    one: '指令後面給了 %s 個檔案、網址或名稱，至少要 %s 個',
    other: '指令後面給了 %s 個檔案、網址或名稱，至少要 %s 個',
  },
  'Too many non-option arguments: got %s, maximum of %s': {
    one: '指令後面給了 %s 個檔案、網址或名稱，最多 %s 個',
    other: '指令後面給了 %s 個檔案、網址或名稱，最多 %s 個',
  },
  'Unknown argument: %s': { one: '不認得的選項或指令：%s', other: '不認得的選項或指令：%s' },
  'Not enough arguments following: %s': '選項 %s 後面要有內容',
  'Argument: %s, Given: %s, Choices: %s': '選項：%s，給的是：%s，可用的是：%s',
}

/** Its types know no plurals. */
export const YARGS_WORDS = YARGS_PLURALS as object as Readonly<Record<string, string>>
