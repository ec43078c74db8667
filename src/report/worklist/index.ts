import type { Language } from '../../core/localised.ts'
import { worklistCsv } from './csv.ts'
import type { WorklistView } from './view.ts'
import { worklistXlsx } from './xlsx.ts'

export type { WorklistView } from './view.ts'

type WorklistWriter = (view: WorklistView, language: Language) => AsyncIterable<string | Uint8Array>

export const worklistWriters: Readonly<Record<'xlsx' | 'csv', WorklistWriter>> = {
  xlsx: worklistXlsx,
  csv: worklistCsv,
}
