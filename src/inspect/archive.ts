import type { Archive, ArchiveMember } from '../core/archive.ts'
import { type Inspection, nothingSeen, type Part } from '../core/artifacts.ts'
import { formatNamed } from '../core/format.ts'
import { Collector, partly, type Reason, seen, unseen } from '../core/observed.ts'
import type { Inside, Within } from './container.ts'
import { inspectDbf } from './dbf.ts'
import { weightOf } from './facts-weight.ts'
import { endingOf, isData, isOfSystem, type NameRole, roleOfName } from './member-role.ts'
import { ShapeSets } from './shape-sets.ts'
import type { Source } from './source.ts'
import { orReason } from './unreadable.ts'

/** A file in an archive, to be looked at before the next is asked for. */
export interface Member {
  readonly name: string
  readonly size: number
  readonly refused?: Reason
  source(): Source
}

const LISTED = 200
const NAMED = 5

const unread = (because: Reason): Inspection => ({ content: nothingSeen({ seen: false, because }) })

/**
 * Looks at every file of an archive as at a resource: those that hold data, or promise to by their name, are its parts.
 *
 * @param fault why there may be more members than these; asked for when they have all come.
 */
export async function inspectMembers(
  members: AsyncIterable<Member> | Iterable<Member>,
  fault: () => Reason | undefined,
  within: Within,
): Promise<Inside> {
  const listed = new Collector<ArchiveMember>(LISTED)
  const tiers = { data: [] as Part[], text: [] as Part[], note: [] as Part[] }
  const shapes = new ShapeSets()
  let stopped: Reason | undefined

  for await (const member of members) {
    if (isOfSystem(member.name)) continue
    const role = roleOfName(member.name)
    const inspection =
      role === 'other'
        ? undefined
        : member.refused
          ? unread(member.refused)
          : await look(member, role, within)
    if (role === 'shape' && !member.refused) shapes.add(member)
    const isPart = inspection !== undefined && isJudged(role, inspection)
    if (isPart) {
      tiers[role === 'text' || role === 'note' ? role : 'data'].push({ member: member.name, ...inspection })
      within.room.facts -= weightOf(inspection.content)
    }
    listed.add(entryOf(member, isPart, inspection))
    if (within.room.facts < 0) {
      stopped = { code: 'too-many-facts' }
      break
    }
  }

  // What explains the data is no data, unless there is nothing else.
  const { data, text, note } = tiers
  const judged = shapes.encoded([data, text, note].find(({ length }) => length > 0) ?? [])
  const missing = stopped ?? fault()
  if (missing) judged.push(unread(missing))
  const names = new Set(judged.map(({ member }) => member))
  const all = {
    count: listed.count,
    first: listed.first.map((member) =>
      names.has(member.name) ? member : { ...member, role: 'other' as const },
    ),
  }
  return insideOf({ members: all, shapefiles: shapes.sets() }, judged)

  function look(member: Member, role: NameRole, within: Within): Promise<Inspection> {
    const format = formatNamed(endingOf(member.name))
    return orReason(async () => {
      if (role !== 'shape') return within.inspect(member.source(), format ? { format } : {})
      if (endingOf(member.name) === 'cpg') await shapes.readCodepage(member)
      return endingOf(member.name) === 'dbf' ? inspectDbf(member.source(), within) : { content: NOT_OPENED }
    }, unread)
  }
}

const NOT_OPENED = nothingSeen(unseen('unsupported-format', { format: 'SHP' }))

function isJudged(role: NameRole, { content: { archive, bytes, shape } }: Inspection): boolean {
  const nothingInside =
    shape.seen && !shape.whole ? shape.because.code === 'no-testable-member' : codeOf(shape) === 'no-members'
  if (nothingInside && !(archive.seen && archive.value.shapefiles.length > 0)) return false
  if (role === 'data') return true
  if (role === 'shape') return bytes.seen || codeOf(bytes) !== 'unsupported-format'
  // What could not be read and is called nothing in particular may well be data.
  return bytes.seen ? isData(bytes.value.format) : role === 'unsaid' || role === 'text'
}

const codeOf = (fact: Inspection['content']['bytes' | 'shape']) => (fact.seen ? undefined : fact.because.code)

const entryOf = ({ name, size }: Member, isPart: boolean, inspection?: Inspection): ArchiveMember => {
  const bytes = inspection?.content.bytes
  return {
    name,
    size,
    role: isPart ? 'data' : 'other',
    ...(bytes?.seen && { format: bytes.value.format }),
    ...(bytes && !bytes.seen && { because: bytes.because }),
  }
}

function insideOf(archive: Archive, parts: readonly Part[]): Inside {
  if (parts.length > 0) return { content: { archive: seen(archive) }, parts }
  const nothing =
    archive.members.count === 0
      ? unseen('no-members')
      : archive.shapefiles.length > 0
        ? unseen('shape-alone')
        : unseen('no-testable-member', {
            names: archive.members.first.slice(0, NAMED).map(({ name }) => name),
          })
  const shape = archive.members.count === 0 ? nothing : partly({ kind: 'closed' } as const, nothing.because)
  return { content: { text: nothing, table: nothing, tree: nothing, shape, archive: seen(archive) } }
}
