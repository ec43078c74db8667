import { describe, expect, it } from 'vitest'
import { corrections } from '../../src/core/corrections.ts'

type Seen = Parameters<typeof corrections>[0]

const csv = (header: readonly string[], more: Partial<Seen> = {}): Seen => ({
  table: { header, columns: header.length, rows: 1 },
  format: { declared: 'CSV', detected: 'csv' },
  encoding: { declared: 'UTF-8', detected: 'UTF-8', bom: false },
  ...more,
})

const workbook = (...headers: string[][]): Seen => ({
  format: { declared: 'XLSX', detected: 'xlsx' },
  encoding: { declared: null, detected: null, bom: null },
  sheets: {
    count: headers.length,
    first: headers.map((header, at) => ({
      name: String(at),
      format: 'sheet',
      encoding: null,
      bom: null,
      size: null,
      table: { header, columns: header.length, rows: 1 },
      indicators: {
        link: 'pass',
        download: 'pass',
        structure: 'pass',
        metadata: 'pass',
        timeliness: 'pass',
      },
    })),
  },
})

const values = (seen: Seen, fields?: string) =>
  Object.fromEntries(
    corrections(seen, { ...(fields !== undefined && { fields }) }).map(({ claim, value, same }) => [
      claim,
      same ? 'same' : value,
    ]),
  )

describe('corrections', () => {
  it.each<[string, Seen, string | undefined, object]>([
    ['agrees', csv(['年度', '人數']), '年度、人數', { fields: 'same', encoding: 'same', format: 'same' }],
    [
      'leaves a list alone that names each column, in whatever order',
      csv(['年度', '人數']),
      '人數(persons)、年度',
      { fields: 'same', encoding: 'same', format: 'same' },
    ],
    [
      'completes a list that leaves a column out',
      csv(['年度', '人數']),
      '年度',
      { fields: '年度、人數', encoding: 'same', format: 'same' },
    ],
    [
      'names what the file has',
      csv(['年度', '人數'], {
        format: { declared: 'XML', detected: 'csv' },
        encoding: { declared: '其他', detected: 'BIG5', bom: false },
      }),
      undefined,
      { fields: '年度、人數', encoding: 'BIG5', format: 'CSV' },
    ],
    [
      'prefers the resource’s own claim',
      csv(['年度', '人數'], { fields: '年度、人數' }),
      '別的',
      { fields: 'same', encoding: 'same', format: 'same' },
    ],
    [
      'proposes no list that reads back as other names',
      csv(['男|女', '人、次']),
      undefined,
      { encoding: 'same', format: 'same' },
    ],
    [
      'takes ASCII for what was promised',
      csv(['a'], { encoding: { declared: 'big5', detected: 'ASCII', bom: false } }),
      undefined,
      { fields: 'a', encoding: 'same', format: 'same' },
    ],
    [
      'leaves an interface an interface',
      csv(['a'], { format: { declared: 'API', detected: 'csv' } }),
      'a',
      { fields: 'same', encoding: 'same', format: 'same' },
    ],
    [
      'says nothing of a page that should have been data',
      csv([], { format: { declared: 'CSV', detected: 'html' } }),
      undefined,
      {},
    ],
    ['proposes no nameless column', csv(['年度', '']), undefined, { encoding: 'same', format: 'same' }],
    [
      'leaves the encoding of a workbook open',
      csv(['年度'], {
        format: { declared: 'CSV', detected: 'xlsx' },
        encoding: { declared: null, detected: null, bom: null },
      }),
      undefined,
      { fields: '年度', format: 'XLSX' },
    ],
    [
      'reads the only sheet of a workbook',
      workbook(['年度', '人數']),
      '年度',
      { fields: '年度、人數', format: 'same' },
    ],
    ['leaves the names of several sheets open', workbook(['a'], ['b']), 'a', { format: 'same' }],
  ])('%s', (_, seen, fields, expected) => expect(values(seen, fields)).toEqual(expected))
})
