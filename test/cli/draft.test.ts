import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { complaints } from '../report/schema.ts'
import { checked, folder, odbadge, SOUND } from './run.ts'

const NOW = ['--now', '2026-06-01']
const DRAFT = {
  資料集名稱: '各地區人數',
  提供機關: '勞動部',
  主要欄位說明: '年度、地區別、人數',
  編碼格式: 'UTF-8',
  檔案格式: 'CSV',
  更新頻率: '每1年',
  資料更新時間: '2026-01-01',
}
const json = (draft: object) => JSON.stringify(draft)

const badgeOf = async (files: Record<string, string>, ...argv: string[]) => {
  const at = folder(files)
  const { report, code } = await checked(at('a.csv'), ...NOW, ...argv)
  expect(complaints('check', report)).toEqual([])
  const [result] = report.results
  return { at, code, result: result!, indicators: result!.indicators, badge: result!.badge }
}

describe('metadata beside an unpublished file', () => {
  it.each<[what: string, draft: object, argv: string[], indicators: object, badge: string]>([
    ['agrees', DRAFT, [], { metadata: 'pass', timeliness: 'pass' }, 'gold'],
    ['declares another encoding', { ...DRAFT, 編碼格式: 'BIG5' }, [], { metadata: 'fail' }, 'silver'],
    ['leaves the encoding empty', { ...DRAFT, 編碼格式: '' }, [], { metadata: 'fail' }, 'silver'],
    ['names other fields', { ...DRAFT, 主要欄位說明: ['年度', '性別'] }, [], { metadata: 'fail' }, 'silver'],
    ['is of old data', { ...DRAFT, 資料更新時間: '2023-01-01' }, [], { timeliness: 'fail' }, 'silver'],
    [
      'is corrected by options',
      { ...DRAFT, 編碼格式: 'BIG5' },
      ['--encoding', 'UTF-8'],
      { metadata: 'pass' },
      'gold',
    ],
    ['is spoilt by options', DRAFT, ['--modified', '2023-01-01'], { timeliness: 'fail' }, 'silver'],
  ])('%s', async (_, draft, argv, indicators, badge) => {
    const found = await badgeOf({ 'a.csv': SOUND, 'a.csv.metadata.json': json(draft) }, ...argv)
    expect(found.indicators).toMatchObject(indicators)
    expect(found.badge.atLeast).toBe(badge)
    expect(found.result.draft).toEqual({ files: [found.at('a.csv.metadata.json')], publishedNow: false })
  })

  it('without a date of the data counts as published now, and says so', async () => {
    const { 資料更新時間: _, ...undated } = DRAFT
    const files = { 'a.csv': SOUND, 'a.csv.metadata.json': json(undated) }
    const { result, badge, at } = await badgeOf(files, '--min-badge', 'gold')
    expect([result.draft?.publishedNow, badge.atLeast]).toEqual([true, 'gold'])
    const { out } = await odbadge('check', at('a.csv'), ...NOW)
    expect(out).toContain(
      `依詮釋資料草稿預測：${at('a.csv.metadata.json')}（未載資料更新時間，以今天上架計）`,
    )
  })

  it('of the folder speaks for all files, one’s own goes before it', async () => {
    const files = {
      'a.csv': SOUND,
      'metadata.json': json({ ...DRAFT, 編碼格式: 'BIG5' }),
      'a.csv.metadata.json': json({ 編碼格式: 'UTF-8' }),
    }
    const { at, badge, result } = await badgeOf(files)
    expect(badge.atLeast).toBe('gold')
    expect(result.draft?.files).toEqual([at('metadata.json'), at('a.csv.metadata.json')])
    writeFileSync(at('b.csv'), SOUND)
    expect((await checked(at('b.csv'), ...NOW)).report.results[0]?.badge.atLeast).toBe('silver')
  })

  it('of another program, or of itself, says nothing', async () => {
    const { at, result } = await badgeOf({ 'a.csv': SOUND, 'metadata.json': '{"kernelspec":{},"cells":[]}' })
    expect(result.draft).toBeUndefined()
    expect((await checked(at('metadata.json'))).report.results[0]?.draft).toBeUndefined()
    mkdirSync(at('a.csv.metadata.json'))
    expect((await checked(at('a.csv'))).report.results[0]?.draft).toBeUndefined()
  })

  it('that is no JSON is misuse', async () => {
    const at = folder({ 'a.csv': SOUND, 'a.csv.metadata.json': '{' })
    const { code, err } = await odbadge('check', at('a.csv'))
    expect(code).toBe(2)
    expect(err).toContain('a.csv.metadata.json')
  })

  it('is told on standard error where the reports have no place for it', async () => {
    const { at } = await badgeOf({ 'a.csv': SOUND, 'a.csv.metadata.json': json(DRAFT) })
    const check = (...argv: string[]) =>
      odbadge('check', at('a.csv'), ...NOW, '--reporter', `sarif=${at('o')}`, ...argv)
    expect((await check()).err).toContain(at('a.csv.metadata.json'))
    expect((await check('--quiet')).err).toBe('')
    expect(JSON.parse(readFileSync(at('o'), 'utf8')).version).toBe('2.1.0')
  })
})
