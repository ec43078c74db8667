import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { complaints } from '../report/schema.ts'
import type { Route } from '../support/portal.ts'
import { lines } from './audited.ts'
import { BROKEN, folder, odbadge, portalFor, SOUND } from './run.ts'

const COLUMNS = '資料集識別碼,資料集名稱,品質檢測,檔案格式,編碼格式,更新頻率,主要欄位說明,資料下載網址'

/** Audits datasets that differ in what the portal says and in what their one link gives. */
async function audited(rows: readonly (readonly [word: string, path: string])[], ...options: string[]) {
  const { url } = await portalFor({
    '/sound.csv': { body: SOUND },
    '/broken.csv': { body: BROKEN },
    '/secret.csv': { status: 403, headers: { server: 'cloudflare', 'cf-mitigated': 'challenge' } },
  } satisfies Record<string, Route>)
  const written = rows.map(
    ([word, path], at) => `${at + 1},資料集,${word},CSV,UTF-8,不定期,年度、地區別、人數,${path && url(path)}`,
  )
  const at = folder({ catalogue: [COLUMNS, ...written].join('\n') })
  const ran = await odbadge(
    'audit',
    at('catalogue'),
    '--out',
    at('out'),
    '--allow-private',
    '--confirm-after',
    'never',
    ...options,
  )
  const report = JSON.parse(readFileSync(at('out', 'report.json'), 'utf8'))
  expect(complaints('report', report)).toEqual([])
  for (const line of lines(at('out', 'ledger.ndjson'))) expect(complaints('ledger', line)).toEqual([])
  return { ...ran, at, report, datasets: report.datasets as DatasetRecord[] }
}

describe('the portal’s own verdict beside ours', () => {
  it.each<[string, string, string, RegExp]>([
    ['白金', '/sound.csv', 'agree', /^入口網說「白金」，我們判金標章：一致。$/],
    ['金標章', '/sound.csv', 'agree', /一致/],
    ['無標章', '/broken.csv', 'portal-lower', /^入口網說「無標章」，我們判銅標章：/],
    ['無', '/sound.csv', 'portal-lower', /我們沒有找到/],
    ['金', '/broken.csv', 'portal-higher', /^入口網說「金」，我們判銅標章，因為不符合：每筆資料/],
    ['銀', '/broken.csv', 'portal-higher', /因為不符合：每筆資料/],
    ['銅', '/broken.csv', 'agree', /一致/],
    ['金', '', 'portal-higher', /因為不符合：資料集沒有可用的資料下載網址。$/],
    [
      '金',
      '/secret.csv',
      'undecided',
      /^入口網說「金」，我們判無標章（最多金標章），尚無法比較，因為無法判定：/,
    ],
    ['無', '/secret.csv', 'undecided', /尚無法比較，因為無法判定：(?!資料集沒有)/],
    ['無法檢測', '/sound.csv', 'portal-unknown', /看不懂/],
    ['優等', '/sound.csv', 'portal-unknown', /看不懂/],
  ])('%s for %s: %s', async (word, path, agreement, text) => {
    const { datasets, report } = await audited([[word, path]])
    expect(datasets[0]?.portal).toMatchObject({
      badge: word,
      comparison: { agreement, text: expect.stringMatching(text) },
    })
    expect(report.summary.portal.datasets[agreement]).toBe(1)
  })

  it('names only what keeps the portal’s badge away', async () => {
    const causes = async (word: string) => {
      const { datasets } = await audited([[word, '/broken.csv']])
      return datasets[0]?.portal?.comparison?.because.map((cause) => [cause.rule, cause.indicator])
    }
    // The field 人數 is missing too, which costs gold but not silver.
    expect(await causes('金')).toEqual([
      ['structure/consistent-columns', 'structure'],
      ['structure/no-blank-rows', 'structure'],
      ['metadata/fields-match', 'metadata'],
    ])
    expect(await causes('銀')).toEqual([
      ['structure/consistent-columns', 'structure'],
      ['structure/no-blank-rows', 'structure'],
    ])
  })

  it('is added up in the summary, on the screen and in the page', async () => {
    const rows = [
      ['白金', '/sound.csv'],
      ['白金', '/broken.csv'],
      ['金', '/broken.csv'],
      ['', '/sound.csv'],
      ['無', '/secret.csv'],
    ] as const
    const { out, report, at } = await audited(rows)
    expect(report.summary.portal).toMatchObject({
      datasets: { agree: 1, 'portal-higher': 2, 'portal-lower': 0, undecided: 1, 'portal-unknown': 1 },
      words: [
        { word: '白金', understood: 'gold', datasets: 2, atLeast: { gold: 1, bronze: 1 } },
        { word: '', understood: null, datasets: 1 },
        { word: '無', understood: 'none', datasets: 1, atLeast: { none: 1 }, atMost: { gold: 1 } },
        { word: '金', understood: 'gold', datasets: 1, atLeast: { bronze: 1 } },
      ],
    })
    expect(report.summary.portal.causes.map(({ rule, datasets }: never) => [rule, datasets])).toEqual([
      ['metadata/fields-match', 2],
      ['structure/consistent-columns', 2],
      ['structure/no-blank-rows', 2],
    ])
    expect(out).toMatch(/與入口網「品質檢測」相比\n +1 +一致\n +2 +入口網較高\n/)
    expect(readFileSync(at('out', 'index.html'), 'utf8')).toContain('白金')
  })

  it('is judged anew under another profile', async () => {
    const { at } = await audited([['金', '/broken.csv']])
    const path = at('again.ndjson')
    const { code } = await odbadge(
      'rejudge',
      at('out', 'ledger.ndjson'),
      '--profile',
      'checker-2017',
      '--output',
      path,
    )
    expect(code).toBe(0)
    const [record] = lines(path).filter((line) => line.kind === 'dataset')
    // The checker of 2017 let ragged rows pass as structured.
    expect(record?.portal?.comparison?.because.map(({ indicator }) => indicator)).toEqual([
      'metadata',
      'metadata',
    ])
  })

  it('is absent where no portal says anything', async () => {
    const { report, out } = await audited([['', '/sound.csv']])
    expect(report.summary).not.toHaveProperty('portal')
    expect(out).not.toContain('品質檢測')
  })
})
