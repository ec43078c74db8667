import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { complaints } from '../report/schema.ts'
import type { Portal, Routes } from '../support/portal.ts'
import { zipOf } from '../support/zip.ts'
import { lines } from './audited.ts'
import { folder, odbadge, portalFor } from './run.ts'

type Row = Readonly<Record<string, string>>
const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ 年度: String(100 + at), 件數: String(at * 3) }))
const csv = (records: readonly Row[]) =>
  Buffer.from(`年度,件數\r\n${records.map((row) => `${row['年度']},${row['件數']}\r\n`).join('')}`)
const REST = '/OdService/rest/datastore/'
const ID = 'A17010000J-000135-MOZ'
const envelope = (records: readonly Row[], more = {}) => ({
  body: JSON.stringify({ success: true, result: { resource_id: ID, records, ...more } }),
})

/** As 勞動部 runs it: no fields, no total, a default of 100. */
function datastore(all: readonly Row[]): Routes {
  const routes: Record<string, Routes[string]> = {
    [REST + ID]: envelope(all.slice(0, 100)),
    [`${REST}odbadge-no-such-resource`]: { status: 404, body: '{"success":false}' },
    [`/OdService/dump/datastore/${ID}`]: { body: zipOf({ [`${ID}.csv`]: csv(all) }) },
  }
  for (const size of [1, 2])
    for (let from = 0; from <= all.length + 2; from++)
      routes[`${REST}${ID}?limit=${size}&offset=${from}`] = envelope(all.slice(from, from + size))
  return routes
}

async function audited(routes: Routes, ...options: string[]) {
  const portal = await portalFor(routes)
  const target = Object.keys(routes)[0] ?? ''
  const url = portal.url(target)
  const at = folder({
    'list.csv': `id,publisher,url,format,encoding,fields,frequency\n1,勞動部,${url},JSON,UTF-8,年度、件數,不定期\n`,
  })
  const argv = ['audit', at('list.csv'), '--allow-private', '--confirm-after', 'never', ...options]
  const { code, err } = await odbadge(...argv, '--out', at('out'))
  expect([code, err]).toEqual([0, ''])
  return { ...found(at('out', 'ledger.ndjson')), at, portal }
}

function found(path: string) {
  const all = lines(path)
  for (const line of all) expect(complaints('ledger', line)).toEqual([])
  const [record] = all.filter((line) => line.kind === 'dataset')
  const { outcomes = {}, findings = [] } = record?.resources[0] ?? {}
  const about = ({ rule }: Pick<Finding, 'rule'>) => rule.startsWith('download/api-')
  return {
    badge: record?.badge,
    told: all.flatMap((line) =>
      line.kind === 'header' ? line.rules.map(({ id }) => id).filter((rule) => about({ rule })) : [],
    ),
    outcomes: Object.entries(outcomes).filter(([rule]) => about({ rule })),
    findings: findings.filter(about),
    named: findings.filter(about).map(({ rule, messageId }) => `${rule}#${messageId}`),
  }
}

const asked = ({ requests }: Portal) => requests.map(({ target }) => target.replace(ID, '…'))
const PASSED = [
  ['download/api-paging', 'pass'],
  ['download/api-dump', 'pass'],
  ['download/api-errors', 'pass'],
]

