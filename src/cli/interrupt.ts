import { EXIT } from './exit-code.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Runs `stop` at the first signal and leaves at the second. @returns what takes the listeners away again. */
export function onInterrupt(stop: () => void): () => void {
  let asked = false
  const listener = () => {
    if (asked) process.exit(EXIT.interrupted)
    asked = true
    stop()
  }
  for (const signal of SIGNALS) process.on(signal, listener)
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener)
  }
}

/** Hands items on until the signal. What is under way then is not waited for: a server may never answer. */
export async function* until<Item>(signal: AbortSignal, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]()
  const stopped = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  while (!signal.aborted) {
    const next = iterator.next()
    // Its connection is closed under it when nobody waits any more.
    next.catch(() => undefined)
    const result = await Promise.race([next, stopped])
    if (!result || result.done) return
    yield result.value
  }
}
