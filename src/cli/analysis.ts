import type { Analysis } from '../core/analysis.ts'
import type { LedgerLine } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import type { LedgerView } from '../report/index.ts'
import { analyse, effortsWith, type Profile, profilesUnder, snapshot, trend } from '../score/index.ts'
import { openLedger } from './ledger-file.ts'
import { profileNamed } from './options.ts'
import { SCOPES } from './plan.ts'
import { UsageError } from './usage-error.ts'

/**
 * What a report shows beside the ledger. @param previous earlier ledgers, in any order.
 * @returns nothing when the ledger's profile is not at hand: then nobody here can say what mending would bring.
 */
export async function analysisOf(
  view: LedgerView,
  previous: readonly string[],
  language: Language,
): Promise<Analysis | undefined> {
  const named = profileAtHand(view.header.profile.id, language)
  if (!named) return undefined
  const profileFor = profilesUnder(named, view.header.deviations)
  const history = await trendOf(view, previous, language)
  return analyse(view, linesOf(view), {
    profile: profileFor(''),
    profileFor,
    scopes: SCOPES,
    efforts: effortsWith(),
    ...(history && { trend: history }),
  })
}

function profileAtHand(id: string, language: Language): Profile | undefined {
  try {
    return profileNamed(id, language)
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

async function* linesOf({ records, summary, finishedAt }: LedgerView): AsyncGenerator<LedgerLine> {
  yield* records()
  yield { kind: 'footer', finishedAt, summary }
}

async function trendOf(view: LedgerView, previous: readonly string[], language: Language) {
  if (previous.length === 0) return undefined
  const views: LedgerView[] = [view]
  for (const path of previous) views.push(await openLedger(path, language))
  views.sort((a, b) => (a.header.now < b.header.now ? -1 : 1))
  const marks = []
  for (const { header, summary, finishedAt } of views) {
    const mark = await snapshot(header, [{ kind: 'footer', finishedAt, summary }], { scoresOnly: true })
    if (mark) marks.push(mark)
  }
  return trend(marks)
}
