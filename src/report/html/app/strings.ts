import type { CatalogueProblem } from '../../../core/catalogue.ts'
import type { Localised } from '../../../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** Every word of the page that is not already the measure's (`words.ts`) or the ledger's. */
export const STRINGS = {
  title: text('政府資料開放優質標章稽核報告', 'Open data quality badge audit'),
  catalogue: text('目錄', 'Catalogue'),
  selection: text('選取條件', 'Selection'),
  profile: text('評核版本', 'Profile'),
  judgedAt: text('評核基準時間', 'Judged at'),
  audited: text('稽核期間', 'Audited'),
  sections: text('本頁內容', 'On this page'),

  politeness: text('連線紀錄', 'Politeness log'),
  politenessNote: text(
    '本次稽核對各機關網域送出的請求，供網站管理者查證；「最短間隔」是同一網域相鄰兩次請求之間的最短時間。',
    'What this audit asked of each registrable name, for its administrators; “least spacing” is the shortest time between two requests to it.',
  ),
  host: text('網域', 'Name'),
  requests: text('請求', 'Requests'),
  failures: text('失敗', 'Failed'),
  maxConcurrent: text('最多同時', 'At once'),
  minSpacing: text('最短間隔（毫秒）', 'Least spacing (ms)'),
  backOffs: text('主動放慢', 'Back-offs'),
  retryAfterObeyed: text('依要求暫停', 'Pauses obeyed'),

  overview: text('總覽', 'Overview'),
  datasets: text('資料集', 'Datasets'),
  resources: text('資料資源', 'Resources'),
  ifAllPass: text('若全通過 {n}', 'if all pass: {n}'),
  certainBar: text('確定', 'Certain'),
  ifAllPassBar: text('若全通過', 'If all pass'),
  intervalNote: text(
    '有項目無法判定時列兩個數字：「確定」是現有證據已能保證的結果，「若全通過」是無法判定的項目全數通過時的結果。',
    'Where something is unknown there are two figures: what the evidence already guarantees, and what it would be if all unknowns passed.',
  ),
  crashes: text(
    '有 {n} 項檢測因程式錯誤未完成，相關結果列為無法判定。',
    'Checks that broke because of a fault in this program: {n}. Their results are listed as unknown.',
  ),

  bodies: text('各機關成績', 'Bodies'),
  body: text('參獎機關', 'Body'),
  group: text('分組', 'Group'),
  score: text('金質獎總分', 'Score'),
  bonus: text('加分', 'Bonus'),
  badgeColumns: text(
    '標章個數有兩個數字時：確定／若全通過。',
    'Two badge figures mean: certain / if all unknowns pass.',
  ),
  showDatasets: text('看{name}的資料集', 'Show the datasets of {name}'),

  indicators: text('評核指標', 'Indicators'),
  rules: text('最常不通過的檢測規則', 'Rules failed most'),
  rulesNote: text(
    '以下要求有資料集未達成；按數字可列出這些資料集。',
    'Requirements that datasets do not meet; press a number to list them.',
  ),
  claim: text('要求', 'Requirement'),
  rule: text('檢測規則', 'Rule'),
  noFailedRules: text('沒有任何規則不通過。', 'No rule failed.'),

  notes: text('本報告如何認定', 'How this report judges'),
  notesNote: text(
    '獎勵措施未明定之處，依評核版本「{profile}」認定如下。',
    'Where the measure is silent, profile “{profile}” decides as follows.',
  ),
  problems: text('目錄問題', 'Catalogue problems'),
  problemsNote: text(
    '目錄中有 {n} 處無法正確讀取，該列未必列入上列統計。',
    '{n} places of the catalogue could not be read properly and may be missing from the figures above.',
  ),
  position: text('位置 {n}', 'position {n}'),

  list: text('資料集清單', 'Dataset list'),
  filters: text('篩選', 'Filter'),
  search: text('文字（編號、名稱、機關、聯絡人）', 'Text (id, title, publisher, contact)'),
  badge: text('標章', 'Badge'),
  badgeAtMost: text('最多{badge}', 'at most {badge}'),
  badgeOpen: text('尚未確定', 'Not settled'),
  failing: text('不通過的評核指標', 'Failing indicator'),
  weight: text('檢測結果', 'Findings'),
  order: text('排序', 'Order'),
  'order-worst': text('標章由低到高', 'Worst badge first'),
  'order-best': text('標章由高到低', 'Best badge first'),
  'order-title': text('名稱', 'Title'),
  'order-catalogue': text('目錄順序', 'Catalogue order'),
  any: text('不限', 'Any'),
  clear: text('清除篩選', 'Clear filters'),
  found: text('符合 {n} 個，共 {all} 個資料集', '{n} of {all} datasets'),
  none: text('沒有符合條件的資料集。', 'No dataset matches.'),
  rest: text('另有 {n} 筆未列印。', '{n} more are not printed.'),
  more: text('再顯示 {n} 筆（其餘 {rest} 筆）', 'Show {n} more ({rest} left)'),

  contact: text('聯絡人', 'Contact'),
  frequency: text('更新頻率', 'Update frequency'),
  metadataModified: text('詮釋資料更新時間', 'Record modified'),
  fields: text('主要欄位說明', 'Declared fields'),
  wholeDataset: text('資料集整體', 'The dataset as a whole'),
  resource: text('資料資源 {id}', 'Resource {id}'),
  noFindings: text('沒有需要處理的檢測結果。', 'Nothing to do.'),
  remedy: text('修正方式', 'How to mend'),
  url: text('連結', 'Link'),
  linkResult: text('連結結果', 'What the link gave'),
  noAnswer: text('沒有取得內容', 'No content'),
  notVerified: text('憑證未通過驗證，仍檢測內容', 'Certificate not verified; content checked nonetheless'),
  seconds: text('{n} 秒', '{n} s'),
  redirected: text('轉址 {n} 次後到', 'After {n} redirects'),
  declared: text('宣告', 'Declared'),
  detected: text('檢出', 'Detected'),
  nothing: text('（無）', '(none)'),
  format: text('檔案格式', 'Format'),
  encoding: text('編碼格式', 'Encoding'),
  withBom: text('{name}（有 BOM）', '{name} (with BOM)'),
  size: text('大小', 'Size'),
  bytes: text('{n} 位元組', '{n} bytes'),
  table: text('表格', 'Table'),
  tableSize: text('{columns} 欄 × {rows} 列', '{columns} columns × {rows} rows'),
  header: text('欄位名稱', 'Column names'),
} as const satisfies Record<string, Localised>

