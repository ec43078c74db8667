import { portalFor } from '../cli/run.ts'
import type { Route, Routes } from '../support/portal.ts'
import { json } from './live.ts'

export const REST = '/OdService/rest'
export const ids = (count: number, from = 1) =>
  Array.from({ length: count }, (_, at) => `A17010000J-${String(from + at).padStart(6, '0')}`)

/** 資料集詮釋資料 as the standard of 104-07 has it. */
export const metadata = (identifier: string) => ({
  categoryCode: '500',
  identifier,
  title: `平均退休年齡 ${identifier}`,
  description: '各年平均退休年齡',
  fieldDescription: '年度、平均年齡-男、平均年齡-女',
  type: 'rawData',
  license: '政府資料開放授權條款-第1版',
  cost: '免費',
  publisher: '勞動部勞工保險局',
  publisherContactName: '王小明',
  publisherContactPhone: '02-23961266',
  accrualPeriodicity: '每年',
  issued: '2016-08-12 16:58:12',
  modified: '2017/4/16 下午 09:18:00',
  keyword: ['退休', '勞工'],
  distribution: [
    {
      resourceID: `${identifier}-001`,
      resourceDescription: '平均退休年齡',
      format: 'JSON',
      resourceModified: '106/08/29',
      characterSetCode: 'UTF-8',
    },
  ],
})

export const ok = (result: unknown) => json({ success: true, result })
export const details = (all: readonly string[]): Record<string, Route> =>
  Object.fromEntries(all.map((id) => [`${REST}/dataset/${id}`, ok(metadata(id))]))

export const start = async (routes: Routes) => {
  const portal = await portalFor(routes)
  return { portal, at: (target: string) => portal.url(REST + target) }
}

/** The list in pages of so many, the last one empty. */
export const paged = (all: readonly string[], size: number): Record<string, Route> => {
  const routes: Record<string, Route> = {}
  for (let offset = 0; offset <= all.length + size; offset += size)
    routes[`${REST}/dataset?limit=${size}&offset=${offset}`] = ok(all.slice(offset, offset + size))
  routes[`${REST}/dataset?limit=${size}`] = routes[`${REST}/dataset?limit=${size}&offset=0`]!
  return routes
}
