import type { Language, Localised } from '../core/localised.ts'
import { HELP_WORDS } from './help-words.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** Every sentence the command line says by itself; reports and rules have their own. */
export const WORDS = {
  ...HELP_WORDS,
  unmatchedAgency: text('--agency 沒有符合任何提供機關：{names}', '--agency matched no publisher: {names}'),
  unmatchedId: text('--id 不在目錄中：{names}', '--id is in no catalogue: {names}'),
  inputTooLong: text(
    '標準輸入超過 {cap} 位元組（--max-bytes）。',
    'Standard input has more than {cap} bytes (--max-bytes).',
  ),
  partial: text(
    '目錄不完整：有 {n} 處沒有讀到，可能還有其他資料集。原因列在報告的「目錄問題」。',
    'The catalogue is incomplete: {n} parts of it could not be read, so there may be more datasets. See the problems of the catalogue in the report.',
  ),
  lost: text(
    '目錄有 {n} 筆無法讀成資料集，沒有檢測。原因列在報告的「目錄問題」。',
    '{n} entries of the catalogue could not be read as datasets and were not checked. See the problems of the catalogue in the report.',
  ),
  badCa: text('檔案 {path} 裡沒有憑證。', 'There is no certificate in {path}.'),
  noCa: text('無法讀取憑證檔 {path}：{detail}', 'Cannot read the certificates in {path}: {detail}'),
  valid: text('符合 OpenAPI {version}', 'valid OpenAPI {version}'),
  invalid: text('不符合 OpenAPI {version}', 'not valid OpenAPI {version}'),
  unverified: text('無法判定', 'could not be verified'),
  unsupported: text('不支援的版本 {version}', 'version {version} is not supported'),
  lineOf: text('第 {line} 行', 'line {line}'),
  written: text('報告已寫到：', 'Reports written to:'),
  interrupted: text(
    '已中斷；已完成的部分保留在 {path}。以相同的參數加上 --resume 可接續。',
    'Interrupted; what was done is kept in {path}. The same command with --resume goes on from there.',
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
  nothingRecorded: text(
    '沒有錄存任何內容，也沒有建立資料夾 {path}：這次沒有連線取得資料；本機的檔案不錄存，請自行保存。',
    'Nothing was recorded, and {path} was not made: nothing came over the network. Local files are not recorded; keep them yourself.',
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
  badContact: text(
    '--contact 會寫進 HTTP 標頭，只能用 200 個以內的英文、數字與符號，例如電子郵件或網址。',
    '--contact becomes part of an HTTP header: 1 to 200 ASCII characters, such as an e-mail or web address.',
  ),
  badSpacing: text('--spacing 必須是 0 以上的整數。', '--spacing must be a whole number, 0 or more.'),
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
  noHeader: text(
    '{path} 第 1 行不是稽核紀錄的開頭（檔案可能是空的）。請確認檔案，或以 odbadge audit 重新產生。',
    'Line 1 of {path} is not the beginning of a ledger (the file may be empty). Name another file, or make it again with odbadge audit.',
  ),
  otherLedger: text(
    '{path} 是第 {version} 版的稽核紀錄，這個 odbadge 讀不懂。請用產生它的版本，或以 odbadge audit 重新產生。',
    '{path} is a ledger of version {version}, which this odbadge does not read. Use the one that wrote it, or make it again with odbadge audit.',
  ),
  notFinished: text(
    '{path} 沒有結尾，稽核曾中斷；報告只含已完成的部分。',
    '{path} has no end: the audit was interrupted. The report covers what was done.',
  ),
  notAddress: text('不是網址：{url}', 'not a web address: {url}'),
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
  progressDatasets: text('資料集 {n}/{all}', 'datasets {n}/{all}'),
  progressResources: text('資料資源 {n}/{all}', 'resources {n}/{all}'),
  progressHosts: text('等候 {n} 個主機：{host}', 'waiting for {n} hosts: {host}'),
  progressLeft: text('剩餘約 {time}', 'about {time} left'),
  next: text('接下來：', 'Next:'),
  nextPlan: text('先修什麼最划算', 'what to mend first'),
  nextExplain: text('最常不通過的規則（{n} 個資料集）', 'the rule failed most ({n} datasets)'),
  nextScore: text('計算獎項', 'work out the awards'),
  nextCompare: text('和上次比較', 'compare with the last audit'),
  nextWhy: text('為什麼不通過、怎麼修', 'why it fails and how to mend it'),
  nextClaims: text(
    '連同詮釋資料檢測；也可寫在檔案旁的 檔名.metadata.json（例如 年報.csv.metadata.json）',
    'check the metadata, too; or write it beside the file as NAME.metadata.json (e.g. data.csv.metadata.json)',
  ),
} as const satisfies Record<string, Localised>

export type Word = keyof typeof WORDS

/** `--lang` wherever it stands, before yargs has read anything: even help needs it. */
export function languageOf(argv: readonly string[], environment: string | undefined): Language {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const chosen = at === -1 ? environment : argv[at]!.includes('=') ? argv[at]!.slice(7) : argv[at + 1]
  return chosen === 'en' ? 'en' : 'zh-TW'
}
