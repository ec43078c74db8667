export interface Part {
  readonly label: string
  readonly count: number
  /** Class that colours the part. */
  readonly kind: string
}

/** Shares of a whole as one bar; the numbers stand beside it as text. */
export function StackedBar({ label, parts }: { label: string; parts: readonly Part[] }) {
  const total = parts.reduce((sum, part) => sum + part.count, 0) || 1
  let x = 0
  return (
    <svg
      class="bar"
      role="img"
      aria-label={`${label}: ${parts.map((part) => `${part.label} ${part.count}`).join(', ')}`}
    >
      {parts.map(({ kind, count }) => {
        const width = (100 * count) / total
        x += width
        return (
          <rect key={kind} class={`tone-${kind}`} x={`${x - width}%`} width={`${width}%`} height="100%" />
        )
      })}
    </svg>
  )
}
