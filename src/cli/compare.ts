import type { Comparison, Trend } from '../core/comparison.ts'
import type { Language } from '../core/localised.ts'
import { compareJson, compareText, isComparison } from '../report/index.ts'
import { compare, compareDecimals, type Profile, type Snapshot, snapshot, trend } from '../score/index.ts'
import { EXIT } from './exit-code.ts'
import { openLines } from './ledger-file.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { profileNamed } from './options.ts'
import { deliver, width } from './output.ts'
import { UsageError } from './usage-error.ts'

export interface CompareArguments {
  readonly ledgers: readonly string[]
  readonly reporter: 'text' | 'json'
  readonly failOn: 'never' | 'worse'
  readonly output?: string
  readonly language: Language
}

/** `odbadge compare`: two ledgers in detail, or the scores of many. @returns the exit code. */
export async function compareCommand(args: CompareArguments): Promise<number> {
  const { ledgers, reporter, failOn, language } = args
  if (ledgers.length < 2) throw new UsageError(LEDGER_WORDS.twoLedgers[language])
  const scoresOnly = ledgers.length > 2
  const snapshots: Snapshot[] = []
  for (const path of ledgers) snapshots.push(await taken(path, scoresOnly, language))
  const [before, after] = snapshots
  const found: Trend | Comparison = scoresOnly ? trend(snapshots) : compare(before!, after!)
  const text =
    reporter === 'json' ? compareJson(found, language) : compareText(found, { language, width: width() })
  await deliver(text, args.output, language)
  return failOn === 'worse' && hasWorsened(found) ? EXIT.findings : EXIT.clean
}

async function taken(path: string, scoresOnly: boolean, language: Language): Promise<Snapshot> {
  const { header, lines } = await openLines(path, language)
  let profile: Profile | undefined
  let missing: UsageError | undefined
  try {
    profile = profileNamed(header.profile.id, language)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    // A ledger with a footer tells its scores itself.
    missing = error
  }
  const found = await snapshot(header, lines, { ...(profile && { profile }), scoresOnly })
  if (found) return found
  throw missing
}

/** A dataset that got worse; of many ledgers, a body whose score fell between the last two. */
function hasWorsened(found: Trend | Comparison): boolean {
  if (isComparison(found)) return found.changed.some(({ direction }) => direction === 'worse')
  return found.bodies.some(({ scores }) => {
    const [before, after] = scores.slice(-2)
    if (!before || !after) return false
    return (['atLeast', 'atMost'] as const).some(
      (end) => compareDecimals(after.score[end], before.score[end]) < 0,
    )
  })
}
