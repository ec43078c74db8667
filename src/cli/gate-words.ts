import type { Localised } from '../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** What reporters, baselines and gates say by themselves. */
export const GATE_WORDS = {
  reporters: text(
    '報告的形式，可重複；NAME=檔案 寫到檔案，只寫 NAME 則輸出到標準輸出，例如 --reporter github --reporter sarif=out.sarif。可用：{names}',
    'form of the report, repeatable: NAME=FILE writes a file, NAME alone goes to standard output, e.g. --reporter github --reporter sarif=out.sarif. One of: {names}',
  ),
  baseline: text(
    '基準檔：其中列出的檢測結果已接受，只有新的才算',
    'baseline file: findings listed there are accepted, only new ones count',
  ),
  updateBaseline: text(
    '把目前的檢測結果寫進 --baseline 的檔案（沒有就新建）',
    'write what is found now into the --baseline file (made when it is not there)',
  ),
  maxFindings: text(
    '容許幾項（--fail-on 所指、基準檔以外的）檢測結果，超過時結束代碼才為 1',
    'exit with 1 only when there are more findings than this (of the kind --fail-on names, not in the baseline)',
  ),
  quiet: text('不顯示進度與說明，只輸出報告', 'no progress and no remarks, only the reports'),
  noColor: text(
    '不用顏色（環境變數 NO_COLOR 亦同）',
    'no colours (as does the environment variable NO_COLOR)',
  ),
  unknownReporter: text(
    '沒有「{name}」這種報告；可用的是：{names}',
    'There is no reporter “{name}”; there are: {names}',
  ),
  noReporterFile: text('--reporter {name}= 後面要有檔名。', '--reporter {name}= lacks the name of a file.'),
  sameFile: text('有兩個報告要寫到 {path}。', 'Two reports would be written to {path}.'),
  sameOutput: text(
    '{names} 不能都輸出到標準輸出，請用 NAME=檔案。',
    '{names} cannot all go to standard output; use NAME=FILE.',
  ),
  outputTwice: text(
    '-o 只能配一個沒有檔名的 --reporter。',
    '-o goes with one --reporter that has no file of its own.',
  ),
  updateWhat: text('--update-baseline 要配 --baseline 檔案。', '--update-baseline needs --baseline FILE.'),
  noBaseline: text(
    '沒有基準檔 {path}；加上 --update-baseline 會建立。',
    'There is no baseline {path}; --update-baseline makes it.',
  ),
  badBaseline: text('基準檔 {path} 有誤：{detail}', 'Baseline {path}: {detail}'),
  baselineWritten: text(
    '基準檔 {path} 已更新：共 {count} 筆（新增 {added}、移除 {removed}）。',
    'Baseline {path} written: {count} entries ({added} added, {removed} removed).',
  ),
  stale: text(
    '基準檔有 {count} 筆已不存在，加上 --update-baseline 可移除：',
    '{count} entries of the baseline are gone; --update-baseline removes them:',
  ),
  accepted: text(
    '基準檔已接受 {known} 項，新的有 {fresh} 項。',
    'The baseline accepts {known} findings; {fresh} are new.',
  ),
  negative: text('{name} 必須是 0 以上的整數。', '{name} must be a whole number, 0 or more.'),
  drafts: text('標章依詮釋資料草稿預測：{files}', 'Badges are predicted by metadata drafts: {files}'),
} as const satisfies Record<string, Localised>

export type GateWord = keyof typeof GATE_WORDS
