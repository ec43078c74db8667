import type {
  ClaimReason,
  ClaimState,
  Criterion,
  Exclusion,
  Note,
  POPULARITY_DOUBTS,
  Standing,
} from '../../core/awards.ts'
import type { Localised } from '../../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

export const STANDING_WORDS: Readonly<Record<Standing, Localised>> = {
  certain: text('得獎', 'wins'),
  possible: text('可能得獎', 'may win'),
  impossible: text('未得獎', 'no award'),
}

export const NOTE_WORDS: Readonly<Record<Note['code'], Localised>> = {
  'no-datasets': text(
    '稽核紀錄中沒有資料集，無分數可計。',
    'The ledgers hold no dataset: there is nothing to score.',
  ),
  deviation: text('與官方評核版本不同之處：{text}', 'Deviation from the official profile: {text}'),
  unfinished: text(
    '{path} 沒有結尾，稽核曾中斷：分數只含已完成的部分。',
    '{path} has no end: the audit was interrupted, and scores cover what was done.',
  ),
  selected: text(
    '{path} 只稽核目錄中符合條件的資料集（{selection}）：機關若還有其他資料集，總分與名次並不完整。',
    '{path} is an audit of part of its catalogue ({selection}): where a body has more datasets, its score and rank are incomplete.',
  ),
  'counted-once': text(
    '{count} 個資料集在較新的稽核紀錄中也有，只計較新的一次。',
    '{count} datasets are in a later ledger too and count once, as seen there.',
  ),
  'no-threshold': text(
    '沒有分組的資料集數量（awards.json 的 threshold，由主管機關每年訂定）：中央與地方各列一組，只排名次，不判斷得獎。',
    'No threshold between the groups was given (threshold in awards.json, set each year by the authority): central and local bodies form one group each, with ranks but no awards.',
  ),
  'no-claims': text(
    '沒有加分申報（--claims）：加分以 0 分計。',
    'No bonus was claimed (--claims): it counts as 0.',
  ),
  'no-previous-bonus': text(
    '沒有前次的加分（awards.json 的 previousBonus）：前次加分以 0 分計，進步分數可能高估。',
    'The bonus of the previous edition was not given (previousBonus in awards.json) and counts as 0: progress may be overstated.',
  ),
  'own-maximum': text(
    '全平臺最多的瀏覽量或下載量未提供（awards.json 的 popularity），以手上資料中最多者代替。',
    'The platform’s highest views or downloads were not given (popularity in awards.json): the highest number at hand stands in.',
  ),
  'no-ratings': text(
    '沒有任何資料集有評分：30 分未知，人氣獎的名次大多無法判定。',
    'No dataset has a rating: 30 points are unknown, and few ranks of the popularity award can be told.',
  ),
  cumulative: text(
    '{column} 是累計數；條文以年度計，名次僅供參考。',
    '{column} is a running total, but the measure counts one year: take the ranks as a hint.',
  ),
  ties: text(
    '有同分者：條文未規定同分如何處理，此處並列同一名次。',
    'There are ties; the measure does not say how to break them, so they share a rank.',
  ),
  'popularity-unmatched': text(
    '{path} 有 {count} 筆在稽核紀錄中找不到資料集，例如：{first}',
    '{count} rows of {path} match no dataset of the ledger, such as: {first}',
  ),
  'popularity-ambiguous': text(
    '{path} 有 {count} 筆與多個資料集或其他列同名，未採用，例如：{first}',
    '{count} rows of {path} share their name with other rows or several datasets and were not used, such as: {first}',
  ),
  'popularity-bad-cell': text(
    '{path} 有 {count} 處不是數字，視為未提供，例如：{first}',
    '{count} cells of {path} are no numbers and count as missing, such as: {first}',
  ),
  'judges-differ': text(
    '各案例的評審委員不完全相同，平均以實際評分的委員計。',
    'Not all cases were judged by the same people; each mean is of those who did.',
  ),
}

export const CLAIM_STATE_WORDS: Readonly<Record<ClaimState, Localised>> = {
  counted: text('計分', 'counted'),
  open: text('無法判定', 'open'),
  potential: text('可能加分', 'potential'),
  refused: text('不計分', 'refused'),
}

export const CLAIM_REASON_WORDS: Readonly<Record<ClaimReason, Localised>> = {
  'not-confirmed': text(
    '尚未經主管機關確認：確認後請填 confirmedBy 與 date',
    'not confirmed yet: fill in confirmedBy and date once it is',
  ),
  'no-date': text('沒有確認日期：請填 date', 'no date of confirmation: fill in date'),
  'bad-date': text('確認日期無法解讀：請寫成 2026-08-31', 'the date cannot be read: write 2026-08-31'),
  'future-date': text(
    '確認日期在評核基準時間之後：請查明日期',
    'the date is later than the moment of the ledger: check it',
  ),
  unverified: text(
    '文件無法完整驗證：請排除下列情形後再驗證',
    'the document could not be verified in full: mend what follows',
  ),
  unsupported: text('文件的 OpenAPI 版本尚無法驗證', 'the document’s OpenAPI version cannot be verified yet'),
  invalid: text('文件不符合 OpenAPI 規範：請修正', 'the document is not valid OpenAPI: mend it'),
  'unknown-dataset': text(
    '稽核紀錄中沒有這個資料集：請檢查識別碼',
    'the ledger has no such dataset: check its identifier',
  ),
  'not-eligible': text(
    '資料集不屬於中央二級機關或地方政府',
    'the dataset belongs to no body that takes part',
  ),
  'claimed-twice': text('同一資料集已有另一項申報', 'another claim for the same dataset stands already'),
}

