import type { Data, Language, Localised } from './localised.ts'
import { render } from './localised.ts'
import type { Reason } from './observed.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** Why something could not be judged, in words. Every `unknown` in a report is one of these. */
export const REASONS = {
  'not-fetched': text(
    '連結未取得內容，因此無法檢測。',
    'The link gave no content, so there was nothing to check.',
  ),
  'file-unreadable': text('無法讀取檔案：{detail}', 'The file cannot be read: {detail}'),
  'not-a-file': text(
    '這是資料夾或裝置，不是檔案：{detail}',
    'This is a folder or a device, not a file: {detail}',
  ),
  'not-recorded': text(
    '離線稽核所用的錄存資料裡沒有這個連結。',
    'The recording this offline audit reads does not hold this link.',
  ),
  'recording-damaged': text(
    '錄存的內容遺失，或與錄存時的數位指紋不符：{detail}',
    'The recorded content is missing or is not what was recorded: {detail}',
  ),
  'not-this-format': text(
    '內容是 {format}，沒有這項檢測所需的資料。',
    'The content is {format}, which has nothing for this check.',
  ),
  'unsupported-format': text(
    '內容是 {format}，本版尚無法檢測其內部，請另存為 CSV、JSON 或 XML 後再檢測。',
    'The content is {format}; this version cannot look inside. Save it as CSV, JSON or XML to have it checked.',
  ),
  'over-byte-cap': text(
    '檔案超過 {cap} 位元組的讀取上限，只檢測了前面的部分。',
    'The file exceeds the cap of {cap} bytes; only its beginning was checked.',
  ),
  'record-too-long': text(
    '第 {row} 列（第 {line} 行起）超過 {cap} 個字元仍未結束，之後的內容未檢測。',
    'Row {row} (from line {line}) does not end within {cap} characters; what follows was not checked.',
  ),
  'too-many-faults': text(
    '引號錯誤超過 {cap} 處，第 {row} 列之後未檢測。',
    'More than {cap} quoting faults; nothing after row {row} was checked.',
  ),
  'stopped-at-fault': text(
    '語法在第 {line} 行出錯，之後的內容未檢測。',
    'The syntax breaks at line {line}; what follows was not checked.',
  ),
  'too-deep': text(
    '巢狀超過 {cap} 層，未再往內檢測。',
    'Nested more than {cap} levels deep; not checked further.',
  ),
  'too-many-names': text(
    '欄位名稱超過 {cap} 種，其餘未檢測。',
    'More than {cap} distinct field names; the rest was not checked.',
  ),
  'name-too-long': text(
    '有欄位名稱超過 {cap} 個位元組，無法比對是否重複。',
    'A field name exceeds {cap} bytes and could not be compared with others.',
  ),
  'piece-too-long': text(
    '第 {line} 行起的一段內容超過 {cap} 個字元仍未結束，之後的內容未檢測。',
    'A piece that begins on line {line} does not end within {cap} characters; what follows was not checked.',
  ),
  'not-in-ledger': text(
    '稽核紀錄裡沒有這條規則的結果：產生紀錄的版本還沒有這條規則，請重新稽核。',
    'The ledger has no answer of this rule, which the program that wrote it did not have yet; audit again.',
  ),
  'rule-crashed': text(
    '檢測規則 {rule} 發生程式錯誤（{detail}），請回報給 odbadge 開發者；其他規則不受影響。',
    'Rule {rule} failed because of a program fault ({detail}); please report it to the developers of odbadge. Other rules are not affected.',
  ),
} as const satisfies Record<string, Localised>

export type ReasonCode = keyof typeof REASONS

export const renderReason = (reason: Reason, language: Language): string =>
  render(REASONS[reason.code], reason.data ?? ({} as Data), language)
