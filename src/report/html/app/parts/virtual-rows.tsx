import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ROW_GROUP } from './roles.ts'

interface Props {
  count: number
  /** Of each row, in rem. */
  height: number
  children: (position: number) => ComponentChildren
}

/** Rows beyond the window on either side, so that Tab and a fast wheel find them there. */
const BEYOND = 10

/** As many rows as the window shows, in a space as high as all of them. */
export function VirtualRows({ count, height, children }: Props) {
  const space = useRef<HTMLDivElement>(null)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const row = Math.round(height * rem)
  const [[from, to], setRange] = useState<readonly [number, number]>([0, 2 * BEYOND])

  useEffect(() => {
    const look = () => {
      const top = space.current?.getBoundingClientRect().top ?? 0
      const first = Math.max(0, Math.floor(-top / row) - BEYOND)
      const last = Math.max(first, Math.ceil((innerHeight - top) / row) + BEYOND)
      setRange((range) => (range[0] === first && range[1] === last ? range : [first, last]))
    }
    look()
    addEventListener('scroll', look, { passive: true })
    // What stands above may grow, when the window does not.
    const growth = new ResizeObserver(look)
    growth.observe(document.body)
    return () => {
      growth.disconnect()
      removeEventListener('scroll', look)
    }
  }, [row, count])

  const shown = []
  for (let at = Math.min(from, count); at < Math.min(to, count); at++) shown.push(children(at))
  return (
    <div ref={space} class="space" {...ROW_GROUP} style={{ height: `${count * row}px`, '--row': `${row}px` }}>
      <div
        class="slice"
        role="presentation"
        style={{ transform: `translateY(${Math.min(from, count) * row}px)` }}
      >
        {shown}
      </div>
    </div>
  )
}
