import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { files } from './configured.ts'
import { BROKEN, odbadge } from './run.ts'

const HAN = /\p{Script=Han}|[，。；：（）「」]/u

/** A file of one's own that cannot be used, how it is given, and what is said of it in English. */
const CASES: readonly [name: string, content: string, argv: (path: string) => string[], told: RegExp][] = [
  ['profile', '', () => ['--profile', 'nope'], /There is no profile nope; there are .*measure-2017/],
  ['p.json', '{', (path) => ['--profile', path], /is no valid JSON \(.*\): mend the syntax/],
  ['q.json', '{"id":1}', (path) => ['--profile', path], /not as its schema asks in \d+ places:/],
  ['b.json', '{"findings":[{}]}', (path) => ['--baseline', path], /schemaVersion is missing/],
  ['c.json', '{"findings":[{}]}', (path) => ['--baseline', path], /\$\.findings\[0\]: rule is missing/],
]

describe('what is wrong with a file of one’s own', () => {
  it.each(CASES)('%s is told in the language asked for', async (name, content, argv, told) => {
    const at = files({ [name]: content, 'a.csv': BROKEN })
    const english = await odbadge('check', at('a.csv'), ...argv(at(name)), '--lang', 'en')
    expect(english.code).toBe(2)
    expect(english.err).toMatch(told)
    expect(english.err).not.toMatch(HAN)
    const chinese = await odbadge('check', at('a.csv'), ...argv(at(name)))
    expect(chinese.code).toBe(2)
    expect(chinese.err).toMatch(HAN)
    expect(chinese.err).not.toMatch(told)
  })
})

/** Schemas of what people write. */
const SCHEMAS = [
  'cli/baseline',
  'cli/exceptions',
  'score/profile',
  'score/plan/effort',
  'score/awards/awards',
  'score/awards/claims',
  'score/awards/votes',
]

test.each(SCHEMAS)('every remedy of %s.schema.json is there in English', (name) => {
  const file = new URL(`../../src/${name}.schema.json`, import.meta.url)
  JSON.parse(readFileSync(file, 'utf8'), (_, value) => {
    if (typeof value?.description !== 'string') return value
    expect(value.$comment, value.description).toMatch(/[a-z]/)
    expect(value.$comment).not.toMatch(HAN)
    return value
  })
})
