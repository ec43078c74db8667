import type { ScoreInterval } from '../../../../core/ledger.ts'

/** A score of 100 as a bar, for the eye alone: the number stands beside it. */
export function ScoreBar({ score: { atLeast, atMost } }: { score: ScoreInterval }) {
  const [least, most] = [atLeast, atMost].map((text) => Math.min(100, Number(text)))
  return (
    <svg class="score-bar" aria-hidden="true">
      <rect class="gauge-track" width="100%" height="100%" />
      <rect class="gauge-possible" width={`${most}%`} height="100%" />
      <rect class="gauge-certain" width={`${least}%`} height="100%" />
    </svg>
  )
}
