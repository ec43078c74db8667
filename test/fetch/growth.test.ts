import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decode } from '../../src/fetch/decode.ts'
import { ALPHABETS, noise, random } from '../support/noise.ts'

const MEBIBYTE = 2 ** 20
const zeros = (mebibytes: number) => Buffer.alloc(mebibytes * MEBIBYTE)
/** Gzip finds each repetition, but needs two bytes for 258. */
const monotonous = Buffer.alloc(20 * MEBIBYTE, noise(ALPHABETS['bytes']!, 20_000, random(1)))
const br = (content: Buffer) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })

async function unpacked(wire: Buffer, coding?: string): Promise<number> {
  async function* pieces() {
    for (let at = 0; at < wire.length; at += 16_384) yield wire.subarray(at, at + 16_384)
  }
  let size = 0
  for await (const chunk of decode(pieces(), coding)) size += chunk.length
  return size
}

describe('content that grows beyond reason is not unpacked', () => {
  test.each([
    ['gzip', gzipSync(zeros(64))],
    ['br', br(zeros(64))],
    ['gzip, br', br(gzipSync(monotonous))],
    ['gzip, gzip', gzipSync(gzipSync(zeros(64)))],
    // Nothing comes out of the last layer, only out of the one before.
    ['gzip, br', br(Buffer.alloc(64 * MEBIBYTE, gzipSync('')))],
  ])('%s', async (coding, wire) => {
    await expect(unpacked(wire, coding)).rejects.toMatchObject({
      failure: { code: 'decompression-bomb', detail: 'more than 200:1' },
    })
  })
})

describe('content that grows a lot is', () => {
  test.each([
    ['gzip', gzipSync(zeros(16)), 16],
    ['gzip', gzipSync(monotonous), 20],
    ['gzip, br', br(gzipSync(zeros(16))), 16],
    [undefined, zeros(64), 64],
  ])('%s', async (coding, wire, mebibytes) => {
    expect(await unpacked(wire, coding)).toBe(mebibytes * MEBIBYTE)
  })
})
