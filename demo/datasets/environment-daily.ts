import { figure, times } from '../contents.ts'

/** What the daily datasets of 環境部 have in common, and when their files changed. */
export const daily = {
  updateFrequency: '每1日',
  issued: '2021-05-11 10:00:00',
  modified: '2026-11-19 07:00:00',
  contact: { name: '李小文', phone: '02-0000-0003' },
} as const
export const today = { updated: '2026-11-20 06:30:00' } as const

export const water = ['sitename', 'river', 'ph', 'dissolvedoxygen', 'sampledate']
export const waterRows = times(60, (i) => [
  `示範橋${i + 1}`,
  `示範溪第${(i % 6) + 1}段`,
  figure(i, 65, 84) / 10,
  figure(i + 60, 30, 92) / 10,
  '2026-11-19',
])
