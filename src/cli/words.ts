import type { Language, Localised } from '../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** Every sentence the command line says by itself; reports and rules have their own. */
export const WORDS = {
  program: text(
    '政府開放資料品質標章稽核工具',
    'Audits open government data for the badges of Taiwan’s 2017 measure',
  ),
  lang: text('輸出語言', 'language of the output'),
  help: text('顯示說明', 'show help'),
  version: text('顯示版本', 'show the version'),
  audit: text(
    '稽核目錄中的資料集，寫出報告並顯示金質獎總分',
    'audit the datasets of a catalogue, write reports and show the scores',
  ),
  catalogue: text(
    'data.gov.tw 匯出的目錄（CSV 或 JSON），檔案或網址',
    'a data.gov.tw export (CSV or JSON), file or URL',
  ),
  files: text(
    '把參數當作資料檔清單，每個檔案視為一個資料集',
    'take the arguments as data files, each a dataset of its own',
  ),
  agency: text(
    '只稽核這些提供機關（名稱或部分名稱，可重複）',
    'only these publishers (name or part of it, repeatable)',
  ),
  id: text('只稽核這些資料集識別碼（可重複）', 'only these dataset ids (repeatable)'),
  limit: text('最多稽核幾個資料集', 'audit at most this many datasets'),
  out: text('報告寫到這個資料夾', 'folder for the reports'),
  profile: text('評核版本（內建名稱或 JSON 檔）', 'policy: a built-in profile or a JSON file'),
  maxBytes: text('每個網址最多下載的位元組', 'bytes fetched from one URL, at most'),
  timeout: text(
    '連線、等候回應、資料停頓各最多幾秒',
    'seconds to wait: for the connection, the answer, and between data',
  ),
  concurrency: text('同時稽核幾個資料集', 'datasets audited at once'),
  allowPrivate: text(
    '允許連到內部網路與本機的連結（在機關內網檢測時使用）',
    'follow links into private networks and to this machine (for audits inside an intranet)',
  ),
  ca: text(
    '另外信任這個檔案裡的憑證（PEM、DER 或 PKCS#7，可重複；根憑證受信任，中繼憑證只用來補齊憑證鏈）',
    'trust the certificates of this file too (PEM, DER or PKCS#7; repeatable): roots; intermediates only help',
  ),
  insecureInspect: text(
    '憑證有問題時仍檢測內容的對象：public 外界可連線的主機、all 所有允許連線的主機、never 一律不檢測',
    'where trouble with a certificate does not stop the look at the data: public hosts, all allowed hosts, or never',
  ),
  badCa: text('檔案 {path} 裡沒有憑證。', 'There is no certificate in {path}.'),
  noCa: text('無法讀取憑證檔 {path}：{detail}', 'Cannot read the certificates in {path}: {detail}'),
  now: text('以這個時間判斷更新時效（預設為現在）', 'judge timeliness against this moment (default: now)'),
  failOn: text('有這類結果時結束代碼為 1', 'exit with 1 on findings of this kind'),
  minBadge: text(
    '標章低於此等級時結束代碼為 1；無法判定時為 3',
    'exit with 1 below this badge; 3 when it cannot be told',
  ),
  check: text('檢測檔案或網址，不需要目錄', 'check files or URLs without a catalogue'),
  checkFiles: text('要檢測的檔案或網址', 'files or URLs to check'),
  format: text('宣告的「檔案格式」', 'the declared format'),
  encoding: text('宣告的「編碼格式」', 'the declared encoding'),
  fields: text('宣告的「主要欄位說明」', 'the declared field description'),
  frequency: text('宣告的「更新頻率」', 'the declared update frequency'),
  modified: text('資料最後更新日期', 'when the data last changed'),
  reporter: text('輸出方式', 'form of the output'),
  report: text('由稽核紀錄（ledger.ndjson）產生報告', 'make a report from a ledger (ledger.ndjson)'),
  ledger: text('稽核紀錄', 'the ledger'),
  output: text('寫到檔案（預設為標準輸出）', 'write to this file (default: standard output)'),
  exceptions: text(
    '例外說明檔（JSON 或 YAML），只與判定並列，不影響判定；report 僅用於 --reporter json',
    'exceptions (JSON or YAML), shown beside the results, which they never change; for report with --reporter json',
  ),
  explain: text(
    '說明一條檢測規則：為什麼、怎麼檢測、怎麼修正',
    'explain a rule: why, how it checks, how to mend (in Chinese)',
  ),
  ruleId: text('規則代號，例如 structure/no-blank-rows', 'rule id, e.g. structure/no-blank-rows'),
  rules: text('列出所有檢測規則', 'list all rules'),
  json: text('以 JSON 輸出', 'as JSON'),
  written: text('報告已寫到：', 'Reports written to:'),
  interrupted: text(
    '已中斷；已完成的部分保留在 {path}。以相同的參數加上 --resume 可接續。',
    'Interrupted; what was done is kept in {path}. The same command with --resume goes on from there.',
  ),
  resume: text('接續先前中斷的稽核', 'go on with an audit that was interrupted'),
  confirmAfter: text(
    '失敗的連結至少隔多久再測一次才算失效，例如 10m；預設在全部測完後再測，never 不再測',
    'how long at least until a failed link is looked at again before it counts as dead, e.g. 10m; by default at the end of the run, “never” does not look again',
  ),
  previous: text(
    '先前的稽核紀錄，用來說明連結上次成功與開始失敗的日期（可重複）',
    'earlier ledgers, which tell when a link last worked and since when it fails (repeatable)',
  ),
  record: text(
    '把每次連線的經過與內容錄存到這個資料夾，作為佐證',
    'record every exchange and its content into this folder, as evidence',
  ),
  offline: text(
    '不連線，改讀 --record 錄存的資料夾重新稽核',
    'audit what --record has put into this folder, without any network',
  ),
  cache: text(
    '記住內容的檢視結果；下次稽核時沒有變更的檔案不再下載、不再檢視',
    'remember what was seen of content: what has not changed is neither downloaded nor inspected by the next audit',
  ),
  conflict: text('{one} 與 {other} 不能一起使用：{why}', '{one} and {other} do not go together: {why}'),
  offlineRecord: text(
    '離線稽核沒有新的連線可錄存；要保留一份，請複製錄存資料夾。',
    'nothing new happens offline; to keep another copy, copy the folder.',
  ),
  offlineCache: text(
    '離線稽核不連線，沒有下載可省；請去掉 --cache。',
    'nothing is downloaded offline; leave --cache out.',
  ),
  offlineResume: text(
    '離線稽核很快，中斷時請重新執行；要接續錄存，請改用 --record 加 --resume。',
    'an offline audit is quick, so run it again; to go on recording, use --record with --resume.',
  ),
  recordCache: text(
    '錄存要有完整的內容，而 --cache 會略過沒有變更的檔案；請擇一。',
    'a recording needs every body, and --cache leaves out what has not changed; choose one.',
  ),
  recordingExists: text(
    '{path} 裡已有錄存資料，不會覆寫。請改用另一個資料夾；要接續中斷的稽核，請以相同參數加上 --resume。',
    '{path} already holds a recording, which is never overwritten. Name another folder; to go on with an interrupted audit, use the same arguments with --resume.',
  ),
  noRecording: text(
    '{path} 裡沒有錄存資料，請先連線執行 odbadge audit … --record {path}。',
    '{path} holds no recording. Make one while connected: odbadge audit … --record {path}.',
  ),
  otherRecording: text(
    '{path} 的錄存資料這個 odbadge 讀不懂（{detail}）。請用產生它的版本，或重新錄存到另一個資料夾。',
    'This odbadge does not read the recording in {path} ({detail}). Use the one that wrote it, or record anew into another folder.',
  ),
  badRecording: text(
    '{path} 的 exchanges.ndjson 第 {detail} 行已損毀，請從備份還原或重新錄存。',
    'Line {detail} of exchanges.ndjson in {path} is damaged: restore it from a backup or record anew.',
  ),
  badMemory: text(
    '略過無法使用的快取 {path}（{detail}），其內容會重新檢測。',
    'Ignoring {path} of the cache ({detail}); the content will be looked at anew.',
  ),
  noMoreNotes: text('其餘同類情形不再列出。', 'Further ones of this kind are not named.'),
  remembered: text(
    '快取：{reused} 個內容與先前相同，未再檢視；{inspected} 個重新檢視。',
    'Cache: {reused} contents as before, not inspected again; {inspected} inspected.',
  ),
  spacing: text(
    '對同一機關網域，兩次請求至少間隔幾毫秒（預設 250）',
    'milliseconds between two requests to one registrable name (default 250)',
  ),
  perHost: text(
    '對同一機關網域，同時最多幾個請求（預設 2）',
    'requests to one registrable name at once (default 2)',
  ),
  contact: text(
    '寫進 User-Agent 的聯絡方式，讓網站管理者找得到您',
    'how administrators can reach you; becomes part of the User-Agent',
  ),
  config: text('設定檔（JSON）', 'configuration file (JSON)'),
  badConfig: text('設定檔 {path} 有誤：{detail}', 'Configuration {path}: {detail}'),
  badDuration: text(
    '{name} 的「{value}」不是時間長度，請寫成 30s、10m 或 2h。',
    '{name}: “{value}” is no duration; write 30s, 10m or 2h.',
  ),
  otherAudit: text(
    '無法接續 {path}：{differences} 與先前不同。請用相同的參數與版本，或去掉 --resume 重新稽核。',
    'Cannot resume {path}: {differences} differ from before. Use the same arguments and version, or audit anew without --resume.',
  ),
  setAside: text(
    '先前中斷的稽核紀錄已移到 {path}。',
    'The ledger of an interrupted audit was moved to {path}.',
  ),
  noRule: text(
    '沒有規則「{rule}」。最接近的是：{like}。全部規則請見 odbadge rules。',
    'There is no rule “{rule}”. The closest: {like}. See odbadge rules for all.',
  ),
  noLedger: text('無法讀取稽核紀錄 {path}：{detail}', 'Cannot read the ledger {path}: {detail}'),
  badLine: text(
    '{path} 第 {line} 行不是稽核紀錄：{detail}。請以 odbadge audit 重新產生。',
    'Line {line} of {path} is no ledger line: {detail}. Make it again with odbadge audit.',
  ),
  otherLedger: text(
    '{path} 是第 {version} 版的稽核紀錄，這個 odbadge 讀不懂。請用產生它的版本，或以 odbadge audit 重新產生。',
    '{path} is a ledger of version {version}, which this odbadge does not read. Use the one that wrote it, or make it again with odbadge audit.',
  ),
  notFinished: text(
    '{path} 沒有結尾，稽核曾中斷；報告只含已完成的部分。',
    '{path} has no end: the audit was interrupted. The report covers what was done.',
  ),
  noCatalogue: text('無法取得目錄 {name}：{detail}', 'Cannot get the catalogue {name}: {detail}'),
  cannotWrite: text('無法寫入 {path}：{detail}', 'Cannot write {path}: {detail}'),
  badDate: text(
    '「{value}」不是日期，請寫成 2026-01-31 或 2026-01-31T12:00:00+08:00。',
    '“{value}” is no date; write 2026-01-31 or 2026-01-31T12:00:00+08:00.',
  ),
  badNumber: text('{name} 必須是正整數。', '{name} must be a positive whole number.'),
  once: text('{name} 只能給一次。', '{name} may be given once only.'),
  near: text('您是指 {like} 嗎？', 'Did you mean {like}?'),
  seeHelp: text(
    '請執行 odbadge --help 或 odbadge <指令> --help 查看用法。',
    'See odbadge --help or odbadge <command> --help.',
  ),
  unknownRules: text(
    '評核版本 {profile} 提到不存在的規則：{rules}',
    'Profile {profile} names rules that do not exist: {rules}',
  ),
  fault: text('odbadge 發生程式錯誤，請回報：', 'odbadge has failed by a fault of its own; please report:'),
  nothing: text('目錄中沒有符合條件的資料集。', 'No dataset of the catalogue matches.'),
  advice: text('建議', 'advice'),
  progress: text(
    '稽核中 {bar} {value}/{total} 資料集｜剩餘約 {eta_formatted}',
    'Auditing {bar} {value}/{total} datasets | about {eta_formatted} left',
  ),
} as const satisfies Record<string, Localised>

export type Word = keyof typeof WORDS

/** `--lang` wherever it stands, before yargs has read anything: even help needs it. */
export function languageOf(argv: readonly string[], environment: string | undefined): Language {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const chosen = at === -1 ? environment : argv[at]!.includes('=') ? argv[at]!.slice(7) : argv[at + 1]
  return chosen === 'en' ? 'en' : 'zh-TW'
}
