import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { RULES } from '../../rules/index.ts'
import type { CheckResult } from '../../src/report/index.ts'
import { complaints } from '../report/schema.ts'
import { zipOf } from '../support/zip.ts'
import { BROKEN, checked, folder, odbadge, portalFor, SOUND } from './run.ts'

const NOW = ['--now', '2026-06-01']
const YEARLY = ['--frequency', '每1年', ...NOW]

describe('check --reporter json', () => {
  it('prints exactly the shape that scripts know', async () => {
    const at = folder({ 'a.csv': SOUND })
    const claims = ['--format', 'CSV', '--encoding', 'UTF-8', '--fields', '年度、地區別、人數']
    const { code, report } = await checked(at('a.csv'), ...claims, ...YEARLY, '--modified', '2026-01-01')
    expect(report).toEqual({
      schemaVersion: 1,
      results: [
        {
          file: at('a.csv'),
          format: { declared: 'CSV', detected: 'CSV' },
          encoding: { declared: 'UTF-8', detected: 'UTF-8', bom: false },
          table: { header: ['年度', '地區別', '人數'], columns: 3, rows: 2 },
          indicators: { download: 'pass', structure: 'pass', metadata: 'pass', timeliness: 'pass' },
          badge: { atLeast: 'gold', atMost: 'gold' },
          findings: [],
        },
      ],
    })
    expect(code).toBe(0)
  })

  it('says of each finding what, where and how to mend it', async () => {
    const at = folder({ 'a.csv': BROKEN })
    const { code, report } = await checked(at('a.csv'))
    const [result] = report.results
    expect(code).toBe(1)
    expect(result).toMatchObject({ indicators: { structure: 'fail' }, badge: { atMost: 'bronze' } })
    expect(result?.findings).toMatchObject([
      { rule: 'structure/consistent-columns', messageId: 'ragged', outcome: 'fail', row: 2 },
      { rule: 'structure/no-blank-rows', messageId: 'hole', outcome: 'fail', row: 3 },
    ])
    for (const finding of result?.findings ?? []) {
      expect(Object.keys(finding)).toEqual([
        'rule',
        'messageId',
        'outcome',
        'severity',
        'row',
        'message',
        'remedy',
      ])
      expect(finding.message + finding.remedy).not.toMatch(/[{}]|undefined/)
    }
  })

  it.each<[name: string, content: string | Buffer, table: boolean]>([
    ['csv', SOUND, true],
    ['json', '[{"a":1},{"a":2}]', true],
    ['xml', '<rows><row><a>1</a><b>2</b></row><row><a>1</a><b>2</b></row></rows>', true],
    ['html', '<!doctype html><title>登入</title><form><input type=password></form>', false],
    ['png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), false],
    ['txt', '只是一段文字', false],
    ['zip', Buffer.from('504b0304140000000000', 'hex'), false],
    ['empty', '', false],
  ])('keeps to its schema for %s', async (name, content, table) => {
    const at = folder({ [`a.${name}`]: content })
    const { report } = await checked(at(`a.${name}`))
    expect(complaints('check', report)).toEqual([])
    expect('table' in report.results[0]!).toBe(table)
  })

  it('keeps several files in the order given, one after a bad one too', async () => {
    const at = folder({ 'b.csv': BROKEN, 'a.csv': SOUND })
    const { code, report } = await checked(at('b.csv'), at('missing.csv'), at('a.csv'))
    expect(report.results.map(({ file, badge }) => [file, badge.atLeast])).toEqual([
      [at('b.csv'), 'bronze'],
      [at('missing.csv'), 'none'],
      [at('a.csv'), 'gold'],
    ])
    expect(code).toBe(1)
  })

  it('follows URLs', async () => {
    const portal = await portalFor({ '/a.csv': { body: SOUND }, '/gone.csv': { status: 404 } })
    const { code, report } = await checked(portal.url('/a.csv'), portal.url('/gone.csv'))
    const [found, gone] = report.results
    expect(found?.badge.atLeast).toBe('gold')
    expect(gone?.findings[0]).toMatchObject({ rule: 'link/reachable', outcome: 'fail' })
    expect(code).toBe(1)
  })

  it('speaks English', async () => {
    const at = folder({ 'a.csv': BROKEN })
    const { report } = await checked(at('a.csv'), '--lang', 'en')
    for (const { message, remedy } of report.results[0]!.findings)
      expect(message + remedy).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('check of an archive', () => {
  const ARCHIVE = zipOf({
    'a.csv': SOUND,
    'notes.pdf': '%PDF-1.4',
    'in.zip': zipOf({ '\u001b[31mb\u202e.csv': BROKEN, 'c.json': '[{"a":1},{"a":2}]' }),
  })

  it('prints members in the shape of results, nested ones within', async () => {
    const at = folder({ 'a.zip': ARCHIVE })
    const { report, code } = await checked(at('a.zip'))
    expect(complaints('check', report)).toEqual([])
    const [{ indicators, members = [], findings }] = report.results as [CheckResult]
    expect([code, indicators.structure]).toEqual([1, 'fail'])
    expect(
      members.map(({ file, format, indicators }) => [file, format.detected, indicators.structure]),
    ).toEqual([
      ['a.csv', 'CSV', 'pass'],
      ['in.zip', 'ZIP', 'fail'],
    ])
    expect(members[0]).toMatchObject({ table: { columns: 3, rows: 2 }, findings: [] })
    const [broken, sound] = members[1]?.members ?? []
    expect(broken).toMatchObject({ file: 'in.zip!/\u001b[31mb\u202e.csv', indicators: { structure: 'fail' } })
    expect(sound).toMatchObject({ file: 'in.zip!/c.json', indicators: { structure: 'pass' }, findings: [] })
    expect(broken?.findings).toEqual(findings)
    expect(findings[0]).toMatchObject({ member: broken?.file, row: 2 })
  })

  it('says in text where, with names made harmless', async () => {
    const at = folder({ 'a.zip': ARCHIVE })
    const { out } = await odbadge('check', at('a.zip'))
    expect(out).toContain('檔案「in.zip!/')
    expect(out).toContain('第 2 列')
    expect(out).toContain('└ a.csv')
    expect(out).not.toMatch(/[\u001b\u202e]/)
  })

  it('says once what many members have in common, and how often', async () => {
    const at = folder({ 'a.zip': zipOf({ 'a.json': '[1,]', 'b.json': '[1,]', 'c.json': '[1,]' }) })
    const { out } = await odbadge('check', at('a.zip'), '--lang', 'en')
    expect(out).toContain('file a.json and others, 3 places in all')
    expect(out.match(/Not well-formed/g)).toHaveLength(1)
  })
})

describe('check compares with what is claimed, and only with that', () => {
  it.each<[claims: string[], failed: string | undefined]>([
    [[], undefined],
    [['--encoding', 'BIG5'], 'metadata/encoding-matches'],
    [['--fields', '年度、性別'], 'metadata/fields-match'],
    [['--fields', '地區別、年度'], undefined],
    [[...YEARLY, '--modified', '2023-01-01'], 'timeliness/on-schedule'],
    [[...YEARLY, '--modified', '2026/01/01'], undefined],
  ])('%j', async (claims, failed) => {
    const at = folder({ 'a.csv': SOUND })
    const { code, report } = await checked(at('a.csv'), ...claims)
    const rules = report.results[0]!.findings.filter(({ outcome }) => outcome === 'fail').map(
      ({ rule }) => rule,
    )
    expect(rules).toEqual(failed ? [failed] : [])
    expect(code).toBe(failed ? 1 : 0)
  })
})

describe('check --reporter text', () => {
  it.each(['zh-TW', 'en'])('names file, badge, finding, place, remedy and rule in %s', async (lang) => {
    const at = folder({ 'a.csv': BROKEN })
    const { out, err, code } = await odbadge('check', at('a.csv'), '--lang', lang)
    const { report } = await checked(at('a.csv'), '--lang', lang)
    expect(out).toContain(at('a.csv'))
    expect(out).toContain(lang === 'en' ? 'Bronze' : '銅標章')
    expect(out).toContain(lang === 'en' ? 'row 2' : '第 2 列')
    for (const { rule, message, remedy } of report.results[0]!.findings)
      for (const part of [rule, message, remedy]) expect(out).toContain(part)
    expect([err, code]).toEqual(['', 1])
  })

  it('lets no control character of a file reach the terminal', async () => {
    const name = '\u001b[31m人數\u0007'
    const at = folder({ 'a.csv': `年度,${name},${name}\n${'110,臺北市中正區,新北市板橋區\n'.repeat(20)}` })
    const { out } = await odbadge('check', at('a.csv'))
    expect(out).toContain('structure/unique-header')
    expect(out).toContain('人數')
    expect(out).not.toMatch(/[\u0007\u001b]/)
  })
})

describe('check as a gate', () => {
  const BIG5 = Buffer.from('a67ea5 d72ca448 bcc60a3131302c350a'.replaceAll(' ', ''), 'hex')
  it.each<[options: string[], content: string | Buffer, code: number]>([
    [['--min-badge', 'gold'], SOUND, 0],
    [['--min-badge', 'silver'], BROKEN, 1],
    [['--min-badge', 'bronze'], BROKEN, 0],
    [['--min-badge', 'bronze', '--fail-on', 'blocking'], BROKEN, 1],
    [['--min-badge', 'gold', ...YEARLY], SOUND, 3],
    [['--fail-on', 'never'], BROKEN, 0],
    [[], BIG5, 0],
    [['--fail-on', 'advice'], BIG5, 1],
    [['--fail-on', 'advice'], SOUND, 0],
  ])('%j', async (options, content, code) => {
    const at = folder({ 'a.csv': content })
    expect((await odbadge('check', at('a.csv'), ...options)).code).toBe(code)
  })

  it('judges by another profile', async () => {
    const at = folder({ 'a.csv': '年度,人數\n110,5,\n111,6\n' })
    const strict = await checked(at('a.csv'), '--profile', 'measure-2017')
    const observed = await checked(at('a.csv'), '--profile', 'checker-2017')
    const structure = [strict, observed].map(({ report }) => report.results[0]!.indicators.structure)
    expect(structure).toEqual(['fail', 'pass'])
  })
})

describe('a rule that throws', () => {
  it.each(['text', 'json'])(
    'is told with its id in %s, the rest is judged, the exit code is 70',
    async (reporter) => {
      const at = folder({ 'a.csv': BROKEN })
      const rule = RULES.find(({ id }) => id === 'structure/no-blank-rows')!
      const crash = vi.spyOn(rule, 'check').mockImplementation(() => {
        throw new TypeError('out of order')
      })
      onTestFinished(() => crash.mockRestore())
      const { code, out, err } = await odbadge(
        'check',
        at('a.csv'),
        '--reporter',
        reporter,
        '--fail-on',
        'never',
      )
      expect(out).toContain('out of order')
      expect(out).toContain('structure/no-blank-rows')
      expect(out).toContain('structure/consistent-columns')
      expect([code, err]).toEqual([70, ''])
    },
  )
})
