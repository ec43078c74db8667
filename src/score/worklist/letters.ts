import { BADGES, type Badge } from '../../core/badge.ts'
import type { DatasetRecord, LedgerLine, Summary } from '../../core/ledger.ts'
import type { AddresseeKind, Letter, LetterItem, Recovery } from '../../core/letter.ts'
import { Collector } from '../../core/observed.ts'
import { personOf, whois } from './index.ts'
import { kindOf, rowsOf } from './items.ts'
import { type Seen, seenKey } from './seen.ts'

export interface LettersOptions {
  readonly per: AddresseeKind
  readonly seen: Seen
  /** For the scores of bodies. */
  readonly summary: Pick<Summary, 'bodies'>
}

/** Lines of a table in a letter; the others are counted and stand in the worklist. */
const MAX_LINES = 200

interface Collected extends Letter {
  readonly badges: Record<'atLeast' | 'atMost', Record<Badge, number>>
  datasets: number
  worse: number
  readonly added: Collector<LetterItem>
  readonly recovered: Collector<Recovery>
  remaining: number
}

/** A letter for everyone for whom something has changed, and how many there are for whom nothing has. */
export async function writeLetters(
  lines: AsyncIterable<LedgerLine>,
  { per, seen, summary }: LettersOptions,
): Promise<{ readonly letters: readonly Letter[]; readonly unchanged: number }> {
  const all = new Map<string, Collected>()
  for await (const line of lines) {
    if (line.kind !== 'dataset') continue
    const key = per === 'body' ? line.body.id : personOf(line)
    const letter = all.get(key) ?? collected(line, per, summary)
    all.set(key, letter)
    addTo(letter, line, seen)
  }
  const letters = [...all.values()].filter(({ added, recovered }) => added.count + recovered.count > 0)
  return { letters, unchanged: all.size - letters.length }
}

function addTo(letter: Collected, record: DatasetRecord, seen: Seen): void {
  const dataset = { id: record.id, title: record.title }
  letter.datasets++
  for (const end of ['atLeast', 'atMost'] as const) letter.badges[end][record.badge[end]]++
  const failing = rowsOf(record, () => undefined).filter(({ finding }) => kindOf(finding) === 'blocking')
  const added = failing.filter(({ finding }) => !seen.since.has(seenKey(record.id, finding)))
  letter.remaining += failing.length - added.length
  if (added.length > 0) letter.worse++
  for (const { finding, resource } of added)
    letter.added.add({ dataset, finding, ...(resource && { resource }) })
  for (const rule of seen.failing.get(record.id) ?? [])
    if (passes(record, rule)) letter.recovered.add({ dataset, rule })
}

/** What nobody could see, or what no longer is there, has not recovered. */
function passes(record: DatasetRecord, rule: string): boolean {
  const outcomes = [record, ...record.resources].flatMap((part) => part.outcomes[rule] ?? [])
  return (
    outcomes.length > 0 && outcomes.every((outcome) => outcome === 'pass' || outcome === 'not-applicable')
  )
}

function collected(
  record: DatasetRecord,
  per: AddresseeKind,
  { bodies }: LettersOptions['summary'],
): Collected {
  const { body, name, phone } = whois(record)
  const score = bodies.find((each) => each.body.id === body.id)?.score
  const zeros = () => Object.fromEntries(BADGES.map((badge) => [badge, 0])) as Record<Badge, number>
  return {
    body,
    ...(per === 'contact'
      ? { contact: { name, ...(phone !== undefined && { phone }) } }
      : score && { score }),
    datasets: 0,
    badges: { atLeast: zeros(), atMost: zeros() },
    worse: 0,
    added: new Collector(MAX_LINES),
    recovered: new Collector(MAX_LINES),
    remaining: 0,
  }
}
