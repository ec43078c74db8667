import type { ContentMemory } from './content-memory.ts'
import { type Content, type Inspection, nothingSeen } from './core/artifacts.ts'
import type { Contact, Dataset } from './core/catalogue.ts'
import {
  type Ask,
  confirmed,
  type Exchange,
  type Body as Fetched,
  FILE_FAILURES,
  isConfirmable,
  type LinkHistory,
} from './core/exchange.ts'
import { judgeDataset, type Verdict } from './core/judge.ts'
import { judgeParts } from './core/judge-parts.ts'
import type { DatasetRecord, HostRecord, ResourceRecord } from './core/ledger.ts'
import { newestOf } from './core/newest.ts'
import { seen, unseen } from './core/observed.ts'
import type { ReasonCode } from './core/reason.ts'
import { holdsUntilRecord, portalRecord, resourceRecord, verdictRecord } from './core/record.ts'
import type { Answer, AnyDatasetRule, AnyResourceRule, AnyRule, Subject } from './core/rule.ts'
import { hideSecrets } from './core/secrets.ts'
import { starsOf } from './core/stars.ts'
import { bodySource, inspect } from './inspect/index.ts'
import { plan, type Task } from './plan/index.ts'
import type { Probe } from './probe.ts'
import { badgeOf, bodyOf, indicatorsOf, intersect, type Profile, withPortal } from './score/index.ts'

export interface Policy {
  readonly rules: readonly AnyRule[]
  readonly profile: Profile
  /** The moment to judge against, milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
  /** What earlier audits saw of a link; it was working when there is no `failingSince`. */
  readonly history?: (url: string) => Partial<LinkHistory> | undefined
  /** What earlier audits saw of content; judged anew all the same. */
  readonly memory?: ContentMemory
  /** What differs for the datasets of a publisher. */
  readonly forPublisher?: (publisher: string) => {
    readonly rules: readonly AnyRule[]
    readonly profile: Profile
    /** For datasets whose catalogue names nobody. */
    readonly contact?: Contact
  }
  /** Which 參獎機關 a publisher counts under, where that is not what {@link bodyOf} says. */
  readonly bodyOf?: typeof bodyOf
  /** Asks data services more than their own address. */
  readonly probe?: Probe
}

/** Where content comes from: the network, a file, a recording. */
export interface Origin {
  fetch(url: string, ask?: Ask): Promise<{ readonly exchange: Exchange; readonly body?: Fetched }>
  release(body: Fetched): Promise<void>
  /** A file that a catalogue on this machine names; without it there are none. */
  open?(path: string): Promise<{ readonly exchange: Exchange; readonly body?: Fetched }>
  /** How each host was treated so far. */
  statistics?(): readonly HostRecord[]
}

/** A dataset as one look found it. */
export interface Examination {
  readonly record: DatasetRecord
  /** Present when a link failed: looks at the failed ones again, in a later window, before they count as broken. */
  readonly confirm?: () => Promise<DatasetRecord>
}

interface Look {
  readonly task: Task
  readonly exchange: Exchange
  readonly record: ResourceRecord
  readonly verdicts: readonly Verdict[]
}

/** One dataset: plan ─▶ fetch ─▶ inspect ─▶ rules ─▶ badge. Resources go one after the other. */
export async function examine(dataset: Dataset, origin: Origin, general: Policy): Promise<Examination> {
  const { contact, ...own } = general.forPublisher?.(dataset.publisher) ?? {}
  const policy = { ...general, ...own, ...(contact && { contact }) }
  const looks: Look[] = []
  for (const task of plan(dataset, policy.rules)) looks.push(await look(dataset, task, origin, policy))
  const record = datasetRecord(dataset, looks, policy)
  if (!looks.some(({ exchange }) => isConfirmable(exchange))) return { record }
  return {
    record,
    async confirm() {
      const again: Look[] = []
      for (const first of looks)
        again.push(
          isConfirmable(first.exchange)
            ? await look(dataset, first.task, origin, policy, first.exchange)
            : first,
        )
      return datasetRecord(dataset, again, policy)
    },
  }
}

