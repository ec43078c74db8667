import fc from 'fast-check'
import { RULES } from '../../rules/index.ts'
import type { Outcome } from '../../src/core/badge.ts'
import type { Finding } from '../../src/core/finding.ts'
import { fingerprint } from '../../src/core/finding.ts'
import type { DatasetRecord, ResourceRecord } from '../../src/core/ledger.ts'
import { ruleText } from '../../src/core/record.ts'
import type { AnyRule } from '../../src/core/rule.ts'
import type { Profile } from '../../src/score/index.ts'
import { rejudge } from '../../src/score/index.ts'
import { body, dataset, resource } from './make.ts'

export const TEXTS = RULES.map(ruleText)
export const SCOPES = new Map(RULES.map((rule): [string, AnyRule['about']] => [rule.id, rule.about]))

type Answers = Pick<ResourceRecord, 'outcomes' | 'findings'>

const HOSTS = ['https://a.gov.tw/x', 'https://b.gov.tw/y']

/** Answers as the engine gives them: a failure has failing findings, an unknown has one, advice goes with a pass. */
function answer(rule: AnyRule, scope: string): fc.Arbitrary<[Outcome, Finding[]]> {
  const found = (messageId: string, outcome: Outcome): Finding => ({
    rule: rule.id,
    messageId,
    outcome,
    severity: outcome === 'pass' ? 'advice' : 'blocking',
    data: {},
    fingerprint: fingerprint(scope, rule.id, messageId, {}),
  })
  const message = fc.constantFrom(...Object.keys(rule.messages))
  const none: fc.Arbitrary<[Outcome, Finding[]]> = fc
    .constantFrom<Outcome>('pass', 'not-applicable')
    .map((o) => [o, []])
  return fc.oneof(
    { weight: 12, arbitrary: none },
    {
      weight: 2,
      arbitrary: fc
        .uniqueArray(message, { minLength: 1, maxLength: 2 })
        .map((ids): [Outcome, Finding[]] => ['fail', ids.map((id) => found(id, 'fail'))]),
    },
    { weight: 1, arbitrary: message.map((id): [Outcome, Finding[]] => ['pass', [found(id, 'pass')]]) },
    { weight: 1, arbitrary: message.map((id): [Outcome, Finding[]] => ['unknown', [found(id, 'unknown')]]) },
    {
      weight: 1,
      arbitrary: fc.constant<[Outcome, Finding[]]>(['unknown', [found('not-fetched', 'unknown')]]),
    },
  )
}

const answers = (about: AnyRule['about'], scope: string): fc.Arbitrary<Answers> => {
  const rules = RULES.filter((rule) => rule.about === about)
  return fc.tuple(...rules.map((rule) => answer(rule, scope))).map((given) => ({
    outcomes: Object.fromEntries(rules.map((rule, at) => [rule.id, given[at]![0]])),
    findings: given.flatMap(([, findings]) => findings),
  }))
}

const resourceOf = (dataset: string, url: string): fc.Arbitrary<ResourceRecord> =>
  fc
    .tuple(answers('resource', `${dataset} ${url}`), fc.constantFrom(null, 'a'.repeat(64), 'b'.repeat(64)))
    .map(([given, sha256]) =>
      resource({ url, ...given, sha256, link: { ...resource().link, finalUrl: url } }),
    )

const datasetOf = (id: string, profile: Profile): fc.Arbitrary<DatasetRecord> =>
  fc
    .record({
      publisher: fc.constantFrom('內政部', '內政部移民署'),
      title: fc.constantFrom('甲', '乙'),
      given: answers('dataset', id),
      body: fc.constantFrom(body('moi'), body('mol')),
      resources: fc
        .integer({ min: 0, max: 2 })
        .chain((count) => fc.tuple(...HOSTS.slice(0, count).map((url) => resourceOf(id, url)))),
    })
    .map(({ given, ...rest }) => rejudge(dataset({ id, ...rest, ...given }), profile, SCOPES))

/** Datasets as an audit under this profile would have left them; ids from 1 on, some left out. */
export const records = (profile: Profile): fc.Arbitrary<DatasetRecord[]> =>
  fc
    .tuple(
      ...Array.from({ length: 8 }, (_, at) => fc.option(datasetOf(String(at + 1), profile), { freq: 3 })),
    )
    .map((all) => all.filter((one) => one !== null))
