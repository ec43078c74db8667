import { useId } from 'preact/hooks'
import type { ScoreInterval } from '../../../../core/ledger.ts'
import { scoreText } from '../../../words.ts'

interface Props {
  label: string
  /** One per audit, in time; null where there was none. */
  scores: readonly (ScoreInterval | null)[]
  /** A word for each audit. */
  when: readonly string[]
}

const WIDTH = 600
const HEIGHT = 160
const LEFT = 36
const BOTTOM = 24

/** Scores from audit to audit: the line is what was certain, the band what was possible. */
export function TrendLines({ label, scores, when }: Props) {
  const id = useId()
  const x = (at: number) => LEFT + 12 + ((WIDTH - LEFT - 48) * at) / Math.max(1, scores.length - 1)
  const y = (score: string) => 8 + (HEIGHT - BOTTOM - 8) * (1 - Math.min(100, Number(score)) / 100)
  const known = scores.flatMap((score, at) => (score ? [{ at, score }] : []))
  const least = known.map(({ at, score }) => `${x(at)},${y(score.atLeast)}`)
  const most = known.map(({ at, score }) => `${x(at)},${y(score.atMost)}`)
  const told = known.map(({ at, score }) => `${when[at]} ${scoreText(score)}`).join('; ')
  return (
    <svg class="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
      <title id={id}>{`${label}: ${told}`}</title>
      {['0', '50', '100'].map((mark) => (
        <g key={mark}>
          <line class="grid" x1={LEFT} x2={WIDTH} y1={y(mark)} y2={y(mark)} />
          <text class="axis" x={LEFT - 6} y={y(mark) + 4} text-anchor="end">
            {mark}
          </text>
        </g>
      ))}
      <polygon class="gauge-possible" points={[...least, ...most.reverse()].join(' ')} />
      <polyline class="line" points={least.join(' ')} />
      {known.map(({ at, score }) => (
        <g key={at}>
          <circle class="dot" cx={x(at)} cy={y(score.atLeast)} r="4" />
          <text
            class="axis"
            x={x(at)}
            y={HEIGHT - 6}
            text-anchor={at === 0 ? 'start' : at === scores.length - 1 ? 'end' : 'middle'}
          >
            {when[at]}
          </text>
        </g>
      ))}
    </svg>
  )
}
