import type { ArtifactName, Content, Inspection, Part } from '../core/artifacts.ts'
import type { Format } from '../core/format.ts'
import type { Hints } from './sniff.ts'
import type { Source } from './source.ts'

/** Where a container stands, and the way to look at what it holds. */
export interface Within {
  readonly needs: ReadonlySet<ArtifactName>
  /** Of this container; 1 is the outermost. */
  readonly depth: number
  /** What is left of the caps; shared by all containers in one another. */
  readonly room: Room
  /** Looks at one part as at a resource; `format`, when it is settled already. */
  inspect(part: Source, hints: Hints, format?: Format): Promise<Inspection>
}

export interface Room {
  /** Bytes that may be inflated in all. */
  readonly cap: number
  /** Bytes that may still be inflated. */
  inflated: number
  /** Bytes of memory that facts about parts may still take. */
  facts: number
}

/** What is known of the container itself, in place of what its bytes alone tell, and its parts. */
export interface Inside {
  readonly content?: Partial<Content>
  readonly parts?: readonly Part[]
}

/** Reads one kind of container. Bad content has a reason; only a failing disk throws. */
export type ContainerReader = (source: Source, format: Format, within: Within) => Promise<Inside>
