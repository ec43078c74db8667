import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bodySource, bytesSource } from '../../src/inspect/index.ts'

const CONTENT = Buffer.from('0123456789')
const folder = mkdtempSync(join(tmpdir(), 'odbadge-source-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'content')
writeFileSync(path, CONTENT)

describe.each([
  ['a file', bodySource({ path, size: CONTENT.length, whole: true })],
  ['bytes', bytesSource(CONTENT)],
])('reading from any place of %s', (_, source) => {
  it.each<[offset: number, length: number, read: string]>([
    [0, 10, '0123456789'],
    [3, 4, '3456'],
    [8, 100, '89'],
    [10, 1, ''],
    [2 ** 60, 1, ''],
    [4, 0, ''],
  ])('%d, %d bytes', async (offset, length, read) => {
    expect((await source.read(offset, length)).toString()).toBe(read)
  })
})
