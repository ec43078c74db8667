import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { RULES } from '../../rules/index.ts'
import type { Content } from '../../src/core/artifacts.ts'
import type { Dataset, Resource } from '../../src/core/catalogue.ts'
import type { Exchange } from '../../src/core/exchange.ts'
import type { Finding, Location } from '../../src/core/finding.ts'
import type { Verdict } from '../../src/core/judge.ts'
import { judgeParts } from '../../src/core/judge-parts.ts'
import { type Data, LANGUAGES, type Localised, render } from '../../src/core/localised.ts'
import { seen, unseen } from '../../src/core/observed.ts'
import { REASONS, type ReasonCode } from '../../src/core/reason.ts'
import type { AnyResourceRule, Message, ResourceRule, Subject } from '../../src/core/rule.ts'
import type { Service } from '../../src/core/service.ts'
import { withFaultWords } from '../../src/core/syntax-faults.ts'
import { bytesSource, inspect, type Source } from '../../src/inspect/index.ts'
import { plan } from '../../src/plan/index.ts'

export interface Case {
  readonly name: string
  readonly body: string | Buffer
  /** iconv-lite's name; UTF-8 without it. */
  readonly encode?: string
  /** False: a cap cut the body here. */
  readonly whole?: boolean
  readonly claims?: Partial<Resource>
  readonly dataset?: Partial<Dataset>
  /** How the link answered, where that is not the plainest way. */
  readonly exchange?: Partial<Exchange>
  /** What the service said when it was asked more. */
  readonly service?: Service
}

/** What must be found: this message with (at least) these values, and nothing but `also` besides. */
export interface Found<MessageId extends string> extends Case {
  readonly messageId: MessageId
  readonly data?: Data
  readonly at?: Location
  readonly also?: readonly MessageId[]
}

export interface Tables<MessageId extends string> {
  /** Claims of every case that does not make its own. */
  readonly claims?: Partial<Resource>
  readonly pass: readonly Case[]
  readonly fail?: readonly Found<MessageId>[]
  readonly advice?: readonly Found<MessageId>[]
  readonly unknown?: readonly Found<ReasonCode | MessageId>[]
  readonly notApplicable?: readonly Case[]
}

const OUTCOMES = {
  pass: 'pass',
  fail: 'fail',
  advice: 'pass',
  unknown: 'unknown',
  notApplicable: 'not-applicable',
} as const
type Kind = keyof typeof OUTCOMES

/** Registers the cases of one rule: bytes through the real inspectors, in one block and byte by byte. */
export function testRule<MessageId extends string>(
  // biome-ignore lint/suspicious/noExplicitAny: rules of every need are tested alike
  rule: ResourceRule<any, MessageId>,
  tables: Tables<MessageId>,
): void {
  const seenBefore = new Set<string>()
  const covered = new Set<string>()

  describe(rule.id, () => {
    for (const kind of Object.keys(OUTCOMES) as Kind[]) {
      for (const given of tables[kind] ?? []) {
        const { whole, claims, dataset, exchange, service } = given
        const key = JSON.stringify([
          bytesOf(given).toString('hex'),
          whole,
          claims,
          dataset,
          exchange,
          service,
        ])
        if (seenBefore.has(key)) throw new Error(`${rule.id}: 「${given.name}」 comes twice`)
        seenBefore.add(key)
        const wanted = wantedOf(kind, given)
        const own = wanted[0]?.messageId
        if (own !== undefined && own in rule.messages) covered.add(own)
        test(`${kind}: ${given.name}`, async () => {
          const verdict = await verdictOf(rule, { claims: { ...tables.claims }, ...given })
          expect(verdict, JSON.stringify(verdict.findings)).toMatchObject({
            outcome: OUTCOMES[kind],
            crashed: false,
          })
          expect(verdict.findings.map(({ messageId }) => messageId)).toEqual(wanted.map((w) => w.messageId))
          expect(verdict.findings).toMatchObject(wanted)
          for (const finding of verdict.findings) expectFilled(rule.messages, finding)
        })
      }
    }
    test('every message has a case', () => {
      expect([...covered].sort()).toEqual(Object.keys(rule.messages).sort())
    })
  })
}

const bytesOf = ({ body, encode }: Case): Buffer =>
  typeof body === 'string' ? iconv.encode(body, encode ?? 'utf8') : body

function wantedOf(kind: Kind, given: Case | Found<string>) {
  if (!('messageId' in given) || kind === 'pass' || kind === 'notApplicable') return []
  const { messageId, data, at, also = [] } = given
  const outcome = OUTCOMES[kind]
  return [
    { messageId, outcome, ...(data && { data }), ...(at && { at }) },
    ...also.map((other) => ({ messageId: other })),
  ]
}

/** The verdict of one rule on one case. */
export async function verdictOf(rule: AnyResourceRule, given: Case): Promise<Verdict> {
  const resource: Resource = { id: '1', url: 'https://data.example.gov.tw/download', ...given.claims }
  const dataset: Dataset = {
    id: '1',
    title: '資料集',
    publisher: '機關',
    extra: {},
    resources: [resource],
    ...given.dataset,
  }
  const { needs, hint } = plan(dataset, RULES)[0]!
  const bytes = bytesOf(given)
  const source = (blocks: () => Iterable<Buffer>): Source => ({
    ...bytesSource(bytes, given.whole ?? true),
    blocks,
  })
  const hints = hint ? { format: hint } : {}
  const inspection = await inspect(
    source(() => [bytes]),
    hints,
    needs,
  )
  const singly = source(() => Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))
  expect(await inspect(singly, hints, needs, { blockSize: 1 }), 'fed byte by byte').toEqual(inspection)

  const exchange: Exchange = {
    kind: 'http',
    url: resource.url,
    finalUrl: resource.url,
    hops: [],
    at: '',
    elapsed: 0,
    ...given.exchange,
  }
  const subjectOf = (content: Content): Subject => ({
    dataset,
    resource,
    now: 0,
    origin: exchange.kind,
    partial: content.shape.seen && !content.shape.whole,
    ...(content.bytes.seen && { format: content.bytes.value.format }),
    ...(content.text.seen && { encoding: content.text.value.encoding }),
  })
  const service = given.service ? seen(given.service) : unseen('not-asked')
  return judgeParts([rule], inspection, seen(exchange), subjectOf, 'test', service).verdicts[0]!
}

/** A place that its data does not fill would reach the reader as `{name}`. */
function expectFilled(messages: Readonly<Record<string, Message>>, { messageId, data }: Finding) {
  const templates: readonly Localised[] = messages[messageId]
    ? [messages[messageId].text, messages[messageId].remedy]
    : [REASONS[messageId as ReasonCode]]
  for (const template of templates) {
    for (const language of LANGUAGES) {
      const worded = withFaultWords(data, language)
      const text = render(template, worded, language)
      for (const [place, name] of template[language].matchAll(/\{(\w+)\}/g))
        expect(Object.keys(worded), `${place} in ${language}: ${text}`).toContain(name)
      expect(text).not.toMatch(/undefined|NaN|\[object/)
    }
  }
}
