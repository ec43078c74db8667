import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createFetcher, type Fetcher } from '../../src/fetch/index.ts'
import { pathOf, textOf } from '../support/body.ts'
import { type Portal, startPortal } from '../support/portal.ts'

const CAP = 100_000
const MEGABYTE = 'x'.repeat(1_000_000)

let portal: Portal
let parent: string
let fetcher: Fetcher
beforeAll(async () => {
  portal = await startPortal({
    '/empty': { body: '' },
    '/small': { body: 'a,b\n' },
    '/other': { body: 'a,b\n' },
    '/exact': { body: MEGABYTE.slice(0, CAP) },
    '/more': { body: MEGABYTE.slice(0, CAP + 1) },
    '/endless': { body: MEGABYTE, trouble: 'endless' },
    '/missing': { status: 404, body: MEGABYTE, trouble: 'endless' },
    '/bomb': { body: MEGABYTE.repeat(10), encode: 'gzip' },
    '/cut': { body: MEGABYTE.slice(0, CAP), trouble: 'cut-in-body' },
    '/zstd': { body: MEGABYTE, headers: { 'content-encoding': 'zstd' }, trouble: 'endless' },
    '/bad-gzip': { body: MEGABYTE, headers: { 'content-encoding': 'gzip' } },
  })
})
afterAll(() => portal.close())
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'odbadge-test-'))
  fetcher = createFetcher({
    allowPrivate: true,
    spoolDir: join(parent, 'spool'),
    maxBytes: CAP,
    inMemory: 0,
    attempts: 1,
    keep: { bytes: 0 },
    lanes: { concurrency: 1 },
  })
})
afterEach(async () => {
  await fetcher.close()
  rmSync(parent, { recursive: true })
})

test.each([
  ['/empty', 0, true],
  ['/small', 4, true],
  ['/exact', CAP, true],
  ['/more', CAP, false],
  ['/endless', CAP, false],
  ['/bomb', CAP, false],
])('%s keeps %i bytes, whole: %s', async (target, size, whole) => {
  const { exchange, body } = await fetcher.fetch(portal.url(target))
  expect(exchange.failure).toBeUndefined()
  expect(body).toMatchObject({ size, whole })
  expect(statSync(pathOf(body)).size).toBe(size)
})

test.each(['/cut', '/bad-gzip'])('%s leaves nothing behind', async (target) => {
  const { body: whole } = await fetcher.fetch(portal.url('/small'))
  const { exchange } = await fetcher.fetch(portal.url(target))
  expect(exchange.failure).toBeDefined()
  expect(readdirSync(dirname(pathOf(whole)))).toHaveLength(1)
})

test.each(['/endless', '/missing', '/bomb', '/bad-gzip', '/zstd'])(
  'the rest of %s holds no connection',
  async (target) => {
    await fetcher.fetch(portal.url(target))
    const { exchange } = await fetcher.fetch(portal.url('/small'))
    expect(exchange.failure).toBeUndefined()
  },
)

test.skipIf(process.platform === 'win32')('only the owner can read the spool', async () => {
  const { body } = await fetcher.fetch(portal.url('/small'))
  expect(statSync(pathOf(body)).mode & 0o777).toBe(0o600)
  expect(statSync(dirname(pathOf(body))).mode & 0o777).toBe(0o700)
})

test('a released body is gone, closing removes the rest', async () => {
  const released = (await fetcher.fetch(portal.url('/small'))).body!
  const kept = (await fetcher.fetch(portal.url('/other'))).body!
  await fetcher.release(released)
  await fetcher.release(released)
  expect(existsSync(pathOf(released))).toBe(false)
  expect(existsSync(pathOf(kept))).toBe(true)
  await fetcher.close()
  expect(readdirSync(join(parent, 'spool'))).toEqual([])
})

test('a file of someone else is not released', async () => {
  const path = join(parent, 'a.csv')
  writeFileSync(path, 'a')
  await fetcher.release({ path, size: 1, whole: true })
  expect(existsSync(path)).toBe(true)
})

test('a process that ends without closing removes its spool', () => {
  const stage = new URL('../../src/fetch/index.ts', import.meta.url).href
  const script = `import { createFetcher } from ${JSON.stringify(stage)}
createFetcher({ allowPrivate: true, spoolDir: ${JSON.stringify(parent)} })
console.log((await import('node:fs')).readdirSync(${JSON.stringify(parent)}).length)`
  const counted = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script])
  expect(Number(counted)).toBe(2)
  expect(readdirSync(parent)).toEqual(['spool'])
})

test('a disk that fails is no fault of the server', async () => {
  await fetcher.fetch(portal.url('/small'))
  rmSync(join(parent, 'spool'), { recursive: true })
  await expect(fetcher.fetch(portal.url('/other'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a closed fetcher refuses', async () => {
  await fetcher.close()
  await expect(fetcher.fetch(portal.url('/small'))).rejects.toMatchObject({ code: 'UND_ERR_DESTROYED' })
})

test('a small body needs no file, a larger one does', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'odbadge-test-'))
  const fetcher = createFetcher({ allowPrivate: true, spoolDir: parent, inMemory: CAP - 1 })
  const files = () => readdirSync(join(parent, readdirSync(parent)[0]!))
  const small = (await fetcher.fetch(portal.url('/small'))).body!
  expect([textOf(small), small.size, small.whole, files()]).toEqual(['a,b\n', 4, true, []])
  const large = (await fetcher.fetch(portal.url('/exact'))).body!
  expect([textOf(large).length, files().length]).toEqual([CAP, 1])
  const { exchange } = await fetcher.fetch(portal.url('/cut'))
  expect([exchange.failure?.code, files().length]).toEqual(['truncated', 1])
  await fetcher.close()
  rmSync(parent, { recursive: true })
})
