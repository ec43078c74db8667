import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULES } from '../rules/index.ts'
import type { Outcome } from '../src/core/badge.ts'
import type { ResourceRecord } from '../src/core/ledger.ts'
import { examine } from '../src/examine.ts'
import { fetchLocal } from '../src/fetch/index.ts'
import { loadProfile } from '../src/score/index.ts'

// Real files of agencies with verdicts written by hand. They stand beside the project and are not part of it.
const CORPUS = resolve(import.meta.dirname, '../../shared/corpus')
const present = existsSync(join(CORPUS, 'dev.json'))

interface Entry {
  readonly file: string
  readonly format: string
  readonly labels: {
    readonly encoding: string
    readonly bom: string | null
    readonly headerRow: number | readonly number[] | null
    readonly columns: number | null
    readonly rows: number | null
    readonly structured: boolean | null
    readonly defects: readonly string[]
  }
}

const ENTRIES: readonly Entry[] = present
  ? (JSON.parse(readFileSync(join(CORPUS, 'dev.json'), 'utf8')) as Entry[])
  : []
const TABLES = new Set(['CSV', 'TXT', 'XLSX', 'XLS', 'ODS'])
const ENCODINGS: Readonly<Record<string, string>> = {
  ascii: 'ASCII',
  'utf-8': 'UTF-8',
  big5: 'BIG5',
  cp950: 'BIG5',
  'cp950+undefined': 'BIG5',
  'utf-16le': 'UTF-16LE',
}
const WANTED: Readonly<Record<string, readonly Outcome[]>> = {
  true: ['pass'],
  false: ['fail'],
  null: ['pass', 'fail', 'unknown'],
}

const verdicts = new Map<string, Promise<ResourceRecord>>()

function verdictOn(file: string): Promise<ResourceRecord> {
  const known = verdicts.get(file) ?? examined(file)
  verdicts.set(file, known)
  return known
}

async function examined(file: string): Promise<ResourceRecord> {
  const path = join(CORPUS, file)
  const dataset = { id: file, title: file, publisher: '', resources: [{ id: '1', url: path }], extra: {} }
  const origin = { fetch: (url: string) => fetchLocal(url, () => 0), release: async () => undefined }
  const { record } = await examine(dataset, origin, {
    rules: RULES,
    profile: loadProfile('measure-2017'),
    now: 0,
  })
  return record.resources[0]!
}

/** Labels of a workbook speak of its first sheet. */
const tableOf = ({ table, sheets }: ResourceRecord) => table ?? sheets?.first[0]?.table

/** Labelled defects and the rule that has to find them, and them only. */
const FINDERS = {
  'structure/no-merged-cells': ['merged_cells'],
  'structure/no-formulas': ['formulas'],
  'structure/no-blank-rows': ['blank_rows'],
  'structure/no-subtotals': ['subtotal_rows'],
  'structure/single-header': ['title_row', 'multi_row_header', 'no_header', 'repeated_header'],
} as const

describe.skipIf(!present)('defects of labelled files', () => {
  it.each(Object.entries(FINDERS))(
    '%s agrees on 98 of 100',
    async (rule, defects) => {
      const differing: string[] = []
      let count = 0
      for (const { file, labels } of ENTRIES) {
        const outcome = (await verdictOn(file)).outcomes[rule]
        if (outcome !== 'pass' && outcome !== 'fail') continue
        count++
        const wanted = defects.some((defect) => labels.defects.includes(defect)) ? 'fail' : 'pass'
        if (outcome !== wanted) differing.push(`${file}: ${outcome}`)
      }
      expect(count).toBeGreaterThan(10)
      expect(differing.length, differing.join('\n')).toBeLessThanOrEqual(count * 0.02)
    },
    120_000,
  )

  it('columns of workbooks are those of the first sheet', async () => {
    for (const { file, format, labels } of ENTRIES)
      if (['XLSX', 'XLS', 'ODS'].includes(format) && labels.columns !== null)
        expect([file, tableOf(await verdictOn(file))?.columns]).toEqual([file, labels.columns])
  })
})

describe.skipIf(!present)('labelled files of agencies', () => {
  it.each(ENTRIES.map((entry) => [entry.file, entry] as const))('%s', async (file, { labels, format }) => {
    const resource = await verdictOn(file)
    const isWorkbook = resource.sheets !== undefined
    expect(WANTED[String(labels.structured)]).toContain(resource.indicators.structure)
    // The encoding of a workbook is its format's.
    if (labels.encoding in ENCODINGS && !isWorkbook)
      expect(resource.encoding.detected).toBe(ENCODINGS[labels.encoding])
    if (labels.bom !== null) expect(resource.encoding.bom).toBe(true)
    // A header in row 1 is a header that the rule passes; none, or one over several rows, is one that it fails.
    if (TABLES.has(format) && labels.rows !== 0 && resource.format.detected !== 'html')
      expect(resource.outcomes['structure/single-header']).toBe(labels.headerRow === 1 ? 'pass' : 'fail')
    if (labels.columns === null || labels.rows === null || labels.columns === 0) return
    expect(tableOf(resource)).toMatchObject({ columns: labels.columns, rows: labels.rows })
    if (labels.headerRow !== null && typeof labels.headerRow !== 'number')
      expect(resource.findings.map(({ messageId }) => messageId)).toContain('double')
  })
})
