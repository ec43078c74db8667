import type { Localised } from '../../../../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** Overview, bodies, what was not looked at, how things are judged. */
export const SUMMARY_STRINGS = {
  lead: text(
    '{datasets} 個資料集、{resources} 個資料資源中，{gold} 個資料集確定為金標章，{none} 個目前沒有標章。',
    'Of {datasets} datasets with {resources} resources, {gold} have gold for certain and {none} have no certain badge.',
  ),
  overallScore: text('整體得分', 'Score of all datasets'),
  overallNote: text(
    '把全部資料集當作同一機關，依金質獎公式計算，不含加分。',
    'By the formula of the award, as if all datasets were of one body; without bonus.',
  ),
  gauge: text('{name}：滿分 100，得分 {score}', '{name}: {score} of 100'),
  gaugeOpen: text(
    '{name}：滿分 100，確定 {least}，若無法判定者全通過則為 {most}',
    '{name}: {least} of 100 for certain, {most} if all unknowns pass',
  ),
  certain: text('確定', 'Certain'),
  possible: text('若全通過', 'If all pass'),
  certainBar: text('確定的標章', 'Certain badges'),
  possibleBar: text('若全通過的標章', 'Badges if all unknowns pass'),
  badges: text('標章', 'Badges'),
  share: text('占比', 'Share'),
  intervalNote: text(
    '有項目無法判定時列兩個數字：「確定」是現有證據已能保證的結果，「若全通過」是無法判定的項目全數通過時的結果。',
    'Where something is unknown there are two figures: what the evidence already guarantees, and what it would be if all unknowns passed.',
  ),
  crashes: text(
    '有 {n} 項檢測因程式錯誤未完成，相關結果列為無法判定。',
    'Checks that broke because of a fault in this program: {n}. Their results are listed as unknown.',
  ),
  indicators: text('五項評核指標', 'The five indicators'),
  indicatorsNote: text(
    '數字是資料集個數；按「不通過」的數字可列出這些資料集。',
    'Figures are datasets; press a “fail” figure to list them.',
  ),
  failingOf: text('{name}不通過的資料集：{n}', 'Datasets failing {name}: {n}'),
  rules: text('最常不通過的檢測規則', 'Rules failed most'),
  noFailedRules: text('沒有任何規則不通過。', 'No rule failed.'),
  rulesFailed: text('{n} 個資料集不通過「{claim}」', '{n} datasets fail “{claim}”'),

  trend: text('與先前稽核比較', 'Trend'),
  trendNote: text(
    '依評核基準時間排列，最後一列為本次。橫條是確定的標章個數。',
    'In the order of the moments judged at, the last row being this audit. Bars count certain badges.',
  ),
  trendScore: text('{name}歷次得分', 'Scores of {name} over time'),
  when: text('基準時間', 'Judged at'),

  unseen: text('沒有檢測到的部分', 'What was not checked'),
  unseenNote: text(
    '以下原因使部分檢測無法進行，相關結果一律列為「無法判定」，不算通過也不算不通過。',
    'For these reasons some checks could not be made; their results are “unknown”, neither pass nor fail.',
  ),
  unseenNone: text('所有適用的檢測都做完了。', 'Every check that applies was made.'),
  reason: text('原因', 'Reason'),
  partial: text(
    '目錄沒有讀完整（{n} 處），可能有資料集未列入。見「目錄問題」。',
    'The catalogue was not read to its end ({n} places); datasets may be missing. See “Catalogue problems”.',
  ),
  lost: text(
    '目錄有 {n} 筆無法讀成資料集，沒有檢測。見「目錄問題」。',
    '{n} entries of the catalogue could not be read as datasets and were not checked. See “Catalogue problems”.',
  ),
  never: text('本工具從不檢測', 'Never checked by this program'),
  neverTruth: text(
    '資料內容是否正確、是否真為業務所需；只看檔案、連結與詮釋資料。',
    'Whether the data are true or useful: only files, links and metadata are looked at.',
  ),
  neverLicence: text(
    '授權條款、個人資料與機密；平臺上的資料集一律視為已依規定開放。',
    'Licences, personal data and secrets: what is on the portal is taken to be open.',
  ),
  neverApi: text(
    'API 的其他參數與流量限制；目錄所列網址的一次回應以外，加上 --probe-api 時也只多看分頁、整份下載與查無資源時的回應。',
    'Other parameters and limits of an API: beyond the one answer of the listed address, --probe-api adds paging, the dump and the answer about what does not exist, and no more.',
  ),
  neverHuman: text(
    '需登入、驗證碼或人工操作才能取得的內容。',
    'What a login, a captcha or a person’s hand is needed for.',
  ),

  bodiesNote: text(
    '依分組與確定得分排序；有兩個數字時：確定／若全通過。',
    'By group and certain score. Two figures mean: certain / if all unknowns pass.',
  ),
  showDatasets: text('看{name}的資料集', 'Show the datasets of {name}'),
  bodyDatasets: text('這個機關的資料集（{n}）', 'Datasets of this body ({n})'),
  bodyPlan: text('先修這些', 'Mend these first'),
  bodyWorst: text('未達金標章的資料集', 'Datasets without certain gold'),
  bodyAllGold: text('所有資料集都確定為金標章。', 'Every dataset has gold for certain.'),

  unusedSettings: text('設定檔裡用不到的設定', 'Settings of no use'),
  notes: text('條文未明定之處', 'Where the measure is silent'),
  notesNote: text(
    '獎勵措施未明定之處，依評核版本「{profile}」認定如下。',
    'Where the measure is silent, profile “{profile}” decides as follows.',
  ),
  allRules: text('全部檢測規則', 'All rules'),
  blocking: text('影響標章', 'Counts'),
  advice: text('僅供建議', 'Advice'),
  problemsNote: text(
    '目錄中有 {n} 處無法正確讀取，該列未必列入統計。',
    '{n} places of the catalogue could not be read properly and may be missing from the figures.',
  ),
  noProblems: text('目錄沒有讀不懂的地方。', 'Every place of the catalogue was understood.'),
  source: text('來源', 'Source'),
  place: text('位置', 'Position'),
  problem: text('問題', 'Problem'),
  detail: text('細節', 'Detail'),

  politenessNote: text(
    '本次稽核對各機關網域送出的請求，供網站管理者查證；「最短間隔」是同一網域相鄰兩次請求之間的最短時間。',
    'What this audit asked of each registrable name, for its administrators; “least spacing” is the shortest time between two requests to it.',
  ),
  noPoliteness: text(
    '這份稽核紀錄沒有連線紀錄（未連網，或由舊版產生）。',
    'This ledger has no log of requests: nothing was asked, or it is an old one.',
  ),
  session: text('{from} 至 {to}', '{from} to {to}'),
  host: text('網域', 'Name'),
  requests: text('請求', 'Requests'),
  failures: text('失敗', 'Failed'),
  maxConcurrent: text('最多同時', 'At once'),
  minSpacing: text('最短間隔（毫秒）', 'Least spacing (ms)'),
  backOffs: text('主動放慢', 'Back-offs'),
  retryAfterObeyed: text('依要求暫停', 'Pauses obeyed'),
} as const satisfies Record<string, Localised>
