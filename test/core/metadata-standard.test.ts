import { describe, expect, it } from 'vitest'
import { COLUMNS } from '../../src/catalogue/row.ts'
import { EXPORT_COLUMNS } from '../../src/core/export-row.ts'
import { METADATA_FIELDS } from '../../src/core/metadata-standard.ts'
import { complaints, schemaNamed } from '../report/schema.ts'

/** 玖 of the standard. */
const EXAMPLE = {
  categoryCode: 'I00',
  identifier: 'A41000000G-000001',
  title: '行政院公報',
  description: '行政院及所屬機關涉及人民權益之法令等重要事項',
  fieldDescription: '公報類型、編輯分類(篇名)、公告機關',
  type: 'rawData',
  license: '政府資料開放平臺資料使用規範',
  licenseURL: 'http://data.gov.tw/principle',
  cost: '免費',
  costURL: '',
  costLaw: '',
  organization: '國家發展委員會',
  organizationContactName: '郭大明 先生',
  organizationContactPhone: '02-23165300#XX',
  organizationContactEmail: 'example1@ndc.gov.tw ',
  publisher: '國家發展委員會',
  publisherContactName: '鄭大明 先生',
  publisherContactPhone: '02-23165300#OO',
  publisherContactEmail: 'example2@ndc.gov.tw',
  accrualPeriodicity: '每日',
  temporalCoverageFrom: '2014-01-01',
  temporalCoverageTo: '2015-01-01',
  issued: '2015-01-01 23:59:59',
  modified: '2015-01-01 23:59:59',
  spatial: '臺灣',
  language: 'zh',
  landingPage: 'http://gazette.nat.gov.tw/egFront/OpenData/list.jsp',
  keyword: ['公報', '施政'],
  numberOfData: 4600,
  notes: '',
  distribution: [
    {
      resourceID: 'A41000000G-000001-001',
      resourceDescription: '行政院公報-民國 103 年-交通建設篇-XML',
      format: 'XML',
      characterSetCode: 'UTF-8',
      resourceModified: '2015-01-01 23:59:59',
      downloadURL: 'http://gazette.nat.gov.tw/egFront/OpenData/download.jsp',
      metadataSourceOfData: 'http://example1',
    },
  ],
}

describe('the schema of the metadata standard', () => {
  const schema = schemaNamed('dataset-metadata')
  const { properties } = schema.$defs.distribution
  const named = (of: 'dataset' | 'resource') => METADATA_FIELDS.filter((field) => field.of === of)
  const namesOf = (fields: readonly { name: string }[]) => fields.map(({ name }) => name)

  it('has the table’s 38 fields, and requires what the table requires', () => {
    expect(METADATA_FIELDS).toHaveLength(38)
    expect(Object.keys(schema.properties)).toEqual([...namesOf(named('dataset')), 'distribution'])
    expect(Object.keys(properties)).toEqual(namesOf(named('resource')))
    const required = (of: 'dataset' | 'resource') =>
      namesOf(named(of).filter(({ need }) => need === 'required'))
    expect(schema.required).toEqual([...required('dataset'), 'distribution'])
    expect(schema.$defs.distribution.required).toEqual(required('resource'))
  })

  it('allows the values the table allows', () => {
    const all = { ...schema.properties, ...properties }
    for (const { name, label, values } of METADATA_FIELDS)
      expect([name, all[name].title, all[name].enum]).toEqual([name, label, values])
  })

  it('accepts the standard’s own example', () => expect(complaints('dataset-metadata', EXAMPLE)).toEqual([]))

  it.each<[string, object]>([
    ['an identifier with an underscore', { identifier: '397000000A_000002' }],
    ['a year alone', { issued: '2015' }],
    ['no title', { title: '' }],
    ['another type', { type: '原始資料' }],
    ['a strange field', { detectFrequency: '每日' }],
    ['a resource without a format', { distribution: [{ resourceID: '1', resourceDescription: 'a' }] }],
  ])('rejects %s', (_, spoilt) =>
    expect(complaints('dataset-metadata', { ...EXAMPLE, ...spoilt })).not.toEqual([]),
  )
})

it('columns of the export stand for one field each', () => {
  const columns = METADATA_FIELDS.flatMap((field) => field.columns)
  expect(new Set(columns).size).toBe(columns.length)
  const mapped = columns.filter((column) => /\p{Script=Han}/u.test(column))
  expect(mapped.filter((column) => !EXPORT_COLUMNS.some((each) => each === column))).toEqual([])
  // What the export has and the standard has not.
  expect(EXPORT_COLUMNS.filter((column) => !mapped.includes(column))).toEqual([
    COLUMNS.id,
    '品質檢測',
    '資料集上架方式',
  ])
})
