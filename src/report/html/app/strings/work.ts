import type { Localised } from '../../../../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** Causes, rules, the plan, fragile gold, the portal. */
export const WORK_STRINGS = {
  causesNote: text(
    '同一台主機或同一位聯絡人、同一種問題合為一列，影響最多的在前；修一處就解決整列。',
    'One row for one problem on one host or by one contact, the largest first: mending one place solves the row.',
  ),
  causesCount: text('共 {n} 個原因。', '{n} causes.'),
  cause: text('問題', 'Problem'),
  where: text('主機或聯絡人', 'Host or contact'),
  onHost: text('主機 {host}', 'host {host}'),
  byContact: text('聯絡人 {contact}', 'contact {contact}'),
  bodies: text('機關', 'Bodies'),
  outcome: text('影響', 'Effect'),
  topCauses: text('影響最大的原因', 'Largest causes'),
  noCauses: text('沒有不通過或待確認的項目。', 'Nothing fails and nothing is in doubt.'),
  examples: text('例如', 'For example'),
  causeDatasets: text('看相關資料集', 'Show these datasets'),

  rulePage: text('規則說明頁', 'Page of the rule'),
  ruleCommand: text('完整說明：{command}', 'In full: {command}'),
  messages: text('可能的結果與修正方式', 'What it may find, and how to mend it'),
  message: text('結果', 'Finding'),
  ruleDatasets: text('不通過的資料集：{n}', 'Datasets that fail: {n}'),
  ruleAllDatasets: text('有此規則檢測結果的資料集', 'Datasets with findings of this rule'),

  planNote: text(
    '先做每分鐘得分最多的；每一步之後的總分是修好該步與之前各步後重新計算的結果。時間為估計值。',
    'Most points per minute first. The score after each step is the ledger’s with that step and all before it mended. Minutes are estimates.',
  ),
  planNow: text('目前 {score}', 'now {score}'),
  planAfter: text('修完後 {score}', 'then {score}'),
  step: text('步驟', 'Step'),
  afterwards: text('之後總分', 'Score then'),
  better: text('標章提升', 'Badges up'),
  whatToDo: text('要做的事', 'What to do'),
  noSteps: text('沒有能提高得分的修正。', 'No mending would raise the score.'),
  noPlan: text('沒有任何機關需要修正計畫。', 'No body needs a plan.'),
  chooseBody: text('機關', 'Body'),
  perHost: text('同一主機一次修好', 'one hand on the server'),

  fragileNote: text(
    '這些資料集現在確定為金標章，但若不處理，到期後就會失去，或已有不穩定的跡象。',
    'These have gold now, but will lose it if nothing is done, or show signs of trouble.',
  ),
  fragileCount: text(
    '{n} 個金標章有期限或跡象；另有 {lasting} 個沒有期限。',
    '{n} golds with an end or a sign; {lasting} more with neither.',
  ),
  until: text('維持到', 'Holds until'),
  signs: text('跡象', 'Signs'),
  noEnd: text('未定', 'open'),

  portalNote: text(
    '入口網「品質檢測」欄的結果與本報告的標章並列。入口網的「白金」視為金標章。',
    'The portal’s own verdict beside our badge. The portal’s 白金 counts as gold.',
  ),
  noPortal: text(
    '目錄沒有入口網的品質檢測結果可比較。',
    'The catalogue says nothing of the portal’s own check.',
  ),
  portalWord: text('入口網結果', 'Portal says'),
  ours: text('本報告的標章', 'Our badge'),
  portalSilent: text('（未填）', '(nothing)'),
  portalCauses: text('入口網較高時，我們不同意的原因', 'Why we do not agree where the portal is higher'),
  agreementBar: text('比較結果', 'Agreement'),
} as const satisfies Record<string, Localised>
