import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { textStream } from '../../src/inspect/decode.ts'

const bytes = fc.array(fc.constantFrom(0x0a, 0x3c, 0x41, 0x80, 0x81, 0xa4, 0xe3, 0xe5, 0xff, 0x30), {
  maxLength: 40,
})

test.each(['cp950', 'gb18030', 'shift_jis', 'euc-kr', 'utf8'])(
  '%s, broken too, reads the same wherever it is cut',
  (name) => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 5 }), (given, step) => {
        const content = Buffer.from(given)
        const stream = textStream(name)
        let text = ''
        for (let at = 0; at < content.length; at += step) text += stream.push(content.subarray(at, at + step))
        expect(text + stream.end()).toBe(iconv.decode(content, name))
      }),
      { numRuns: 500 },
    )
  },
)
