import { describe, expect, test } from 'vitest'
import { RULES } from '../../../rules/index.ts'
import rule from '../../../rules/timeliness/recent-data.ts'
import { parseDate } from '../../../src/core/calendar.ts'
import type { DatasetRecord } from '../../../src/core/ledger.ts'
import { render } from '../../../src/core/localised.ts'
import { examine } from '../../../src/examine.ts'
import { loadProfile } from '../../../src/score/index.ts'
import { memoryOrigin } from '../../support/memory-origin.ts'
import { sheet, xlsxOf } from '../../support/workbooks.ts'

const rows = (name: string, values: readonly string[]) =>
  `${name},縣市,人數\n${values.map((value, n) => `${value},第${n}市,${n * 7}\n`).join('')}`

async function examined(
  bodies: readonly (string | Buffer)[],
  updateFrequency: string,
  now = '2026-11-20',
  query = '',
): Promise<DatasetRecord> {
  const urls = bodies.map((_, n) => `https://data.example.gov.tw/${n}${query}`)
  const origin = await memoryOrigin(Object.fromEntries(urls.map((url, n) => [url, Buffer.from(bodies[n]!)])))
  const { record } = await examine(
    {
      id: '1',
      title: '名稱',
      publisher: '機關',
      updateFrequency,
      modified: now,
      resources: urls.map((url, n) => ({ id: String(n), url })),
      extra: {},
    },
    origin,
    { rules: RULES, profile: loadProfile('measure-2017'), now: parseDate(now)! },
  )
  return record
}

const findings = (record: DatasetRecord, id: string = rule.id) =>
  record.findings.filter((finding) => finding.rule === id)

const YEARS = ['109', '110', '111']

describe('old data', () => {
  test('is told with the newest period, its column and its row', async () => {
    const record = await examined([rows('年度', YEARS)], '每1年')
    expect(record.resources[0]!.table?.newest).toEqual({
      column: '年度',
      row: 4,
      value: '111',
      from: '2022-01-01',
      to: '2022-12-31',
    })
    const found = findings(record)
    expect(found).toMatchObject([
      {
        messageId: 'old',
        outcome: 'pass',
        severity: 'advice',
        data: { frequency: '每1年', column: '年度', value: '111', row: 4, to: '2022-12-31' },
      },
    ])
    for (const text of Object.values(rule.messages.old))
      if (typeof text === 'object')
        for (const language of ['zh-TW', 'en'] as const)
          expect(render(text, found[0]!.data, language)).not.toMatch(/\{\w+\}/)
  })

  test.each<[string, string, readonly (string | Buffer)[]]>([
    ['months', '每1月', [rows('統計年月', ['11410', '11507', '11506'])]],
    ['days, Western', '每1日', [rows('日期', ['2026-01-01', '2026-01-02'])]],
    ['below a title', '每1年', [`民國111年統計,,\n${rows('年度', YEARS)}`]],
    ['with a total', '每1年', [`${rows('年度', YEARS)}總計,,21\n`]],
    ['several files, the newest of all', '每1年', [rows('年度', ['108', '109']), rows('年度', YEARS)]],
    [
      'a workbook',
      '每1年',
      [
        xlsxOf([
          sheet([
            ['年度', '縣市', '人數'],
            [110, '甲', 5],
            [111, '乙', 6],
          ]),
        ]),
      ],
    ],
  ])('%s', async (_, frequency, bodies) => {
    const record = await examined(bodies, frequency)
    expect(record.outcomes[rule.id]).toBe('pass')
    expect(findings(record)).toHaveLength(1)
  })
})

test.each([
  ['年度,日期\n113,2024-05-01\n113,2024-05-03\n', '2024-05-03'],
  ['日期,年度\n2024-05-01,113\n2024-05-03,113\n', '2024-05-03'],
  ['發病日,年度\n2024-05-01,113\n2024-05-03,114\n', '114'],
  ['西元年,月份\n2024,1\n2025,2\n', '2025'],
])('of several columns, the newest and narrowest counts: %s', async (body, value) => {
  expect((await examined([body], '每1年')).resources[0]!.table?.newest?.value).toBe(value)
})

const records = (name: string, values: readonly string[]) =>
  JSON.stringify(values.map((value, n) => ({ [name]: value, 人數: n * 7 })))

describe('records of JSON and XML', () => {
  test.each([
    ['JSON', records('年度', YEARS)],
    ['XML', `<r>${YEARS.map((year) => `<row><年度>${year}</年度><人數>5</人數></row>`).join('')}</r>`],
  ])('tell it by the number of the record: %s', async (_, body) => {
    const record = await examined([body], '每1年')
    expect(record.resources[0]!.table?.newest).toMatchObject({ column: '年度', row: 3, record: true })
    const [found] = findings(record)
    expect(found).toMatchObject({ messageId: 'old-record', data: { value: '111', row: 3 } })
    for (const language of ['zh-TW', 'en'] as const)
      expect(render(rule.messages['old-record'].text, found!.data, language)).not.toMatch(/\{\w+\}/)
  })

  test('and a table beside them may be newer', async () => {
    expect(findings(await examined([records('年度', YEARS), rows('年度', ['114'])], '每1年'))).toEqual([])
  })

  test('a page of a service says nothing of the others', async () => {
    const page = '?limit=100&offset=0'
    const record = await examined([records('年度', YEARS)], '每1年', '2026-11-20', page)
    expect(record.outcomes[rule.id]).toBe('not-applicable')
  })
})

describe('no advice', () => {
  test.each<[string, string, readonly string[], string]>([
    ['recent enough', '每1年', [rows('年度', ['111', '112', '113'])], 'pass'],
    ['a coarser period than the frequency', '每1日', [rows('年度', ['112', '113', '114'])], 'pass'],
    ['one file that does not tell', '每1年', [rows('年度', YEARS), 'a,b\nx,y\n'], 'not-applicable'],
    ['numbers under another name', '每1年', [rows('編號', YEARS)], 'not-applicable'],
    ['a name over other values', '每1年', [rows('年度', ['甲', '乙', '丙'])], 'not-applicable'],
    ['half of them other values', '每1年', [rows('年度', [...YEARS, '1', '2', '3'])], 'not-applicable'],
    ['days ahead: a plan', '每1年', [rows('日期', ['2022-05-01', '2027-05-01'])], 'not-applicable'],
    ['dates of things', '每1年', [rows('設立日期', ['2010-05-01', '2011-05-01'])], 'not-applicable'],
    ['no promise', '不定期', [rows('年度', YEARS)], 'not-applicable'],
  ])('%s', async (_, frequency, bodies, outcome) => {
    const record = await examined(bodies, frequency)
    expect(record.outcomes[rule.id]).toBe(outcome)
    expect(findings(record)).toEqual([])
  })

  test('until three and a half periods have passed', async () => {
    const body = [rows('年度', YEARS)]
    expect(findings(await examined(body, '每1年', '2026-07-01'))).toEqual([])
    expect(findings(await examined(body, '每1年', '2026-07-04'))).toHaveLength(1)
  })
})
