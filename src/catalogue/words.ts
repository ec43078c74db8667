import type { Localised } from '../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** Why a catalogue cannot be read at all, and what to do. */
export const CATALOGUE_WORDS = {
  unreadable: text(
    '無法讀取目錄「{name}」：{detail}。請確認路徑與讀取權限。',
    'Cannot read the catalogue {name}: {detail}. Check the path and the right to read it.',
  ),
  'feedback-unreadable': text(
    '無法讀取民眾意見檔「{name}」：{detail}。請確認路徑與讀取權限。',
    'Cannot read the feedback {name}: {detail}. Check the path and the right to read it.',
  ),
  'feedback-empty': text('民眾意見檔「{name}」是空的。', 'The feedback {name} is empty.'),
  'feedback-too-long': text(
    '民眾意見檔「{name}」超過 {cap} 筆，請分成數個檔案。',
    'The feedback {name} has more than {cap} entries; split it.',
  ),
  'feedback-columns': text(
    '「{name}」看不出是民眾意見檔：需要「資料集」「資料集識別碼」或「網址」欄，以及「標題」或「民眾意見內容」欄；實際欄位是：{columns}。',
    '{name} does not look like feedback: it needs a column 資料集, 資料集識別碼 or 網址, and one called 標題 or 民眾意見內容; its columns are {columns}.',
  ),
  empty: text(
    '目錄「{name}」是空的，沒有標題列。請改用 https://data.gov.tw/datasets/export/csv 下載的檔案。',
    'The catalogue {name} is empty. Use a file from https://data.gov.tw/datasets/export/csv.',
  ),
  'web-page': text(
    '目錄「{name}」是網頁（標題：「{title}」），不是目錄資料。請確認網址是否需要登入，或改用下載連結。',
    'The catalogue {name} is a web page (titled “{title}”), not data. Perhaps it asks for a login; use the download link.',
  ),
  'no-id-header': text(
    '目錄「{name}」的標題列（第 {line} 行）沒有「{column}」欄位，找到的是：{found}。請改用 https://data.gov.tw/datasets/export/csv 下載的檔案；若曾用 Excel 開啟再存檔，請另存為「CSV UTF-8（逗號分隔）」。',
    'The header of the catalogue {name} (line {line}) has no column {column}; found: {found}. Use a file from https://data.gov.tw/datasets/export/csv; if Excel has saved it, save it again as “CSV UTF-8 (Comma delimited)”.',
  ),
  'no-list': text(
    '目錄「{name}」是 JSON，但開頭找不到資料集的陣列，內容是：{found}。請改用 https://data.gov.tw/datasets/export/json 下載的檔案。',
    'The catalogue {name} is JSON, but no list of datasets was found at its beginning: {found}. Use a file from https://data.gov.tw/datasets/export/json.',
  ),
  'no-id-key': text(
    '目錄「{name}」沒有「{column}」欄位，第一筆的欄位是：{found}。請改用 https://data.gov.tw/datasets/export/json 下載的檔案。',
    'The catalogue {name} has no “{column}”; the first entry has: {found}. Use a file from https://data.gov.tw/datasets/export/json.',
  ),
  'unknown-xml': text(
    '目錄「{name}」是 XML，但不是認得的目錄格式，最外層元素是 <{root}>。',
    'The catalogue {name} is XML of no kind this program knows; its root element is <{root}>.',
  ),
  'bad-json': text(
    '目錄「{name}」不是正確的 JSON：{detail}。檔案可能沒有下載完整，請重新下載。',
    'The catalogue {name} is no valid JSON: {detail}. It may not have been downloaded completely; fetch it again.',
  ),
  'bad-xml': text(
    '目錄「{name}」不是正確的 XML：{detail}。檔案可能沒有下載完整，請重新下載。',
    'The catalogue {name} is no valid XML: {detail}. It may not have been downloaded completely; fetch it again.',
  ),
  turtle: text(
    '目錄「{name}」是 Turtle。請改用同一個目錄的 RDF/XML 或 JSON-LD（CKAN 平臺把網址的 .ttl 改成 .rdf 或 .jsonld），或先轉換：rapper -i turtle -o rdfxml 檔名.ttl | odbadge audit -',
    'The catalogue {name} is Turtle. Take the same catalogue as RDF/XML or JSON-LD (with CKAN, .rdf or .jsonld in place of .ttl), or convert it: rapper -i turtle -o rdfxml FILE.ttl | odbadge audit -',
  ),
  'too-large': text(
    '目錄「{name}」有 {size} 位元組，這種目錄最多讀 {cap} 位元組。',
    'The catalogue {name} has {size} bytes; of this kind at most {cap} are read.',
  ),
  pdf: text(
    '目錄「{name}」是 PDF，無法直接讀取。請先轉成文字：pdftotext -layout 檔名.pdf - | odbadge audit -（pdftotext 在 poppler-utils 套件裡）；或改用 DOCX、ODT。',
    'The catalogue {name} is a PDF, which cannot be read as it is. Make it a text first: pdftotext -layout FILE.pdf - | odbadge audit - (pdftotext comes with poppler-utils), or use a DOCX or ODT.',
  ),
  'old-office': text(
    '目錄「{name}」是舊版 Office 檔（DOC、XLS），無法讀取。請另存為 DOCX、ODT、XLSX、ODS 或 CSV。',
    'The catalogue {name} is a file of an old Office (DOC, XLS). Save it as DOCX, ODT, XLSX, ODS or CSV.',
  ),
  'platform-manual': text(
    '「{name}」是平臺的 API 使用說明，不是目錄。要稽核這個平臺的資料集，請直接給它的網址：odbadge audit {url}',
    '{name} is the manual of a platform’s API, not a catalogue. To audit the platform’s datasets, give its address: odbadge audit {url}',
  ),
  archive: text(
    '目錄「{name}」是壓縮檔。請先解壓縮，再給裡面的檔案或資料夾。',
    'The catalogue {name} is an archive. Unpack it and name the file or folder inside.',
  ),
  'damaged-document': text(
    '目錄「{name}」的檔案已損壞、太大或設有密碼，無法讀取（{detail}）。請重新下載，或另存為 CSV、純文字。',
    'The file of the catalogue {name} is damaged, too large or has a password ({detail}). Fetch it again, or save it as CSV or plain text.',
  ),
  refused: text(
    '目錄「{name}」的伺服器回覆錯誤：{detail}。',
    'The server of the catalogue {name} answered with an error: {detail}.',
  ),
  'bad-date': text(
    '更新時間「{value}」不是日期，請寫成 2026-01-31。',
    'The date “{value}” cannot be read; write 2026-01-31.',
  ),
} as const satisfies Record<string, Localised>

export type CatalogueErrorCode = keyof typeof CATALOGUE_WORDS
