import type { Localised } from '../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** What the commands that work on finished ledgers say by themselves. */
export const LEDGER_WORDS = {
  plan: text(
    '列出先修什麼最划算：各機關依「每分鐘可增加的分數」排列的修正、每一步之後的總分、各資料集到下一個標章的最少修正',
    'what to mend first: most points per minute for each body, the score after each step, the fewest fixes per dataset',
  ),
  target: text('要達到的總分，例如 95；達到就不再往下列', 'score to reach, e.g. 95; the plan ends there'),
  agency: text(
    '只列這些機關（名稱或部分名稱，可重複）',
    'only these bodies (name or part of it, repeatable)',
  ),
  effort: text(
    '修正所需分鐘數（JSON），取代內建的估計',
    'minutes that mending takes (JSON), in place of the built-in estimates',
  ),
  profileOfLedger: text(
    '改用這個評核版本試算（預設為稽核紀錄所用的）',
    'plan under this profile instead of the ledger’s own',
  ),
  compare: text(
    '比較兩份稽核紀錄：變好、變差、新增、消失與原因；三份以上列出各機關總分的變化',
    'compare two ledgers: better, worse, new, gone and why; of three or more, the scores of each body',
  ),
  ledgers: text('稽核紀錄，由舊到新', 'ledgers, the oldest first'),
  failOn: text(
    '有資料集變差（三份以上：有機關總分降低）時結束代碼為 1',
    'exit with 1 when a dataset (of three or more ledgers: a body’s score) got worse',
  ),
  rejudge: text(
    '以另一個評核版本重新判定稽核紀錄，不再連網；結果仍是稽核紀錄',
    'judge a ledger anew under another profile, without any network; the result is a ledger again',
  ),
  feedback: text(
    '把民眾意見（CSV）與稽核紀錄對照：屬實、未重現、幾天未回覆',
    'set citizens’ feedback (CSV) beside the ledger: confirmed, not reproduced, days without an answer',
  ),
  feedbackFile: text('民眾意見檔（CSV）', 'the list of feedback (CSV)'),
  badTarget: text(
    '--target 的「{value}」不是總分，請寫成 0 到 105 之間、至多兩位小數的數字，例如 95。',
    '--target: “{value}” is no score; write a number from 0 to 105 with two decimals at most, e.g. 95.',
  ),
  badFile: text('{path} 有誤：{detail}', '{path}: {detail}'),
  twoLedgers: text('請給至少兩份稽核紀錄。', 'Give two ledgers at least.'),
  noBody: text('稽核紀錄裡沒有名稱含「{agency}」的機關。', 'The ledger has no body called “{agency}”.'),
  previousNotHere: text(
    '--previous 只用於 --reporter html、xlsx 或 csv。',
    '--previous is for --reporter html, xlsx and csv.',
  ),
  exceptionsNeedJson: text(
    '--exceptions 只能與 --reporter json 一起使用；文字版請用 odbadge plan --exceptions。',
    '--exceptions goes with --reporter json only; for text use odbadge plan --exceptions.',
  ),
  reportExceptions: text(
    '例外說明檔（JSON 或 YAML），只與判定並列，不影響判定；僅用於 --reporter json',
    'exceptions (JSON or YAML), shown beside the results, which they never change; with --reporter json only',
  ),
  reportProfile: text(
    '改用這個評核版本試算可增加的點數（預設為稽核紀錄所用的）；僅用於 --reporter xlsx、csv',
    'count the points to gain under this profile instead of the ledger’s own; with --reporter xlsx or csv only',
  ),
  reportPrevious: text(
    '先前的稽核紀錄：HTML 畫出趨勢，工作清單填「最早發現」（可重複）',
    'earlier ledger: for the trend (html), or since when something fails (xlsx, csv); repeatable',
  ),
  needsWorklist: text(
    '--profile 只能與 --reporter xlsx 或 csv 一起使用。',
    '--profile goes with --reporter xlsx or csv only.',
  ),
  binary: text(
    'XLSX 不能顯示在終端機上，請用 -o 指定檔案。',
    'XLSX cannot be shown on a terminal; name a file with -o.',
  ),
  letters: text(
    '為有變化的機關或聯絡人各寫一份通知（Markdown 與 ODT）：新發現與已改善的項目；沒有變化就不寫',
    'write a notice (Markdown and ODT) for each body or contact for whom something has changed: new failures and what is mended',
  ),
  lettersPrevious: text(
    '前次的稽核紀錄；前次已經不通過的項目不再重複通知。沒有給時，所有不通過的項目都算新發現',
    'the previous ledger: what failed then is not told again. Without it everything is new',
  ),
  per: text('body：每個參獎機關一份；contact：每位聯絡人一份', 'one letter per body, or per contact'),
  lettersOut: text('通知寫到這個資料夾', 'folder for the letters'),
  lettersWritten: text(
    '寫了 {n} 份通知；{unchanged} 個對象沒有變化，不寫通知。',
    '{n} letter(s) written; nothing has changed for {unchanged} addressee(s).',
  ),
  overwritten: text(
    '{path} 就是要讀的稽核紀錄，請寫到另一個檔案。',
    '{path} is the ledger to be read; write to another file.',
  ),
} as const satisfies Record<string, Localised>

export type LedgerWord = keyof typeof LEDGER_WORDS
