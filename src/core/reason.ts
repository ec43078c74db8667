import type { Localised } from './localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** Why something could not be judged, in words. Every `unknown` in a report is one of these. */
export const REASONS = {
  'not-fetched': text(
    '連結未取得內容，因此無法檢測。',
    'The link gave no content, so there was nothing to check.',
  ),
  'not-asked': text(
    '沒有要求檢測服務本身（--probe-api），因此沒有另外詢問。',
    'The service was not asked anything more: that takes --probe-api.',
  ),
  'file-missing': text('找不到檔案：{detail}', 'There is no such file: {detail}'),
  'file-forbidden': text('沒有讀取檔案的權限：{detail}', 'No permission to read the file: {detail}'),
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
  'archive-damaged': text(
    '壓縮檔已損壞，無法讀取其目錄（{detail}）。',
    'The archive is damaged: its directory cannot be read ({detail}).',
  ),
  'member-damaged': text(
    '壓縮檔內的檔案已損壞，無法還原（{detail}）。',
    'The file inside the archive is damaged and cannot be restored ({detail}).',
  ),
  'member-encrypted': text(
    '壓縮檔內的檔案設有密碼，無法讀取。',
    'The file inside the archive is protected by a password.',
  ),
  'member-compression': text(
    '壓縮檔使用本程式無法還原的壓縮方法（第 {method} 號），請改用一般的 Deflate 壓縮。',
    'The archive uses a compression method that this program cannot undo (number {method}); use plain Deflate.',
  ),
  'member-name': text(
    '壓縮檔內的檔名指向壓縮檔之外，未予讀取。',
    'The name of the file leads out of the archive; it was not read.',
  ),
  'member-link': text(
    '壓縮檔內的這一項是捷徑或裝置，不是檔案，未予讀取。',
    'This entry of the archive is a link or a device, not a file; it was not read.',
  ),
  'member-overlap': text(
    '壓縮檔內有多個檔案占用同一段內容，未予讀取。',
    'Several files of the archive share the same bytes; they were not read.',
  ),
  'member-ratio': text(
    '壓縮檔內的檔案解開後超過原大小的 {cap} 倍，疑為壓縮炸彈，未予讀取完畢。',
    'The file inside the archive inflates to more than {cap} times its size, as archives made to exhaust readers do; it was not read to its end.',
  ),
  'over-inflated': text(
    '壓縮檔解開後超過 {cap} 位元組的上限，其餘未檢測。',
    'The archive inflates to more than the cap of {cap} bytes; the rest was not checked.',
  ),
  'too-many-members': text(
    '壓縮檔內有 {count} 個檔案，超過 {cap} 個的上限，其餘未檢測。',
    'The archive holds {count} files, more than the cap of {cap}; the rest was not checked.',
  ),
  'part-damaged': text(
    '檔案已損壞：其中的 {part} 無法讀取（{detail}）。',
    'The file is damaged: its part {part} cannot be read ({detail}).',
  ),
  'part-missing': text('檔案已損壞：缺少 {part}。', 'The file is damaged: its part {part} is missing.'),
  'workbook-encrypted': text(
    '活頁簿設有開啟密碼，無法讀取內容。',
    'The workbook is protected by a password and cannot be read.',
  ),
  xlsb: text(
    '這是二進位活頁簿（XLSB），本版無法檢測其內容，請另存為 XLSX、ODS 或 CSV。',
    'This is a binary workbook (XLSB), which this version cannot look into; save it as XLSX, ODS or CSV.',
  ),
  'old-xls': text(
    '舊版二進位 XLS（{detail}）無法檢測：請另存 XLSX、ODS 或 CSV。',
    'This old binary XLS cannot be checked ({detail}); save it as XLSX, ODS or CSV.',
  ),
  'too-slow': text(
    '舊版二進位 XLS 在 {seconds} 秒內讀不完，未檢測：請另存 XLSX、ODS 或 CSV。',
    'This old binary XLS was not read within {seconds} seconds and not checked; save it as XLSX, ODS or CSV.',
  ),
  'rows-out-of-order': text(
    '工作表「{sheet}」的列沒有依序存放（第 {row} 列），之後的內容未檢測。',
    'The rows of sheet “{sheet}” are not stored in order (row {row}); what follows was not checked.',
  ),
  'too-many-cells': text(
    '重複展開的儲存格超過 {cap} 個，其餘未檢測。',
    'More than {cap} cells come of repetition; the rest was not checked.',
  ),
  'too-many-strings': text(
    '活頁簿的文字多達 {count} 種，只保留前 {cap} 種，其餘內容未檢測。',
    'The workbook has {count} distinct texts; only the first {cap} were kept, so that not everything was checked.',
  ),
  'no-data-sheet': text(
    '活頁簿裡沒有資料工作表，因此無法檢測。',
    'The workbook has no sheet with data, so there was nothing to check.',
  ),
  'too-many-sheets': text('只檢測前 {cap} 個工作表。', 'Only the first {cap} sheets were checked.'),
  'too-nested': text(
    '壓縮檔內還有壓縮檔，超過 {cap} 層的部分未檢測。',
    'Archives within archives: what lies more than {cap} deep was not checked.',
  ),
  'over-held': text(
    '壓縮檔內的這個檔案超過 {cap} 位元組，未再打開檢測。',
    'This file of the archive exceeds {cap} bytes and was not opened.',
  ),
  'too-many-facts': text(
    '壓縮檔內的檔案太多、欄位太寬，其餘未檢測。',
    'The archive holds too many files that are too wide; the rest was not checked.',
  ),
  'shape-alone': text(
    '只有 .shp，沒有記載欄位的 .dbf，無法檢測屬性資料。',
    'There is only the .shp: the .dbf with the attributes is missing, so nothing could be checked.',
  ),
  'closed-archive': text(
    '內容是 {format} 壓縮檔，本程式無法解開；請改以 ZIP 壓縮，或直接提供資料檔。',
    'The content is a {format} archive, which this program cannot open; publish a ZIP, or the data itself.',
  ),
  'no-members': text('壓縮檔內沒有任何檔案。', 'The archive holds no file.'),
  'no-testable-member': text(
    '壓縮檔內沒有檔案可供檢測（只有文件、圖片等非資料檔）：{names}',
    'The archive has no file to check, only documents, pictures and the like: {names}',
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
