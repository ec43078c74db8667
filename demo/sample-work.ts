import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { worklistView } from '../src/cli/worklist.ts'
import { loadProfile } from '../src/index.ts'
import { fileNamer, type LedgerView, letterWriters, worklistWriters } from '../src/report/index.ts'
import { writeLetters } from '../src/score/index.ts'
import { membersOf } from './zip-members.ts'

const LANGUAGE = 'zh-TW'

/** Writes the worklist and the letters of the demo. @returns with `check`, what is not as it was committed. */
export async function sampleWork(view: LedgerView, folder: string, check: boolean): Promise<string[]> {
  const stale: string[] = []
  for await (const [file, bytes] of filesOf(view)) {
    const path = join(folder, file)
    if (!check) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes)
      continue
    }
    const committed = await readFile(path).catch(() => undefined)
    if (!committed) stale.push(`${file}: there is none`)
    else if (!(await alike(file, committed, bytes))) stale.push(`${file}: is not what is made now`)
  }
  return stale
}

async function* filesOf(view: LedgerView): AsyncGenerator<readonly [string, Buffer]> {
  const { header, summary } = view
  const work = await worklistView({ ...view }, loadProfile(header.profile.id))
  for (const [ending, write] of Object.entries(worklistWriters))
    yield [`worklist.${ending}`, await whole(write(work, LANGUAGE))]
  const seen = { since: new Map(), failing: new Map() }
  const { letters } = await writeLetters(view.records(), { per: 'body', seen, summary })
  const nameOf = fileNamer()
  for (const letter of letters) {
    const name = nameOf(letter.body.name)
    for (const [ending, write] of Object.entries(letterWriters))
      yield [`letters/${name}.${ending}`, await whole(write(letter, { header, language: LANGUAGE }))]
  }
}

async function whole(pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>) {
  const blocks: Buffer[] = []
  for await (const piece of pieces) blocks.push(Buffer.from(piece as string))
  return Buffer.concat(blocks)
}

/** Another zlib may pack the same content into other bytes. */
async function alike(file: string, committed: Buffer, fresh: Buffer): Promise<boolean> {
  if (committed.equals(fresh)) return true
  if (!/\.(?:xlsx|odt)$/.test(file)) return false
  const [before, now] = [await membersOf(committed), await membersOf(fresh)]
  return JSON.stringify([...before]) === JSON.stringify([...now])
}
