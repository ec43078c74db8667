import { nothingSeen } from '../core/artifacts.ts'
import { inspectMembers, type Member } from './archive.ts'
import type { ContainerReader } from './container.ts'
import { streamedSource } from './streamed.ts'
import { openZip } from './zip.ts'

export const readZip: ContainerReader = async (source, _, within) => {
  const { members, fault } = await openZip(source)
  if (fault && members.length === 0) {
    const { bytes: _, ...nothing } = nothingSeen({ seen: false, because: fault })
    return { content: nothing }
  }
  const files = members
    .filter(({ directory }) => !directory)
    .map(
      ({ name, size, refused, open }): Member => ({
        name,
        size,
        ...(refused && { refused }),
        source: () => streamedSource(() => open(within.room.cap), size, within.room),
      }),
    )
  return inspectMembers(files, () => fault, within)
}