describe('--probe-api', () => {
  it('asks a service six questions at most, and only when told to', async () => {
    const quiet = await audited(datastore(rows(5)))
    expect(quiet.outcomes).toEqual([])
    expect(asked(quiet.portal)).toEqual(['/OdService/rest/datastore/…'])

    const { outcomes, findings, portal, badge } = await audited(datastore(rows(5)), '--probe-api')
    expect([outcomes, findings, badge]).toEqual([PASSED, [], { atLeast: 'gold', atMost: 'gold' }])
    expect(asked(portal)).toEqual([
      '/OdService/rest/datastore/…',
      '/OdService/rest/datastore/…?limit=2&offset=0',
      '/OdService/rest/datastore/…?limit=2&offset=2',
      '/OdService/dump/datastore/…',
      '/OdService/rest/datastore/…?limit=1&offset=4',
      '/OdService/rest/datastore/…?limit=1&offset=5',
      '/OdService/rest/datastore/odbadge-no-such-resource',
    ])
  })

  it('leaves no trace of its rules where nobody wants it, whatever agencies have for their own', async () => {
    const agencies = { 勞動部: { contact: { name: '陳小姐' } } }
    const config = folder({ 'c.json': JSON.stringify({ agencies }) })('c.json')
    const argv = ['--config', config]
    const quiet = await audited(datastore(rows(5)), ...argv)
    expect([quiet.outcomes, quiet.told]).toEqual([[], []])
    expect(asked(quiet.portal)).toEqual(['/OdService/rest/datastore/…'])
    const probed = await audited(datastore(rows(5)), ...argv, '--probe-api')
    expect([probed.outcomes, probed.told]).toEqual([PASSED, PASSED.map(([rule]) => rule)])
  })

  it('knows that 250 records behind a default of 100 are the dump’s 250', async () => {
    expect((await audited(datastore(rows(250)), '--probe-api')).outcomes).toEqual(PASSED)
  })

  const page = (from: number) => `${REST}${ID}?limit=2&offset=${from}`
  const dump = `/OdService/dump/datastore/${ID}`
  const stranger = `${REST}odbadge-no-such-resource`
  it.each<[string, Routes, readonly string[]]>([
    ['limit without effect', { [page(0)]: envelope(rows(5)) }, ['download/api-paging#size-ignored']],
    ['offset without effect', { [page(2)]: envelope(rows(2)) }, ['download/api-paging#from-ignored']],
    [
      'a web page as the second page',
      { [page(2)]: { body: '<html><title>忙碌中</title>' } },
      ['download/api-paging#page-fails'],
    ],
    [
      'a refusal with status 200',
      { [page(2)]: { body: '{"success":"false","message":"查無資料"}' } },
      ['download/api-paging#page-fails'],
    ],
    [
      'totals of the page',
      {
        [page(0)]: envelope(rows(2), { total: '2' }),
        [page(2)]: envelope(rows(5).slice(2, 4), { total: 2 }),
      },
      ['download/api-paging#total-small', 'download/api-dump#count'],
    ],
    ['a dump that is gone', { [dump]: { status: 404 } }, ['download/api-dump#none']],
    ['a dump without its ZIP', { [dump]: { body: csv(rows(5)) } }, ['download/api-dump#not-zip']],
    [
      'a dump of a document',
      { [dump]: { body: zipOf({ ['說明.txt.pdf']: Buffer.from('%PDF-1.4\n') }) } },
      ['download/api-dump#no-csv'],
    ],
    ['an older dump', { [dump]: { body: zipOf({ ['a.csv']: csv(rows(4)) }) } }, ['download/api-dump#fewer']],
    [
      'a dump with other fields',
      {
        [dump]: {
          body: zipOf({ ['a.csv']: Buffer.from('年度,人數\n1,2\n3,4\n5,6\n7,8\n9,10\n') }),
        },
      },
      ['download/api-dump#fields'],
    ],
    ['a stranger that succeeds', { [stranger]: envelope([]) }, ['download/api-errors#silent']],
    [
      'a stranger told of with status 200',
      { [stranger]: { body: '{"success":false,"error":{"message":"Not found"}}' } },
      ['download/api-errors#only-in-content'],
    ],
    ['a stranger that breaks the server', { [stranger]: { status: 500 } }, ['download/api-errors#crash']],
    [
      'a stranger that meets a web page',
      { [stranger]: { body: '<!doctype html><title>系統訊息</title>' } },
      ['download/api-errors#web-page'],
    ],
  ])('%s', async (_, broken, wanted) => {
    const { named, badge, findings } = await audited({ ...datastore(rows(5)), ...broken }, '--probe-api')
    expect(named).toEqual(wanted)
    // Advice: whatever is found costs nothing.
    expect(badge).toEqual({ atLeast: 'gold', atMost: 'gold' })
    expect(findings.map(({ severity }) => severity)).toEqual(wanted.map(() => 'advice'))
  })

  it('asks each service about a stranger once', async () => {
    const portal = await portalFor(datastore(rows(5)))
    const other = `${ID.slice(0, -3)}XYZ`
    const at = folder({
      'list.csv': `url,format\n${portal.url(REST + ID)},JSON\n${portal.url(REST + other)},JSON\n${portal.url(`${REST + ID}?x=1`)},JSON\n`,
    })
    await odbadge(
      'audit',
      at('list.csv'),
      '--out',
      at('out'),
      '--allow-private',
      '--probe-api',
      '--confirm-after',
      'never',
    )
    const strangers = portal.requests.filter(({ target }) => target.includes('odbadge-no-such'))
    expect(strangers.map(({ target }) => target)).toEqual([`${REST}odbadge-no-such-resource`])
  })

  it('finds the same in a recording', async () => {
    const evidence = folder()('evidence')
    const routes = { ...datastore(rows(5)), [page(2)]: envelope(rows(2)), [dump]: { status: 404 } }
    const { at, named, portal } = await audited(routes, '--probe-api', '--record', evidence)
    expect(named).toEqual(['download/api-paging#from-ignored', 'download/api-dump#none'])
    const { length } = portal.requests
    await odbadge('audit', at('list.csv'), '--out', at('again'), '--offline', evidence, '--probe-api')
    expect(found(at('again', 'ledger.ndjson')).named).toEqual(named)
    expect(portal.requests).toHaveLength(length)
  })

  it('checks one address alike', async () => {
    const portal = await portalFor({ ...datastore(rows(5)), [page(2)]: envelope(rows(2)) })
    const { out } = await odbadge('check', portal.url(REST + ID), '--probe-api')
    expect(out).toContain('offset=2 與 offset=0 回傳一樣的資料')
  })

  it('never asks files, keys stay hidden', async () => {
    const url = '/api/v1/rest/datastore/F-1?Authorization=CWA-SECRET'
    const { findings, at } = await audited({ [url]: envelope(rows(5)) }, '--probe-api')
    expect(findings.map(({ messageId }) => messageId)).toEqual(['page-fails', 'none'])
    expect(readFileSync(at('out', 'ledger.ndjson'), 'utf8')).not.toContain('CWA-SECRET')
    const file = folder({ 'a.json': '[{"年度":"1"}]' })
    expect((await odbadge('check', file('a.json'), '--probe-api')).code).toBe(0)
  })
})
