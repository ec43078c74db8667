import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type ContentMemory, contentMemory } from '../src/content-memory.ts'
import { type Inspection, nothingSeen } from '../src/core/artifacts.ts'
import type { Exchange } from '../src/core/exchange.ts'
import { unseen } from '../src/core/observed.ts'
import { bodySource, inspect } from '../src/inspect/index.ts'
import type { Task } from '../src/plan/index.ts'
import { sealedFiles } from '../src/sealed-files.ts'

const URL = 'https://a.tw/a.csv'
const ALL: Task['needs'] = new Set(['bytes', 'text', 'table', 'tree', 'shape'] as const)
const EXCHANGE: Exchange = {
  kind: 'http',
  url: URL,
  finalUrl: URL,
  hops: [],
  status: 200,
  etag: '"1"',
  at: '2026-01-01T00:00:00.000Z',
  elapsed: 0,
}

const taskOf = (needs = ALL): Task => ({ resource: { id: '1', url: URL }, needs })

/** A folder that remembers one file; `open` is another audit with it. */
async function remembered() {
  const folder = mkdtempSync(join(tmpdir(), 'odbadge-memory-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'body')
  writeFileSync(path, '年度,人數\n112,5\n')
  const body = { path, size: 22, whole: true }
  const open = (program = 'odbadge 1'): ContentMemory =>
    contentMemory(
      sealedFiles(join(folder, 'memory'), (place, detail) => expect.fail(`${place} ${detail}`)),
      { program, maxBytes: 1000 },
    )
  const content = await open().content(taskOf(), EXCHANGE, body, (body) => inspect(bodySource(body), {}, ALL))
  return { open, content }
}

test('what is recalled is what was found', async () => {
  const { open, content } = await remembered()
  const recalled = await open().recall(taskOf())
  expect(recalled!.known.etag).toBe('"1"')
  expect(recalled!.use()).toStrictEqual(content)
})

test('another program may see other things: nothing is recalled', async () => {
  const { open } = await remembered()
  expect(await open('odbadge 2').recall(taskOf())).toBeUndefined()
})

test('nor where other facts are needed', async () => {
  const { open } = await remembered()
  expect(await open().recall(taskOf(new Set(['bytes'])))).toBeUndefined()
})

test('content that turns out unreadable is not remembered', async () => {
  const { open } = await remembered()
  const memory = open()
  const gone = { path: join(tmpdir(), 'odbadge-nowhere'), size: 1, whole: true }
  const content = { content: nothingSeen(unseen('file-unreadable')) }
  const exchange = { ...EXCHANGE, etag: '"2"' }
  expect(await memory.content(taskOf(), exchange, gone, async () => content)).toBe(content)
  expect((await memory.recall(taskOf()))!.known.etag).toBe('"1"')
})

describe('what a busy machine could not read in time is not remembered', () => {
  const slow = (read: Inspection): Inspection => ({
    content: { ...read.content, workbook: unseen('too-slow', { seconds: 30 }) },
  })

  test.each<[string, (read: Inspection) => Inspection, remembered: boolean]>([
    ['a file', slow, false],
    ['one in an archive', (read) => ({ ...read, parts: [read, slow(read)] }), false],
    ['one in an archive in it', (read) => ({ ...read, parts: [{ ...read, parts: [slow(read)] }] }), false],
    ['but an archive that was read is', (read) => ({ ...read, parts: [read] }), true],
  ])('%s', async (_, found, isRemembered) => {
    const folder = mkdtempSync(join(tmpdir(), 'odbadge-memory-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'body')
    writeFileSync(path, 'D0CF11E0')
    const body = { path, size: 8, whole: true }
    const open = () =>
      contentMemory(
        sealedFiles(join(folder, 'memory'), (place, detail) => expect.fail(`${place} ${detail}`)),
        { program: 'odbadge 1', maxBytes: 1000 },
      )
    await open().content(taskOf(), EXCHANGE, body, async (given) =>
      found(await inspect(bodySource(given), {}, ALL)),
    )
    expect((await open().recall(taskOf())) !== undefined).toBe(isRemembered)
  })
})
