import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFields } from '../../src/core/fields.ts'
import { folder, odbadge, portalFor } from '../cli/run.ts'
import { list } from './live.ts'

/** Laid out as 「臺灣地區有機栽培農戶數及面積概況 API 介接說明書」 of 農委會 is, with its oddities. */
const manual = (path: string, { bars = false, format = 'JSON' } = {}) => {
  const row = (...cells: string[]) => (bars ? `| ${cells.join(' | ')} |` : cells.join('\t'))
  return `行政院農業委員會
資料開放平台

有機栽培概況
API 介接說明書

文件編號：COAOPD-API-UDL214

版本：2.0

發行日期：2017/06/01

目 錄

1.	資料說明	1
(3)	更新頻率	1
(5)	授權方式	1

1. 資料說明

(1) 基本資料描述

本文件為「有機栽培農戶數及面積概況」介接使用說明。資料提供單位為農糧署。

(2) 資料內容描述

提供資料包括：年度、地區別、其他含特作、雜糧戶數等欄位資訊。

(3) 更新頻率

每年

(4) 介接格式

輸出格式提供 XML、${format}、CSV 格式。若無資料，則傳回空值 []。

(5) 授權方式

本資料適用國發會授權條款。

2. 介接說明

■ 基本定義

- A. 「有機栽培農戶數及面積概況」資訊序號定義為「UDL214」
- B. Resource Path：
<${path}>
- C. 單次查詢，最多回傳所有資料。

A. 輸出資料標籤說明：

${row('編號', '標籤名稱', '標籤說明')}
${bars ? '| --- | --- | --- |\n' : ''}${row('01', '年度', '年度')}
${row('02', 'LawUrl', '法規連結（網址）、可空白')}
${row('03', '水稻戶數', '水稻戶數')}

戶數單位：戶

B. JSON Output 範例：

[{ "年度": "103", "LawUrl": "", "水稻戶數": "6" }]

(2) 進階查詢

- A. [${path}\\\\$top={top}&\\\\$skip={skip}&\\\\$filter={filter}](x)
`
}

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
