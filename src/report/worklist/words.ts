import type { Localised } from '../../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** Words of the worklist. */
export const WORKLIST_WORDS = {
  overview: text('總覽', 'Overview'),
  all: text('全部', 'All'),
  title: text('改善工作清單', 'Worklist'),
  body: text('參獎機關', 'Body'),
  publisher: text('提供機關', 'Publisher'),
  contact: text('聯絡人', 'Contact'),
  phone: text('電話', 'Phone'),
  datasetId: text('資料集識別碼', 'Dataset id'),
  dataset: text('資料集', 'Dataset'),
  badge: text('目前標章', 'Badge now'),
  resource: text('資料資源', 'Resource'),
  url: text('網址', 'Address'),
  place: text('位置', 'Location'),
  weight: text('程度', 'Severity'),
  indicator: text('評核指標', 'Indicator'),
  rule: text('檢測規則', 'Rule'),
  message: text('問題', 'Why'),
  remedy: text('怎麼修正', 'Remedy'),
  next: text('升級必修', 'For the next badge'),
  reaches: text('資料集全部修好後', 'Dataset once mended'),
  points: text('資料集可增加點數', 'Points for the dataset'),
  score: text('機關總分可增加', 'Points for the body'),
  since: text('最早發現', 'Since'),
  findings: text('檢測結果數', 'Findings'),
  track: text('追蹤碼', 'Fingerprint'),
  yes: text('是', 'yes'),
  ledger: text('稽核紀錄', 'Ledger'),
  profile: text('評核版本', 'Profile'),
  datasets: text('有檢測結果的資料集', 'Datasets with findings'),
  audited: text('稽核的資料集', 'Datasets audited'),
  rows: text('列數', 'Rows'),
  sheet: text('工作表', 'Sheet'),
  howRows: text(
    '每列一項檢測結果；同一資料資源因同一原因無法判定的多條規則併為一列。',
    'One row per finding; rules that one reason left unknown for a resource share a row.',
  ),
  howPoints: text(
    '點數為整個資料集修好（只計可以修正的項目）後確定增加的分數，同一資料集的各列相同，請勿加總；連結修好之前看不到的項目仍列為無法判定。',
    'Points are what the whole dataset surely gains once all that can be mended is; every row of a dataset repeats them, so do not add them up. What could not be seen behind a broken link stays unknown.',
  ),
  moreRules: text('{named} 等 {n} 條', '{named} and others, {n} in all'),
  moreSheets: text(
    '聯絡人超過 {cap} 位，其餘 {n} 位沒有自己的工作表，請在「全部」以聯絡人篩選。',
    'More than {cap} contacts: {n} have no sheet of their own; filter “All” by contact.',
  ),
} as const satisfies Record<string, Localised>

export type WorklistWord = keyof typeof WORKLIST_WORDS
