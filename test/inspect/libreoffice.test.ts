import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sheet, xlsxOf } from '../support/workbooks.ts'
import { tables, workbook } from './read-workbook.ts'

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))
const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/dev')
const FORMATS = ['xlsx', 'ods', 'xls'] as const

const RECORDS = Array.from({ length: 30 }, (_, n) => [`鄉鎮${n}`, n % 7, n * 1.5])
const MADE = xlsxOf([
  sheet([['鄉鎮', '床位', '比率'], ...RECORDS], { name: '明細' }),
  sheet([['表一 各鄉鎮床位'], ['鄉鎮', '床位', '比率'], ...RECORDS], { name: '表名', merged: ['A1:C1'] }),
  sheet([['鄉鎮', '床位', '比率'], ...RECORDS.slice(0, 5), [], [], ...RECORDS.slice(5)], { name: '空行' }),
  sheet(
    [
      ['鄉鎮', '床位', '日期'],
      ['甲', 1, { date: 45_000 }],
      ['乙', 2, { date: 45_001 }],
      ['合計', { formula: 'SUM(B2:B3)', value: 3 }, ''],
      ['資料來源：衛生所'],
    ],
    { name: '公式' },
  ),
  sheet(
    [
      ['鄉鎮', '床位'],
      ['甲', { formula: '1/0', error: '#DIV/0!' }],
      ['乙', { formula: '"a"&"b"', value: 'ab' }],
    ],
    { name: '錯誤' },
  ),
  sheet([['鄉鎮', '床位', '比率'], ...RECORDS], {
    name: '隱藏',
    hiddenRows: [3, 4, 9],
    hiddenColumns: [2, 2],
  }),
  sheet([['鄉鎮'], ['甲']], { name: '不見', hidden: true }),
])

/** A number however it was written; a text without the spaces that its format puts around it. */
const plain = (cell: string) =>
  /^-?[\d.]+(?:E-?\d+)?$/.test(cell)
    ? String(Number(Number(cell).toPrecision(12)))
    : cell.trim().replace(/\s*\n\s*/g, '\n')

/** What must not depend on the program that saved a workbook, nor on its format. */
async function facts(bytes: Buffer) {
  const { sheets } = (await workbook(bytes)).value
  const data = await tables(bytes)
  return sheets.first.map(({ name, state, kind, rows, merged, formulas, errors, hiddenRows, ...sheet }) => {
    const table = data.find((each) => each.sheet.name === name)
    return {
      ...{ name, state, kind, rows, errors, hiddenRows, hiddenColumns: sheet.hiddenColumns },
      merged: merged.count,
      formulas: { ...formulas, first: formulas.first.map(({ cell }) => cell) },
      ...(table && {
        head: table.head.slice(0, 8).map(({ cells }) => cells.map(plain)),
        blankRows: table.blankRows,
        totals: table.totals.first.map(({ row, label, sums }) => [
          row,
          label,
          sums.map(({ value }) => plain(value)),
        ]),
        notes: table.notes,
      }),
    }
  })
}

describe.skipIf(soffice === undefined)('a workbook is the same however LibreOffice saves it', () => {
  const directory = mkdtempSync(join(tmpdir(), 'odbadge-office-'))
  const given = join(directory, 'made.xlsx')
  const real = ['xlsx', 'xls', 'ods'].flatMap((kind) => {
    const folder = join(CORPUS, kind)
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  })
  const files = [given, ...real]

  beforeAll(() => {
    writeFileSync(given, MADE)
    for (const format of FORMATS)
      execFileSync(
        soffice!,
        [
          `-env:UserInstallation=file://${join(directory, 'profile')}`,
          '--headless',
          ...['--convert-to', format, '--outdir', join(directory, format)],
          ...files,
        ],
        { stdio: 'pipe', timeout: 110_000 },
      )
  }, 120_000)
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  it.each(files.map((path) => [basename(path), path] as const))('%s', async (name, path) => {
    const saved = FORMATS.map((format) =>
      join(directory, format, `${name.replace(/\.[^.]*$/, '')}.${format}`),
    )
    // An error page with the name of a workbook cannot be saved.
    if (!existsSync(saved[0]!)) return
    const expected = await facts(readFileSync(path))
    for (const each of saved) expect([each, await facts(readFileSync(each))]).toEqual([each, expected])
  })
})