export const EXCLUSION_WORDS: Readonly<Record<Exclusion, Localised>> = {
  body: text('非參獎機關', 'of no body that takes part'),
  badge: text('不是金標章', 'not gold'),
  'younger-than-a-year': text('開放未滿 1 年', 'open for less than a year'),
  'previous-winner': text('前三屆曾獲獎', 'a winner of the last three editions'),
}

export const DOUBT_WORDS: Readonly<Record<(typeof POPULARITY_DOUBTS)[number], Localised>> = {
  issued: text('上架日期', 'date of opening'),
  badge: text('標章', 'badge'),
  views: text('瀏覽量', 'views'),
  downloads: text('下載量', 'downloads'),
  rating: text('評分', 'rating'),
}

export const CRITERION_WORDS: Readonly<Record<Criterion, Localised>> = {
  depth: text('應用深度', 'Depth'),
  partnership: text('公私協力', 'Partnership'),
  feedback: text('民間回饋', 'Feedback'),
  innovation: text('創新程度', 'Innovation'),
  benefit: text('預期效益', 'Benefit'),
  continuity: text('服務延續', 'Continuity'),
  extension: text('擴充潛力', 'Extension'),
}

export const PROGRESS_WORDS = {
  'group-winner': text('已得金質獎', 'wins 金質獎'),
  'may-win-group': text('若得金質獎則不計', 'unless it wins 金質獎'),
  'groups-open': text('未分組，無法判斷', 'groups not known'),
  'no-previous': text('前次無分數', 'no score last time'),
} as const satisfies Record<string, Localised>

export const SCORE_WORDS = {
  ledger: text('稽核紀錄', 'Ledger'),
  judgedAt: text('評核基準時間', 'judged at'),
  gold: text('金質獎', 'Gold award'),
  division1: text(
    '第一組（資料集 {threshold} 個以上，取前 {places} 名）',
    'group 1 ({threshold} datasets or more, first {places})',
  ),
  division2: text(
    '第二組（資料集未滿 {threshold} 個，取前 {places} 名）',
    'group 2 (fewer than {threshold} datasets, first {places})',
  ),
  undivided: text('未分組', 'not divided'),
  apart: text('不列入評獎', 'Taking no part'),
  rank: text('名次', 'Rank'),
  result: text('結果', 'Result'),
  score: text('總分', 'Score'),
  bonus: text('加分', 'Bonus'),
  potential: text('可能加分', 'Potential'),
  datasets: text('資料集', 'Datasets'),
  badges: text('金／銀／銅／無', 'gold/silver/bronze/none'),
  body: text('機關', 'Body'),
  losses: text(
    '失分最多的資料集（共 {count} 個失分；全部見 --reporter json）',
    'Datasets that cost most (of {count}; all with --reporter json)',
  ),
  points: text('得分', 'Points'),
  causes: text('失分的評核指標與規則', 'Indicators and rules'),
  id: text('識別碼', 'Id'),
  title: text('名稱', 'Title'),
  claims: text('加分項目', 'Bonus claims'),
  candidates: text(
    '目錄中可以申報加分的 API 文件（{count} 個；先以 odbadge openapi 驗證，再請主管機關確認）',
    'API documents of the catalogue that could be claimed ({count}; validate with odbadge openapi, then have them confirmed)',
  ),
  document: text('文件', 'Document'),
  more: text('另有 {count} 項', '{count} more'),
  progress: text('品質進步獎', 'Progress award'),
  gain: text('進步', 'Gain'),
  previous: text('前次', 'Before'),
  remark: text('說明', 'Remark'),
  popularity: text(
    '人氣獎（取前 {places} 名；候選 {candidates} 個，瀏覽量最多 {maxViews}，下載量最多 {maxDownloads}）',
    'Popularity award (first {places} of {candidates}; most views {maxViews}, most downloads {maxDownloads})',
  ),
  views: text('瀏覽', 'Views'),
  downloads: text('下載', 'Downloads'),
  rating: text('評分', 'Rating'),
  unknown: text('未知', 'Unknown'),
  excluded: text('不參獎', 'Excluded'),
  moreCandidates: text('另有 {count} 個可能得獎的資料集。', '{count} more datasets may win.'),
  application: text('應用獎（取前 {places} 名）', 'Application award (first {places})'),
  votes: text('票數', 'Votes'),
  vote: text('票選', 'Vote'),
  judges: text('委員', 'Judges'),
  notes: text('說明', 'Notes'),
} as const satisfies Record<string, Localised>
