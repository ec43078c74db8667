import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { manualText } from '../catalogue/manual-text.ts'
import type { Portal, Routes } from '../support/portal.ts'
import { folder, odbadge, portalFor } from './run.ts'

type Law = Readonly<Record<string, string>>

/** Chinese and English keys and the dates of the service of 農業部. */
const laws = (count: number): Law[] =>
  Array.from({ length: count }, (_, at) => ({
    LawNumber: String(367 + at).padStart(7, '0'),
    LawCategoryName: at % 2 ? '森林企劃類' : '保育類',
    cDate: '2017/4/16 下午 09:18:00',
    資料集: `http://data.coa.gov.tw:80/Service/OpenData/Forest/Forest0061Detail.aspx?LawNumber=${367 + at}`,
  }))
const LABELS = [
  ['LawNumber', '流水號'],
  ['LawCategoryName', '法規類別'],
  ['cDate', '資料建立日期'],
  ['資料集', '資料集'],
] as const
const PATH = '/Service/OpenData/Forest/Forest0061.aspx'
const body = (records: readonly Law[]) => ({ body: JSON.stringify(records) })

/** Answers `$top` and `$skip` as the manual says; `atOnce` records without them. */
function service(all: readonly Law[], atOnce = all.length): Routes {
  const routes: Record<string, Routes[string]> = { [PATH]: body(all.slice(0, atOnce)) }
  for (const top of [1, 2])
    for (let skip = 0; skip <= all.length + 2; skip++)
      routes[`${PATH}?$top=${top}&$skip=${skip}`] = body(all.slice(skip, skip + top))
  return routes
}

async function audited(portal: Portal, ...options: string[]) {
  const manual = manualText(portal.url(PATH), { labels: LABELS, frequency: '不定期' })
  const at = folder({ 'manual.txt': manual })
  const argv = ['audit', at('manual.txt'), '--out', at('out'), '--allow-private', ...options]
  const { err } = await odbadge(...argv, '--confirm-after', 'never')
  expect(err).toBe('')
  const report = JSON.parse(readFileSync(at('out', 'report.json'), 'utf8'))
  const [dataset] = report.datasets as DatasetRecord[]
  const [resource] = dataset?.resources ?? []
  return {
    dataset,
    resource,
    named: (resource?.findings ?? []).map(({ rule, messageId }) => `${rule}#${messageId}`),
  }
}

describe('the service of 農業部 against its 介接說明書', () => {
  it('is asked for everything, and its paging is judged when that is wanted', async () => {
    const portal = await portalFor(service(laws(7)))
    const { dataset, resource, named } = await audited(portal, '--probe-api')
    expect(dataset).toMatchObject({ id: 'UDL214', publisher: '農糧署' })
    expect(resource).toMatchObject({
      format: { declared: 'JSON', detected: 'json' },
      table: { rows: 7, header: LABELS.map(([name]) => name) },
      outcomes: { 'metadata/fields-match': 'pass', 'download/api-paging': 'pass' },
    })
    expect(named).not.toContain('metadata/fields-match#missing')
    expect(portal.requests.map(({ target }) => target)).toEqual([
      PATH,
      `${PATH}?$top=2&$skip=0`,
      `${PATH}?$top=2&$skip=2`,
      `${PATH}?$top=1&$skip=7`,
    ])
  })

  it.each<[string, Routes, string]>([
    ['an empty answer', { [PATH]: { body: '[]' } }, 'download/has-data#no-records'],
    [
      'a renamed field',
      { [PATH]: body(laws(7).map(({ cDate = '', ...law }) => ({ ...law, 發布時間: cDate }))) },
      'metadata/fields-match#missing',
    ],
    [
      'a web page',
      { [PATH]: { body: '<!DOCTYPE html><title>系統維護中</title>' } },
      'download/direct#error-page',
    ],
    ['a cap the manual does not tell', service(laws(7), 5), 'download/api-paging#not-all'],
    [
      '$skip without effect',
      { [`${PATH}?$top=2&$skip=2`]: body(laws(2)) },
      'download/api-paging#from-ignored',
    ],
    [
      '$top without effect',
      { [`${PATH}?$top=2&$skip=0`]: body(laws(7)) },
      'download/api-paging#size-ignored',
    ],
  ])('%s is found', async (_, broken, wanted) => {
    const { named } = await audited(await portalFor({ ...service(laws(7)), ...broken }), '--probe-api')
    expect(named).toContain(wanted)
  })
})
