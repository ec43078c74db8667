import { expect, test } from 'vitest'
import { Incoming } from '../../src/fetch/incoming.ts'

const KIB = 1024

/** The side of the connection, as undici shows it. */
function connection() {
  const seen: string[] = []
  const controller = {
    paused: false,
    aborted: false,
    reason: null,
    pause() {
      controller.paused = true
      seen.push('pause')
    },
    resume() {
      controller.paused = false
      seen.push('resume')
    },
    abort: () => void seen.push('abort'),
  }
  return { body: new Incoming(controller), seen }
}

async function text(body: Incoming): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

test('what comes before and after the reader is all read, in order', async () => {
  const { body, seen } = connection()
  body.push(Buffer.from('a'))
  const read = text(body)
  await Promise.resolve()
  body.push(Buffer.from('b'))
  body.push(Buffer.from('c'))
  body.end()
  expect(await read).toBe('abc')
  expect(seen).toEqual([])
})

test('a server that is faster than the reader waits', async () => {
  const { body, seen } = connection()
  body.push(Buffer.alloc(64 * KIB))
  expect(seen).toEqual([])
  body.push(Buffer.alloc(1))
  expect(seen).toEqual(['pause'])
  const chunks = body[Symbol.asyncIterator]()
  await chunks.next()
  expect(seen).toEqual(['pause', 'resume'])
})

test('a body that breaks off gives what had come, then its error', async () => {
  const { body } = connection()
  body.push(Buffer.from('half'))
  body.end(new Error('reset'))
  const chunks = body[Symbol.asyncIterator]()
  expect((await chunks.next()).value?.toString()).toBe('half')
  await expect(chunks.next()).rejects.toThrow('reset')
})

test('all of a small body, nothing of a larger one, no half of a broken one', async () => {
  const small = connection().body
  small.push(Buffer.from('12345'))
  const whole = small.all(5)
  small.end()
  expect(Buffer.concat((await whole) ?? []).toString()).toBe('12345')

  const large = connection().body
  const none = large.all(5)
  large.push(Buffer.from('123456'))
  expect(await none).toBeUndefined()
  large.end()
  expect(await text(large)).toBe('123456')

  const broken = connection().body
  broken.push(Buffer.from('1'))
  const failed = broken.all(5)
  broken.end(new Error('reset'))
  await expect(failed).rejects.toThrow('reset')
})

test.each([
  { bytes: 10, ends: true, seen: [] },
  { bytes: 10, ends: false, seen: ['abort'] },
])('what is left is read up to the limit: $bytes bytes, ends: $ends', async ({ bytes, ends, seen }) => {
  const connected = connection()
  const gone = connected.body.discard(ends ? bytes : bytes - 1)
  connected.body.push(Buffer.alloc(bytes))
  if (ends) connected.body.end()
  await gone
  expect(connected.seen).toEqual(seen)
})

test('a reader who leaves early ends the connection', async () => {
  const { body, seen } = connection()
  body.push(Buffer.from('a'))
  for await (const _ of body) break
  expect(seen).toEqual(['abort'])
})
