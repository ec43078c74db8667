import type { ComponentChildren } from 'preact'
import { scrolling } from './roles.ts'

/** A wide table scrolls by itself, by keyboard as well. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div {...scrolling(label)} class="scroll">
      {children}
    </div>
  )
}
