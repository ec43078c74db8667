import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { spoolInput } from '../../src/cli/standard-input.ts'
import type { CatalogueProblem } from '../../src/core/catalogue.ts'
import type { DatasetRecord, LedgerLine } from '../../src/core/ledger.ts'
import { complaints } from '../report/schema.ts'
import { csvCatalogue } from './catalogue.ts'
import { folder, odbadge, portalFor, running, SOUND } from './run.ts'

const FIELDS = '年度、地區別、人數'

function ledgerIn(at: string) {
  const lines = readFileSync(join(at, 'ledger.ndjson'), 'utf8').trimEnd().split('\n')
  const parsed = lines.map((line): LedgerLine => JSON.parse(line))
  for (const line of parsed) expect(complaints('ledger', line)).toEqual([])
  return {
    datasets: parsed.filter((line): line is DatasetRecord => line.kind === 'dataset'),
    problems: parsed.filter((line): line is CatalogueProblem => line.kind === 'catalogue-problem'),
  }
}

const audit = (...argv: string[]) => odbadge('audit', ...argv, '--allow-private')

const portal = () => portalFor({ '/sound.csv': { body: SOUND } })

describe('every shape of a catalogue, from file to badge', () => {
  it.each<[string, (url: string) => string]>([
    [
      'XML export',
      (url) =>
        `<data><row><資料集識別碼>1</資料集識別碼><資料集名稱>x</資料集名稱><檔案格式>CSV</檔案格式><資料下載網址>${url}</資料下載網址><編碼格式>UTF-8</編碼格式><主要欄位說明>${FIELDS}</主要欄位說明><更新頻率>不定期</更新頻率></row></data>`,
    ],
    [
      'API v2',
      (url) =>
        JSON.stringify({
          success: true,
          result: {
            datasetId: 1,
            title: 'x',
            updateFrequency: '不定期',
            distribution: [
              {
                resourceDownloadUrl: url,
                resourceFormat: 'CSV',
                resourceCharacterEncoding: 'UTF-8',
                resourceField: FIELDS,
              },
            ],
          },
        }),
    ],
    [
      'CKAN',
      (url) =>
        JSON.stringify({
          success: true,
          result: {
            count: 1,
            results: [
              {
                id: '1',
                title: 'x',
                extras: [
                  { key: '主要欄位說明', value: FIELDS },
                  { key: '更新頻率', value: '不定期' },
                ],
                resources: [{ id: 'r', url, format: 'CSV', encoding: 'UTF-8' }],
              },
            ],
          },
        }),
    ],
    [
      'data.json',
      (url) =>
        JSON.stringify({
          dataset: [
            {
              identifier: '1',
              title: 'x',
              accrualPeriodicity: 'irregular',
              distribution: [{ downloadURL: url, format: 'CSV' }],
            },
          ],
        }),
    ],
    [
      'data package',
      (url) =>
        JSON.stringify({
          name: '1',
          accrualPeriodicity: '不定期',
          resources: [
            {
              path: url,
              format: 'csv',
              schema: { fields: [{ name: '年度' }, { name: '地區別' }, { name: '人數' }] },
            },
          ],
        }),
    ],
    ['list', (url) => `id,url,format,encoding,fields,frequency\n1,${url},CSV,UTF-8,${FIELDS},不定期\n`],
  ])('%s', async (_, write) => {
    const { url } = await portal()
    const at = folder({ catalogue: write(url('/sound.csv')) })
    const { code, err } = await audit(at('catalogue'), '--out', at('out'))
    expect([code, err]).toEqual([0, ''])
    const { datasets, problems } = ledgerIn(at('out'))
    expect(problems).toEqual([])
    expect(datasets.map(({ id, badge }) => [id, badge.atLeast])).toEqual([['1', 'gold']])
  })

  it('a folder: its files are audited, nothing outside is read', async () => {
    const at = folder()
    mkdirSync(at('data'))
    writeFileSync(at('data/a.csv'), SOUND)
    writeFileSync(
      at('data/metadata.json'),
      JSON.stringify({ fields: FIELDS, encoding: 'UTF-8', frequency: '不定期' }),
    )
    symlinkSync('/etc/passwd', at('data/b.csv'))
    const { code, err } = await odbadge('audit', at('data'), '--out', at('out'))
    const said = '目錄有 1 筆無法讀成資料集，沒有檢測。原因列在報告的「目錄問題」。\n'
    expect([code, err]).toEqual([0, said])
    const { datasets, problems } = ledgerIn(at('out'))
    expect(datasets.map(({ id, badge }) => [id, badge.atLeast])).toEqual([['a.csv', 'gold']])
    expect(problems.map((problem) => problem.code)).toEqual(['outside-folder'])
    expect(readFileSync(at('data/a.csv'), 'utf8')).toBe(SOUND)
  })

  it('a catalogue from the network does not lead to files of this machine', async () => {
    const at = folder({ 'secret.csv': SOUND })
    const path = at('secret.csv')
    const resources = [{ path }, { path: `file://${path}` }, { path: `../../../../../..${path}` }]
    const { url } = await portalFor({
      '/p/datapackage.json': { body: JSON.stringify({ name: '1', resources }) },
    })
    await audit(url('/p/datapackage.json'), '--out', at('out'), '--confirm-after', 'never')
    const [record] = ledgerIn(at('out')).datasets
    expect(record?.resources.map(({ sha256 }) => sha256)).toEqual([null, null, null])
    expect(record?.resources.map(({ link }) => link.failure?.code)).not.toContain(undefined)
  })

  it('standard input', async () => {
    const { url } = await portal()
    const at = folder()
    const { child, err, end } = running(['audit', '-', '--allow-private', '--out', at('out')])
    child.stdin.end(csvCatalogue([{ id: '1', publisher: '勞動部', url: url('/sound.csv') }]))
    await end
    expect(await err).toBe('')
    expect(ledgerIn(at('out')).datasets.map(({ badge }) => badge.atLeast)).toEqual(['gold'])
  })

  it('an export served as text/html, as the portal does', async () => {
    const { url } = await portal()
    const body = csvCatalogue([{ id: '1', publisher: '勞動部', url: url('/sound.csv') }])
    const served = await portalFor({
      '/export': { body, headers: { 'content-type': 'text/html; charset=UTF-8' } },
    })
    const at = folder()
    const { code, err } = await audit(served.url('/export'), '--out', at('out'))
    expect([code, err]).toEqual([0, ''])
    expect(ledgerIn(at('out')).datasets.map(({ badge }) => badge.atLeast)).toEqual(['gold'])
  })

  it('standard input has a cap', async () => {
    const input = Readable.from([Buffer.alloc(60), Buffer.alloc(60)])
    await expect(spoolInput(input, 100, 'zh-TW')).rejects.toThrow(/超過 100 位元組/)
  })
})

