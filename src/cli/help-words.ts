import type { Localised } from '../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** What `--help` says of each command and option. */
export const HELP_WORDS = {
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
    '目錄的檔案、資料夾或網址，- 為標準輸入：data.gov.tw 匯出檔（CSV、JSON、XML）、共通性資料存取 API、CKAN、DCAT、Data Package、介接說明書、網址清單等，自動辨識',
    'file, folder or URL of a catalogue, - for standard input: data.gov.tw exports (CSV, JSON, XML), the common data access API, CKAN, DCAT, Data Package, interface manuals, a list of links and more, told apart by content',
  ),
  catalogueCommand: text(
    '列出從目錄讀懂了什麼（機關、資料集、格式、更新頻率、問題），或匯出成 JSON、CSV；不檢測資料資源',
    'show what was understood of a catalogue (bodies, datasets, formats, frequencies, problems), or export it; no resource is fetched',
  ),
  rulePages: text(
    '本套件檔案的網址，報告中的規則會連到其 docs/rules/ 說明頁',
    'where this package’s files are served, so that rules link to their docs/rules/ pages',
  ),
  files: text(
    '把參數當作資料檔清單，每個檔案視為一個資料集',
    'take the arguments as data files, each a dataset of its own',
  ),
  agency: text(
    '只選這些提供機關的資料集（名稱或部分名稱，可重複）',
    'only these publishers (name or part of it, repeatable)',
  ),
  id: text('只選這些識別碼的資料集（可重複）', 'only these dataset ids (repeatable)'),
  changedSince: text(
    '只選詮釋資料在這個日期（含）之後更新過的資料集，例如 2026-08-01',
    'only datasets whose record changed on this date or later',
  ),
  limit: text('最多幾個資料集，從目錄開頭算起', 'at most this many datasets, the first of the catalogue'),
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
  now: text('以這個時間判斷更新時效（預設為現在）', 'judge timeliness against this moment (default: now)'),
  failOn: text(
    '有這類結果時結束代碼為 1：blocking 須修正的（check 的預設）、advice 連建議也算、never 都不算（audit 的預設）',
    'exit with 1 on findings of this kind: blocking (what check does by default), advice (these too), never (what audit does by default)',
  ),
  minBadge: text(
    '標章低於此等級時結束代碼為 1；無法判定，或目錄不完整、有列無法讀成資料集時為 3',
    'exit with 1 below this badge; 3 when it cannot be told, or when the catalogue is incomplete or has entries that cannot be read',
  ),
  check: text('檢測檔案或網址，不需要目錄', 'check files or URLs without a catalogue'),
  checkFiles: text('要檢測的檔案或網址', 'files or URLs to check'),
  openapi: text(
    '驗證 API 文件是否符合 OpenAPI 規範（2.0、3.0、3.1、3.2；金質獎加分項目）',
    'validate OpenAPI documents (2.0, 3.0, 3.1, 3.2), which earn an extra 0.1 each',
  ),
  documents: text(
    'OpenAPI 文件（JSON 或 YAML）：檔案、網址，或以 - 表示標準輸入',
    'OpenAPI documents (JSON or YAML): files, URLs, or - for standard input',
  ),
  format: text(
    '宣告的「檔案格式」，例如 CSV；沒給就不比對',
    'the declared format, e.g. CSV; not compared when not given',
  ),
  encoding: text('宣告的「編碼格式」，例如 UTF-8', 'the declared encoding, e.g. UTF-8'),
  fields: text(
    '宣告的「主要欄位說明」，例如 年度、地區別、人數',
    'the declared field description, names between commas',
  ),
  frequency: text('宣告的「更新頻率」，例如 每1年', 'the declared update frequency, as the catalogue has it'),
  modified: text('資料最後更新日期，例如 2026-01-01', 'when the data last changed, e.g. 2026-01-01'),
  reporter: text('輸出方式', 'form of the output'),
  report: text('由稽核紀錄（ledger.ndjson）產生報告', 'make a report from a ledger (ledger.ndjson)'),
  ledger: text('稽核紀錄', 'the ledger'),
  output: text('寫到檔案（預設為標準輸出）', 'write to this file (default: standard output)'),
  exceptions: text(
    '例外說明檔（JSON 或 YAML），只與判定並列，不影響判定',
    'exceptions (JSON or YAML), shown beside the results, which they never change',
  ),
  explain: text(
    '說明一條檢測規則：為什麼、怎麼檢測、怎麼修正',
    'explain a rule: why, how it checks, how to mend',
  ),
  ruleId: text('規則代號，例如 structure/no-blank-rows', 'rule id, e.g. structure/no-blank-rows'),
  rules: text('列出所有檢測規則', 'list all rules'),
  json: text('以 JSON 輸出', 'as JSON'),
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
    '把每次連線的經過與內容錄存到這個資料夾，作為佐證（本機檔案不錄存）',
    'record every exchange and its content into this folder, as evidence (local files are not recorded)',
  ),
  offline: text(
    '不連線，改讀 --record 錄存的資料夾重新稽核',
    'audit what --record has put into this folder, without any network',
  ),
  cache: text(
    '把內容的檢視結果記在這個資料夾；下次稽核時，沒有變更的檔案不再下載、不再檢視',
    'remember in this folder what was seen of content: what has not changed is neither downloaded nor inspected by the next audit',
  ),
  probeApi: text(
    '也檢測資料 API 本身（分頁、整份下載、錯誤回應）：每項 API 資源最多多問 5 次，每個服務再問 1 次',
    'judge data APIs themselves too (paging, dump, errors): at most 5 more requests to such a resource and 1 to each service',
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
  config: text(
    '設定檔（預設為目前資料夾的 odbadge.config.ts、js、mjs、json、yaml 或 yml）',
    'configuration file (default: odbadge.config.{ts,js,mjs,json,yaml,yml} here)',
  ),
  noConfig: text('不讀設定檔', 'read no configuration'),
  ownRules: text(
    '外加檢測規則的模組，以 defineRule 寫成（可重複）',
    'module with rules of one’s own, made by defineRule (repeatable)',
  ),
} as const satisfies Record<string, Localised>
