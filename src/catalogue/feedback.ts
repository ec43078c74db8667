import { createReadStream } from 'node:fs'
import type { Complaint, FeedbackFault } from '../core/feedback.ts'
import { hideSecrets } from '../core/secrets.ts'
import { CatalogueError } from './catalogue-error.ts'
import { csvRecords } from './csv-records.ts'

/** Names a column goes by in lists of citizens' feedback, the portal's own first. */
const COLUMNS = {
  number: ['編號', '序號'],
  date: ['發表日期', '日期', '提出日期'],
  subject: ['標題', '主旨'],
  title: ['資料集', '資料集名稱'],
  dataset: ['資料集識別碼', '資料集編號'],
  url: ['資料下載網址', '資料集網址', '網址', '連結'],
  state: ['狀態', '處理狀態'],
  text: ['民眾意見內容', '意見內容', '內容'],
  answered: ['機關首次回應日期', '回應日期'],
} as const

type Column = keyof typeof COLUMNS

const MAX_COMPLAINTS = 100_000
const MAX_TEXT = 4_000
const NONE = /^(無|-)?$/
const ADDRESS = /https?:\/\/[^\s"'<>()，。；、（）「」]+/gi
/** `…/dataset/6101` is how the portal addresses a dataset. */
const DATASET_PAGE = /data\.gov\.tw\/(?:node|dataset)s?\/(\d+)/i

export interface FeedbackList {
  readonly complaints: readonly Complaint[]
  readonly faults: readonly FeedbackFault[]
}

/** @throws CatalogueError when the file cannot be read or has no column that names a dataset or says something. */
export async function readFeedback(path: string): Promise<FeedbackList> {
  const complaints: Complaint[] = []
  const faults: FeedbackFault[] = []
  let columns: ReadonlyMap<Column, number> | undefined
  try {
    const texts = createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>
    for await (const record of csvRecords(texts)) {
      if ('code' in record) {
        if (faults.length < MAX_COMPLAINTS) faults.push({ position: record.position, detail: record.detail })
      } else if (!columns) columns = columnsOf(record.cells, path)
      else if (complaints.length < MAX_COMPLAINTS)
        complaints.push(complaintOf(record.position, record.cells, columns))
      else throw new CatalogueError('feedback-too-long', { name: path, cap: MAX_COMPLAINTS })
    }
  } catch (error) {
    if (error instanceof CatalogueError) throw error
    const { message } = error as Error
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new CatalogueError('feedback-unreadable', { name: path, detail: message }, { cause: error })
  }
  if (!columns) throw new CatalogueError('feedback-empty', { name: path })
  return { complaints, faults }
}

function columnsOf(cells: readonly string[], path: string): ReadonlyMap<Column, number> {
  const names = cells.map((cell) => cell.replace(/^\uFEFF/, '').trim())
  const columns = new Map<Column, number>()
  for (const [column, known] of Object.entries(COLUMNS)) {
    const at = names.findIndex((name) => (known as readonly string[]).includes(name))
    if (at !== -1) columns.set(column as Column, at)
  }
  const has = (...any: Column[]) => any.some((column) => columns.has(column))
  if (has('title', 'dataset', 'url') && has('subject', 'text')) return columns
  throw new CatalogueError('feedback-columns', { name: path, columns: names.join('、').slice(0, 200) })
}

function complaintOf(
  position: number,
  cells: readonly string[],
  columns: ReadonlyMap<Column, number>,
): Complaint {
  const cell = (column: Column): string | undefined => {
    const text = cells[columns.get(column) ?? -1]?.trim() ?? ''
    return NONE.test(text) ? undefined : hideSecrets(text.slice(0, MAX_TEXT))
  }
  const [subject = '', text = ''] = [cell('subject'), cell('text')]
  const urls = [...(cell('url') ?? '').matchAll(ADDRESS), ...`${subject}\n${text}`.matchAll(ADDRESS)].map(
    ([address]) => address,
  )
  const page = urls.map((url) => DATASET_PAGE.exec(url)?.[1]).find(Boolean)
  const optional = {
    number: cell('number'),
    date: cell('date'),
    title: cell('title'),
    dataset: cell('dataset') ?? page,
    state: cell('state'),
    answered: cell('answered'),
  }
  return {
    position,
    subject,
    text,
    urls,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<Complaint>),
  }
}
