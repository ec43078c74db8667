import type { BadgeInterval } from '../../../../core/badge.ts'
import { BADGE_WORDS } from '../../../words.ts'
import { useWords } from '../page.ts'

export function BadgeChip({ badge: { atLeast, atMost } }: { badge: BadgeInterval }) {
  const { say, word } = useWords()
  return (
    <span class={`badge badge-${atLeast}`}>
      {word(BADGE_WORDS[atLeast])}
      {atLeast !== atMost && <small> {say('badgeAtMost', { badge: word(BADGE_WORDS[atMost]) })}</small>}
    </span>
  )
}
