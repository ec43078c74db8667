import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFields } from '../../src/core/fields.ts'
import { folder, odbadge, portalFor } from '../cli/run.ts'
import { list } from './live.ts'
import { manualText } from './manual-text.ts'

const manual = manualText
const ADDRESS = 'http://data.coa.gov.tw/Service/OpenData/DataFileService.aspx'

describe('介接說明書', () => {
  it.each([false, true])('becomes a dataset; columns in bars: %s', async (bars) => {
    const at = folder({ 'manual.txt': manual(ADDRESS, { bars }) })
    const { datasets, problems, code } = await list(at('manual.txt'))
    expect([code, problems]).toEqual([0, []])
    expect(datasets).toEqual([
      {
        id: 'UDL214',
        title: '有機栽培農戶數及面積概況',
        publisher: '農糧署',
        fields: '年度、LawUrl(法規連結 網址 ，可空白)、水稻戶數',
        updateFrequency: '每年',
        resources: [{ id: '1', url: ADDRESS, format: 'JSON' }],
        extra: {
          資料集描述: '提供資料包括：年度、地區別、其他含特作、雜糧戶數等欄位資訊。',
          授權方式: '本資料適用國發會授權條款。',
          文件編號: 'COAOPD-API-UDL214',
          發行日期: '2017/06/01',
          輸出格式: 'XML;JSON;CSV',
          查詢參數: '$top;$skip;$filter',
        },
        position: 1,
      },
    ])
    expect(parseFields(datasets[0]!.fields).fields.map(({ readings }) => readings[1] ?? readings[0])).toEqual(
      ['年度', 'LawUrl', '水稻戶數'],
    )
  })

  it('does not guess the format of the answer where the example tells none', async () => {
    const at = folder({ 'manual.txt': manual(ADDRESS, { format: 'KML' }).replace('JSON Output', 'Output') })
    expect((await list(at('manual.txt'))).datasets[0]?.resources).toEqual([
      { id: '1', url: ADDRESS, unclear: ['format'] },
    ])
  })

  it('tells what a manual leaves out', async () => {
    const text = manual(ADDRESS)
      .replace(/Resource Path[\s\S]*?>/, '')
      .replace('介接使用說明。', '說明。')
    expect(await list(folder({ 'm.txt': text })('m.txt'))).toMatchObject({
      code: 0,
      ids: ['UDL214'],
      problems: ['no-title@1', 'no-resource@1'],
    })
  })

  it('is what its own service is checked against', async () => {
    const portal = await portalFor({
      '/good': { body: '[{"年度":"103","LawUrl":"","水稻戶數":"6"}]' },
      '/renamed': { body: '[{"年度":"103","連結":"","水稻戶數":"6"}]' },
    })
    for (const [path, said] of [
      ['/good', undefined],
      ['/renamed', 'LawUrl'],
    ] as const) {
      const at = folder({ 'manual.txt': manual(portal.url(path)) })
      await odbadge('audit', at('manual.txt'), '--out', at('out'), '--allow-private')
      const report = JSON.parse(readFileSync(at('out', 'report.json'), 'utf8'))
      const findings = report.datasets[0].resources[0].findings.filter(
        ({ rule }: { rule: string }) => rule === 'metadata/fields-match',
      )
      const outcomes = findings.map(({ outcome }: { outcome: string }) => outcome)
      expect(outcomes.includes('fail')).toBe(said !== undefined)
      if (said !== undefined) expect(JSON.stringify(findings)).toContain(said)
    }
  })
})
