import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sheet, xlsxOf } from '../support/workbooks.ts'
import { folder } from './run.ts'
import { ledger, of, scored } from './score-ledger.ts'

describe('--popularity', () => {
  const csv = '編號,資料集名稱,提供機關,累計瀏覽量,累計下載量,評分\n'
  const records = [
    of('7', 'gold', { title: '就業通報', publisher: '勞動部', issued: '2020-01-01' }),
    of('8', 'gold', { title: '勞動檢查（年）', publisher: '勞動部', issued: '2020-01-01' }),
  ]
  it('matches by name and publisher, takes the highest of all rows, and tells what it could not use', async () => {
    const at = folder({
      'ledger.ndjson': ledger([...records, { ...records[1]!, id: '9' }]),
      'views.csv': `${csv}1,就業通報,勞動部,"1,000",100,4\n2,別的,別人,2000,50,無\n3,勞動檢查(年),勞動部,5,5,5\n4,怪的,別人,很多,1,5\n`,
    })
    const { popularity, notes } = await scored(at, '--popularity', at('views.csv'))
    expect(popularity).toMatchObject({ maxViews: 2000, maxDownloads: 100 })
    expect(popularity?.datasets[0]).toMatchObject({ id: '7', views: 1000, points: { atLeast: '79.00' } })
    expect(popularity?.datasets[1]).toMatchObject({
      views: null,
      points: { atLeast: '0.00', atMost: '100.00' },
    })
    const said = Object.fromEntries(notes.map(({ code, message }) => [code, message]))
    expect(said['cumulative']).toContain('累計瀏覽量')
    expect(said['popularity-unmatched']).toMatch(/2 筆.*別的、怪的/)
    expect(said['popularity-ambiguous']).toMatch(/1 筆.*勞動檢查/)
    expect(said['popularity-bad-cell']).toMatch(/1 處.*5 views/)
  })

  it('matches by id where there is one, whatever the names', async () => {
    const at = folder({
      'ledger.ndjson': ledger(records),
      'views.csv': '資料集識別碼,瀏覽次數\n8,10\n7,20\n',
    })
    const { popularity } = await scored(at, '--popularity', at('views.csv'))
    expect(popularity?.datasets.map(({ id, views }) => [id, views])).toEqual([
      ['7', 20],
      ['8', 10],
    ])
  })

  it('reads a workbook as it reads a CSV', async () => {
    const at = folder({
      'ledger.ndjson': ledger(records),
      'views.xlsx': xlsxOf([
        sheet([
          ['資料集識別碼', '瀏覽次數', '下載次數'],
          ['8', 10, 1],
          ['7', 20, 2],
        ]),
      ]),
    })
    const { popularity } = await scored(at, '--popularity', at('views.xlsx'))
    expect(popularity?.datasets.map(({ id, views, downloads }) => [id, views, downloads])).toEqual([
      ['7', 20, 2],
      ['8', 10, 1],
    ])
  })

  // Real numbers of an agency; they stand beside the project and are not part of it.
  const real = resolve(import.meta.dirname, '../../../shared/mol-2017/views-downloads.csv')
  it.skipIf(!existsSync(real))('reads the views and downloads of 勞動部 in 2017', async () => {
    const rows = readFileSync(real, 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .map((line) => /^\d+,([^",]*),([^",]*),(\d+),(\d+)$/.exec(line))
      .filter((row) => row !== null)
    const datasets = rows.map(([, title = '', publisher = ''], i) =>
      of(`${i}`, 'gold', { title, publisher, issued: '2016-01-01' }),
    )
    const at = folder({ 'ledger.ndjson': ledger(datasets) })
    const { popularity, notes } = await scored(at, '--popularity', real)
    const number = (text: string | undefined) => Number(text)
    const [views, downloads] = [3, 4].map((i) => Math.max(...rows.map((row) => number(row[i]))))
    expect(popularity).toMatchObject({ maxViews: views, maxDownloads: downloads })
    const points = (row: RegExpExecArray) =>
      (30 * number(row[3])) / views! + (40 * number(row[4])) / downloads!
    const best = rows.toSorted((a, b) => points(b) - points(a))[0]!
    expect(popularity?.datasets[0]).toMatchObject({ title: best[1], unknown: ['rating'] })
    expect(popularity?.datasets[0]?.points.atLeast).toBe(points(best).toFixed(2))
    expect(notes.map(({ code }) => code)).toContain('cumulative')
  })
})
