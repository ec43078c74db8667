import { describe, expect, test } from 'vitest'
import type { Selection } from '../../src/catalogue/index.ts'
import { fileCatalogue, select } from '../../src/catalogue/index.ts'
import type { CatalogueEntry } from '../../src/core/catalogue.ts'
import { gather, ids } from './make.ts'

const dataset = (id: string, publisher: string): CatalogueEntry => ({
  kind: 'dataset',
  dataset: { id, title: id, publisher, resources: [], extra: {} },
})
const ENTRIES: readonly CatalogueEntry[] = [
  dataset('1', '勞動部'),
  dataset('2', '勞動部勞工保險局'),
  { kind: 'catalogue-problem', source: 's', position: 3, code: 'no-id', detail: '' },
  dataset('4', '臺北市政府教育局'),
  dataset('5', '行政院勞動部'),
  dataset('6', ''),
]

async function* given(): AsyncGenerator<CatalogueEntry> {
  yield* ENTRIES
}

describe('select', () => {
  test.each<[Selection, readonly string[]]>([
    [{}, ['1', '2', '4', '5', '6']],
    [{ agency: ['勞動部'] }, ['1', '2', '5']],
    [{ agency: ['台北市'] }, ['4']],
    [{ agency: [' 臺北市 '] }, ['4']],
    [{ agency: ['勞工保險局', '教育局'] }, ['2', '4']],
    [{ agency: ['內政部'] }, []],
    [{ agency: [] }, []],
    [{ id: ['4', '1', '9'] }, ['1', '4']],
    [{ agency: ['勞動部'], id: ['4', '1'] }, ['1']],
    [{ limit: 2 }, ['1', '2']],
    [{ agency: ['勞動部'], limit: 2 }, ['1', '2']],
    [{ limit: 0 }, []],
  ])('%j', async (selection, expected) => {
    expect(ids(await gather(select(given(), selection)))).toEqual(expected)
  })

  test('problems pass, whatever is selected', async () => {
    expect((await gather(select(given(), { id: ['6'] }))).codes).toEqual(['no-id@3'])
  })

  test('reads no further than the limit', async () => {
    let closed = false
    async function* endless(): AsyncGenerator<CatalogueEntry> {
      try {
        for (;;) yield dataset('1', '')
      } finally {
        closed = true
      }
    }
    expect(ids(await gather(select(endless(), { limit: 3 })))).toHaveLength(3)
    expect(closed).toBe(true)
  })
})

describe('fileCatalogue', () => {
  test('what is claimed goes where a catalogue would have it', async () => {
    const claims = {
      format: 'CSV',
      encoding: 'UTF-8',
      fields: '年度、人數',
      updateFrequency: '每1年',
      modified: '2026-01-31',
    }
    const { datasets } = await gather(fileCatalogue(['data/a.csv', 'b.json', 'data/a.csv'], claims))
    expect(ids({ datasets, problems: [], codes: [] })).toEqual(['data/a.csv', 'b.json'])
    expect(datasets[0]).toEqual({
      id: 'data/a.csv',
      title: 'a.csv',
      publisher: '',
      fields: '年度、人數',
      updateFrequency: '每1年',
      resources: [
        {
          id: '1',
          url: 'data/a.csv',
          format: 'CSV',
          encoding: 'UTF-8',
          modified: '2026-01-31T00:00:00+08:00',
        },
      ],
      extra: {},
      position: 1,
    })
  })

  test('claims nothing by itself', async () => {
    const { datasets } = await gather(fileCatalogue(['a.csv']))
    expect(datasets[0]?.resources).toEqual([{ id: '1', url: 'a.csv' }])
    expect(datasets[0]).not.toHaveProperty('fields')
  })

  test('refuses a date it cannot read', async () => {
    await expect(gather(fileCatalogue(['a.csv'], { modified: '昨天' }))).rejects.toThrow('昨天')
  })
})
