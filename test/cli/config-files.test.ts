import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { files, odbadgeIn } from './configured.ts'
import { odbadge, SOUND } from './run.ts'

/** Twice the same row: advice, and nothing else. */
const DOUBLED = `${SOUND}111,新北市,6\n`
const RULE = 'structure/no-duplicate-rows'

describe('odbadge.config.*', () => {
  const formats: Readonly<Record<string, string>> = {
    ts: `import { type Config, defineConfig } from 'odbadge'\nconst own: Config = { failOn: 'advice' }\nexport default defineConfig(own)`,
    js: `import { defineConfig } from 'odbadge'\nexport default defineConfig({ failOn: 'advice' })`,
    mjs: `export default { failOn: 'advice' }`,
    json: '\ufeff{ "$schema": "./node_modules/odbadge/config.schema.json", "failOn": "advice" }',
    yaml: 'failOn: advice # all of it',
    yml: 'failOn: advice',
  }
  it.each(Object.entries(formats))('is found in the working directory: .%s', async (extension, content) => {
    const at = files({ 'a.csv': DOUBLED, [`odbadge.config.${extension}`]: content })
    expect(await odbadgeIn(at(), 'check', 'a.csv')).toMatchObject({ code: 1, err: '' })
  })

  it('is left alone with --no-config, and the command line goes first', async () => {
    const at = files({ 'a.csv': DOUBLED, 'odbadge.config.yaml': 'failOn: advice\nlang: en\nout: audits' })
    expect((await odbadgeIn(at(), 'check', 'a.csv', '--no-config')).code).toBe(0)
    const own = await odbadgeIn(at(), 'check', 'a.csv', '--fail-on', 'blocking')
    expect([own.code, own.out]).toEqual([0, expect.stringContaining('Structured data')])
    expect((await odbadgeIn(at(), 'audit', '--files', 'a.csv')).code).toBe(1)
    expect(existsSync(at('audits', 'ledger.ndjson'))).toBe(true)
    expect((await odbadgeIn(at(), 'audit', '--files', 'a.csv', '--out', 'mine')).code).toBe(1)
    expect(existsSync(at('mine', 'ledger.ndjson'))).toBe(true)
    expect(
      (await odbadgeIn(at(), 'check', 'a.csv', '--config', 'odbadge.config.yaml', '--no-config')).code,
    ).toBe(2)
  })

  it('must be one', async () => {
    const at = files({ 'a.csv': SOUND, 'odbadge.config.yaml': '', 'odbadge.config.json': '{}' })
    const { code, err } = await odbadgeIn(at(), 'check', 'a.csv')
    expect([code, err]).toEqual([2, expect.stringContaining('odbadge.config.json、odbadge.config.yaml')])
  })
})

/** `check a.csv` under these files, `c.*` being the configuration. */
async function checkWith(contents: Readonly<Record<string, string>>, ...argv: string[]) {
  const at = files({ 'a.csv': DOUBLED, ...contents })
  const config = Object.keys(contents).find((name) => name.startsWith('c.'))!
  const { code, out, err } = await odbadge('check', at('a.csv'), '--config', at(config), ...argv)
  return { code, out, err, at }
}

