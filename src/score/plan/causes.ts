import type { Finding } from '../../core/finding.ts'
import type { DatasetRecord, ResourceRecord, RuleText } from '../../core/ledger.ts'
import type { Cause } from '../../core/mending.ts'
import { hostOf, type Place } from '../../core/place.ts'
import type { Cost } from './costs.ts'
import { type Effort, type Efforts, effortFor } from './effort.ts'

/** A cause as it grows while the ledger passes by. */
export interface Counted extends Place {
  readonly rule: string
  readonly messageId: string
  readonly effort: Effort
  readonly level: number
  datasets: number
  resources: number
}

/** Every cause met, by number. */
export interface Causes {
  readonly all: readonly Counted[]
  /** The number of the cause behind a finding; nothing when no publisher can mend it. */
  of(finding: Finding, cost: Cost, record: DatasetRecord, resource?: ResourceRecord): number | undefined
}

/** Where one hand mends all: the server for what it answers, the contact for what is in the files. */
const ON_SERVER = new Set(['link', 'download'])

export function createCauses(rules: readonly RuleText[], efforts: Efforts): Causes {
  const texts = new Map(rules.map(({ id, messages }) => [id, messages]))
  const all: Counted[] = []
  const numbers = new Map<string, number>()
  return {
    all,
    of({ rule, messageId, data }, { indicator, level }, record, resource) {
      // What is no message of the rule is a reason why nobody could look.
      const effort = texts.get(rule)?.[messageId] ? effortFor(efforts, rule, messageId) : null
      if (!effort) return undefined
      const served = resource && (effort.per === 'host' || ON_SERVER.has(indicator))
      const place: Place = served
        ? { host: hostOf(typeof data['url'] === 'string' ? data['url'] : resource.link.finalUrl) }
        : { contact: contactOf(record) }
      const key = [record.body.id, rule, messageId, place.host, place.contact].join('\n')
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, all.length)
      return all.push({ rule, messageId, ...place, effort, level, datasets: 0, resources: 0 }) - 1
    },
  }
}

export function contactOf({ contact, publisher }: DatasetRecord): string {
  const { name = '', phone = '' } = contact ?? {}
  return [name, phone].filter(Boolean).join(' ') || publisher
}

/** Minutes for these places of a cause. */
export function minutesFor({ minutes, per }: Effort, datasets: number, resources: number): number {
  if (per === 'host') return minutes
  return minutes * (per === 'dataset' ? datasets : resources || datasets)
}

export function shown({ rule, messageId, host, contact, effort, datasets, resources }: Counted): Cause {
  const minutes = minutesFor(effort, datasets, resources)
  const place = { ...(host !== undefined && { host }), ...(contact !== undefined && { contact }) }
  return { rule, messageId, ...place, datasets, resources, minutes, per: effort.per }
}
