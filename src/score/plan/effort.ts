import { readFileSync } from 'node:fs'
import type { Language } from '../../core/localised.ts'
import type { EffortUnit } from '../../core/mending.ts'
import { complaintsAbout } from '../schema.ts'

export interface Effort {
  readonly minutes: number
  readonly per: EffortUnit
}

/** Minutes by `rule#messageId`, else by `rule`, else by `*`; `null`: nothing a publisher could mend. */
export type Efforts = Readonly<Record<string, Effort | null>>

/** Estimates of ours, to be replaced by one's own with `--effort`. */
const DEFAULTS = JSON.parse(readFileSync(new URL('effort.json', import.meta.url), 'utf8')) as Efforts

export const effortsWith = (own: Efforts = {}): Efforts => ({ ...DEFAULTS, ...own })

export const effortComplaints = (data: unknown, language?: Language): string[] =>
  complaintsAbout(data, new URL('effort.schema.json', import.meta.url), language)

export const effortFor = (efforts: Efforts, rule: string, messageId: string): Effort | null =>
  [`${rule}#${messageId}`, rule, '*'].map((key) => efforts[key]).find((effort) => effort !== undefined) ??
  null
