import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rank } from '../../src/core/badge.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { DatasetRecord, ResourceRecord } from '../../src/core/ledger.ts'
import type { Cause, DatasetPlan } from '../../src/core/mending.ts'
import { hostOf } from '../../src/core/place.ts'
import {
  effortsWith,
  loadProfile,
  planMending,
  profileIds,
  rejudge,
  summarise,
} from '../../src/score/index.ts'
import { records, SCOPES, TEXTS } from './random-ledger.ts'

type Answers = Pick<ResourceRecord, 'outcomes' | 'findings'>
type Gone = (finding: Finding, record: DatasetRecord, resource?: ResourceRecord) => boolean

/** The ledger with these findings gone, as an audit after the mending would write it. */
function without(record: DatasetRecord, gone: Gone): DatasetRecord {
  const mend = (answers: Answers, resource?: ResourceRecord): Answers => {
    const outcomes = { ...answers.outcomes }
    const findings = answers.findings.filter((finding) => !gone(finding, record, resource))
    for (const { rule } of answers.findings.filter((finding) => !findings.includes(finding))) {
      const left = findings.filter((finding) => finding.rule === rule).map(({ outcome }) => outcome)
      outcomes[rule] = left.includes('fail') ? 'fail' : left.includes('unknown') ? 'unknown' : 'pass'
    }
    return { outcomes, findings }
  }
  return {
    ...record,
    ...mend(record),
    resources: record.resources.map((resource) => ({ ...resource, ...mend(resource, resource) })),
  }
}

const isAt =
  (causes: readonly Cause[]): Gone =>
  (finding, record, resource) =>
    causes.some(
      ({ rule, messageId, host, contact }) =>
        rule === finding.rule &&
        messageId === finding.messageId &&
        (host === undefined || (resource !== undefined && hostOf(resource.link.finalUrl) === host)) &&
        (contact === undefined || record.publisher === contact),
    )

describe.each(profileIds())('a plan under %s', (name) => {
  const profile = loadProfile(name)
  const planned = (list: readonly DatasetRecord[]) =>
    planMending({ rules: TEXTS }, list, { profile, scopes: SCOPES, efforts: effortsWith() })

  it('has after each step the score of the ledger mended so far', async () => {
    await fc.assert(
      fc.asyncProperty(records(profile), async (list) => {
        const { bodies } = await planned(list)
        const now = await summarise(list, profile)
        for (const plan of bodies) {
          const own = list.filter((record) => record.body.id === plan.body.id)
          expect(plan.score).toEqual(now.bodies.find(({ body }) => body.id === plan.body.id)?.score)
          for (const at of plan.steps.keys()) {
            const causes = plan.steps.slice(0, at + 1).flatMap((step) => step.causes)
            const mended = own.map((record) => rejudge(without(record, isAt(causes)), profile, SCOPES))
            expect((await summarise(mended, profile)).bodies[0]?.score).toEqual(plan.steps[at]!.score)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('leaves nothing to gain: mending everything that can be mended gives no more', async () => {
    await fc.assert(
      fc.asyncProperty(records(profile), async (list) => {
        const { bodies } = await planned(list)
        const everything = list.map((record) =>
          rejudge(
            without(record, ({ rule, messageId, outcome }) => {
              const own = TEXTS.find(({ id }) => id === rule)?.messages[messageId] !== undefined
              const effort = effortsWith()[`${rule}#${messageId}`]
              return own && effort !== null && (outcome !== 'pass' || name !== 'measure-2017')
            }),
            profile,
            SCOPES,
          ),
        )
        const best = await summarise(everything, profile)
        for (const { body, score, steps } of bodies)
          expect(steps.at(-1)?.score ?? score).toEqual(
            best.bodies.find((each) => each.body.id === body.id)?.score,
          )
      }),
      { numRuns: 60 },
    )
  })

  it('needs every one of the fixes it gives a dataset, and with them reaches what it says', async () => {
    const mended = (record: DatasetRecord, fixes: DatasetPlan['fixes']) =>
      rejudge(
        without(record, ({ rule, messageId }) =>
          fixes.some((fix) => fix.rule === rule && fix.messageId === messageId),
        ),
        profile,
        SCOPES,
      ).badge
    await fc.assert(
      fc.asyncProperty(records(profile), async (list) => {
        const { datasets } = await planned(list)
        expect(datasets.map(({ id }) => id).sort()).toEqual(
          list
            .filter(({ badge }) => badge.atLeast !== 'gold')
            .map(({ id }) => id)
            .sort(),
        )
        for (const { id, badge, fixes, reaches } of datasets) {
          const record = list.find((each) => each.id === id)!
          expect(mended(record, fixes)).toEqual(reaches)
          if (fixes.length > 0)
            expect(rank(reaches.atLeast) + rank(reaches.atMost)).toBeGreaterThan(
              rank(badge.atLeast) + rank(badge.atMost),
            )
          const rules = new Set(fixes.map(({ rule, messageId }) => `${rule}#${messageId}`))
          for (const key of rules)
            expect(
              mended(
                record,
                fixes.filter((fix) => `${fix.rule}#${fix.messageId}` !== key),
              ),
            ).not.toEqual(reaches)
        }
      }),
      { numRuns: 60 },
    )
  })
})
