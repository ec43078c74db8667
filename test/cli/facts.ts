import { expect } from 'vitest'
import type { Dataset } from '../../src/core/catalogue.ts'
import { type Listed, list } from '../catalogue/live.ts'
import { folder } from './run.ts'

export const URL = 'https://opendata.wra.gov.tw/a?id=1'

/** What must be true of a catalogue as `odbadge catalogue` understands it. */
export type Look = (found: Listed & { readonly dataset: Partial<Dataset> }) => void
export const has =
  (wanted: object): Look =>
  ({ dataset, code, problems }) => {
    expect([code, problems]).toEqual([0, []])
    expect(dataset).toMatchObject(wanted)
  }
export const resources = (...wanted: object[]): Look => has({ resources: wanted })

/** Shows a catalogue of this content to the command line, and what came out to `look`. */
export async function understood(content: string, look: Look): Promise<void> {
  const found = await list(folder({ c: content })('c'))
  look({ ...found, dataset: found.datasets[0] ?? {} })
}