describe('extends', () => {
  it.each<[what: string, contents: Record<string, string>, code: number]>([
    ['a preset that changes nothing', { 'c.yaml': 'extends: official' }, 0],
    ['a preset that is strict', { 'c.yaml': 'extends: strict' }, 1],
    ['a preset that is quiet', { 'c.yaml': 'extends: quiet\nfailOn: advice' }, 0],
    ['a file', { 'c.yaml': 'extends: ./base.json', 'base.json': '{"failOn":"advice"}' }, 1],
    [
      'what stands later goes first',
      { 'c.yaml': 'extends: [strict, ./base.json]', 'base.json': '{"failOn":"never"}' },
      0,
    ],
    ['the file itself goes before all', { 'c.yaml': 'extends: [strict]\nfailOn: never' }, 0],
    [
      'a file of a file, from where that lies',
      {
        'c.yaml': 'extends: ./team/base.yaml',
        'team/base.yaml': 'extends: ./more.json',
        'team/more.json': '{"failOn":"advice"}',
      },
      1,
    ],
    [
      'rules by name: one from each',
      {
        'c.yaml': `extends: [quiet, ./base.json]\nfailOn: blocking`,
        'base.json': JSON.stringify({ rules: { [RULE]: 'blocking' } }),
      },
      1,
    ],
    [
      'a rule back to what the profile says',
      { 'c.yaml': `extends: quiet\nfailOn: advice\nrules: { ${RULE}: official }` },
      1,
    ],
    [
      'the same file twice',
      { 'c.yaml': 'extends: [./b.json, ./b.json]', 'b.json': '{"failOn":"advice"}' },
      1,
    ],
  ])('%s', async (_, contents, code) => {
    expect(await checkWith(contents)).toMatchObject({ code, err: '' })
  })

  it.each<[what: string, contents: Record<string, string>, told: RegExp]>([
    [
      'a preset there is not',
      { 'c.yaml': 'extends: stric' },
      /c\.yaml.*extends.*「stric」.*official、quiet、strict.*您是指 strict 嗎/,
    ],
    ['a file there is not', { 'c.yaml': 'extends: ./none.yaml' }, /c\.yaml.*extends.*none\.yaml/],
    ['itself', { 'c.yaml': 'extends: ./c.yaml' }, /extends 繞成一圈.*c\.yaml → .*c\.yaml/],
    [
      'a circle',
      { 'c.yaml': 'extends: ./b.yaml', 'b.yaml': 'extends: ./c.yaml' },
      /b\.yaml.*繞成一圈.*c\.yaml → .*b\.yaml → .*c\.yaml/,
    ],
    [
      'a fault in another file',
      { 'c.yaml': 'extends: ./b.yaml', 'b.yaml': 'a: 1\nfailon: x' },
      /b\.yaml.*\n.*第 2 行 \$：不認得 failon.*您是指 failOn 嗎/s,
    ],
  ])('refuses %s', async (_, contents, told) => {
    const { code, out, err } = await checkWith(contents)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(told)
    expect(err).not.toMatch(/\n +at /)
  })
})

describe('a configuration that is wrong', () => {
  it.each<[what: string, file: string, content: string, told: RegExp]>([
    ['an unknown key', 'c.json', '{\n  "perhost": 2\n}', /第 2 行 \$：不認得 perhost.*您是指 perHost 嗎/],
    [
      'a severity there is not',
      'c.yaml',
      'rules:\n  structure/parses: error',
      /第 2 行 \$\.rules\.structure\/parses：只能是 off、advice、blocking、official/,
    ],
    [
      'a badge there is not',
      'c.yaml',
      'lang: en\nminBadge: platinum',
      /第 2 行 \$\.minBadge：只能是 bronze、silver、gold/,
    ],
    ['a fault in a list', 'c.yaml', 'plugins:\n  - ./a.js\n  - 1', /第 3 行 \$\.plugins\[1\]：型別/],
    [
      'a body there is not',
      'c.yaml',
      'bodies: { 社會處: kinmenn }',
      /bodies「社會處」.*「kinmenn」.*您是指 kinmen 嗎/,
    ],
    ['YAML that is none', 'c.yaml', 'rules: [', /line 1|第 1 行/],
    ['code that throws', 'c.ts', 'throw new Error("not today")', /not today/],
    ['code without an object', 'c.js', 'export default 1', /object/],
    ['a bomb of aliases', 'c.yaml', bomb(), /alias/i],
    ['another kind of file', 'c.toml', '', /\.ts、\.js、\.mjs、\.json、\.yaml、\.yml/],
    [
      'a date that is none',
      'c.yaml',
      'agencies: { 勞動部: { exceptions: [{ rule: structure/parses, reason: x, until: "2026-02-30" }] } }',
      /2026-02-30/,
    ],
  ])('%s is refused by file and place', async (_, file, content, told) => {
    const { code, out, err } = await checkWith({ [file]: content })
    expect(err).toMatch(told)
    expect(err).toContain(file)
    expect(err).not.toMatch(/\n +at /)
    expect([code, out]).toEqual([2, ''])
  })

  it('is told in English, too', async () => {
    const { err } = await checkWith({ 'c.yaml': 'failon: advice\nspacing: -1' }, '--lang', 'en')
    expect(err).toMatch(/line 1 \$: failon is not known.*Did you mean failOn\?/)
    expect(err).toMatch(/line 2 \$\.spacing: must not be below 0\. Milliseconds/)
    expect(err).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, n) =>
    n === 0
      ? 'a0: &a0 [x, x]'
      : `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
  )
  return levels.join('\n')
}
