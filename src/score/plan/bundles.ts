/** Causes that pay together: mending all of them brings `points`; a part of them may bring less. */
interface Bundle {
  readonly key: string
  readonly causes: readonly number[]
  readonly minutes: number
  points: number
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
  /** Points of a bundle and its parts, until one of these changes. */
  const sums = new Map<Bundle, number>()

  function sumOf(bundle: Bundle): number {
    const known = sums.get(bundle)
    if (known !== undefined) return known
    const sum = partsOf(bundle).reduce((total, { points }) => total + points, 0)
    sums.set(bundle, sum)
    return sum
  }

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
      const bundle = bundles.get(key) ?? { key, causes, minutes: minutes(causes), points: 0 }
      bundles.set(key, bundle)
      bundle.points += points
      for (const cause of causes) withCause.set(cause, (withCause.get(cause) ?? new Set()).add(bundle))
      // Every bundle that contains this one contains its first cause.
      for (const other of withCause.get(causes[0]!) ?? []) sums.delete(other)
      if (bundle.points > 0) return
      bundles.delete(key)
      for (const cause of causes) withCause.get(cause)?.delete(bundle)
    },
    best() {
      let best: { readonly bundle: Bundle; readonly rate: number; readonly sum: number } | undefined
      for (const bundle of bundles.values()) {
        const sum = sumOf(bundle)
        const rate = sum / bundle.minutes
        const better =
          !best ||
          rate > best.rate ||
          (rate === best.rate && (sum > best.sum || (sum === best.sum && bundle.key < best.bundle.key)))
        if (better) best = { bundle, rate, sum }
      }
      return best?.bundle.causes
    },
  }
}
