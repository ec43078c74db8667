import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ReadContext, readCatalogue } from '../../src/catalogue/index.ts'
import type { CatalogueEntry, CatalogueProblem, Dataset } from '../../src/core/catalogue.ts'

/** The 22 columns of the export, in its order and with its misspelling. */
export const HEADER =
  '資料集識別碼,資料集名稱,資料提供屬性,服務分類,品質檢測,檔案格式,資料下載網址,編碼格式,資資料集上架方式,資料集描述,主要欄位說明,提供機關,更新頻率,授權方式,相關網址,計費方式,提供機關聯絡人姓名,提供機關聯絡人電話,上架日期,詮釋資料更新時間,備註,資料量'

export interface Read {
  readonly datasets: readonly Dataset[]
  readonly problems: readonly CatalogueProblem[]
  /** `code@position`, in order. */
  readonly codes: readonly string[]
}

export async function gather(entries: AsyncIterable<CatalogueEntry>): Promise<Read> {
  const datasets: Dataset[] = []
  const problems: CatalogueProblem[] = []
  for await (const entry of entries)
    if (entry.kind === 'dataset') datasets.push(entry.dataset)
    else problems.push(entry)
  return { datasets, problems, codes: problems.map(({ code, position }) => `${code}@${position}`) }
}

/** Reads a catalogue from a file with this content, as if it had come from `url`. */
export async function readText(
  content: string | Uint8Array,
  { url, ...context }: Partial<ReadContext> & { readonly url?: string } = {},
): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'odbadge-'))
  try {
    const path = join(folder, 'catalogue')
    writeFileSync(path, content)
    return await gather(readCatalogue({ name: '目錄檔', path, ...(url !== undefined && { url }) }, context))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const ids = ({ datasets }: Read): readonly string[] => datasets.map(({ id }) => id)
