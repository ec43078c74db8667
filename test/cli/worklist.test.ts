import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/core/badge.ts'
import type { LedgerLine } from '../../src/core/ledger.ts'
import { LANGUAGES } from '../../src/core/localised.ts'
import { DEVIATIONS, EXTENT, SELECTION, TOLD } from '../report/sample-caveats.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { checked, type folder, odbadge } from './run.ts'
import { ledger } from './score-ledger.ts'
import { dead, gold, HOSTILE, hostile, ledgerOf } from './worklist-ledger.ts'

async function workbook(at: ReturnType<typeof folder>, ...more: string[]) {
  const ran = await odbadge('report', at('ledger.ndjson'), '--reporter', 'xlsx', '-o', at('w.xlsx'), ...more)
  expect(ran).toEqual({ code: 0, out: '', err: '' })
  return readWorkbook(readFileSync(at('w.xlsx')))
}

async function csvRows(at: ReturnType<typeof folder>, ...more: string[]) {
  const { code, out } = await odbadge('report', at('ledger.ndjson'), '--reporter', 'csv', ...more)
  expect([code, out[0]]).toEqual([0, '\ufeff'])
  expect(out.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true)
  return Papa.parse<string[]>(out.slice(1).trimEnd()).data
}

describe('worklist', () => {
  it('says of each row who mends what, where, how and what it brings', async () => {
    const at = ledgerOf([gold, gold, gold, dead])
    const [, all] = await workbook(at)
    const [heading, ...rows] = all!.rows
    const row = (n: number) => Object.fromEntries(heading!.map((name, i) => [name, rows[n]![i] ?? '']))
    expect(rows).toHaveLength(3)
    expect(row(0)).toMatchObject({
      參獎機關: '勞動部',
      聯絡人: '王小明',
      電話: '02-0000-0002',
      資料集識別碼: 'dead',
      目前標章: '無標章',
      程度: '須修正',
      檢測規則: 'link/reachable',
      升級必修: '是',
      最早發現: '2026-07-02',
      檢測結果數: 1,
    })
    expect(row(1)).toMatchObject({
      程度: '無法判定',
      檢測規則: 'structure/parses、metadata/fields-match',
      問題: '連結未取得內容，因此無法檢測。',
      升級必修: '',
      檢測結果數: 2,
    })
    expect(row(2)).toMatchObject({ 程度: '建議改善', 檢測規則: 'metadata/utf-8' })
  })

  it.each(LANGUAGES)(
    'begins with what was not audited and not as the profile says in %s',
    async (language) => {
      const overview = async (changes: object) =>
        (await workbook(ledgerOf([dead], changes), '--lang', language))[0]!.rows.map(([first]) => first)
      const plain = await overview({})
      const { title, texts } = TOLD[language]
      const lines = [title, ...texts.map((text) => ` ${text}`)]
      const [, selected] = EXTENT[language].texts
      expect(await overview({ deviations: DEVIATIONS, selection: SELECTION })).toEqual([
        ...plain.slice(0, 3),
        selected,
        ...lines,
        ...plain.slice(3),
      ])
    },
  )

  it('tells what mending the dataset surely gains', async () => {
    const at = ledgerOf([gold, gold, gold, hostile[0]!])
    const [heading, row] = await csvRows(at)
    const cell = (name: string) => row![heading!.indexOf(name)]
    expect(cell('資料集全部修好後')).toBe('金標章')
    expect(cell('資料集可增加點數')).toBe('0.7')
    expect(cell('機關總分可增加')).toBe('17.5')
    expect(cell('位置')).toBe('工作表「工作表1」，儲存格 A3，第 3 列')
  })

  it('has as many findings as the ledger, an overview and a sheet for each contact with filter and frozen header', async () => {
    const at = ledgerOf([...hostile, dead, gold])
    const [overview, all, ...own] = await workbook(at)
    const fact = (name: string) => overview!.rows.find(([first]) => first === name)?.[1]
    expect([fact('稽核的資料集'), fact('有檢測結果的資料集')]).toEqual([
      HOSTILE.length + 2,
      HOSTILE.length + 1,
    ])
    expect([fact('須修正'), fact('無法判定'), fact('建議改善')]).toEqual([HOSTILE.length + 1, 2, 1])
    expect(all!.rows).toHaveLength(1 + HOSTILE.length + 3)
    for (const sheet of [all!, ...own]) {
      expect([sheet.frozen, sheet.filter]).toEqual([1, `A1:V${sheet.rows.length}`])
      expect(sheet.rows[0]).toEqual(all!.rows[0])
    }
    const rowsOf = (sheets: typeof own) => sheets.flatMap(({ rows }) => rows.slice(1).map(String)).sort()
    expect(rowsOf(own)).toEqual(rowsOf([all!]))
    expect(overview!.links).toHaveLength(own.length)
    expect(overview!.links.map(({ location }) => location).sort()).toEqual(
      own.map(({ name }) => `'${name.replaceAll("'", "''")}'!A1`).sort(),
    )
  })

  it('holds no formula, whatever strangers call their datasets', async () => {
    const at = ledgerOf([...hostile, dead])
    const sheets = await workbook(at)
    for (const { types, formulas, name } of sheets) {
      expect([...types].filter((type) => type !== 'inlineStr' && type !== 'n')).toEqual([])
      expect([formulas, /[[\]:*?/\\\u202e]/.test(name), name.length <= 31]).toEqual([0, false, true])
    }
    expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length)
    const [heading, ...rows] = await csvRows(at)
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/)
    expect(rows[0]![heading!.indexOf('資料集')]).toBe(`'${HOSTILE[0]}`)
    expect(rows.every((row) => row.length === heading!.length)).toBe(true)
  })

  it('has every finding of the sample, once', async () => {
    const sample = join(import.meta.dirname, '../../reports/sample')
    const records = readFileSync(join(sample, 'ledger.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as LedgerLine)
      .filter((line) => line.kind === 'dataset')
    const findings = records.flatMap((record) =>
      [record, ...record.resources].flatMap((part) => part.findings),
    )
    const outcomes = (outcome: Outcome) => findings.filter((finding) => finding.outcome === outcome).length
    const [heading, ...rows] = Papa.parse<string[]>(
      readFileSync(join(sample, 'worklist.csv'), 'utf8').slice(1).trimEnd(),
    ).data
    const sum = (weight: string) =>
      rows
        .filter((row) => row[heading!.indexOf('程度')] === weight)
        .reduce((total, row) => total + Number(row[heading!.indexOf('檢測結果數')]), 0)
    expect([sum('須修正'), sum('無法判定'), sum('建議改善')]).toEqual([
      outcomes('fail'),
      outcomes('unknown'),
      outcomes('pass'),
    ])
    expect(outcomes('fail')).toBeGreaterThan(50)
  })

  it('opens in our own inspector: every sheet is a table', async () => {
    const at = ledgerOf([dead, hostile[0]!, gold])
    await workbook(at)
    const { report } = await checked(at('w.xlsx'), '--fail-on', 'never')
    const [result] = report.results
    expect(result!.indicators.download).toBe('pass')
    expect(result!.sheets!.map(({ file }) => file)).toEqual([
      '總覽',
      '全部',
      '王小明',
      expect.stringContaining('=HYP'),
    ])
    expect(result!.sheets![1]!.table).toMatchObject({ columns: 22, rows: 4 })
  })

  it('has a row for a dataset without any resource, which no finding tells of', async () => {
    const at = ledgerOf([{ ...gold, badge: { atLeast: 'none', atMost: 'none' }, resources: [] }])
    const [overview, all] = await workbook(at)
    expect(all!.rows[1]).toEqual(
      expect.arrayContaining(['無標章', '須修正', '資料集沒有任何資料資源，因此「連結有效性」不通過。']),
    )
    expect(overview!.rows.find(([name]) => name === '須修正')![1]).toBe(0)
  })

  it('tells since when a finding is known, by earlier ledgers in any order', async () => {
    const at = ledgerOf([hostile[0]!, hostile[1]!])
    writeFileSync(at('old.ndjson'), ledger([hostile[0]!], { now: '2026-06-30T00:00:00.000Z' }))
    writeFileSync(at('newer.ndjson'), ledger([hostile[0]!, hostile[1]!], { now: '2026-07-31T00:00:00.000Z' }))
    const rows = await csvRows(at, '--previous', at('newer.ndjson'), '--previous', at('old.ndjson'))
    const column = rows[0]!.indexOf('最早發現')
    expect(rows.slice(1).map((row) => row[column])).toEqual(['2026-06-30', '2026-07-31'])
  })

  it('speaks English', async () => {
    const at = ledgerOf([dead])
    const [overview, all] = await workbook(at, '--lang', 'en')
    expect([overview!.name, all!.name, all!.rows[0]!.slice(0, 3)]).toEqual([
      'Overview',
      'All',
      ['Body', 'Publisher', 'Contact'],
    ])
  })

  it('refuses options that are for the worklist only', async () => {
    const at = ledgerOf([gold])
    const { code, err } = await odbadge('report', at('ledger.ndjson'), '--profile', 'measure-2017')
    expect([code, err]).toEqual([2, expect.stringContaining('xlsx')])
  })
})

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))

describe.skipIf(soffice === undefined)('in LibreOffice', () => {
  it('shows the same rows as the CSV', { timeout: 120_000 }, async () => {
    const at = ledgerOf([...hostile.slice(0, -1), dead, gold])
    await workbook(at)
    const expected = await csvRows(at)
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2'
    execFileSync(
      soffice!,
      [
        `-env:UserInstallation=file://${at('profile')}`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        at(),
        at('w.xlsx'),
      ],
      { stdio: 'pipe', timeout: 110_000 },
    )
    const rows = Papa.parse<string[]>(readFileSync(at('w-全部.csv'), 'utf8').trimEnd()).data
    const plain = (cells: readonly string[]) => cells.map((cell) => cell.replace(/^'/, ''))
    expect(rows.map(plain)).toEqual(expected.map(plain))
  })
})
