import type { RankInterval, Standing } from '../../core/awards.ts'
import type { Data } from '../../core/localised.ts'
import type { SummaryOptions } from '../terminal.ts'
import type { SCORE_WORDS } from './words.ts'

/** What every section of the text is made with. */
export interface Pen {
  readonly options: SummaryOptions
  say(word: keyof typeof SCORE_WORDS, data?: Data): string
  /** A title over aligned rows, the first of which is their heading. */
  table(title: string, rows: readonly (readonly string[])[], right: readonly number[]): string
  standing(award: Standing | null): string
}

export const rankText = ({ best, worst }: RankInterval): string =>
  best === worst ? String(best) : `${best}–${worst}`
