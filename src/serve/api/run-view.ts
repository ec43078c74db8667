import type { Language } from '../../core/localised.ts'
import type { Run } from '../ledgers/run.ts'
import { damageText } from '../words.ts'

/** A run as programs get it: nothing of where the file lies but its name below the folder. */
export function runView(run: Run, language: Language) {
  const { id, name, state, checked, size, modified, damage, header, finishedAt, summary } = run
  return {
    id,
    name,
    state,
    checked,
    size,
    modified,
    ...(damage && { damage: { ...damage, message: damageText(damage, language) } }),
    ...(header && {
      program: header.rejudged?.program ?? header.program,
      profile: header.profile.id,
      startedAt: header.startedAt,
      now: header.now,
    }),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(summary && {
      datasets: summary.datasets,
      resources: summary.resources,
      badges: { atLeast: summary.atLeast, atMost: summary.atMost },
    }),
  }
}
