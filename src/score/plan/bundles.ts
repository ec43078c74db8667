/** Causes that pay together: mending all of them brings `points`; a part of them may bring less. */
interface Bundle {
  readonly key: string
  readonly causes: readonly number[]
  readonly minutes: number
  points: number
  /** Points of it and its parts, until one of these changes. */
  sum: number | undefined
}

export interface Bundles {
  /** Points for mending exactly these; negative takes them back. */
  add(causes: readonly number[], points: number): void
  /** The bundle with most points per minute, those of its parts included. */
  best(): readonly number[] | undefined
}

export const keyOf = (causes: readonly number[]): string => causes.join(',')

/** Up to here every part of a bundle is looked up; of larger ones the whole list is gone through. */
const MAX_ENUMERATED = 8

/** Points by sets of causes, of which one set may contain another. */
export function createBundles(minutes: (causes: readonly number[]) => number): Bundles {
  const bundles = new Map<string, Bundle>()
  const withCause = new Map<number, Set<Bundle>>()

  const sumOf = (bundle: Bundle): number => partsOf(bundle).reduce((total, { points }) => total + points, 0)

  function partsOf({ causes }: Bundle): Bundle[] {
    if (causes.length > MAX_ENUMERATED) {
      const all = new Set(causes)
      return [...bundles.values()].filter((other) => other.causes.every((cause) => all.has(cause)))
    }
    const parts: Bundle[] = []
    for (let bits = 1; bits < 1 << causes.length; bits++) {
      const part = bundles.get(keyOf(causes.filter((_, at) => bits & (1 << at))))
      if (part) parts.push(part)
    }
    return parts
  }

  return {
    add(causes, points) {
      const key = keyOf(causes)
      const bundle = bundles.get(key) ?? { key, causes, minutes: minutes(causes), points: 0, sum: undefined }
      bundles.set(key, bundle)
      bundle.points += points
      for (const cause of causes) withCause.set(cause, (withCause.get(cause) ?? new Set()).add(bundle))
      // Every bundle that contains this one contains its first cause.
      for (const other of withCause.get(causes[0]!) ?? []) other.sum = undefined
      if (bundle.points > 0) return
      bundles.delete(key)
      for (const cause of causes) withCause.get(cause)?.delete(bundle)
    },
    best() {
      let best: Bundle | undefined
      let most = 0
      let fastest = -1
      for (const bundle of bundles.values()) {
        const sum = bundle.sum ?? sumOf(bundle)
        bundle.sum = sum
        const rate = sum / bundle.minutes
        if (rate < fastest) continue
        if (best && rate === fastest && (sum < most || (sum === most && bundle.key > best.key))) continue
        best = bundle
        most = sum
        fastest = rate
      }
      return best?.causes
    },
  }
}
