import type { CheckReport, CheckResult } from '../../src/report/index.ts'
import { HOSTILE } from './sample-ledger.ts'

const ragged: CheckResult = {
  file: '人口.csv',
  format: { declared: null, detected: 'CSV' },
  encoding: { declared: 'UTF-8', detected: 'UTF-8', bom: false },
  table: { header: ['年度', '人數'], columns: 2, rows: 10 },
  indicators: { download: 'pass', structure: 'fail', metadata: 'unknown', timeliness: 'not-applicable' },
  badge: { atLeast: 'bronze', atMost: 'bronze' },
  findings: [
    {
      rule: 'metadata/fields-match',
      messageId: 'over-byte-cap',
      outcome: 'unknown',
      severity: 'blocking',
      message: '檔案太大，只檢測了前面的部分。',
      remedy: '',
    },
    {
      rule: 'structure/consistent-columns',
      messageId: 'ragged',
      outcome: 'fail',
      severity: 'blocking',
      row: 3,
      message: `應有 2 欄，這一列有 3 欄：${HOSTILE}`,
      remedy: '請刪除多餘的欄位。',
    },
  ],
}

const clean: CheckResult = {
  ...ragged,
  file: 'clean.json',
  format: { declared: 'JSON', detected: 'JSON' },
  indicators: { download: 'pass', structure: 'pass', metadata: 'pass', timeliness: 'unknown' },
  badge: { atLeast: 'silver', atMost: 'gold' },
  findings: [],
}

export const checkReport: CheckReport = {
  schemaVersion: 1,
  results: [ragged, { ...clean, file: 'all.zip', members: [clean] }],
}
