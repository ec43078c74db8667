import { appendFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isReadable } from '../../src/serve/ledgers/run.ts'
import { createShelf } from '../../src/serve/ledgers/shelf.ts'
import { Refusal } from '../../src/serve/refusal.ts'
import { datasets } from '../report/sample-ledger.ts'
import { ledgers, ledgerText, many, serving, words } from './serving.ts'

const WHOLE = ledgerText()
const OLDER = ledgerText({ now: '2026-07-31T00:00:00.000Z', records: datasets.slice(0, 4) })
const LINES = WHOLE.split('\n')

describe('runs', () => {
  it('lists every ledger of the folder, also in subfolders, with the reason where one is of no use', async () => {
    const outside = ledgers({ 'secret.ndjson': WHOLE })
    const folder = ledgers({
      'reports/2026-08/ledger.ndjson': WHOLE,
      'older.ndjson': OLDER,
      'cut.ndjson': `${LINES.slice(0, 4).join('\n')}\n{"kind":"data`,
      'broken.ndjson': [LINES[0], LINES[1], '{broken', ...LINES.slice(3)].join('\n'),
      'shapeless.ndjson': [LINES[0], '{"kind":"dataset","id":7}', ...LINES.slice(2)].join('\n'),
      'short.ndjson': [LINES[0], ...LINES.slice(2)].join('\n'),
      'empty.ndjson': '',
      'exchanges.ndjson': '{"key":"x"}\n',
      'future.ndjson': WHOLE.replace('"schemaVersion":1', '"schemaVersion":9'),
      'notes.txt': WHOLE,
      '.hidden.ndjson': WHOLE,
    })
    symlinkSync(join(outside, 'secret.ndjson'), join(folder, 'leak.ndjson'))
    symlinkSync(outside, join(folder, 'leak'))
    symlinkSync(folder, join(folder, 'round'))
    const { ask, api } = await serving(folder)
    let runs: Record<string, unknown>[] = []
    await expect
      .poll(async () => {
        runs = (await api('/api/v1/runs?lang=en')).runs
        return runs.every(({ checked }) => checked)
      })
      .toBe(true)
    const told = runs.map(({ name, state, damage }) => [
      name,
      state,
      (damage as { code: string; line?: number } | undefined)?.code,
      (damage as { line?: number } | undefined)?.line,
    ])
    expect(told.sort()).toEqual(
      [
        ['reports/2026-08/ledger.ndjson', 'finished', undefined, undefined],
        ['older.ndjson', 'finished', undefined, undefined],
        ['cut.ndjson', 'unfinished', undefined, undefined],
        ['broken.ndjson', 'damaged', 'bad-line', 3],
        ['shapeless.ndjson', 'damaged', 'bad-line', 2],
        ['short.ndjson', 'damaged', 'count', undefined],
        ['empty.ndjson', 'damaged', 'empty', undefined],
        ['exchanges.ndjson', 'damaged', 'not-a-ledger', undefined],
        ['future.ndjson', 'damaged', 'other-version', undefined],
        ['leak.ndjson', 'damaged', 'outside', undefined],
      ].sort(),
    )
    expect(runs.map(({ name }) => name).slice(0, 2)).toEqual(['cut.ndjson', 'reports/2026-08/ledger.ndjson'])
    const page = words((await ask('/')).body)
    for (const reason of [
      '第 3 行已損毀',
      '第 2 行已損毀',
      '與結尾的摘要不符（5 / 6）',
      '檔案是空的',
      '第一行不是標頭',
      '第 9 版',
      '連結指到資料夾之外',
      '未完成',
    ])
      expect(page).toContain(reason)
    expect(JSON.stringify(runs) + page).not.toContain(outside)
    for (const { id, state } of runs.filter((run) => run['state'] === 'damaged')) {
      const statuses = ['', '/datasets', '/ledger.ndjson', '/report.html', '/datasets.csv'].map(
        async (rest) => (await ask(`/runs/${id}${rest}`)).status,
      )
      expect([state, ...(await Promise.all(statuses))]).toEqual(['damaged', 409, 409, 409, 409, 409])
    }
  })

  it('says what to do in an empty folder', async () => {
    const { ask } = await serving(ledgers({}))
    expect(words((await ask('/')).body)).toContain('odbadge audit')
    expect(words((await ask('/?lang=en')).body)).toContain('Run odbadge audit')
    for (const path of ['/trend', '/compare']) expect((await ask(path)).status).toBe(200)
  })

  it('sees what is added and changed', async () => {
    const folder = ledgers({ 'a.ndjson': WHOLE })
    const { api } = await serving(folder)
    const before = await api('/api/v1/runs')
    writeFileSync(join(folder, 'b.ndjson'), OLDER)
    writeFileSync(join(folder, 'a.ndjson'), ledgerText({ records: many(9) }))
    await expect
      .poll(async () => (await api('/api/v1/runs')).runs.map(({ datasets: n }: { datasets: number }) => n), {
        timeout: 5_000,
      })
      .toEqual([9, 4])
    const { total } = await api(`/api/v1/runs/${before.runs[0].id}/datasets`)
    expect(total).toBe(9)
  })

  it('counts what an interrupted audit has, and what it adds', async () => {
    const folder = ledgers({ 'a.ndjson': ledgerText({ footer: false }) })
    const { ask, api, runOf } = await serving(folder)
    const { id } = await runOf('a.ndjson')
    const run = await api(`/api/v1/runs/${id}`)
    expect(run).toMatchObject({ state: 'unfinished', datasets: 6, summary: { datasets: 6 } })
    expect(run.finishedAt).toBeUndefined()
    expect(words((await ask(`/runs/${id}`)).body)).toContain('未完成：稽核中斷或仍在進行')
    appendFileSync(join(folder, 'a.ndjson'), WHOLE.slice(WHOLE.lastIndexOf('{"kind":"footer"')))
    await expect.poll(async () => (await runOf('a.ndjson'))['state'], { timeout: 5_000 }).toBe('finished')
  })
})

