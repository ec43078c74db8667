import type { Localised } from '../../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** What a letter says; `{to}` is how the addressee is spoken to. */
export const LETTER_WORDS = {
  title: text('政府資料開放品質檢測結果通知', 'Notice: results of the open data quality audit'),
  recipient: text('受文者', 'To'),
  date: text('日期', 'Date'),
  subject: text('主旨', 'Subject'),
  explanation: text('說明', 'Background'),
  action: text('辦法', 'What to do'),
  toBody: text('貴機關', 'your agency'),
  toContact: text('您承辦', 'you are the contact for'),
  person: text('{body}　{name}　君', '{name}, {body}'),
  subjectNew: text(
    '{to}之開放資料集經檢測，有 {datasets} 個資料集共 {added} 項新發現未符合評核指標，請於機器檢測前修正，請查照。',
    'Among the datasets {to} publishes, {datasets} newly fail an indicator in {added} place(s); please mend them before the official machine inspection.',
  ),
  subjectBoth: text(
    '{to}之開放資料集經檢測，有 {datasets} 個資料集共 {added} 項新發現未符合評核指標，另有 {recovered} 項已改善，請於機器檢測前修正，請查照。',
    'Among the datasets {to} publishes, {datasets} newly fail an indicator in {added} place(s), and {recovered} earlier failure(s) are mended; please mend the rest before the official machine inspection.',
  ),
  subjectRecovered: text(
    '{to}之開放資料集前次檢測未符合評核指標之項目，已有 {recovered} 項改善，請查照。',
    'Among the datasets {to} publishes, {recovered} earlier failure(s) are mended. Thank you.',
  ),
  basis: text(
    '依「政府資料開放優質標章暨深化應用獎勵措施」（106 年 8 月 29 日院授發資字第 1061502362 號）之評核指標檢測（評核版本：{profile}）。',
    'Audited by the indicators of the award measure of 2017-08-29 (院授發資字第 1061502362 號), profile: {profile}.',
  ),
  result: text(
    '{now}檢測{to}之 {count} 個資料集：確定為金標章 {gold} 個、銀標章 {silver} 個、銅標章 {bronze} 個、無標章 {none} 個。',
    '{now}: of the {count} dataset(s) {to} publishes, {gold} certainly have gold, {silver} silver, {bronze} bronze and {none} no badge.',
  ),
  score: text('金質獎總分為 {score} 分。', 'The score for the gold award is {score}.'),
  openScore: text(
    '金質獎總分介於 {least} 分與 {most} 分之間（部分項目無法判定）。',
    'The score for the gold award lies between {least} and {most}, since something could not be determined.',
  ),
  changes: text(
    '與{before}檢測結果相較：新發現 {added} 項（附表一）、已改善 {recovered} 項（附表二）；前次即未符合而尚未改善者 {remaining} 項，不再逐項列出。',
    'Compared with the audit of {before}: {added} new (table 1), {recovered} mended (table 2); {remaining} that failed before and still fail are not listed again.',
  ),
  first: text(
    '本次為第一次通知，未符合評核指標之項目計 {added} 項，詳如附表一。',
    'This is the first notice: {added} failure(s), listed in table 1.',
  ),
  deviations: text(
    '本次檢測之設定與官方評核版本有 {n} 處不同，詳如附表三。',
    'The audit departs from the official profile in {n} place(s): see table 3.',
  ),
  tool: text(
    '本通知由 {program} 依公開資料檢測產生，供提早改善之用，不是主管機關之評核結果。',
    'Made by {program} from public data, so that things can be mended early; it is not the verdict of the authority.',
  ),
  mend: text(
    '請依附表一「怎麼修正」欄修正資料或詮釋資料後重新上架。',
    'Please mend data or metadata as the column “Remedy” of table 1 says, and publish again.',
  ),
  again: text(
    '上架前可自行檢測：odbadge check 檔案；各規則之說明：odbadge explain 規則代號。',
    'Check before publishing: odbadge check FILE. What a rule means: odbadge explain RULE.',
  ),
  object: text(
    '對檢測結果有疑義，或依規定無法修正者，請敘明資料集識別碼、規則代號與理由回復。',
    'If you disagree, or may not mend something, please answer with dataset id, rule and reason.',
  ),
  thanks: text('已改善之項目無須再行處理。', 'Nothing more is to be done about what is mended.'),
  tableNew: text('附表一　新發現之問題', 'Table 1: new failures'),
  tableRecovered: text('附表二　已改善之項目', 'Table 2: mended'),
  tableDeviations: text('附表三　與官方評核版本不同之處', 'Table 3: deviations from the official profile'),
  deviation: text('不同之處', 'Deviation'),
  number: text('項次', 'No.'),
  dataset: text('資料集', 'Dataset'),
  resource: text('資料資源與位置', 'Resource and place'),
  problem: text('問題', 'Problem'),
  remedy: text('怎麼修正', 'Remedy'),
  rule: text('檢測規則', 'Rule'),
  claim: text('現在的情形', 'As it is now'),
  more: text(
    '另有 {n} 項未列出，詳如改善工作清單（worklist.xlsx）。',
    '{n} more are not listed here: see the worklist (worklist.xlsx).',
  ),
} as const satisfies Record<string, Localised>
