import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFetcher, fetchLocal } from '../../src/fetch/index.ts'
import { pathOf } from '../support/body.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'odbadge-test-'))
  writeFileSync(join(directory, '資料.csv'), 'a,b\n1,2\n')
  mkdirSync(join(directory, 'folder'))
})
afterAll(() => rmSync(directory, { recursive: true }))

test('a file is its own body, by path and by URL', async () => {
  const path = join(directory, '資料.csv')
  for (const at of [path, pathToFileURL(path).href]) {
    const { exchange, body } = await fetchLocal(at, () => 1_000)
    expect(body).toEqual({ path, size: 8, whole: true })
    expect(exchange).toEqual({
      kind: 'file',
      url: at,
      finalUrl: at,
      hops: [],
      at: '1970-01-01T00:00:01.000Z',
      elapsed: 0,
    })
  }
})

test('releasing a local body leaves the file where it is', async () => {
  const fetcher = createFetcher({ allowPrivate: true })
  const { body } = await fetchLocal(join(directory, '資料.csv'))
  await fetcher.release(body!)
  await fetcher.close()
  expect((await fetchLocal(pathOf(body))).body).toEqual(body)
})

describe('what is no file', () => {
  test.each([
    ['missing', 'file-missing', /missing$/],
    ['folder', 'not-a-file', /folder/],
    ['nul\0byte', 'file-unreadable', /null bytes/],
    ['資料.csv/below', 'file-missing', /below$/],
  ])('%j is %s', async (name, code, detail) => {
    const { exchange, body } = await fetchLocal(join(directory, name))
    expect(exchange.failure).toEqual({ code, detail: expect.stringMatching(detail) })
    expect(body).toBeUndefined()
  })

  test.skipIf(process.getuid?.() === 0)('one that we may not read is forbidden', async () => {
    const path = join(directory, 'secret.csv')
    writeFileSync(path, 'a\n', { mode: 0o000 })
    expect((await fetchLocal(path)).exchange.failure).toEqual({ code: 'file-forbidden', detail: path })
  })

  test.each(['file://server/share/a.csv', 'file:///a%00b', 'file:///%zz'])(
    '%s is unreadable',
    async (url) => {
      expect((await fetchLocal(url)).exchange.failure?.code).toBe('file-unreadable')
    },
  )

  test.skipIf(process.platform === 'win32')('a pipe and a device are not waited for', async () => {
    const pipe = join(directory, 'pipe')
    execFileSync('mkfifo', [pipe])
    expect((await fetchLocal(pipe)).exchange.failure?.code).toBe('not-a-file')
    expect((await fetchLocal('/dev/zero')).exchange.failure?.code).toBe('not-a-file')
  })
})
