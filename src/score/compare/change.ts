import type { BadgeInterval } from '../../core/badge.ts'
import { rank } from '../../core/badge.ts'
import {
  CHANGE_REASONS,
  type ChangeReason,
  CLAIMS,
  type DatasetChange,
  type Direction,
} from '../../core/comparison.ts'
import { type Digest, findingOf } from './digest.ts'
import type { Snapshot } from './snapshot.ts'

/** What may have changed every dataset at once. */
export type Circumstances = Pick<Snapshot, 'policy' | 'mark'>

/** @returns nothing when badge and findings are the same. */
export function changeOf(
  before: Digest,
  after: Digest,
  [old, recent]: readonly [Circumstances, Circumstances],
): DatasetChange | undefined {
  const direction = directionOf(before.badge, after.badge)
  const [mended, added, remaining] = difference(before.findings, after.findings)
  if (direction === 'same' && mended.length === 0 && added.length === 0) return undefined
  const [was, is] = [before.claims.split('\n'), after.claims.split('\n')]
  const claims = CLAIMS.filter((_, at) => was[at] !== is[at])
  const known: Record<Exclude<ChangeReason, 'unexplained'>, boolean> = {
    data: otherContent(before.contents, after.contents),
    metadata: claims.length > 0,
    link: before.links !== after.links,
    time:
      old.mark.now !== recent.mark.now &&
      (before.timeliness !== after.timeliness ||
        [...mended, ...added].some((line) => findingOf(line).rule.startsWith('timeliness/'))),
    rule: before.rules !== after.rules,
    profile: old.policy !== recent.policy && direction !== 'same',
    program: old.mark.program !== recent.mark.program,
  }
  const reasons = CHANGE_REASONS.filter((reason) => reason !== 'unexplained' && known[reason])
  const { id, title, body } = after
  return {
    id,
    title,
    body,
    direction,
    before: before.badge,
    after: after.badge,
    reasons: reasons.length > 0 ? reasons : ['unexplained'],
    claims,
    mended: mended.map(findingOf),
    added: added.map(findingOf),
    remaining,
  }
}

function directionOf(before: BadgeInterval, after: BadgeInterval): Direction {
  const least = rank(after.atLeast) - rank(before.atLeast)
  const most = rank(after.atMost) - rank(before.atMost)
  if (least === 0 && most === 0) return 'same'
  if (least >= 0 && most >= 0) return 'better'
  if (least <= 0 && most <= 0) return 'worse'
  return least > 0 ? 'narrower' : 'wider'
}

/** Lines of the one only, of the other only, and how many are in both. */
function difference(before: string, after: string): readonly [string[], string[], number] {
  const [old, recent] = [linesOf(before), linesOf(after)]
  const [known, still] = [new Set(old), new Set(recent)]
  const mended = old.filter((line) => !still.has(line))
  return [mended, recent.filter((line) => !known.has(line)), old.length - mended.length]
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

/** Other bytes behind an address that is in both; a resource that came or went is a change of the links. */
function otherContent(before: string, after: string): boolean {
  const old = new Map(linesOf(before).map(addressed))
  return linesOf(after)
    .map(addressed)
    .some(([url, digest]) => old.has(url) && old.get(url) !== digest)
}

function addressed(line: string): readonly [string, string] {
  const [url = '', digest = ''] = line.split(' ')
  return [url, digest]
}
