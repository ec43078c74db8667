import type { Told } from './told.ts'

/** A catalogue on disk; `name` is what the user called it and what messages show. */
export interface CatalogueSource {
  readonly name: string
  readonly path: string
  /** What the file says, where it is no text itself. */
  readonly text?: string
  /** The address the body finally came from; absent for what lies on this machine. */
  readonly url?: string
}

/** A further page, brought onto the disk politely; its path is valid until the catalogue has been read. */
export type Ask = (url: string) => Promise<Page | { readonly failure: string | Told }>

export interface Page {
  readonly path: string
  /** The address it finally came from. */
  readonly url?: string
}

/** What a catalogue is read with. */
export interface ReadContext {
  readonly ask: Ask
  /** Bytes read from the disk at once. */
  readonly chunkSize: number
}
