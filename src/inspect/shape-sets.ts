import type { Shapefile } from '../core/archive.ts'
import type { EncodingName, Part } from '../core/artifacts.ts'
import { declaredCharset } from '../core/encoding.ts'
import { partly, seen, unseen } from '../core/observed.ts'
import type { Member } from './archive.ts'
import type { ContainerReader } from './container.ts'
import { endingOf, withoutEnding } from './member-role.ts'

/** Without `.shx` or `.dbf` a layer cannot be opened; without `.prj` nobody knows where it lies. */
const NEEDED = ['shx', 'dbf', 'prj']
const CODEPAGE_BYTES = 64

/** Files of one name that make up a layer of shapes. */
export class ShapeSets {
  readonly #endings = new Map<string, { readonly name: string; readonly endings: Set<string> }>()
  readonly #codepages = new Map<string, EncodingName>()

  add({ name }: Pick<Member, 'name'>): void {
    const base = withoutEnding(name)
    const set = this.#endings.get(base.toLowerCase()) ?? { name: base, endings: new Set() }
    this.#endings.set(base.toLowerCase(), set)
    set.endings.add(endingOf(name))
  }

  /** What a `.cpg` file says of the `.dbf` beside it. */
  async readCodepage(member: Member): Promise<void> {
    let text = ''
    for await (const block of member.source().blocks()) {
      text += block.toString('latin1', 0, CODEPAGE_BYTES)
      if (text.length >= CODEPAGE_BYTES) break
    }
    const charset = declaredCharset(text.replace(/^950$/, 'cp950').trim())
    if (charset === 'UTF-8' || charset === 'BIG5')
      this.#codepages.set(withoutEnding(member.name).toLowerCase(), charset)
  }

  sets(): Shapefile[] {
    return [...this.#endings.values()]
      .filter(({ endings }) => endings.has('shp'))
      .map(({ name, endings }) => ({
        name,
        missing: NEEDED.filter((ending) => !endings.has(ending)).map((ending) => `.${ending}`),
      }))
  }

  /** A `.cpg` may come after the `.dbf` it speaks of. */
  encoded(parts: readonly Part[]): Part[] {
    return parts.map((part) => {
      const { text } = part.content
      const stated = this.#codepages.get(withoutEnding(part.member ?? '').toLowerCase())
      if (!stated || endingOf(part.member ?? '') !== 'dbf' || !text.seen || text.value.encoding === 'ASCII')
        return part
      return {
        ...part,
        content: { ...part.content, text: { ...text, value: { ...text.value, encoding: stated } } },
      }
    })
  }
}

/** A `.shp` by itself: a layer whose other files are missing. */
export const readShape: ContainerReader = async () => {
  const nothing = unseen('shape-alone')
  const shapefiles = [{ name: '', missing: ['.shx', '.dbf', '.prj'] }]
  return {
    content: {
      text: nothing,
      table: nothing,
      tree: nothing,
      shape: partly({ kind: 'closed' }, nothing.because),
      archive: seen({ members: { count: 0, first: [] }, shapefiles }),
    },
  }
}
