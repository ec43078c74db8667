import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../src/core/comparison.ts'
import type { DatasetRecord, LedgerHeader } from '../../src/core/ledger.ts'
import { complaints } from '../report/schema.ts'
import { audited, datasets, lines, planned } from './audited.ts'
import { BROKEN, odbadge, SOUND } from './run.ts'

describe('compare', () => {
  it('tells better from worse, and why', async () => {
    const { at, audit, first } = await audited()
    writeFileSync(at('a.csv'), BROKEN)
    writeFileSync(at('b.csv'), SOUND)
    await audit('second')
    const second = at('second', 'ledger.ndjson')
    const { code, out } = await odbadge('compare', first, second, '--reporter', 'json', '--fail-on', 'worse')
    const found: Comparison = JSON.parse(out)
    expect(complaints('compare', found)).toEqual([])
    expect(found.changed.map(({ title, direction, reasons }) => [title, direction, reasons])).toEqual([
      ['a.csv', 'worse', ['data']],
      ['b.csv', 'better', ['data']],
    ])
    expect(found.changed[1]?.mended.map(({ rule }) => rule).sort()).toEqual([
      'structure/consistent-columns',
      'structure/no-blank-rows',
    ])
    expect(found.unchanged).toBe(1)
    expect(code).toBe(1)
    const text = await odbadge('compare', first, second)
    expect(text.out).toContain('變好 1、變差 1')
    expect(text.code).toBe(0)
  })

  it('of many ledgers gives each body’s scores', async () => {
    const { at, audit, first } = await audited()
    writeFileSync(at('a.csv'), '')
    await audit('second')
    const second = at('second', 'ledger.ndjson')
    const { code, out } = await odbadge(
      'compare',
      first,
      first,
      second,
      '--reporter',
      'json',
      '--fail-on',
      'worse',
    )
    const found: Comparison = JSON.parse(out)
    expect(complaints('compare', found)).toEqual([])
    expect(found.bodies[0]?.scores.map((one) => one?.score.atLeast)).toEqual(['43.33', '43.33', '10.00'])
    expect(code).toBe(1)
    expect(found.ledgers.map(({ keep }) => keep)).toEqual(['latest', 'latest', 'latest'])
    expect((await odbadge('compare', first, first, second)).out).toContain('保存（最新）')
  })

  it('tells of ledgers that are not the whole catalogue', async () => {
    const { at, audit, first } = await audited()
    writeFileSync(at('cut.ndjson'), `${readFileSync(first, 'utf8').split('\n').slice(0, 3).join('\n')}\n`)
    await audit('few', '--limit', '1')
    const few = at('few', 'ledger.ndjson')
    const json = JSON.parse((await odbadge('compare', at('cut.ndjson'), few, '--reporter', 'json')).out)
    expect(complaints('compare', json)).toEqual([])
    expect(json.ledgers).toMatchObject([{ interrupted: true }, { selection: { limit: 1 } }])
    const { out } = await odbadge('compare', at('cut.ndjson'), few)
    expect(out).toMatch(/^1 .*\n +稽核曾中斷.*\n2 .*\n +只稽核目錄中符合條件的資料集（資料集上限 1）/)
    expect((await odbadge('compare', first, first)).out).not.toMatch(/稽核曾中斷|只稽核/)
  })

  it('wants two', async () => {
    const { first } = await audited()
    expect((await odbadge('compare', first)).code).toBe(2)
  })
})

describe('rejudge', () => {
  it('gives the ledger that an audit under the other profile gives', async () => {
    const { at, audit, first } = await audited()
    await audit('other', '--profile', 'checker-2017')
    const { code } = await odbadge('rejudge', first, '--profile', 'checker-2017', '-o', at('anew.ndjson'))
    const [header] = lines(at('anew.ndjson')) as [LedgerHeader]
    expect(header).toMatchObject({ profile: { id: 'checker-2017' }, rejudged: { profile: 'measure-2017' } })
    const judged = ({ resources, ...dataset }: DatasetRecord) => ({
      ...dataset,
      resources: resources.map(({ indicators, outcomes, findings }) => ({ indicators, outcomes, findings })),
    })
    expect(datasets(at('anew.ndjson')).map(judged)).toEqual(
      datasets(at('other', 'ledger.ndjson')).map(judged),
    )
    for (const line of lines(at('anew.ndjson'))) expect(complaints('ledger', line)).toEqual([])
    const summary = (path: string) => {
      const footer = lines(path).at(-1)
      return footer?.kind === 'footer' ? footer.summary : undefined
    }
    expect(summary(at('anew.ndjson'))).toEqual(summary(at('other', 'ledger.ndjson')))
    expect(code).toBe(0)
  })

  it('under the same profile changes nothing', async () => {
    const { first } = await audited()
    const { out } = await odbadge('rejudge', first)
    expect(out.split('\n').slice(1)).toEqual(readFileSync(first, 'utf8').split('\n').slice(1))
  })

  it('leaves open what a rule the ledger does not know would say', async () => {
    const { at, first } = await audited()
    const text = readFileSync(first, 'utf8').replaceAll('structure/unique-header', 'structure/of-old')
    writeFileSync(at('old.ndjson'), text)
    await odbadge('rejudge', at('old.ndjson'), '-o', at('anew.ndjson'))
    const [gold] = datasets(at('anew.ndjson'))
    expect(gold?.badge).toEqual({ atLeast: 'bronze', atMost: 'gold' })
    expect(gold?.resources[0]?.findings).toContainEqual(
      expect.objectContaining({
        rule: 'structure/unique-header',
        messageId: 'not-in-ledger',
        outcome: 'unknown',
      }),
    )
    const { plan } = await planned(at('old.ndjson'))
    expect(plan.datasets[0]?.open).toContainEqual({
      indicator: 'structure',
      rule: 'structure/unique-header',
      messageId: 'not-in-ledger',
    })
  })

  it('does not write over the ledger it reads', async () => {
    const { first } = await audited()
    const before = readFileSync(first, 'utf8')
    expect((await odbadge('rejudge', first, '-o', first)).code).toBe(2)
    expect(readFileSync(first, 'utf8')).toBe(before)
  })
})
