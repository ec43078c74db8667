import type { LedgerHeader } from '../../src/core/ledger.ts'
import type { Localised } from '../../src/core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

export const header: LedgerHeader = {
  kind: 'header',
  schemaVersion: 1,
  program: 'odbadge 0.1.0',
  startedAt: '2026-01-01T00:00:00.000Z',
  now: '2026-01-01T00:00:00.000Z',
  catalogue: ['export.csv'],
  profile: {
    id: 'measure-2017',
    title: text('優質標章獎勵措施（2017）', 'The measure of 2017'),
    notes: [
      text(
        '一個資料集有多個資料資源時，任一個不通過即不通過。',
        'One failing resource fails the whole dataset.',
      ),
      text('逾期寬限為更新週期的一半。', 'Grace is half a period.'),
    ],
  },
  selection: { agency: ['勞動部', '臺南市政府'], limit: 6 },
  rules: [
    {
      id: 'link/reachable',
      indicator: 'link',
      severity: 'blocking',
      claim: text('連結可回傳成功狀態', 'The link answers with success'),
      messages: {
        status: {
          text: text('伺服器回應 HTTP {status}。', 'The server answered HTTP {status}.'),
          remedy: text('請更新資料資源連結。', 'Mend the link.'),
        },
      },
    },
    {
      id: 'structure/consistent-columns',
      indicator: 'structure',
      severity: 'blocking',
      claim: text('每筆資料的欄位數均相同', 'Every row has the same number of columns'),
      messages: {
        ragged: {
          text: text(
            '應有 {expected} 欄，這一列有 {found} 欄。',
            'Expected {expected} columns, found {found}.',
          ),
          remedy: text('請補齊或刪除多餘的欄位。', 'Fill in or remove the cells.'),
        },
      },
    },
    {
      id: 'metadata/utf-8',
      indicator: 'metadata',
      severity: 'advice',
      claim: text('以 UTF-8 編碼', 'Encoded as UTF-8'),
      messages: {
        other: {
          text: text('檔案以 {encoding} 編碼。', 'The file is encoded as {encoding}.'),
          remedy: text('建議改存為 UTF-8。', 'Save it as UTF-8.'),
        },
      },
    },
    {
      id: 'metadata/fields-match',
      indicator: 'metadata',
      severity: 'blocking',
      claim: text('主要欄位說明與資料欄位相符', 'Declared fields are in the data'),
      messages: {
        missing: {
          text: text('資料中沒有這些欄位：{names}', 'Not in the data: {names}'),
          remedy: text('請修正主要欄位說明。', 'Correct the declared fields.'),
        },
      },
    },
  ],
}
