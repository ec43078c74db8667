import { setTimeout } from 'node:timers/promises'
import type { Time } from './host-lane.ts'

/** The system's clock without its jumps: a corrected time of day must not hold a lane up. */
export function monotonicTime(closing: AbortSignal): Time {
  return {
    now: () => performance.now(),
    wait: (milliseconds) => setTimeout(Math.ceil(milliseconds), undefined, { signal: closing }),
  }
}
