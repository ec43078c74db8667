/** Of the tag that was just opened; good until the handler returns. */
export interface Attributes {
  get(name: string): string | undefined
  /** As UTF-8 bytes. */
  bytes(name: string): string | undefined
  /** Names in their order. */
  names(): readonly string[]
}

/** Names come as bytes and without their prefix: some programs write `x:row` for `row`. */
export interface PartHandlers {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  /** UTF-8 bytes as latin1, references resolved; a text may come in several pieces. */
  text(bytes: string): void
  /** True ends the reading: the rest is not wanted. */
  done?(): boolean
}
