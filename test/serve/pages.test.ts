import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/core/localised.ts'
import { DEVIATIONS, EXTENT, SELECTION, TOLD } from '../report/sample-caveats.ts'
import { datasets, HOSTILE } from '../report/sample-ledger.ts'
import { ledgers, ledgerText, MOMENT, many, serving, words } from './serving.ts'

const WHOLE = ledgerText()
const OLDER = ledgerText({ now: '2026-07-31T00:00:00.000Z', records: datasets.slice(0, 4) })

describe('a run', () => {
  it('shows the numbers of its ledger in both languages', async () => {
    const { ask, runOf } = await serving(ledgers({ 'a.ndjson': WHOLE }))
    const { id } = await runOf('a.ndjson')
    const page = words((await ask(`/runs/${id}`)).body)
    expect(page).toContain('資料集 6 資料資源 7')
    expect(page).toContain('金標章 1 16.7% 若全通過 3')
    expect(page).toContain('勞動部 中央二級機關')
    const english = await ask(`/runs/${id}?lang=en`)
    expect(english.body).toContain('<html lang="en">')
    expect(words(english.body)).toContain('Gold 1 16.7% 3 if all pass')
    expect(english.body).toContain(`href="/runs/${id}/datasets?badge=gold&#38;lang=en"`)
  })

  it.each(LANGUAGES)(
    'shows what its ledger is not the whole of and not as the profile says in %s',
    async (language) => {
      const deviant = ledgerText({ header: { deviations: DEVIATIONS, selection: SELECTION } })
      const plain = ledgerText({ header: { selection: {} } })
      const { ask, runOf } = await serving(ledgers({ 'a.ndjson': plain, 'b.ndjson': deviant }))
      const page = async (name: string) =>
        (await ask(`/runs/${(await runOf(name)).id}?lang=${language}`)).body
      const { title, texts } = TOLD[language]
      const [, selected] = EXTENT[language].texts
      const lines = [EXTENT[language].title, selected!, title, ...texts].map((text) =>
        text.replaceAll('<', '&#60;').replaceAll('>', '&#62;'),
      )
      expect(words(await page('b.ndjson'))).toContain(lines.join(' '))
      for (const absent of [title.slice(0, -3), EXTENT[language].title])
        expect(await page('a.ndjson')).not.toContain(absent)
    },
  )

  it('lists, searches, filters and turns the pages of its datasets', async () => {
    const none = { atLeast: 'none', atMost: 'none' } as const
    const records = many(250, (n) => ({
      ...(n % 2 === 0 && { badge: none, body: { id: 'even', name: '偶數部', group: 'central' as const } }),
      ...(n === 7 && { publisher: '臺中市政府ABC局' }),
    }))
    const { ask, api, runOf } = await serving(ledgers({ 'a.ndjson': ledgerText({ records }) }))
    const { id } = await runOf('a.ndjson')
    const list = `/api/v1/runs/${id}/datasets`
    const ids = async (query: string) =>
      (await api(`${list}?${query}`)).datasets.map((row: { id: string }) => row.id)
    expect(await api(list)).toMatchObject({ total: 250, offset: 0, limit: 100 })
    expect(await ids('limit=2&offset=248')).toEqual(['d248', 'd249'])
    expect(await ids('limit=2&offset=999')).toEqual([])
    expect(await api(`${list}?badge=none&body=even&limit=1`)).toMatchObject({ total: 125 })
    expect(await ids(`q=${encodeURIComponent('台中 abc局')}`)).toEqual(['d7'])
    expect(await ids(`q=${encodeURIComponent('第 249')}`)).toEqual(['d249'])
    expect(await ids('q=d12&badge=none&limit=5')).toEqual(['d12', 'd120', 'd122', 'd124', 'd126'])

    const page = words((await ask(`/runs/${id}/datasets?page=3`)).body)
    expect(page).toContain('符合 250 個，共 250 個資料集。')
    expect(page).toContain('上一頁 第 201–250 個')
    expect(page).not.toContain('下一頁')
    const filtered = (await ask(`/runs/${id}/datasets?badge=none&q=d`)).body
    expect(filtered).toContain(`href="/runs/${id}/datasets?q=d&#38;badge=none&#38;page=2"`)
    expect(words(filtered)).toContain('符合 125 個')
  })
})

