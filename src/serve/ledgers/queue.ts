/** One piece of work at a time; what somebody waits for goes before what nobody does. */
export interface Queue {
  /** @param key of equal work only one is done. */
  add<T>(key: string, urgent: boolean, work: (progress: (share: number) => void) => Promise<T>): Promise<T>
  /** Between 0 and 1. */
  progress(key: string): number
}

interface Job {
  readonly key: string
  readonly done: Promise<unknown>
  start(): Promise<void>
  share: number
}

export function createQueue(): Queue {
  const waiting: Job[] = []
  let running: Job | undefined

  function next(): void {
    if (running) return
    running = waiting.shift()
    void running?.start().finally(() => {
      running = undefined
      next()
    })
  }

  return {
    add<T>(key: string, urgent: boolean, work: (progress: (share: number) => void) => Promise<T>) {
      const known = running?.key === key ? running : waiting.find((job) => job.key === key)
      if (known) {
        const at = waiting.indexOf(known)
        if (urgent && at > 0) waiting.unshift(...waiting.splice(at, 1))
        return known.done as Promise<T>
      }
      const { promise, resolve, reject } = withResolvers<T>()
      const job: Job = {
        key,
        done: promise,
        share: 0,
        start: () =>
          work((share) => {
            job.share = share
          }).then(resolve, reject),
      }
      if (urgent) waiting.unshift(job)
      else waiting.push(job)
      next()
      return promise
    },
    progress: (key) => (running?.key === key ? running.share : 0),
  }
}

function withResolvers<T>() {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
