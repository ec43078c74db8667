import { describe, expect, it } from 'vitest'
import { adviceOf } from '../../src/report/html/app/advice.ts'
import type { Filter, Order } from '../../src/report/html/app/select.ts'
import { NO_FILTER, selectDatasets } from '../../src/report/html/app/select.ts'
import { rulesById } from '../../src/report/messages.ts'
import { datasets, header, summary } from './sample-ledger.ts'

const ids = (filter: Partial<Filter>, order: Order = 'catalogue') =>
  selectDatasets(datasets, { ...NO_FILTER, ...filter }, order, 'zh-TW').map(({ id }) => id)

describe('selectDatasets', () => {
  it.each<[Partial<Filter>, string[]]>([
    [{ badge: 'none' }, ['2001', '2002']],
    [{ badge: 'open' }, ['1003', '2002']],
    [{ indicator: 'structure' }, ['1002']],
    [{ rule: 'metadata/utf-8' }, ['1002']],
    [{ rule: 'metadata/fields-match' }, ['1003', 'x"\'<&>']],
    [{ rule: 'metadata/fields-match', weight: 'blocking' }, ['x"\'<&>']],
    [{ weight: 'unknown' }, ['1003']],
    [{ body: 'tainan' }, ['2001', '2002']],
    [{ text: '台南 交通' }, ['2001']],
    [{ text: '王小明', body: 'labour', badge: 'gold' }, ['1001']],
    [{ text: '１００２' }, ['1002']],
    [{ text: 'nothing like it' }, []],
  ])('%o', (filter, expected) => expect(ids(filter)).toEqual(expected))

  it('finds as many datasets as the summary counts', () => {
    for (const { rule, datasets } of summary.rules)
      expect(ids({ rule, weight: 'blocking' })).toHaveLength(datasets)
    for (const { body, datasets } of summary.bodies) expect(ids({ body: body.id })).toHaveLength(datasets)
    for (const badge of ['gold', 'silver', 'bronze', 'none'] as const)
      expect(ids({ badge })).toHaveLength(summary.atLeast[badge])
  })

  it('orders by badge, the certain one first', () => {
    expect(ids({}, 'worst')).toEqual(['2001', '2002', '1002', 'x"\'<&>', '1003', '1001'])
    expect(ids({}, 'best')).toEqual(['1001', '1003', 'x"\'<&>', '1002', '2002', '2001'])
    expect(ids({}, 'title')[0]).toBe('x"\'<&>')
  })
})

describe('adviceOf', () => {
  it('puts places under the remedy they share, gravest first', () => {
    const weighed = adviceOf(datasets[1]!.resources[0]!.findings, rulesById(header.rules), 'en')
    expect(weighed.map(({ weight, count, advice }) => [weight, count, advice.length])).toEqual([
      ['blocking', 30, 1],
      ['advice', 1, 1],
    ])
    expect(weighed[0]!.advice[0]).toMatchObject({
      rules: ['structure/consistent-columns'],
      remedy: 'Fill in or remove the cells.',
    })
  })
})