function datasetRecord(
  dataset: Dataset,
  looks: readonly Look[],
  policy: Policy & { readonly contact?: Contact },
): DatasetRecord {
  const answers = looks.map(({ task, exchange, record }): Answer => {
    const newest = newestOf(record)
    return { resource: task.resource, exchange, ...(newest && { newest }) }
  })
  const resources = looks.map(({ record }) => record)
  const verdicts = policy.rules
    .filter((rule): rule is AnyDatasetRule => rule.about === 'dataset')
    .map((rule) => judgeDataset(rule, answers, { dataset, now: policy.now }, dataset.id))
  const whole = indicatorsOf(verdicts, policy.profile)
  const indicators = intersect(
    resources.map((resource) => resource.indicators),
    whole,
    policy.profile,
  )
  const portal = portalRecord(dataset)
  const stars = starsOf(resources)
  const urls = dataset.resources.map(({ url }) => url)
  const contact = dataset.contact ?? policy.contact
  const judged: DatasetRecord = {
    kind: 'dataset',
    id: dataset.id,
    title: dataset.title,
    publisher: dataset.publisher,
    body: (policy.bodyOf ?? bodyOf)(dataset.publisher, urls, dataset.extra['publisherOID']),
    ...(contact && { contact }),
    ...(dataset.updateFrequency !== undefined && { updateFrequency: dataset.updateFrequency }),
    ...(dataset.issued !== undefined && { issued: dataset.issued }),
    ...(dataset.modified !== undefined && { modified: dataset.modified }),
    ...(dataset.fields !== undefined && { fields: dataset.fields }),
    ...(portal && { portal }),
    ...(stars !== undefined && { stars }),
    badge: badgeOf(indicators, policy.profile),
    indicators,
    ...verdictRecord(verdicts),
    ...holdsUntilRecord([...verdicts, ...looks.flatMap((look) => look.verdicts)]),
    resources,
  }
  return withPortal(judged, policy.profile)
}

/** @param first what the first window saw, when this is the second. */
async function look(
  dataset: Dataset,
  task: Task,
  origin: Origin,
  policy: Policy,
  first?: Exchange,
): Promise<Look> {
  const { resource, needs, hint } = task
  const { memory } = policy
  const before = await memory?.recall(task)
  const { exchange: fetched, body } = await (resource.path === undefined
    ? origin.fetch(resource.url, {
        window: first ? 2 : 1,
        claim: `${dataset.id} ${dataset.position ?? ''} ${resource.id}`,
        ...(before && { known: before.known }),
      })
    : openLocal(origin, resource.path))
  const exchange = remembered(first ? confirmed(first, fetched) : fetched, policy)
  try {
    const inspected = (body: Fetched) => facts(body, hint, needs)
    const inspection = body
      ? await (memory?.content(task, fetched, body, inspected) ?? inspected(body))
      : before && exchange.unchanged
        ? before.use()
        : unfetched(exchange)
    const subjectOf = (content: Content): Subject => ({
      dataset,
      resource,
      now: policy.now,
      origin: exchange.kind,
      partial: content.shape.seen && !content.shape.whole,
      ...(content.bytes.seen && { format: content.bytes.value.format }),
      ...(content.text.seen && { encoding: content.text.value.encoding }),
    })
    const rules = policy.rules.filter((rule): rule is AnyResourceRule => rule.about === 'resource')
    const service = exchange.failure ? undefined : await policy.probe?.(dataset, resource, inspection)
    const scope = `${dataset.id} ${hideSecrets(resource.url)}`
    const judged = judgeParts(rules, inspection, seen(exchange), subjectOf, scope, service)
    const indicators = (verdicts: readonly Verdict[]) => indicatorsOf(verdicts, policy.profile)
    const { verdicts } = judged
    return { task, exchange, verdicts, record: resourceRecord(judged, exchange, indicators) }
  } finally {
    if (body) await origin.release(body)
  }
}

function openLocal(origin: Origin, path: string) {
  if (!origin.open) throw new Error(`this origin has no files, but the catalogue names ${path}`)
  return origin.open(path)
}

function remembered(exchange: Exchange, { history }: Policy): Exchange {
  const known = exchange.failure && history?.(hideSecrets(exchange.url))
  return known
    ? { ...exchange, history: { ...known, failingSince: known.failingSince ?? exchange.at } }
    : exchange
}

/** A file that can no longer be read, deleted or on a failing disk, is unknown like one that never could be. */
async function facts(body: Fetched, hint: Task['hint'], needs: Task['needs']): Promise<Inspection> {
  try {
    return await inspect(bodySource(body), hint ? { format: hint } : {}, needs)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return { content: nothingSeen(unseen('file-unreadable', { detail: error.message })) }
  }
}

/** Failures that no finding of the link speaks of, or that say more than that nothing came. */
const OWN_REASONS = new Set<string>([
  ...FILE_FAILURES,
  'not-recorded',
  'recording-damaged',
] satisfies ReasonCode[])

const unfetched = ({ failure }: Exchange): Inspection => ({
  content: nothingSeen(
    failure && OWN_REASONS.has(failure.code)
      ? unseen(failure.code as ReasonCode, { detail: failure.detail })
      : unseen('not-fetched'),
  ),
})
