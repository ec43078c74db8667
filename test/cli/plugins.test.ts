import { describe, expect, it } from 'vitest'
import { complaints } from '../report/schema.ts'
import { files, ledgerAt, odbadgeIn } from './configured.ts'
import { checked, odbadge, SOUND } from './run.ts'

const text = (word: string) => `{ 'zh-TW': '${word}', en: '${word}' }`

/** A rule in JavaScript; `more` is put into it last. */
const rule = (more = '') => `{
  id: 'structure/has-place', indicator: 'structure', severity: 'blocking', about: 'resource', needs: ['table'],
  claim: ${text('claim')},
  messages: { lacks: { text: ${text('no {name} here')}, remedy: ${text('put it in')} } },
  *check({ table }) {
    const header = table.head[0]?.cells ?? []
    if (!header.includes('縣市')) yield { messageId: 'lacks', data: { name: '縣市' } }
  },
  ${more}
}`

const module = (more?: string) =>
  `import { defineRule } from 'odbadge'\nexport default defineRule(${rule(more)})\n`

describe('rules of one’s own', () => {
  it.each<[what: string, name: string, content: string]>([
    ['a module of JavaScript', 'mine.js', module()],
    [
      'a module of TypeScript',
      'mine.ts',
      module().replace('({ table })', '({ table }: { table: import("odbadge").Table })'),
    ],
    ['a list', 'mine.mjs', `export default [${rule()}]`],
    ['names of any kind', 'mine.js', `export const place = ${rule()}`],
  ])('come from %s, by --rules and by plugins', async (_, name, content) => {
    const at = files({
      'a.csv': SOUND,
      [name]: content,
      'c.json': JSON.stringify({ plugins: [`./${name}`] }),
    })
    for (const option of [
      ['--rules', at(name)],
      ['--config', at('c.json')],
    ]) {
      const { code, report } = await checked(at('a.csv'), ...option)
      expect(complaints('check', report)).toEqual([])
      expect([code, report.results[0]!.badge.atMost, report.results[0]!.findings]).toMatchObject([
        1,
        'bronze',
        [{ rule: 'structure/has-place', message: 'no 縣市 here', remedy: 'put it in', outcome: 'fail' }],
      ])
      expect(report.deviations).toEqual([
        {
          kind: 'plugin',
          rule: 'structure/has-place',
          severity: 'blocking',
          file: name,
          text: expect.any(String),
        },
      ])
    }
  })

  it('can be set like others, and stand in the ledger with their texts', async () => {
    const config = { plugins: ['./mine.js'], rules: { 'structure/has-place': 'advice' } }
    const at = files({ 'a.csv': SOUND, 'mine.js': module(), 'odbadge.config.json': JSON.stringify(config) })
    const { code, out } = await odbadgeIn(at(), 'audit', '--files', 'a.csv')
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('外加規則 structure/has-place（mine.js）：須修正'),
    ])
    const { header, datasets } = ledgerAt(at('reports', 'ledger.ndjson'))
    expect(header.rules.at(-1)).toMatchObject({ id: 'structure/has-place', severity: 'advice' })
    expect([datasets[0]!.badge.atLeast, datasets[0]!.resources[0]!.outcomes['structure/has-place']]).toEqual([
      'gold',
      'pass',
    ])

    // Its answers stay while the configuration names it; officially there is no such rule.
    await odbadgeIn(at(), 'rejudge', 'reports/ledger.ndjson', '-o', 'same.ndjson')
    await odbadgeIn(at(), 'rejudge', 'reports/ledger.ndjson', '--no-config', '-o', 'official.ndjson')
    expect(ledgerAt(at('same.ndjson')).header.deviations).toEqual(header.deviations)
    const official = ledgerAt(at('official.ndjson'))
    expect(official.header.deviations).toBeUndefined()
    expect(official.datasets[0]!.resources[0]!.outcomes).not.toHaveProperty('structure/has-place')
  })

  it('may say that they cannot tell', async () => {
    const content = `import { defineRule, Undecidable } from 'odbadge'
      export default defineRule(${rule(`*check() { throw new Undecidable('lacks', { name: 'x' }) }`)})`
    const at = files({ 'a.csv': SOUND, 'mine.js': content })
    const { code, report } = await checked(at('a.csv'), '--rules', at('mine.js'))
    expect([code, report.results[0]!.badge]).toEqual([3, { atLeast: 'bronze', atMost: 'gold' }])
  })

  it('that crash are unknown, and a fault', async () => {
    const at = files({ 'a.csv': SOUND, 'mine.js': module(`check() { throw new Error('oh') }`) })
    const { code, report } = await checked(at('a.csv'), '--rules', at('mine.js'))
    expect([code, report.results[0]!.findings]).toMatchObject([
      70,
      [{ messageId: 'rule-crashed', outcome: 'unknown' }],
    ])
  })

  it.each<[what: string, content: string, told: RegExp]>([
    ['nothing', 'const a = 1', /沒有匯出任何規則/],
    ['no rule', 'export default { a: 1 }', /沒有匯出任何規則|id/],
    [
      'an id that is none',
      module(`id: 'my rule'`),
      /「my rule」的 id.*link、download、structure、metadata、timeliness/,
    ],
    [
      'an indicator that is not the id’s',
      module(`indicator: 'link'`),
      /「structure\/has-place」的 indicator/,
    ],
    ['a severity there is not', module(`severity: 'error'`), /severity.*blocking 或 advice/],
    ['a claim in one language', module(`claim: { en: 'x' }`), /claim.*zh-TW/],
    ['no messages', module('messages: {}'), /messages/],
    [
      'a message without a remedy',
      module(`messages: { lacks: { text: ${text('x')} } }`),
      /messages\.lacks\.remedy/,
    ],
    ['a need there is not', module(`needs: ['tables']`), /needs.*exchange、bytes/],
    ['no check', module('check: 1'), /check.*函式/],
    ['the id of a built-in rule', module(`id: 'structure/parses'`), /「structure\/parses」已由內建規則使用/],
    [
      'one id twice',
      `const a = ${rule()}\nexport default [a, a]`,
      /「structure\/has-place」已由mine\.js使用/,
    ],
    ['what does not parse', 'export default {', /mine\.js/],
    ['what throws', 'throw new Error("not today")', /not today/],
  ])('are refused with %s', async (_, content, told) => {
    const at = files({ 'a.csv': SOUND, 'mine.js': content })
    const { code, out, err } = await odbadge('check', at('a.csv'), '--rules', at('mine.js'))
    expect(err).toMatch(told)
    expect(err).toContain('mine.js')
    expect(err).not.toMatch(/\n +at /)
    expect([code, out]).toEqual([2, ''])
  })

  it('must be there', async () => {
    const at = files({ 'a.csv': SOUND })
    const { code, err } = await odbadge('check', at('a.csv'), '--rules', at('none.js'))
    expect([code, err]).toEqual([2, expect.stringContaining('none.js')])
  })
})
