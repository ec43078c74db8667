import { describe, expect, it } from 'vitest'
import { audit, listed, openPortal } from './audited-portal.ts'
import { csvCatalogue } from './catalogue.ts'
import { folder } from './run.ts'

describe('an audit as a gate', () => {
  it.each<[options: string[], code: number]>([
    [['--id', '101', '--min-badge', 'gold'], 0],
    [['--min-badge', 'bronze'], 1],
    [['--id', '102', '--fail-on', 'blocking'], 1],
    [['--id', '101', '--fail-on', 'advice'], 0],
  ])('as a gate: %j', async (options, code) => {
    const portal = await openPortal()
    const at = folder({ 'c.csv': csvCatalogue(listed(portal)) })
    expect((await audit(at('c.csv'), '--out', at('out'), ...options)).code).toBe(code)
  })

  it.each<[options: string[], code: number]>([
    [['--min-badge', 'bronze'], 3],
    [['--fail-on', 'blocking'], 3],
    [['--min-badge', 'bronze', '--changed-since', '2099-01-01'], 0],
    [[], 0],
  ])('nothing to judge is no success where one was asked for: %j', async (options, expected) => {
    const portal = await openPortal()
    const at = folder({ 'c.csv': csvCatalogue(listed(portal)) })
    const { code } = await audit(at('c.csv'), '--out', at('out'), '--id', 'none', ...options)
    expect(code).toBe(expected)
  })

  it.each<[row: string, options: string[], code: number]>([
    ['a,b', ['--min-badge', 'bronze'], 3],
    ['a,b', ['--fail-on', 'blocking'], 3],
    ['a,b', ['--min-badge', 'gold'], 1],
    ['a,b', [], 0],
    ['"open', ['--min-badge', 'bronze'], 3],
    ['', ['--min-badge', 'bronze'], 0],
  ])('a row %j that is no dataset is one that nobody judged: %j', async (row, options, expected) => {
    const portal = await openPortal()
    const sound = listed(portal).filter(({ id }) => id === '101' || (options[1] === 'gold' && id === '102'))
    const at = folder({ 'c.csv': `${csvCatalogue(sound)}${row}\n` })
    const { code, err } = await audit(at('c.csv'), '--out', at('out'), ...options)
    const said = '目錄有 1 筆無法讀成資料集，沒有檢測。'
    expect([code, err.includes(said)]).toEqual([expected, row !== ''])
  })
})
