import { describe, expect, it } from 'vitest'
import { RULES } from '../rules/index.ts'
import type { Outcome } from '../src/core/badge.ts'
import { examine } from '../src/examine.ts'
import { indicatorsOf, loadProfile } from '../src/score/index.ts'
import { memoryOrigin } from './support/memory-origin.ts'

import { CASES, type Flag } from './support/official-verdicts.ts'

const checker = loadProfile('checker-2017')
const descriptionOnly = {
  ...checker,
  indicators: {
    ...checker.indicators,
    metadata: checker.indicators.metadata.filter((selector) => selector !== 'metadata/encoding-matches'),
  },
}
const FLAGS: Readonly<Record<Outcome, Flag>> = { pass: 1, fail: 0, unknown: 2, 'not-applicable': 2 }

describe('checker-2017 agrees with the official checker', () => {
  it.each(CASES.map((entry) => [entry.id, entry] as const))(
    '%s',
    async (id, { format, encoding, fields, body, official }) => {
      const url = 'https://example.gov.tw/data'
      const dataset = {
        id,
        title: id,
        publisher: '勞動部',
        fields,
        updateFrequency: '不定期',
        resources: [{ id: '1', url, format, encoding }],
        extra: {},
      }
      const { record } = await examine(dataset, await memoryOrigin({ [url]: body }), {
        rules: RULES,
        profile: checker,
        now: 0,
      })
      const resource = record.resources[0]!
      const verdicts = Object.entries(resource.outcomes).map(([rule, outcome]) => ({
        rule,
        outcome,
        findings: resource.findings.filter((finding) => finding.rule === rule),
        crashed: false,
      }))
      const description = indicatorsOf(verdicts, descriptionOnly).metadata
      const matches =
        resource.indicators.download === 'fail' ? 'unknown' : resource.outcomes['metadata/encoding-matches']!
      expect([FLAGS[resource.indicators.structure], FLAGS[matches], FLAGS[description]]).toEqual(official)
    },
  )
})
