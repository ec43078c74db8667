import type { CatalogueEntry, CatalogueProblem } from './catalogue.ts'
import { formatName, formatNamed, INTERFACES } from './format.ts'
import { type Frequency, parseFrequency } from './frequency.ts'
import type { Body } from './ledger.ts'

/** Which 參獎機關 a 提供機關 counts under, and what told it: the user, its name, an older or shorter one, its unit, its OID, its links. */
export interface Mapping {
  readonly body: Body
  readonly by: 'override' | 'name' | 'rename' | 'unit' | 'oid' | 'host' | 'unmapped'
}

export interface PublisherCount extends Mapping {
  readonly publisher: string
  readonly datasets: number
  readonly resources: number
}

export interface FormatCount {
  /** 檔案格式 as written; empty when none is. */
  readonly declared: string
  /** Null for a word that is not known. */
  readonly understood: string | null
  readonly resources: number
}

export interface FrequencyCount {
  /** 更新頻率 as written; empty when none is. */
  readonly declared: string
  readonly understood: Frequency['kind']
  /** 每 n 單位, where it is that. */
  readonly every?: { readonly n: number; readonly unit: string }
  readonly datasets: number
}

/** What was understood of a catalogue. */
export interface Overview {
  readonly datasets: number
  readonly resources: number
  readonly publishers: readonly PublisherCount[]
  readonly formats: readonly FormatCount[]
  readonly frequencies: readonly FrequencyCount[]
  readonly problems: { readonly count: number; readonly first: readonly CatalogueProblem[] }
  /** Values of the three lists that are counted nowhere, because the list was full. */
  readonly uncounted: number
}

/** A catalogue of the whole country has 800 publishers and a few dozen words for formats. */
const MAX_KEYS = 5_000
const MAX_PROBLEMS = 1_000

export interface OverviewBuilder {
  add(entry: CatalogueEntry): void
  finish(): Overview
}

type Count<T> = { -readonly [Key in keyof T]: T[Key] }

export function createOverview(
  mappingOf: (publisher: string, urls: readonly string[], oid?: string) => Mapping,
): OverviewBuilder {
  let datasets = 0
  let resources = 0
  let uncounted = 0
  const publishers = new Map<string, Count<PublisherCount>>()
  const formats = new Map<string, Count<FormatCount>>()
  const frequencies = new Map<string, Count<FrequencyCount>>()
  const problems: CatalogueProblem[] = []
  let problemCount = 0

  /** The entry of a key, made when it is new; undefined when the list is full. */
  const counted = <T>(map: Map<string, T>, key: string, make: () => T): T | undefined => {
    const known = map.get(key)
    if (known) return known
    if (map.size >= MAX_KEYS) {
      uncounted++
      return undefined
    }
    const made = make()
    map.set(key, made)
    return made
  }

  return {
    add(entry) {
      if (entry.kind === 'catalogue-problem') {
        problemCount++
        if (problems.length < MAX_PROBLEMS) problems.push(entry)
        return
      }
      const { dataset } = entry
      const { publisher } = dataset
      datasets++
      resources += dataset.resources.length
      const mapping = mappingOf(
        publisher,
        dataset.resources.map(({ url }) => url),
        dataset.extra['publisherOID'],
      )
      // Bare unit names (社會處) belong to different bodies.
      const body = counted(publishers, `${publisher}\n${mapping.body.id}`, () => ({
        publisher,
        ...mapping,
        datasets: 0,
        resources: 0,
      }))
      if (body) {
        body.datasets++
        body.resources += dataset.resources.length
      }
      for (const resource of dataset.resources) {
        const declared = resource.format?.trim() ?? ''
        const format = counted(formats, declared, () => ({
          declared,
          understood: understoodFormat(declared),
          resources: 0,
        }))
        if (format) format.resources++
      }
      const declared = dataset.updateFrequency?.trim() ?? ''
      const frequency = counted(frequencies, declared, () => ({
        declared,
        ...understoodFrequency(declared),
        datasets: 0,
      }))
      if (frequency) frequency.datasets++
    },
    finish: () => ({
      datasets,
      resources,
      publishers: [...publishers.values()].sort((a, b) => b.datasets - a.datasets),
      formats: [...formats.values()].sort((a, b) => b.resources - a.resources),
      frequencies: [...frequencies.values()].sort((a, b) => b.datasets - a.datasets),
      problems: { count: problemCount, first: problems },
      uncounted,
    }),
  }
}

function understoodFormat(declared: string): string | null {
  const format = formatNamed(declared)
  if (format) return formatName(format)
  // Promises nothing, and is understood all the same.
  if (declared === '其他') return declared
  return INTERFACES.has(declared.toLowerCase()) ? 'API' : null
}

function understoodFrequency(declared: string): Pick<FrequencyCount, 'understood' | 'every'> {
  const frequency = parseFrequency(declared)
  return {
    understood: frequency.kind,
    ...(frequency.kind === 'every' && { every: { n: frequency.n, unit: frequency.unit } }),
  }
}
