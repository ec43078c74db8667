import type { Deviation } from '../../src/core/deviation.ts'
import type { Language } from '../../src/core/localised.ts'

/** Two of them, the name in one a stranger's. */
export const DEVIATIONS: readonly Deviation[] = [
  { kind: 'rule', rule: 'structure/no-blank-rows', from: 'blocking', to: 'off' },
  { kind: 'contact', agency: '<b>某機關</b>\n::error::x' },
]

export const TOLD: Readonly<Record<Language, { readonly title: string; readonly texts: readonly string[] }>> =
  {
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
