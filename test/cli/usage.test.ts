import { describe, expect, it } from 'vitest'
import { RULES } from '../../rules/index.ts'
import { VERSION } from '../../src/cli/program.ts'
import { folder, odbadge, SOUND } from './run.ts'

const COMMANDS = ['audit', 'check', 'openapi', 'report', 'score', 'explain', 'rules'] as const

describe('help', () => {
  it.each(COMMANDS)('%s --help has options and an example in both languages', async (command) => {
    const chinese = await odbadge(command, '--help')
    const english = await odbadge('--lang', 'en', command, '--help')
    expect([chinese.code, chinese.err, english.code, english.err]).toEqual([0, '', 0, ''])
    expect(chinese.out).toMatch(new RegExp(`範例：\\n +odbadge ${command} `))
    expect(english.out).toMatch(new RegExp(`Examples:\\n +odbadge ${command} `))
    expect(chinese.out).toContain('顯示說明')
    // Names of agencies and columns stay Chinese in an example.
    expect(english.out.split('Examples:')[0]).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it.each([
    ['zh-TW', /指令：/],
    ['en', /Commands:/],
  ])('lists every command in %s', async (lang, title) => {
    const { code, out } = await odbadge('--help', `--lang=${lang}`)
    expect(out).toMatch(title)
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ +odbadge ${command}\\b`, 'm'))
    expect(code).toBe(0)
  })

  it('--version says the version and nothing else', async () => {
    expect(await odbadge('--version')).toEqual({ code: 0, out: `${VERSION}\n`, err: '' })
  })
})

describe('misuse is one clear sentence and exit code 2', () => {
  const at = () => folder({ 'a.csv': SOUND, 'profile.json': '{"id":"mine"}', 'broken.json': '{' })
  it.each<[name: string, argv: (path: (name: string) => string) => string[], said: RegExp]>([
    ['no command', () => [], /odbadge --help/],
    ['a misspelt command', () => ['chekc', 'a.csv'], /check/],
    ['an unheard-of command', () => ['bake', 'a.csv'], /bake/],
    ['no file', () => ['check'], /至少要 1 個/],
    ['no document', () => ['openapi'], /至少要 1 個/],
    ['an option of check', (path) => ['openapi', path('a.csv'), '--min-badge', 'gold'], /min-badge/],
    ['no catalogue', () => ['audit', '--out', 'x'], /至少要 1 個/],
    [
      'a misspelt option',
      (path) => ['check', path('a.csv'), '--encodng', 'UTF-8'],
      /encodng[\s\S]*--encoding/,
    ],
    ['a misspelt option with =', (path) => ['check', path('a.csv'), '--feilds=a'], /feilds[\s\S]*--fields/],
    ['an option of another command', (path) => ['check', path('a.csv'), '--agency', 'x'], /agency/],
    ['a negated option', (path) => ['check', path('a.csv'), '--no-format'], /no-format/],
    ['an option without its value', (path) => ['check', path('a.csv'), '--fields'], /fields/],
    [
      'an option twice',
      (path) => ['check', path('a.csv'), '--min-badge', 'gold', '--min-badge', 'silver'],
      /--min-badge/,
    ],
    ['an unknown language', (path) => ['check', path('a.csv'), '--lang', 'fr'], /"fr"[\s\S]*"en"/],
    ['an unknown reporter', (path) => ['check', path('a.csv'), '--reporter', 'xml'], /xml[\s\S]*json/],
    ['an unknown badge', (path) => ['check', path('a.csv'), '--min-badge', 'none'], /"none"[\s\S]*"gold"/],
    ['a bad moment', (path) => ['check', path('a.csv'), '--now', '2026-02-30'], /2026-02-30/],
    ['a bad date', (path) => ['check', path('a.csv'), '--modified', 'yesterday'], /yesterday/],
    ['a time-out of nothing', (path) => ['check', path('a.csv'), '--timeout', '0'], /--timeout/],
    ['a size that is no number', (path) => ['check', path('a.csv'), '--max-bytes', 'much'], /--max-bytes/],
    ['a limit below one', (path) => ['audit', path('a.csv'), '--limit', '-1'], /--limit/],
    ['half a dataset at once', (path) => ['audit', path('a.csv'), '--concurrency', '0.5'], /--concurrency/],
    [
      'an unknown profile',
      (path) => ['check', path('a.csv'), '--profile', 'strict'],
      /strict[\s\S]*measure-2017/,
    ],
    [
      'a missing profile file',
      (path) => ['check', path('a.csv'), '--profile', path('none.json')],
      /none\.json/,
    ],
    [
      'a profile that is no JSON',
      (path) => ['check', path('a.csv'), '--profile', path('broken.json')],
      /broken\.json/,
    ],
    [
      'an incomplete profile',
      (path) => ['check', path('a.csv'), '--profile', path('profile.json')],
      /indicators/,
    ],
    [
      'a catalogue with an escape sequence in its head',
      () => ['audit', folder({ 'e.csv': '\u001b[31mred,b\n1,2\n' })('e.csv')],
      /\ufffd\[31mred/,
    ],
    ['no such ledger', (path) => ['report', path('none.ndjson')], /找不到檔案或資料夾（ENOENT）\n$/],
    ['a folder for a ledger', (path) => ['report', path('')], /這是資料夾，不是檔案（EISDIR）\n$/],
    ['an unknown rule', () => ['explain', 'structure/no-blank-row'], /structure\/no-blank-rows/],
  ])('%s', async (_, argv, said) => {
    const { code, out, err } = await odbadge(...argv(at()))
    expect(err).toMatch(said)
    expect(err).toMatch(/^odbadge: /)
    expect(err).not.toMatch(/\n +at |\u001b/)
    expect([code, out]).toEqual([2, ''])
  })

  it.each<[argv: string[], said: RegExp]>([
    [['bake'], /Unknown argument: bake/],
    [['check', 'a', '--encodng', 'x'], /Did you mean --encoding\?/],
    [['check', 'a', '--now', 'x'], /“x” is no date/],
    [['check', 'a', '--timeout', '0'], /--timeout must be/],
    [['check', 'a', '--min-badge', 'gold', '--min-badge', 'gold'], /once only/],
    [['explain', 'x'], /There is no rule “x”/],
    [[], /See odbadge --help/],
  ])('in English: %j', async (argv, said) => {
    const { code, err } = await odbadge(...argv, '--lang', 'en')
    expect(err).toMatch(said)
    expect(code).toBe(2)
  })

  it('names rules of a profile that do not exist', async () => {
    const { readFileSync } = await import('node:fs')
    const profile = readFileSync(
      new URL('../../src/score/profiles/measure-2017.json', import.meta.url),
      'utf8',
    )
    const path = folder({ 'p.json': profile.replaceAll('structure/no-blank-rows', 'structure/no-blnk-rows') })
    const { code, err } = await odbadge('check', path('a.csv'), '--profile', path('p.json'))
    expect(err).toContain('structure/no-blnk-rows')
    expect(err).not.toContain('structure/parses')
    expect(code).toBe(2)
  })
})

describe('rules', () => {
  it('lists every rule with its claim', async () => {
    const { code, out } = await odbadge('rules')
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => line.split(' ')[0])).toEqual(RULES.map(({ id }) => id))
    for (const [n, rule] of RULES.entries()) expect(lines[n]).toContain(rule.claim['zh-TW'])
    expect(code).toBe(0)
  })

  it('--json gives texts in both languages, and no code', async () => {
    const { out } = await odbadge('rules', '--json')
    const rules = JSON.parse(out)
    expect(rules).toHaveLength(RULES.length)
    for (const rule of rules)
      expect(Object.keys(rule)).toEqual(['id', 'indicator', 'severity', 'claim', 'messages'])
  })

  it.each(RULES.map(({ id }) => id))('explain %s prints its page', async (id) => {
    const { code, out, err } = await odbadge('explain', id)
    expect(out).toMatch(new RegExp(`^# ${id}\\n`))
    expect(out).toContain('\n## 怎麼修正\n')
    expect([code, err]).toEqual([0, ''])
  })

  it('explain speaks English, and names messages, remedies and profiles', async () => {
    const { out } = await odbadge('explain', 'structure/no-blank-rows', '--lang', 'en')
    expect(out).toMatch(/^# structure\/no-blank-rows\n\n> There is no blank row in the data\n/)
    expect(out).toContain('- Costs a badge under: `measure-2017`\n')
    expect(out).toContain('\n## How to mend\n')
    expect(out).toContain('| `hole` | blocking | {count} blank row(s) above or between the records')
  })
})
