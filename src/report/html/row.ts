import { INDICATORS, rank } from '../../core/badge.ts'
import type { DatasetRecord } from '../../core/ledger.ts'
import { hostOf } from '../../core/place.ts'
import { AGREEMENTS } from '../../core/portal.ts'
import { WEIGHTS, weightOf } from '../words.ts'
import { OUTCOME_LETTERS, type Row } from './page-data.ts'

/** @param bodies position of each body's id in the summary; `rules`: of each rule's id in the header. */
export function rowOf(
  record: DatasetRecord,
  bodies: ReadonlyMap<string, number>,
  rules: ReadonlyMap<string, number>,
): Row {
  const { id, title, publisher, body, contact, badge, indicators, portal } = record
  const agreement = portal?.comparison?.agreement
  const hosts = new Set(
    record.resources.flatMap(({ url, link }) =>
      [url, link.finalUrl, ...link.hops.map((hop) => hop.url)].map(hostOf),
    ),
  )
  return [
    id,
    title,
    publisher,
    bodies.get(body.id) ?? -1,
    [contact?.name, contact?.phone, ...hosts].filter(Boolean).join(' '),
    `${rank(badge.atLeast)}${rank(badge.atMost)}` as `${number}`,
    INDICATORS.map((indicator) => OUTCOME_LETTERS[indicators[indicator]]).join(''),
    weighedRules(record, rules),
    agreement === undefined ? -1 : AGREEMENTS.indexOf(agreement),
  ]
}

function weighedRules(record: DatasetRecord, rules: ReadonlyMap<string, number>): number[] {
  const found = new Set<number>()
  for (const { findings } of [record, ...record.resources])
    for (const finding of findings) {
      const rule = rules.get(finding.rule)
      if (rule !== undefined) found.add(rule * WEIGHTS.length + WEIGHTS.indexOf(weightOf(finding)))
    }
  return [...found].sort((a, b) => a - b)
}