describe('over time', () => {
  const folder = () => ledgers({ 'new.ndjson': WHOLE, 'old.ndjson': OLDER })

  it('follows a dataset, its findings in words', async () => {
    const failing = datasets.find(({ resources }) => resources.some(({ findings }) => findings.length > 0))!
    const { ask, api, runOf } = await serving(folder())
    const { history, id } = await api(`/api/v1/datasets/${encodeURIComponent(failing.id)}/history?lang=en`)
    expect(id).toBe(failing.id)
    expect(history.map(({ now }: { now: string }) => now)).toEqual([MOMENT, '2026-07-31T00:00:00.000Z'])
    expect(history[0].run).toBe((await runOf('new.ndjson')).id)
    const page = words((await ask(`/dataset?id=${encodeURIComponent(failing.id)}`)).body)
    for (const { message, remedy } of history[0].findings.first)
      expect([message, remedy].every((text) => typeof text === 'string')).toBe(true)
    expect(page).toContain('歷次結果')
    expect((await ask('/dataset?id=nobody')).status).toBe(404)
  })

  it('draws badges and scores, and says the same in tables', async () => {
    const { ask, api } = await serving(folder())
    const trend = await api('/api/v1/trend')
    expect(trend.runs.map(({ datasets: n }: { datasets: number }) => n)).toEqual([4, 6])
    const all = (await ask('/trend')).body
    expect(all).toContain('role="img" aria-label="各次稽核的標章占比"')
    const body = trend.bodies[0].body
    const one = await ask(`/trend?body=${encodeURIComponent(body.id)}`)
    for (const { score } of trend.bodies[0].scores.filter(Boolean)) expect(one.body).toContain(score.atLeast)
    expect(one.body).toContain('<polyline class="curve" points="')
    expect((await ask('/trend?body=nobody')).status).toBe(404)
  })

  it('compares two', async () => {
    const { ask, api, runOf } = await serving(folder())
    const [old, recent] = [await runOf('old.ndjson'), await runOf('new.ndjson')]
    const found = await api(`/api/v1/compare?old=${old.id}&new=${recent.id}`)
    expect([found.unchanged, found.appeared.length, found.gone.length]).toEqual([4, 2, 0])
    const page = words((await ask(`/compare?old=${old.id}&new=${recent.id}`)).body)
    // Both are of a part of their catalogue.
    expect(page.match(/稽核範圍 只稽核目錄中符合條件的資料集/g)).toHaveLength(2)
    expect(page).toContain('新增 2')
    expect(page).toContain('相同 4')
    expect(words((await ask(`/compare?old=${old.id}&new=${old.id}`)).body)).toContain('請選兩次不同的稽核')
  })
})

it('leaves hostile texts inert', async () => {
  const long = `${'長'.repeat(10_000)}`
  const records = [
    ...datasets,
    ...many(2, (n) => ({ id: `<b>"'&${n}/..`, title: n === 0 ? long : HOSTILE, publisher: HOSTILE })),
  ]
  const name = `<script>alert(1)</script>`.replaceAll('/', '')
  const { ask, api, runOf, faults } = await serving(
    ledgers({ [`${name}.ndjson`]: ledgerText({ records }), 'old.ndjson': OLDER }),
  )
  const { id } = await runOf(`${name}.ndjson`)
  const old = await runOf('old.ndjson')
  const pages = [
    '/',
    '/trend',
    `/trend?body=unmapped`,
    `/runs/${id}`,
    `/runs/${id}/datasets?q=${encodeURIComponent('<script>')}`,
    `/runs/${id}/datasets`,
    `/compare?old=${old.id}&new=${id}`,
    `/dataset?id=${encodeURIComponent('<b>"\'&1/..')}`,
    '/%3Cscript%3E?lang=%3Cscript%3E',
    '/<script>alert(1)</script>',
  ]
  for (const path of pages) {
    const { body, status } = await ask(path.replaceAll(' ', '%20'))
    expect([path, status < 500]).toEqual([path, true])
    expect([path, body.match(/<(script|img|b)\b|onerror=alert\(1\)>|[\u001b\u202e]/i)]).toEqual([path, null])
  }
  const list = (await ask(`/runs/${id}/datasets`)).body
  expect(list).not.toContain(long)
  const page = await ask(`/dataset?id=${encodeURIComponent('<b>"\'&0/..')}`)
  expect(page.body.match(/長{10000}/g)).toHaveLength(1)
  expect(list).toContain(`${'長'.repeat(300)}…`)
  const { history } = await api(`/api/v1/datasets/${encodeURIComponent('<b>"\'&0/..')}/history`)
  expect(history[0].title).toBe(long)
  expect(faults).toEqual([])
})
