import { readFileSync } from 'node:fs'
import type { DatasetRecord, LedgerLine, PolitenessRecord } from '../../src/core/ledger.ts'
import type { Portal, Routes } from '../support/portal.ts'
import { csvCatalogue } from './catalogue.ts'
import { linesOf } from './ledgers.ts'
import { folder, odbadge, portalFor } from './run.ts'

export interface Setting {
  readonly portal: Portal
  readonly at: ReturnType<typeof folder>
}

/** A catalogue of a dataset for each of these. */
export async function listing(routes: Routes): Promise<Setting> {
  const portal = await portalFor(routes)
  const rows = Object.keys(routes).map((target) => ({
    id: target.slice(1),
    publisher: '勞動部',
    url: portal.url(target),
  }))
  return { portal, at: folder({ 'c.csv': csvCatalogue(rows) }) }
}

/** An audit of it: what the command line, the ledger and the reports say. */
export async function audit({ at }: Setting, ...options: string[]) {
  const out = at('out')
  const ran = await odbadge('audit', at('c.csv'), '--out', out, '--allow-private', ...options)
  const lines: readonly LedgerLine[] =
    ran.code === 2 ? [] : linesOf(readFileSync(`${out}/ledger.ndjson`, 'utf8'))
  return {
    ...ran,
    lines,
    datasets: lines.filter((line): line is DatasetRecord => line.kind === 'dataset'),
    hosts: lines
      .filter((line): line is PolitenessRecord => line.kind === 'politeness')
      .flatMap(({ hosts }) => hosts),
    report: ran.code === 2 ? undefined : JSON.parse(readFileSync(`${out}/report.json`, 'utf8')),
    page: ran.code === 2 ? '' : readFileSync(`${out}/index.html`, 'utf8'),
  }
}

export const many = (count: number, routes: Routes[string]): Routes =>
  Object.fromEntries(Array.from({ length: count }, (_, nth) => [`/${nth}`, routes]))