export const PROBLEM_WORDS: Readonly<Record<CatalogueProblem['code'], Localised>> = {
  'row-width': text('欄數與標題不符', 'Column count differs from the header'),
  'no-id': text('沒有資料集編號', 'No dataset id'),
  'no-title': text('沒有資料集名稱', 'No title'),
  'duplicate-id': text('資料集編號重複', 'Duplicate dataset id'),
  'bad-row': text('無法讀取的列', 'Unreadable row'),
  'resource-count': text(
    '資料資源個數與格式、編碼個數不符',
    'Numbers of resources, formats and encodings differ',
  ),
  'no-resource': text('沒有資料資源', 'No resource'),
  withdrawn: text('資料集已下架', 'Dataset withdrawn'),
  'outside-folder': text('檔案不在目錄所在的資料夾內', 'File outside the catalogue’s folder'),
  'bad-record': text('目錄的紀錄有誤', 'Faulty record'),
  'page-failed': text('目錄不完整：有一頁無法取得', 'Catalogue incomplete: a page could not be fetched'),
  'page-repeats': text('目錄不完整：伺服器重複同一頁', 'Catalogue incomplete: the server repeats a page'),
  'total-changed': text('目錄不完整：讀取期間總數改變', 'Catalogue incomplete: its total changed meanwhile'),
  'too-many-pages': text('目錄不完整：頁數過多', 'Catalogue incomplete: too many pages'),
  'cut-short': text('目錄不完整：內容中斷', 'Catalogue incomplete: it is cut short'),
}

export const SELECTION_WORDS: Readonly<Record<string, Localised>> = {
  agency: text('機關', 'Agency'),
  id: text('資料集編號', 'Dataset id'),
  limit: text('資料集上限', 'Limit'),
}
