import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { usePage, useWords } from '../page.ts'

interface Props<T> {
  items: readonly T[]
  step: number
  children: (shown: readonly T[]) => ComponentChildren
}

/** The first `step` items and a button for the next ones: thousands stay light without a scroll library. */
export function Paged<T>({ items, step, children }: Props<T>) {
  const { say, number } = useWords()
  const { printing } = usePage()
  const [count, setCount] = useState(step)
  useEffect(() => setCount(step), [items])
  const rest = items.length - count
  return (
    <>
      {children(items.slice(0, count))}
      {rest > 0 && printing && <p class="note">{say('rest', { n: number(rest) })}</p>}
      {rest > 0 && !printing && (
        <button type="button" class="more" onClick={() => setCount(count + step)}>
          {say('more', { n: number(Math.min(step, rest)), rest: number(rest) })}
        </button>
      )}
    </>
  )
}
