import type { Data } from '../core/localised.ts'
import type { Kind } from './grammar.ts'
import type { Fields } from './pointer.ts'
import type { Resolver } from './references.ts'
import type { Version } from './version.ts'
import type { Visit } from './walk.ts'
import type { MessageId } from './words.ts'

/** What a check sees of a document, and how it answers. */
export interface Context extends Resolver {
  readonly version: Version
  readonly root: Fields
  visits(kind: Kind): readonly Visit[]
  /** The document breaks a MUST of its specification. */
  fault(pointer: string, id: MessageId, data?: Data): void
  /** It cannot be told whether it does. */
  doubt(pointer: string, id: MessageId, data?: Data): void
}

export type Check = (context: Context) => void
