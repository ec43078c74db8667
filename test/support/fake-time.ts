import type { Time } from '../../src/fetch/host-lane.ts'

export interface FakeTime extends Time {
  /** Lets milliseconds pass, waking whoever waits in the order of their moments. */
  pass(milliseconds: number): Promise<void>
}

export function fakeTime(): FakeTime {
  let now = 0
  const waiting: { readonly at: number; readonly wake: () => void }[] = []
  return {
    now: () => now,
    wait: (milliseconds) =>
      new Promise((wake) => {
        waiting.push({ at: now + milliseconds, wake })
        waiting.sort((a, b) => a.at - b.at)
      }),
    async pass(milliseconds) {
      const end = now + milliseconds
      for (await settled(); waiting[0] && waiting[0].at <= end; await settled()) {
        const { at, wake } = waiting.shift()!
        now = at
        wake()
      }
      now = end
    },
  }
}

/** Passes by waiting alone: whoever waits finds at once that the moment has come. */
export function hastyTime(): Time {
  let now = 0
  return {
    now: () => now,
    async wait(milliseconds) {
      const moment = now + milliseconds
      await settled()
      now = Math.max(now, moment)
    },
  }
}

/** All that can happen without time passing has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
