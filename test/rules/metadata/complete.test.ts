import { describe, expect, test } from 'vitest'
import rule from '../../../rules/metadata/complete.ts'
import type { Dataset } from '../../../src/core/catalogue.ts'
import { judgeDataset } from '../../../src/core/judge.ts'
import { type Data, LANGUAGES, render } from '../../../src/core/localised.ts'

const judged = (claims: Partial<Dataset>) => {
  const dataset: Dataset = { id: '1', title: '名稱', publisher: '機關', resources: [], extra: {}, ...claims }
  return judgeDataset(rule, [], { dataset, now: 0 }, '1')
}

describe('passes without a word', () => {
  test.each<[string, Partial<Dataset>]>([
    [
      'a row of the export',
      {
        extra: {
          授權方式: '政府資料開放授權條款-第1版',
          計費方式: '免費',
          服務分類: '公共資訊',
          資料提供屬性: '檔案資料',
          相關網址: 'https://data.gov.tw/dataset/41568',
          提供機關聯絡人電話: '02-8995-6866分機1234',
        },
        blank: ['備註', '品質檢測', '資料量'],
      },
    ],
    ['an identifier of the standard', { extra: { identifier: 'A21030000I-B10001' } }],
    ['several contacts', { extra: { publisherContactEmail: 'a@ndc.gov.tw,b@ndc.gov.tw' } }],
    ['a category by code', { extra: { categoryCode: 'I00' } }],
    ['a category by name', { extra: { categoryCode: '公共資訊' } }],
    ['a licence of Creative Commons', { extra: { license: '創用 CC 姓名標示-相同方式分享 3.0 台灣' } }],
    ['the licence number of data.gov.tw', { extra: { license: '1' } }],
    ['what costs something and says where', { extra: { cost: '付費', costURL: 'https://a.gov.tw/fee' } }],
    ['a day', { extra: { temporalCoverageFrom: '2015-01-01' } }],
    ['a column filled under another name', { extra: { 授權方式: 'CC BY 4.0' }, blank: ['license'] }],
  ])('%s', (_, claims) => {
    expect(judged(claims)).toMatchObject({ outcome: 'pass', findings: [] })
  })
})

test('does not apply to files without a catalogue', () => {
  expect(judged({}).outcome).toBe('not-applicable')
})

const cases: readonly [messageId: string, claims: Partial<Dataset>, data: Data][] = [
  ['missing', { blank: ['授權方式'] }, { field: '授權方式', name: 'license' }],
  ['missing', { blank: ['提供機關聯絡人電話'] }, { name: 'publisherContactPhone' }],
  ['missing', { blank: ['identifier'] }, { field: '資料集編號' }],
  ['placeholder', { extra: { description: 'description' } }, { field: '資料集描述', value: 'description' }],
  ['bad-date', { extra: { 上架日期: '106 年間' } }, { field: '發布時間', value: '106 年間' }],
  ['bad-date', { extra: { temporalCoverageTo: '2015' } }, { value: '2015' }],
  ['bad-identifier', { extra: { identifier: '397000000A_000002' } }, { value: '397000000A_000002' }],
  ['unknown-licence', { extra: { 授權方式: '可自由使用' } }, { value: '可自由使用' }],
  ['bad-value', { extra: { type: '原始資料' } }, { values: ['rawData', 'TOOLS', 'SERVICES'] }],
  ['bad-value', { extra: { categoryCode: 'Z99' } }, { value: 'Z99' }],
  ['bad-address', { extra: { landingPage: 'www.ndc.gov.tw' } }, { value: 'www.ndc.gov.tw' }],
  ['bad-contact', { extra: { publisherContactEmail: '請電洽' } }, { value: '請電洽' }],
  ['bad-contact', { extra: { organizationContactPhone: '無' } }, { value: '無' }],
  ['no-cost-address', { extra: { cost: '付費' } }, { value: '付費' }],
]

describe('advises', () => {
  test.each(cases)('%s: %j', (messageId, claims, data) => {
    const { outcome, findings } = judged(claims)
    expect(outcome).toBe('pass')
    expect(findings).toMatchObject([{ messageId, severity: 'advice', data }])
    const { text, remedy } = rule.messages[messageId as keyof typeof rule.messages]
    for (const language of LANGUAGES)
      for (const template of [text, remedy])
        expect(render(template, findings[0]!.data, language)).not.toMatch(/\{\w+\}|undefined/)
  })

  test('every message has a case', () => {
    expect([...new Set(cases.map(([messageId]) => messageId))].sort()).toEqual(
      Object.keys(rule.messages).sort(),
    )
  })
})