describe('what was asked for and is not there', () => {
  const catalogue = (url: string) =>
    csvCatalogue([
      { id: '1', publisher: '勞動部', url },
      { id: '2', publisher: '臺東縣政府', url },
    ])

  it.each<[readonly string[], RegExp]>([
    [['--id', '1', '--id', '99'], /^--id 不在目錄中：99\n$/],
    [['--agency', '勞動部', '--agency', '內政部'], /^--agency 沒有符合任何提供機關：內政部\n$/],
    [['--agency', '台東', '--id', '2'], /^$/],
    [['--id', '8', '--id', '9', '--lang', 'en'], /^--id is in no catalogue: 8, 9\nNo dataset/],
    // The rest of the catalogue was not read.
    [['--id', '1', '--id', '99', '--limit', '1'], /^$/],
  ])('%j', async (options, expected) => {
    const { url } = await portal()
    const at = folder({ catalogue: catalogue(url('/sound.csv')) })
    const { code, err } = await audit(at('catalogue'), '--out', at('out'), ...options)
    expect(code).toBe(0)
    expect(err).toMatch(expected)
  })

  it('--changed-since keeps what changed on that day or later', async () => {
    const { url } = await portal()
    const rows = ['2026-07-31 23:59:59', '2026-08-01 00:00:00', '', '2026-09-01']
    const lines = rows.map((modified, index) => `${index},x,${url('/sound.csv')},${modified}`)
    const at = folder({
      catalogue: ['資料集識別碼,資料集名稱,資料下載網址,詮釋資料更新時間', ...lines].join('\n'),
    })
    await audit(at('catalogue'), '--out', at('out'), '--changed-since', '2026-08-01')
    expect(ledgerIn(at('out')).datasets.map(({ id }) => id)).toEqual(['1', '3'])
    const bad = await audit(at('catalogue'), '--out', at('out'), '--changed-since', '八月')
    expect([bad.code, bad.err]).toEqual([2, expect.stringContaining('「八月」不是日期')])
  })
})

describe('a catalogue that is none', () => {
  it.each([
    ['zh-TW', '是網頁（標題：「請登入」）'],
    ['en', 'is a web page (titled “請登入”)'],
  ])('is told in %s', async (language, message) => {
    const at = folder({ catalogue: '<html><title>請登入</title>' })
    const { code, err } = await odbadge('audit', at('catalogue'), '--out', at('out'), '--lang', language)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('an error with status 200 makes the catalogue incomplete', async () => {
    const body = '{"success":false,"error":{"error_type":"ER0001:API Key錯誤"}}'
    const { url } = await portalFor({ '/api': { body } })
    const at = folder()
    const { code, err } = await audit(url('/api'), '--out', at('out'))
    expect(code).toBe(0)
    expect(err).toMatch(/目錄不完整：有 1 處沒有讀到/)
    expect(ledgerIn(at('out')).problems[0]?.detail).toContain('ER0001')
    const sound = await portalFor({ '/a.csv': { body: SOUND } })
    const list = folder({ 'list.csv': `url,format\n${sound.url('/a.csv')},CSV\n` })
    const both = [list('list.csv'), url('/api'), '--allow-private']
    expect((await audit(...both, '--out', at('all'), '--fail-on', 'never')).code).toBe(0)
    expect((await audit(...both, '--out', at('all'), '--max-findings', '99')).code).toBe(3)
  })
})
