import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Reviewed } from '../../src/core/feedback.ts'
import { complaints } from '../report/schema.ts'
import { audited } from './audited.ts'
import { odbadge } from './run.ts'

// A ministry's real list. It stands beside the project and is not part of it.
const REAL = resolve(import.meta.dirname, '../../../shared/mol-2017/feedback.csv')

describe('feedback', () => {
  const LIST = `\ufeff編號,發表日期,標題,資料集,狀態,民眾意見內容,機關首次回應日期,機關首次回應內容
1,2026/5/22,檔案打不開,C.csv,尚未回覆,"無法下載,
謝謝",無,無
2,2026/5/1,亂碼,a.csv,已回覆,打開是亂碼,2026/5/3,好
3,2026/5/1,請問,b.csv,已回覆,能否提供 API,2026/5/3,好
4,2026/5/1,無法下載,z.csv,尚未回覆,無法下載,無,無
`
  const reviewed = async (ledger: string, file: string): Promise<Reviewed[]> => {
    const { out, err } = await odbadge('feedback', ledger, file, '--reporter', 'json')
    if (out === '') throw new Error(err)
    const report = JSON.parse(out)
    expect(complaints('feedback', report)).toEqual([])
    return report.complaints
  }

  it('is matched, classified and checked', async () => {
    const { at, first } = await audited()
    writeFileSync(at('f.csv'), LIST)
    const found = await reviewed(first, at('f.csv'))
    expect(found.map(({ kind, verdict, openDays }) => [kind, verdict, openDays])).toEqual([
      ['cannot-download', 'confirmed', 10],
      ['garbled', 'not-reproduced', undefined],
      ['question', 'not-checked', undefined],
      ['cannot-download', 'no-dataset', 31],
    ])
    expect((await odbadge('feedback', first, at('f.csv'))).out).toMatch(/屬實 +無法下載 +10/)
  })

  it('that is none is refused', async () => {
    const { at, first } = await audited()
    expect((await odbadge('feedback', first, at('a.csv'))).err).toContain('年度、地區別、人數')
    expect((await odbadge('feedback', first, at('none.csv'))).code).toBe(2)
  })

  it.skipIf(!existsSync(REAL))('of a ministry in 2017 is understood', async () => {
    const { first } = await audited()
    const found = await reviewed(first, REAL)
    expect(found).toHaveLength(35)
    const count = (kind: string) => found.filter((each) => each.kind === kind).length
    expect(count('cannot-download')).toBeGreaterThanOrEqual(14)
    expect(count('garbled')).toBe(4)
    expect(found.filter(({ openDays }) => openDays !== undefined)).toHaveLength(1)
  })
})
