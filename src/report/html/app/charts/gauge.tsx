import { useId } from 'preact/hooks'
import type { ScoreInterval } from '../../../../core/ledger.ts'
import { scoreText } from '../../../words.ts'
import { useWords } from '../page.ts'

const CENTRE = 110
const RADIUS = 90
/** 加分 lifts a score above this; the arc is full then. */
const FULL = 100

/** From the left end of the half circle at 0 to its right end at 100. */
function arc(from: number, to: number): string {
  const point = (value: number) => {
    const angle = Math.PI * (1 - Math.min(value, FULL) / FULL)
    return `${(CENTRE + RADIUS * Math.cos(angle)).toFixed(2)} ${(CENTRE - RADIUS * Math.sin(angle)).toFixed(2)}`
  }
  return `M ${point(from)} A ${RADIUS} ${RADIUS} 0 0 1 ${point(to)}`
}

/** A score as a half circle: what is certain is filled, what is still possible is lighter. */
export function Gauge({ name, score }: { name: string; score: ScoreInterval }) {
  const { say } = useWords()
  const id = useId()
  const [least, most] = [Number(score.atLeast), Number(score.atMost)]
  const described =
    score.atLeast === score.atMost
      ? say('gauge', { name, score: score.atLeast })
      : say('gaugeOpen', { name, least: score.atLeast, most: score.atMost })
  return (
    <svg class="gauge" viewBox="0 0 220 132" role="img" aria-labelledby={id}>
      <title id={id}>{described}</title>
      <path class="gauge-track" d={arc(0, FULL)} />
      {most > least && <path class="gauge-possible" d={arc(least, most)} />}
      {least > 0 && <path class="gauge-certain" d={arc(0, least)} />}
      <text x={CENTRE} y="100" class="gauge-score">
        {score.atLeast}
      </text>
      {most > least && (
        <text x={CENTRE} y="124" class="gauge-interval">
          {scoreText(score)}
        </text>
      )}
      <text x="20" y="128" class="gauge-end">
        0
      </text>
      <text x="200" y="128" class="gauge-end">
        100
      </text>
    </svg>
  )
}
