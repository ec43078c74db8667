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
  }
}

const ENTRIES: readonly Entry[] = present
  ? (JSON.parse(readFileSync(join(CORPUS, 'dev.json'), 'utf8')) as Entry[])
  : []
/** Not looked into by this version: the verdict is an honest unknown. */
const CLOSED = new Set(['XLSX', 'XLS', 'ODS'])
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

async function verdictOn(file: string): Promise<ResourceRecord> {
  const path = join(CORPUS, file)
  const dataset = { id: file, title: file, publisher: '', resources: [{ id: '1', url: path }], extra: {} }
  const origin = { fetch: (url: string) => fetchLocal(url, () => 0), release: async () => undefined }
  const record = await examine(dataset, origin, {
    rules: RULES,
    profile: loadProfile('measure-2017'),
    now: 0,
  })
  return record.resources[0]!
}

describe.skipIf(!present)('labelled files of agencies', () => {
  it.each(ENTRIES.map((entry) => [entry.file, entry] as const))('%s', async (file, { labels, format }) => {
    const resource = await verdictOn(file)
    const { detected } = resource.format
    const closed = CLOSED.has(format) && detected !== 'html'
    expect(closed ? ['unknown'] : WANTED[String(labels.structured)]).toContain(resource.indicators.structure)
    if (labels.encoding in ENCODINGS) expect(resource.encoding.detected).toBe(ENCODINGS[labels.encoding])
    if (labels.bom !== null) expect(resource.encoding.bom).toBe(true)
    // A header in row 1 is a header that the rule passes; none, or one over several rows, is one that it fails.
    if ((format === 'CSV' || format === 'TXT') && labels.rows !== 0)
      expect(resource.outcomes['structure/single-header']).toBe(labels.headerRow === 1 ? 'pass' : 'fail')
    if (closed || labels.columns === null || labels.rows === null || labels.columns === 0) return
    expect(resource.table).toMatchObject({ columns: labels.columns, rows: labels.rows })
    if (labels.headerRow !== null && typeof labels.headerRow !== 'number')
      expect(resource.findings.map(({ messageId }) => messageId)).toContain('double')
  })
})
