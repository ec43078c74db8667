import { describe, expect, test } from 'vitest'
import { readText } from './make.ts'

/** As FACTS has it of 2026: objects on read, fields as text or as a list. */
const DATASET = {
  datasetId: 6100,
  identifier: '314000000G-000123',
  title: '製造業採購經理人指數',
  description: '說明',
  dataProvider: '國家發展委員會',
  publisherOID: '2.16.886.101.20003.20052',
  license: '1',
  cost: '免費',
  updateFrequency: { regularupdate: 1, Frequency: 1, unittime: '月' },
  publishedDate: '2013-01-01 00:00:00',
  modifiedDate: '2026-09-12 07:06:04',
  keyword: [],
  en: { title: 'PMI' },
  distribution: [
    {
      resourceDescription: '指數',
      resourceField: 'Date,PMI,NMI',
      qcLevel: '3',
      resourceFormat: 'CSV',
      resourceCharacterEncoding: 'UTF-8',
      resourceQualityCheckTime: '2026-08-01',
      resourceDownloadUrl: 'https://ws.ndc.gov.tw/Download.ashx?a;b',
      resourceAmount: '100',
    },
    {
      resourceField: [{ name: '西元日期' }, { name: '指數(點)' }],
      resourceFormat: 'JSON',
      resourceCharacterEncoding: '',
      resourceDownloadUrl: 'https://ws.ndc.gov.tw/2',
    },
  ],
}
const answer = (more: object = {}): string =>
  JSON.stringify({ help: '', success: true, result: { ...DATASET, ...more } })

describe('one dataset of the API', () => {
  test('with fields for each resource', async () => {
    const { datasets, problems } = await readText(answer())
    expect(problems).toEqual([])
    expect(datasets).toEqual([
      {
        id: '6100',
        title: '製造業採購經理人指數',
        publisher: '國家發展委員會',
        updateFrequency: '每1月',
        issued: '2013-01-01T00:00:00+08:00',
        modified: '2026-09-12T07:06:04+08:00',
        resources: [
          {
            id: '1',
            url: 'https://ws.ndc.gov.tw/Download.ashx?a;b',
            format: 'CSV',
            encoding: 'UTF-8',
            fields: 'Date,PMI,NMI',
            description: '指數',
          },
          {
            id: '2',
            url: 'https://ws.ndc.gov.tw/2',
            format: 'JSON',
            encoding: '',
            fields: '西元日期、指數(點)',
          },
        ],
        extra: {
          identifier: '314000000G-000123',
          description: '說明',
          publisherOID: '2.16.886.101.20003.20052',
          license: '1',
          cost: '免費',
          en: '{"title":"PMI"}',
          'distribution[1].qcLevel': '3',
          'distribution[1].resourceQualityCheckTime': '2026-08-01',
          'distribution[1].resourceAmount': '100',
        },
        position: 1,
      },
    ])
  })

  test.each([
    ['每日', '每日'],
    [{ regularupdate: 1, Frequency: 10, unittime: '分' }, '每10分'],
    [{ regularupdate: '0' }, '不定期更新'],
    [{ regularupdate: 1 }, ''],
    [null, ''],
  ])('updateFrequency %j', async (updateFrequency, expected) => {
    const { datasets } = await readText(answer({ updateFrequency }))
    expect(datasets[0]?.updateFrequency).toBe(expected)
  })

  test.each<[string, object, readonly string[]]>([
    [
      'a resource without an address',
      { distribution: [{ resourceFormat: 'CSV' }] },
      ['no-resource@1', 'bad-record@1'],
    ],
    ['a resource that is none', { distribution: [7] }, ['no-resource@1', 'bad-record@1']],
    ['no distribution', { distribution: null }, ['no-resource@1']],
    ['no title', { title: null }, ['no-title@1']],
  ])('%s', async (_, more, codes) => {
    const read = await readText(answer(more))
    expect(read.codes).toEqual(codes)
    expect(read.datasets).toHaveLength(1)
  })
})

describe('answers with an error and status 200', () => {
  test.each([
    [
      { identifier: 'x', error_type: 'ER0001:API Key錯誤', message: '請確認' },
      'ER0001:API Key錯誤，請確認，x',
    ],
    [{ __type: 'Not Found Error', message: 'Not found' }, 'Not Found Error，Not found'],
    ['ER0031', 'ER0031'],
    [{ code: 7 }, '{"code":7}'],
  ])('%j', async (error, detail) => {
    const read = await readText(JSON.stringify({ success: false, error }))
    expect(read.datasets).toEqual([])
    expect(read.codes).toEqual(['page-failed@1'])
    expect(read.problems[0]?.detail).toBe(`伺服器回覆錯誤：${detail}`)
  })
})
