import type { ArtifactName, Artifacts, EncodingName } from './artifacts.ts'
import type { Indicator } from './badge.ts'
import type { Dataset, Resource } from './catalogue.ts'
import type { Exchange } from './exchange.ts'
import type { Location } from './finding.ts'
import type { Format } from './format.ts'
import type { NewestPeriod } from './ledger.ts'
import type { Data, Localised } from './localised.ts'

/** `blocking` can cost an indicator (the profile decides which); `advice` never does by itself. */
export type Severity = 'blocking' | 'advice'

export interface Message {
  /** What is wrong and where; `{name}` places are filled from the problem's data. */
  readonly text: Localised
  /** How to mend it. */
  readonly remedy: Localised
  /** Overrides the rule's severity. */
  readonly severity?: Severity
}

/** What is wrong and how to mend it, each in Chinese and English. */
export const message = (
  zh: string,
  en: string,
  remedyZh: string,
  remedyEn: string,
  severity?: Severity,
): Message => ({
  text: { 'zh-TW': zh, en },
  remedy: { 'zh-TW': remedyZh, en: remedyEn },
  ...(severity && { severity }),
})

/** One thing found by a rule: one message, the values it names, and where. */
export interface Problem<MessageId extends string> {
  readonly messageId: MessageId
  readonly data?: Data
  readonly at?: Location
}

/** What a resource rule may know besides the facts it asked for. Rules never read a clock. */
export interface Subject {
  readonly dataset: Dataset
  readonly resource: Resource
  /** Format found in the bytes; absent when there were no bytes to look at. */
  readonly format?: Format
  /** Whether a link was followed or a file of the user's read. */
  readonly origin: Exchange['kind']
  /** A sheet of a workbook or a member of an archive: headers of the answer do not speak of it. */
  readonly inside?: boolean
  /** Only a part of the content was read: what was not found may well be in the rest. */
  readonly partial: boolean
  /** Encoding found in the bytes. */
  readonly encoding?: EncodingName
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
}

export interface DatasetSubject {
  readonly dataset: Dataset
  readonly now: number
}

interface RuleBase<MessageId extends string> {
  /** `indicator/name`; also the file's path below `rules/`. */
  readonly id: `${Indicator}/${string}`
  readonly indicator: Indicator
  readonly severity: Severity
  /** What is true when the rule passes. */
  readonly claim: Localised
  readonly messages: Readonly<Record<MessageId, Message>>
}

/** One question about one resource. */
export interface ResourceRule<Need extends ArtifactName, MessageId extends string>
  extends RuleBase<MessageId> {
  readonly about: 'resource'
  readonly needs: readonly Need[]
  /** A part of the content is enough to pass; without this, finding nothing in a part proves nothing. */
  readonly partSuffices?: boolean
  /** One sheet or member that passes is enough: what the others lack is told as advice. */
  readonly anyPart?: boolean
  appliesTo?(subject: Subject): boolean
  check(artifacts: Pick<Artifacts, Need>, subject: Subject): Iterable<Problem<NoInfer<MessageId>>>
  /** Until when a pass holds if nothing is done, milliseconds since 1970-01-01T00:00:00Z. */
  holdsUntil?(artifacts: Pick<Artifacts, Need>): number | undefined
}

/** How one resource of the dataset answered; all that a dataset rule sees of it. */
export interface Answer {
  readonly resource: Resource
  readonly exchange: Exchange
  /** The newest period its data is about, where that can be told. */
  readonly newest?: NewestPeriod
}

/** One question about a dataset as a whole. */
export interface DatasetRule<MessageId extends string> extends RuleBase<MessageId> {
  readonly about: 'dataset'
  appliesTo?(subject: DatasetSubject, answers: readonly Answer[]): boolean
  check(answers: readonly Answer[], subject: DatasetSubject): Iterable<Problem<NoInfer<MessageId>>>
  /** Until when a pass holds if nothing is done, milliseconds since 1970-01-01T00:00:00Z. */
  holdsUntil?(answers: readonly Answer[], subject: DatasetSubject): number | undefined
}

/** A rule that cannot answer throws this with one of its messages; the engine turns it into `unknown`. */
export class Undecidable extends Error {
  readonly messageId: string
  readonly data: Data
  constructor(messageId: string, data: Data = {}) {
    super(messageId)
    this.messageId = messageId
    this.data = data
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds rules of every need and message
export type AnyResourceRule = ResourceRule<any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyDatasetRule = DatasetRule<any>
export type AnyRule = AnyResourceRule | AnyDatasetRule

/** Identity at run time: it ties `check`'s parameter to `needs` and its problems to `messages`. */
export function defineRule<const Need extends ArtifactName, const MessageId extends string>(
  rule: ResourceRule<Need, MessageId>,
): ResourceRule<Need, MessageId> {
  return rule
}

/** As {@link defineRule}, for rules about a whole dataset. */
export function defineDatasetRule<const MessageId extends string>(
  rule: DatasetRule<MessageId>,
): DatasetRule<MessageId> {
  return rule
}
