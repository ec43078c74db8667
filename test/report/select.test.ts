import { describe, expect, it } from 'vitest'
import { adviceOf } from '../../src/report/html/app/store/advice.ts'
import type { Filter, Order } from '../../src/report/html/app/store/select.ts'
import { filterOf, NO_FILTER, orderOf, selectRows } from '../../src/report/html/app/store/select.ts'
import { rowOf } from '../../src/report/html/row.ts'
import { rulesById } from '../../src/report/messages.ts'
import { datasets, header, summary } from './sample-ledger.ts'

const names = { bodies: summary.bodies.map(({ body }) => body.id), rules: header.rules.map(({ id }) => id) }
const positions = (list: readonly string[]) => new Map(list.map((id, at) => [id, at]))
const rows = datasets.map((record) => rowOf(record, positions(names.bodies), positions(names.rules)))

const ids = (filter: Partial<Filter>, order: Order = 'catalogue') =>
  selectRows(rows, { ...NO_FILTER, ...filter }, order, names, 'zh-TW').map((at) => rows[at]![0])

describe('selectRows', () => {
  it.each<[Partial<Filter>, string[]]>([
    [{ badge: 'none' }, ['2001', '2002']],
    [{ badge: 'open' }, ['1003', '2002']],
    [{ indicator: 'structure' }, ['1002']],
    [{ rule: 'metadata/utf-8' }, ['1002']],
    [{ rule: 'metadata/fields-match' }, ['1003', 'x"\'<&>']],
    [{ rule: 'metadata/fields-match', weight: 'blocking' }, ['x"\'<&>']],
    [{ weight: 'unknown' }, ['1003']],
    [{ body: 'tainan' }, ['2001', '2002']],
    [{ q: '台南 交通' }, ['2001']],
    [{ q: '王小明', body: 'labour', badge: 'gold' }, ['1001']],
    [{ q: '１００２' }, ['1002']],
    [{ q: 'dead.example' }, ['2001']],
    [{ portal: 'agree' }, []],
    [{ body: 'of no ledger' }, []],
    [{ q: 'nothing like it' }, []],
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
    expect(ids({}, 'title-down').at(-1)).toBe('x"\'<&>')
    expect(ids({}, 'body')).toEqual(['1001', '1002', '1003', '2001', '2002', 'x"\'<&>'])
  })
})

describe('filterOf', () => {
  it('reads what the address says, and takes no notice of what it does not know', () => {
    const query = new URLSearchParams({ badge: 'none', q: '臺南', order: 'sideways', lang: 'en' })
    expect(filterOf(query)).toEqual({ ...NO_FILTER, badge: 'none', q: '臺南' })
    expect(orderOf(query)).toBe('worst')
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
