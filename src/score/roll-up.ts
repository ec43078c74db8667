import type { CommonCause, RollUp, Unseen } from '../core/analysis.ts'
import type { Indicator } from '../core/badge.ts'
import type { Finding } from '../core/finding.ts'
import type { DatasetRecord, ResourceRecord, RuleText } from '../core/ledger.ts'
import { hostOf, type Place } from '../core/place.ts'
import { contactOf } from './plan/causes.ts'

/** Causes told; the rest is counted. */
const MAX_CAUSES = 500
/** Datasets named of each cause. */
const MAX_IDS = 10
/** Where the server is at fault rather than who made the file. */
const ON_SERVER: ReadonlySet<Indicator> = new Set(['link', 'download'])

type Growing<T> = { -readonly [Key in keyof T]: T[Key] }
type Cause = Growing<Omit<CommonCause, 'bodies' | 'first'>> & { bodies: Set<string>; first: string[] }

/** Adds findings up by what is behind them, as datasets pass. */
export function createRollUp(rules: readonly RuleText[]) {
  const texts = new Map(rules.map((rule) => [rule.id, rule]))
  const causes = new Map<string, Cause>()
  const unseen = new Map<string, Growing<Unseen>>()

  function place(indicator: Indicator, { data }: Finding, record: DatasetRecord, of?: ResourceRecord): Place {
    if (!of || !ON_SERVER.has(indicator)) return { contact: contactOf(record) }
    return { host: hostOf(typeof data['url'] === 'string' ? data['url'] : of.link.finalUrl) }
  }

  function causeOf(finding: Finding, record: DatasetRecord, resource?: ResourceRecord): Cause | undefined {
    const { rule, messageId, outcome } = finding
    const text = texts.get(rule)
    // What is no message of its rule is a reason why nobody could look.
    if ((outcome !== 'fail' && outcome !== 'unknown') || !text?.messages[messageId]) return undefined
    const where = place(text.indicator, finding, record, resource)
    const key = [rule, messageId, outcome, where.host, where.contact].join('\n')
    const known = causes.get(key)
    if (known) return known
    const counts = { datasets: 0, resources: 0, bodies: new Set<string>(), first: [] }
    const made: Cause = { rule, messageId, outcome, ...where, ...counts }
    causes.set(key, made)
    return made
  }

  function reasonOf({ rule, messageId, outcome }: Finding): Growing<Unseen> | undefined {
    if (outcome !== 'unknown' || texts.get(rule)?.messages[messageId]) return undefined
    const known = unseen.get(messageId) ?? { messageId, datasets: 0, resources: 0 }
    unseen.set(messageId, known)
    return known
  }

  return {
    add(record: DatasetRecord): void {
      const met = new Set<Cause | Growing<Unseen>>()
      const look = (findings: readonly Finding[], resource?: ResourceRecord) => {
        const here = new Set<Cause | Growing<Unseen>>()
        for (const finding of findings) {
          const found = causeOf(finding, record, resource) ?? reasonOf(finding)
          if (found) here.add(found)
        }
        for (const found of here) {
          if (resource) found.resources++
          met.add(found)
        }
      }
      look(record.findings)
      for (const resource of record.resources) look(resource.findings, resource)
      for (const found of met) {
        found.datasets++
        if (!('bodies' in found)) continue
        found.bodies.add(record.body.id)
        if (found.first.length < MAX_IDS) found.first.push(record.id)
      }
    },
    finish: (): RollUp => ({
      causes: {
        count: causes.size,
        first: [...causes.entries()]
          .sort(([a, one], [b, two]) => bySize(one, two) || (a < b ? -1 : 1))
          .slice(0, MAX_CAUSES)
          .map(([, { bodies, ...cause }]) => ({ ...cause, bodies: bodies.size })),
      },
      unseen: [...unseen.values()].sort((a, b) => bySize(a, b) || (a.messageId < b.messageId ? -1 : 1)),
    }),
  }
}

type Size = Pick<Unseen, 'datasets' | 'resources'>

/** What is about whole datasets has no resources, and weighs as much as if each had one. */
const sizeOf = ({ resources, datasets }: Size): number => Math.max(resources, datasets)

const bySize = (a: Size, b: Size): number => sizeOf(b) - sizeOf(a) || b.datasets - a.datasets
