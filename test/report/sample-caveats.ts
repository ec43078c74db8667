import type { Deviation } from '../../src/core/deviation.ts'
import type { Language } from '../../src/core/localised.ts'

/** Two of them, the name in one a stranger's. */
export const DEVIATIONS: readonly Deviation[] = [
  { kind: 'rule', rule: 'structure/no-blank-rows', from: 'blocking', to: 'off' },
  { kind: 'contact', agency: '<b>某機關</b>\n::error::x' },
]

interface ToldIn {
  readonly title: string
  readonly texts: readonly string[]
}

export const TOLD: Readonly<Record<Language, ToldIn>> = {
  'zh-TW': {
    title: '與官方評核版本不同之處：2',
    texts: [
      '規則 structure/no-blank-rows：須修正 → 不檢測',
      '「<b>某機關</b> ::error::x」未填聯絡人的資料集，聯絡人由設定檔補上',
    ],
  },
  en: {
    title: 'Deviations from the official profile: 2',
    texts: [
      'rule structure/no-blank-rows: blocking → not checked',
      'datasets of <b>某機關</b> ::error::x without a contact get the one of the configuration',
    ],
  },
}

/** Of a catalogue this was a part only: the name in it a stranger's. */
export const SELECTION = { agency: ['<b>勞動部</b>\n::error::x'], limit: 6 }

/** What is said of an interrupted audit of that part. */
export const EXTENT: Readonly<Record<Language, ToldIn>> = {
  'zh-TW': {
    title: '稽核範圍',
    texts: [
      '稽核曾中斷，只含已完成的部分。',
      '只稽核目錄中符合條件的資料集（機關 <b>勞動部</b> ::error::x；資料集上限 6），分數只計這些資料集。',
    ],
  },
  en: {
    title: 'What was audited',
    texts: [
      'The audit was interrupted: this covers what was done.',
      'Only part of the catalogue was audited (agency <b>勞動部</b> ::error::x; at most 6); scores cover these datasets only.',
    ],
  },
}
