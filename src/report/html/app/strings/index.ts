import type { Localised } from '../../../../core/localised.ts'
import { DATASET_STRINGS } from './datasets.ts'
import { SHELL_STRINGS } from './shell.ts'
import { SUMMARY_STRINGS } from './summary.ts'
import { WORK_STRINGS } from './work.ts'

/** Every word of the page that is not already the measure's (`words.ts`) or the ledger's. */
export const STRINGS = {
  ...SHELL_STRINGS,
  ...SUMMARY_STRINGS,
  ...DATASET_STRINGS,
  ...WORK_STRINGS,
} as const satisfies Record<string, Localised>
