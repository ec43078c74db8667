import { type Content, type Inspection, nothingSeen } from './core/artifacts.ts'
import type { Dataset } from './core/catalogue.ts'
import type { Body, Exchange } from './core/exchange.ts'
import { judgeDataset, type Verdict } from './core/judge.ts'
import { judgeParts } from './core/judge-parts.ts'
import type { DatasetRecord, ResourceRecord } from './core/ledger.ts'
import { seen, unseen } from './core/observed.ts'
import { resourceRecord, verdictRecord } from './core/record.ts'
import type { Answer, AnyDatasetRule, AnyResourceRule, AnyRule, Subject } from './core/rule.ts'
import { hideSecrets } from './core/secrets.ts'
import { fileSource, inspect } from './inspect/index.ts'
import { plan, type Task } from './plan/index.ts'
import { badgeOf, bodyOf, indicatorsOf, intersect, type Profile } from './score/index.ts'

export interface Policy {
  readonly rules: readonly AnyRule[]
  readonly profile: Profile
  /** The moment to judge against, milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
}

/** Where content comes from: the network, a file, later a recording. */
export interface Origin {
  fetch(url: string): Promise<{ readonly exchange: Exchange; readonly body?: Body }>
  release(body: Body): Promise<void>
}

/** One dataset: plan ─▶ fetch ─▶ inspect ─▶ rules ─▶ badge. Resources go one after the other. */
export async function examine(dataset: Dataset, origin: Origin, policy: Policy): Promise<DatasetRecord> {
  const resources: ResourceRecord[] = []
  const answers: Answer[] = []
  for (const task of plan(dataset, policy.rules)) {
    const { exchange, record } = await examineResource(dataset, task, origin, policy)
    answers.push({ resource: task.resource, exchange })
    resources.push(record)
  }
  const verdicts = policy.rules
    .filter((rule): rule is AnyDatasetRule => rule.about === 'dataset')
    .map((rule) => judgeDataset(rule, answers, { dataset, now: policy.now }, dataset.id))
  const whole = indicatorsOf(verdicts, policy.profile)
  const indicators = intersect(
    resources.map((resource) => resource.indicators),
    whole,
    policy.profile,
  )
  const urls = dataset.resources.map(({ url }) => url)
  return {
    kind: 'dataset',
    id: dataset.id,
    title: dataset.title,
    publisher: dataset.publisher,
    body: bodyOf(dataset.publisher, urls),
    ...(dataset.contact && { contact: dataset.contact }),
    ...(dataset.updateFrequency !== undefined && { updateFrequency: dataset.updateFrequency }),
    ...(dataset.modified !== undefined && { modified: dataset.modified }),
    ...(dataset.fields !== undefined && { fields: dataset.fields }),
    badge: badgeOf(indicators, policy.profile),
    indicators,
    ...verdictRecord(verdicts),
    resources,
  }
}

async function examineResource(
  dataset: Dataset,
  task: Task,
  origin: Origin,
  policy: Policy,
): Promise<{ exchange: Exchange; record: ResourceRecord }> {
  const { resource, needs, hint } = task
  const { exchange, body } = await origin.fetch(resource.url)
  try {
    const inspection = body ? await look(body, hint, needs) : unfetched(exchange)
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
    const scope = `${dataset.id} ${hideSecrets(resource.url)}`
    const judged = judgeParts(rules, inspection, seen(exchange), subjectOf, scope)
    const indicators = (verdicts: readonly Verdict[]) => indicatorsOf(verdicts, policy.profile)
    return { exchange, record: resourceRecord(judged, exchange, indicators) }
  } finally {
    if (body) await origin.release(body)
  }
}

/** A file that can no longer be read, deleted or on a failing disk, is unknown like one that never could be. */
async function look(body: Body, hint: Task['hint'], needs: Task['needs']): Promise<Inspection> {
  try {
    return await inspect(fileSource(body), hint ? { format: hint } : {}, needs)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return { content: nothingSeen(unseen('file-unreadable', { detail: error.message })) }
  }
}

const unfetched = ({ failure }: Exchange): Inspection => ({
  content: nothingSeen(
    failure?.code === 'file-unreadable' || failure?.code === 'not-a-file'
      ? unseen(failure.code, { detail: failure.detail })
      : unseen('not-fetched'),
  ),
})