it('says to come back when a ledger takes long, and has it then', async () => {
  const folder = ledgers({ 'a.ndjson': ledgerText({ records: many(4_000) }) })
  const stopping = new AbortController()
  onTestFinished(() => stopping.abort())
  const shelf = createShelf(folder, stopping.signal, { patience: 0, rowsWeight: 1e9 })
  const run = (await shelf.runs()).runs.find(isReadable)!
  const late: unknown = await shelf.rows(run).catch((error: unknown) => error)
  expect(late).toBeInstanceOf(Refusal)
  expect(late).toMatchObject({ status: 503, word: 'reading', headers: { 'retry-after': '3' } })
  await expect.poll(async () => (await shelf.run(run.id)).checked, { timeout: 10_000 }).toBe(true)
  expect((await shelf.rows(run)).count).toBe(4_000)
})

it.each([
  [1, false],
  [1e9, true],
])('with room for %d bytes of lists, an earlier one is kept: %s', async (rowsWeight, isKept) => {
  const stopping = new AbortController()
  onTestFinished(() => stopping.abort())
  const folder = ledgers({ 'a.ndjson': WHOLE, 'b.ndjson': OLDER })
  const shelf = createShelf(folder, stopping.signal, { patience: 9_000, rowsWeight })
  const [a, b] = (await shelf.runs()).runs.filter(isReadable)
  const rows = await shelf.rows(a!)
  await shelf.rows(b!)
  const again = await shelf.rows(a!)
  expect([again === rows, again.count]).toEqual([isKept, 6])
  // Where its datasets stand is not forgotten.
  await shelf.rows(b!)
  expect(await shelf.records(a!, datasets[0]!.id)).toEqual([datasets[0]])
})
