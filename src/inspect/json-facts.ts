import { Collector } from '../core/observed.ts'
import { GeoJson } from './geo-json.ts'
import { RecordLists } from './json-lists.ts'
import type { Name } from './json-names.ts'
import { decodeJsonText, Names } from './json-names.ts'
import { flagValue, isServerMessage, isSuccessFlag, MAX_MESSAGES, maySpeak } from './server-messages.ts'

const MAX_ROOT = 50
const MAX_DUPLICATES = 20
const MAX_PATH_LENGTH = 200

/** What the scanner meets, folded into facts. Depth 1 is the outermost container. */
export class JsonFacts {
  depth = 0
  rootKind: 'object' | 'array' | 'scalar' | 'none' = 'none'
  readonly root: string[] = []
  readonly names = new Names()
  readonly lists = new RecordLists()
  readonly geo = new GeoJson((depth) => this.#place(depth))
  readonly duplicates = new Collector<{ path: string; name: string; line: number }>(MAX_DUPLICATES)
  readonly messages: string[] = []
  success: boolean | undefined
  /** `type` of the outermost object. */
  type: string | undefined
  /** The end of the next value is to be told. */
  wanted = true
  /** Its text too. */
  kept = true
  /** It may be what a server says, or a type. */
  #speaks = true
  #objects = 0
  /** By depth: the open object's serial number, or 0 for an array. */
  readonly #object: number[] = []
  /** By depth: the name last met in the open object. */
  readonly #name: (Name | undefined)[] = []
  /** By depth: elements met in the open array. */
  readonly #elements: number[] = []

  /** A container opens at `at` in its chunk. */
  open(depth: number, array: boolean, at: number, line: number): void {
    if (depth === 1) this.rootKind = array ? 'array' : 'object'
    if (depth > this.depth) this.depth = depth
    this.wanted = false
    this.#element(depth - 1)
    this.lists.open(depth, array, at, this.#name[depth - 1]?.text, () => this.#path(depth))
    this.geo.open(depth, array, this.#name[depth - 1]?.text, line)
    this.#object[depth] = array ? 0 : ++this.#objects
    this.#name[depth] = undefined
    this.#elements[depth] = 0
    if (!array) this.names.openObject(depth)
  }

  /** A container closes before `end`. */
  close(depth: number, chunk: Buffer, end: number): void {
    // What follows in a list has no name.
    this.wanted = false
    this.lists.close(depth, chunk, end)
    this.geo.close(depth)
  }

  /** A string, number or word begins inside the container of this depth. */
  scalar(depth: number): void {
    if (depth === 0) this.rootKind = 'scalar'
    this.#element(depth)
    this.lists.scalar(depth)
    this.geo.scalar()
  }

  #element(depth: number): void {
    if (this.#object[depth] === 0) this.#elements[depth]!++
  }

  name(depth: number, name: Name, line: number): void {
    this.#name[depth] = name
    const geo = this.geo.name(depth, name.text)
    this.#speaks = geo || (depth <= 2 && this.#wants(depth, name.text))
    this.wanted = this.#speaks
    const object = this.#object[depth]!
    if (name.object === object) {
      this.duplicates.add({ path: this.duplicates.open ? this.#place(depth) : '', name: name.text, line })
      this.lists.unwatch()
      return
    }
    name.object = object
    this.lists.name(depth, name)
    // Names of other objects have no watch: they should cost nothing.
    if (name.watch !== undefined && this.lists.watches(depth, name)) this.wanted = true
    else if (this.#speaks) this.lists.unwatch()
    if (depth === 1 && this.root.length < MAX_ROOT) this.root.push(name.text)
  }

  /** Beside the data, and one level down where servers put their error. */
  #wants(depth: number, name: string): boolean {
    if (depth === 1) return name === 'type' || maySpeak(name) || isSuccessFlag(name)
    return this.#object[1] !== 0 && /^(?:errors?|result|status)$/i.test(this.#name[1]!.text) && maySpeak(name)
  }

  /** A value begins at `at` that is wanted so far. */
  glance(chunk: Buffer, at: number): void {
    const look = this.#speaks ? 'all' : this.lists.look(chunk, at)
    this.wanted = look !== 'nothing'
    this.kept = look === 'all'
  }

  /** A wanted string; `raw` as in {@link decodeJsonText}. */
  text(depth: number, raw: string): void {
    if (!this.kept) {
      this.lists.skipped('text')
      return
    }
    this.lists.string(raw)
    if (!this.#speaks) return
    const text = decodeJsonText(raw)
    const name = depth === 0 ? 'result' : this.#name[depth]!.text
    this.geo.text(depth, name, text)
    if (depth > 1 && !this.#wants(depth, name)) return
    if (depth === 1 && name === 'type') this.type ??= text
    const flag = depth === 1 && isSuccessFlag(name) ? flagValue(text) : undefined
    if (flag !== undefined) this.success ??= flag
    else if (this.messages.length < MAX_MESSAGES && isServerMessage(name, text)) this.messages.push(text)
  }

  /** A wanted `true`, `false` or `null`; when it is empty, the number that `raw` begins. */
  word(depth: number, word: string, raw: string): void {
    if (!this.kept) this.lists.skipped('number')
    else if (word === '') this.lists.number(raw)
    else this.lists.word(word)
    if (this.#speaks && depth === 1 && isSuccessFlag(this.#name[1]!.text)) this.success ??= flagValue(word)
  }

  /** Names that lead to the container of this depth, arrays left out. */
  #path(depth: number): string[] {
    return this.#name.slice(1, depth).map((name) => name!.text)
  }

  /** Where the container of this depth is: `$.result.records[3]`. */
  #place(depth: number): string {
    let place = '$'
    for (let at = 1; at < depth && place.length < MAX_PATH_LENGTH; at++)
      place += this.#object[at] === 0 ? `[${this.#elements[at]! - 1}]` : `.${this.#name[at]!.text}`
    return place
  }
}
