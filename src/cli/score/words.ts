import type { Localised } from '../../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

export const SCORE_WORDS = {
  score: text(
    '由稽核紀錄計算金質獎、品質進步獎、人氣獎與應用獎',
    'work out the awards of the measure from ledgers',
  ),
  ledgers: text(
    '稽核紀錄（可多個；同一資料集以較新者為準）',
    'ledgers (several: of a dataset the latest counts)',
  ),
  claims: text(
    '加分項目申報（JSON）：哪些資料集的 API 附有 OpenAPI 文件、由誰確認',
    'bonus claims (JSON): which datasets’ APIs have an OpenAPI document, and who confirmed them',
  ),
  previous: text(
    '前次評獎的稽核紀錄，用來算品質進步獎',
    'ledger of the previous edition, for the progress award',
  ),
  awards: text(
    '評獎設定（JSON）：分組的資料集數量、前次加分、前三屆人氣獎得主',
    'settings of the edition (JSON): thresholds, previous bonus, earlier winners of the popularity award',
  ),
  popularity: text(
    '瀏覽量、下載量與評分（CSV、XLSX、ODS），取代稽核紀錄中的數字',
    'views, downloads and ratings (CSV, XLSX, ODS) instead of those in the ledger',
  ),
  votes: text('應用獎的票選與委員評分（JSON）', 'votes and judges’ points of the application award (JSON)'),
  profile: text(
    '稽核時使用的自訂評核版本檔；內建版本不需要給',
    'file of the profile of one’s own that the audit used; not needed for built-in ones',
  ),
  badInput: text('{option} {path} 有誤：{detail}', '{option} {path}: {detail}'),
  badVotes: text(
    '{place}：「{value}」重複，或不是小數六位以內的分數。',
    '{place}: “{value}” stands twice, or has more than six decimals.',
  ),
  otherProfile: text(
    '{one} 與 {other} 的評核版本不同（{a}、{b}），分數不能放在一起比。請以同一版本重新判定其中之一。',
    '{one} and {other} were judged by different profiles ({a}, {b}): their scores do not compare. Judge one of them again by the other’s.',
  ),
  notEarlier: text(
    '--previous {path} 不比現在的稽核紀錄早（{date}）。請確認沒有給反。',
    '--previous {path} is not earlier than the present ledger ({date}). Are they the wrong way round?',
  ),
  wrongProfile: text(
    '--profile 是 {given}，但稽核紀錄用的是 {used}。',
    '--profile is {given}, but the ledger was judged by {used}.',
  ),
  badColumns: text(
    '找不到需要的欄位（要有「資料集識別碼」或「資料集名稱」，以及瀏覽量、下載量、評分其中之一），找到的是：{found}。若檔案不是 UTF-8，請另存為「CSV UTF-8」。',
    'the columns needed are missing (資料集識別碼 or 資料集名稱, and one of 瀏覽量, 下載量, 評分); found: {found}. If the file is not UTF-8, save it as “CSV UTF-8”.',
  ),
} as const satisfies Record<string, Localised>
