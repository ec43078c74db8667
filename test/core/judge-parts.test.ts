import { describe, expect, it } from 'vitest'
import { type Content, type Inspection, nothingSeen, type Part } from '../../src/core/artifacts.ts'
import type { Outcome } from '../../src/core/badge.ts'
import { judgeParts } from '../../src/core/judge-parts.ts'
import { partly, seen, unseen } from '../../src/core/observed.ts'
import { type AnyResourceRule, defineRule } from '../../src/core/rule.ts'

const NOTHING = nothingSeen(unseen('not-fetched'))
const text = { 'zh-TW': '文字', en: 'text' }
const messages = { bad: { text, remedy: text }, odd: { text, remedy: text, severity: 'advice' } } as const

/** The words of a text say what the rule finds in it. */
const wordsRule = defineRule({
  id: 'structure/words',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['shape'],
  claim: text,
  messages,
  *check({ shape }) {
    const words = shape.kind === 'text' ? shape.words.split(' ') : []
    for (const word of words) if (word === 'bad' || word === 'odd') yield { messageId: word, at: { row: 3 } }
  },
})

const content = (words: string): Content => ({
  ...NOTHING,
  shape: words === 'hidden' ? NOTHING.shape : seen({ kind: 'text', words }),
})
const member = (name: string, words: string): Part => ({ member: name, content: content(words) })
const archive = (...parts: Part[]): Inspection => ({
  content: {
    ...NOTHING,
    shape: partly({ kind: 'closed' }, { code: 'not-fetched' }),
    archive: seen({ members: { count: parts.length, first: [] }, shapefiles: [] }),
  },
  parts,
})

const subjectOf = () => ({
  dataset: { id: '1', title: '', publisher: '', resources: [], extra: {} },
  resource: { id: '1', url: 'a.zip' },
  now: 0,
  origin: 'file' as const,
  partial: false,
})
const EXCHANGE = seen({ kind: 'file', url: '', finalUrl: '', hops: [], at: '', elapsed: 0 } as const)
const judged = (rule: AnyResourceRule, inspection: Inspection) =>
  judgeParts([rule], inspection, EXCHANGE, subjectOf, 'scope')
const verdictOn = (inspection: Inspection, rule: AnyResourceRule = wordsRule) =>
  judged(rule, inspection).verdicts[0]!

describe('outcomes of parts are combined', () => {
  it.each<[words: string[], outcome: Outcome]>([
    [['good'], 'pass'],
    [['good', 'odd'], 'pass'],
    [['good', 'hidden'], 'unknown'],
    [['hidden', 'bad', 'good'], 'fail'],
    [[], 'unknown'],
  ])('%j', (words, outcome) => {
    expect(verdictOn(archive(...words.map((word, n) => member(`${n}`, word)))).outcome).toBe(outcome)
  })

  it('one that passes is enough for a rule that says so', () => {
    const any = { ...wordsRule, anyPart: true }
    const { outcome, findings } = verdictOn(
      archive(member('a', 'good'), member('b', 'bad'), member('c', 'hidden')),
      any,
    )
    expect([outcome, findings.length]).toEqual(['pass', 1])
    expect(findings[0]).toMatchObject({ outcome: 'pass', severity: 'advice', at: { member: 'b' } })
    expect(verdictOn(archive(member('b', 'bad')), any).outcome).toBe('fail')
  })

  it('each part keeps its own', () => {
    const { parts } = judged(wordsRule, archive(member('a', 'good'), member('b', 'bad')))
    expect(parts.map((part) => [part.member, part.verdicts[0]!.outcome])).toEqual([
      ['a', 'pass'],
      ['b', 'fail'],
    ])
  })
})

describe('findings', () => {
  it('say in which sheet of which member of which archive', () => {
    const book: Part = {
      member: 'b.xlsx',
      content: NOTHING,
      parts: [{ sheet: '表', content: content('bad') }],
    }
    const inner: Part = { member: 'in.zip', ...archive(book) }
    expect(verdictOn(archive(inner)).findings[0]!.at).toEqual({
      row: 3,
      member: 'in.zip!/b.xlsx',
      sheet: '表',
    })
  })

  it('of two members differ, and stay the same when a member comes before them', () => {
    const prints = (...parts: Part[]) => verdictOn(archive(...parts)).findings.map((f) => f.fingerprint)
    const [a, b] = prints(member('a', 'bad'), member('b', 'bad'))
    expect(a).not.toBe(b)
    expect(prints(member('0', 'good'), member('b', 'bad'))).toEqual([b])
  })

  it('are at most 50, failures first', () => {
    const parts = Array.from({ length: 80 }, (_, n) => member(`${n}`, n < 60 ? 'odd' : 'bad'))
    const { findings } = verdictOn(archive(...parts))
    expect(findings.length).toBe(50)
    expect(findings.filter(({ outcome }) => outcome === 'fail').length).toBe(20)
  })
})

describe('rules about the whole', () => {
  it('are asked of the resource only', () => {
    const asked: string[] = []
    const rule = defineRule({
      ...wordsRule,
      needs: ['exchange'],
      check: () => {
        asked.push('once')
        return []
      },
    })
    expect(verdictOn(archive(member('a', 'good'), member('b', 'good')), rule).outcome).toBe('pass')
    expect(asked).toEqual(['once'])
  })

  it('are asked of every archive, however deep', () => {
    const counts: number[] = []
    const rule = defineRule({
      ...wordsRule,
      needs: ['archive'],
      check: ({ archive }) => {
        counts.push(archive.members.count)
        return []
      },
    })
    const inner: Part = { member: 'in.zip', ...archive(member('x', 'good'), member('y', 'good')) }
    expect(verdictOn(archive(inner), rule).outcome).toBe('pass')
    expect(counts.sort()).toEqual([1, 2])
  })
})
