import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../src/catalogue/index.ts'
import { folder } from '../cli/run.ts'
import { gather, readText } from './make.ts'

const PACKAGE = {
  profile: 'tabular-data-package',
  name: 'population',
  title: '人口',
  contributors: [{ title: '戶政司', organization: '內政部' }],
  created: '2026-01-31',
  resources: [
    {
      name: 'a',
      path: 'data/a.csv',
      mediatype: 'text/csv',
      encoding: 'big5',
      dialect: { delimiter: ';' },
      schema: { fields: [{ name: '年度', type: 'year' }, { name: '人數' }] },
    },
    { path: 'https://b.tw/b.json' },
  ],
}
const resource = (path: unknown, more: object = {}): string =>
  JSON.stringify({ ...PACKAGE, resources: [{ name: 'x', path, ...more }] })

const SECOND = { id: '2', url: 'https://b.tw/b.json', format: 'JSON', encoding: 'UTF-8' }

describe('a data package', () => {
  test('on this machine: files below its folder', async () => {
    const at = folder({ 'datapackage.json': JSON.stringify(PACKAGE) })
    for (const path of [at('datapackage.json'), at()]) {
      const { datasets, problems } = await gather(readCatalogue({ name: path, path }))
      expect(problems).toEqual([])
      expect(datasets).toEqual([
        {
          id: 'population',
          title: '人口',
          publisher: '內政部',
          modified: '2026-01-31T00:00:00+08:00',
          resources: [
            {
              id: 'a',
              url: at('data/a.csv'),
              path: at('data/a.csv'),
              format: 'CSV',
              encoding: 'big5',
              fields: '年度、人數',
            },
            SECOND,
          ],
          extra: { profile: 'tabular-data-package', 'resources[1].dialect': '{"delimiter":";"}' },
          position: 1,
        },
      ])
    }
  })

  test('from the network: paths are addresses, never files', async () => {
    const { datasets } = await readText(JSON.stringify(PACKAGE), { url: 'https://a.tw/p/datapackage.json' })
    expect(datasets[0]?.resources).toMatchObject([{ url: 'https://a.tw/p/data/a.csv' }, SECOND])
    expect(datasets[0]?.resources.some((each) => 'path' in each)).toBe(false)
  })

  test.each([
    ['../secret.csv'],
    ['data/../../secret.csv'],
    ['/etc/passwd'],
    ['data/link.csv'],
    ['out/passwd'],
  ])('%s is refused', async (path) => {
    const at = folder({ 'datapackage.json': resource(path) })
    mkdirSync(at('data'))
    writeFileSync(join(at(), '..', 'secret.csv'), '')
    symlinkSync('/etc/passwd', at('data/link.csv'))
    symlinkSync('/etc', at('out'))
    const read = await gather(readCatalogue({ name: at(), path: at() }))
    expect(read.codes).toEqual(['no-resource@1', 'outside-folder@1'])
  })

  test.each([['../x.csv'], ['/etc/passwd'], ['file:///etc/passwd'], ['C:\\x.csv']])(
    '%s of a package from the network is no file',
    async (path) => {
      const { datasets } = await readText(resource(path), { url: 'https://a.tw/p/datapackage.json' })
      expect(datasets.flatMap(({ resources }) => resources).filter((each) => 'path' in each)).toEqual([])
    },
  )

  test('from standard input: no files', async () => {
    const at = folder({ spool: resource('a.csv') })
    const read = await gather(readCatalogue({ name: '-', path: at('spool') }))
    expect(read.codes).toEqual(['no-resource@1', 'outside-folder@1'])
  })

  test.each<[string, string, readonly string[]]>([
    ['several files in one resource', resource(['a.csv', 'b.csv']), ['bad-record@1']],
    ['data inside', resource(undefined, { data: [[1]] }), ['no-resource@1', 'bad-record@1']],
    ['no path', resource(undefined), ['no-resource@1', 'bad-record@1']],
  ])('%s', async (_, content, codes) => {
    expect((await readText(content)).codes).toEqual(codes)
  })
})

describe('a folder', () => {
  const files = {
    'a.csv': 'x',
    'b.json': '[]',
    'a.csv.metadata.json': JSON.stringify({
      資料集名稱: '人口',
      fields: ['年度', '人數'],
      編碼格式: 'UTF-8',
    }),
    'metadata.json': JSON.stringify({ 提供機關: '內政部', frequency: '每1年', modified: '2026-01-31' }),
    '.hidden.csv': 'x',
  }

  test('every data file is a dataset, with what is claimed of it', async () => {
    const at = folder(files)
    mkdirSync(at('deep'))
    mkdirSync(at('.git'))
    writeFileSync(at('deep/c.csv'), 'x')
    writeFileSync(at('.git/d.csv'), 'x')
    const { datasets, problems } = await gather(readCatalogue({ name: `${at()}/`, path: `${at()}/` }))
    expect(problems).toEqual([])
    expect(datasets.map(({ id }) => id)).toEqual(['a.csv', 'b.json', 'deep/c.csv'])
    expect(datasets[0]).toEqual({
      id: 'a.csv',
      title: '人口',
      publisher: '內政部',
      fields: '年度、人數',
      updateFrequency: '每1年',
      resources: [
        {
          id: '1',
          url: at('a.csv'),
          path: at('a.csv'),
          encoding: 'UTF-8',
          modified: '2026-01-31T00:00:00+08:00',
        },
      ],
      extra: {},
      position: 1,
    })
    expect(datasets[1]).not.toHaveProperty('fields')
  })

  test('links that lead out are refused, links inside are followed', async () => {
    const at = folder({ 'a.csv': 'x' })
    symlinkSync('/etc/passwd', at('b.csv'))
    symlinkSync(at('a.csv'), at('c.csv'))
    const read = await gather(readCatalogue({ name: at(), path: at() }))
    expect(read.codes).toEqual(['outside-folder@2'])
    expect(read.datasets.map(({ id }) => id)).toEqual(['a.csv', 'c.csv'])
  })

  test('metadata of a file that is not there is told', async () => {
    const at = folder({ 'a.csv': 'x', 'a.csv.metadata.json': '{}', 'b.metadata.json': '{}', 'c.csv': 'x' })
    const read = await gather(readCatalogue({ name: at(), path: at() }))
    expect(read.codes).toEqual(['bad-record@2'])
    expect(read.problems[0]?.detail).toContain('「b.metadata.json」旁邊沒有它所說的資料檔「b」')
    expect(read.datasets.map(({ id }) => id)).toEqual(['a.csv', 'c.csv'])
  })

  test('broken metadata is told', async () => {
    const at = folder({ 'a.csv': 'x', 'metadata.json': '{' })
    await expect(gather(readCatalogue({ name: at(), path: at() }))).rejects.toThrow(
      /metadata.json.*不是正確的 JSON/,
    )
  })
})
