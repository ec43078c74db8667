import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RULES } from '../rules/index.ts'
import { rulePage } from '../src/core/rule-page.ts'
import { csvCatalogue } from './cli/catalogue.ts'

const ROOT = join(import.meta.dirname, '..')
const MODULES = join(ROOT, 'node_modules')
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

/** What a build and a package are made of. */
const SOURCES = ['bin', 'docs', 'rules', 'scripts', 'src', 'LICENSE', 'README.md', 'package.json']
const CONFIGS = ['tsconfig.json', 'tsconfig.build.json']

const folder = mkdtempSync(join(tmpdir(), 'odbadge-package-'))
const project = join(folder, 'project')
const installed = join(project, 'node_modules', 'odbadge')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (file: string, args: readonly string[], cwd: string): string =>
  execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** Node itself, without whatever this test run was started with. */
const node = (args: readonly string[], cwd: string) => run(process.execPath, args, cwd)

const link = (name: string) => {
  mkdirSync(dirname(join(project, 'node_modules', name)), { recursive: true })
  symlinkSync(join(MODULES, name), join(project, 'node_modules', name))
}

/** Packed from a copy, so that no other test sees `dist` come and go; nothing is fetched. */
beforeAll(() => {
  const copy = join(folder, 'copy')
  for (const name of [...SOURCES, ...CONFIGS]) cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(MODULES, join(copy, 'node_modules'))
  node(['scripts/build.mjs'], copy)
  run('npm', ['pack', '--ignore-scripts', '--offline', '--pack-destination', folder], copy)
  mkdirSync(installed, { recursive: true })
  run('tar', ['-xzf', join(folder, `odbadge-${manifest.version}.tgz`), '--strip-components=1'], installed)
  for (const name of [...Object.keys(manifest.dependencies), '@types/node']) link(name)
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'consumer', type: 'module', private: true }),
  )
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    types: ['node'],
    outDir: 'out',
    rootDir: '.',
  }
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['*.ts', 'config/*.ts'] }),
  )
  cpSync(join(import.meta.dirname, 'fixtures', 'consumer.ts.txt'), join(project, 'consumer.ts'))
  for (const [name, text] of examples()) writeFileSync(join(project, name), text)
  mkdirSync(join(project, 'config'))
  for (const [name, text] of Object.entries(CONFIG)) writeFileSync(join(project, 'config', name), text)
  writeFileSync(join(project, '年報.csv'), '年度,地區別,人數\n110,臺北市,5\n\n111,新北市,6\n')
  writeFileSync(
    join(project, 'export.csv'),
    csvCatalogue([{ id: '7', publisher: '勞動部', url: 'https://data.example.gov.tw/a.csv' }]),
  )
  writeFileSync(join(project, 'no-network.mjs'), NO_NETWORK)
}, 240_000)

/** Every TypeScript block of the page about the library, each a module of its own. */
function examples(): [string, string][] {
  const page = readFileSync(join(ROOT, 'docs', 'library.md'), 'utf8')
  return [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text], at) => [
    /^\/\/ (\S+\.ts)\n/.exec(text!)?.[1] ?? `example-${at}.ts`,
    text!,
  ])
}

/** The page about configurations: what is written in it, and what its files lead to. */
const CONFIG_PAGE = readFileSync(join(ROOT, 'docs', 'config.md'), 'utf8')
const block = (notation: string) =>
  new RegExp(`\`\`\`${notation}\\n([\\s\\S]*?)\`\`\``).exec(CONFIG_PAGE)![1]!
const CONFIG = {
  'odbadge.config.yaml': block('yaml'),
  'other.config.ts': block('ts'),
  'my-rules.js': block('js'),
  'my-rules.ts': block('js'),
  '共用設定.yaml': 'extends: quiet\n',
}

/** Names that do not exist anywhere, whatever the network of this machine says. */
const NO_NETWORK = `import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
const none = (name) => Object.assign(new Error('getaddrinfo ENOTFOUND ' + name), { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: name })
dns.lookup = (name, options, done) => process.nextTick(done ?? options, none(name))
dns.promises.lookup = async (name) => { throw none(name) }
syncBuiltinESMExports()
`

describe('the package, installed', () => {
  it('compiles in a strict project, the examples of its page too', { timeout: 120_000 }, () => {
    expect(examples().length).toBeGreaterThan(4)
    expect(node([join(MODULES, 'typescript', 'bin', 'tsc'), '-p', '.'], project)).toBe('')
  })

  it('checks, audits and takes a rule', { timeout: 60_000 }, () => {
    const told = JSON.parse(node(['out/consumer.js'], project))
    expect(told).toEqual({
      bytes: { badge: { atLeast: 'gold', atMost: 'gold' }, encoding: 'UTF-8', findings: [] },
      path: ['structure/no-blank-rows: 1 blank row(s) above or between the records (row 3).'],
      missing: { atLeast: 'none', atMost: 'gold' },
      own: ['structure/year-first: The first column is “地區別”.'],
      costs: 'bronze',
      kinds: ['header', 'dataset', 'footer'],
      gold: 1,
      page: expect.stringContaining('bad-date'),
      profile: 'ProfileError',
    })
  })

  it('runs every example of its page', { timeout: 120_000 }, () => {
    const said = Object.fromEntries(
      examples().map(([name]) => [
        name,
        node(['--import', './no-network.mjs', `out/${name.replace('.ts', '.js')}`], project),
      ]),
    )
    expect(said['example-0.ts']).toMatch(/^fail structure\/no-blank-rows 3 .*第 3 列/m)
    expect(said['example-2.ts']).toMatch(/^7 none 資料集 7$/m)
    expect(said['example-2.ts']).toContain('勞動部')
    expect(said['example-3.ts']).toBe('none\n')
  })

  it('takes the configurations of their page', { timeout: 60_000 }, () => {
    const bin = join(installed, 'bin', 'odbadge.js')
    const findings = (file: string, ...more: string[]) => {
      const { stdout } = spawnSync(process.execPath, [bin, 'check', file, '--reporter', 'json', ...more], {
        cwd: join(project, 'config'),
        encoding: 'utf8',
      })
      const [{ findings }] = JSON.parse(stdout).results
      return findings.map(({ rule }: { rule: string }) => rule)
    }
    expect(findings('../年報.csv')).toEqual(['structure/no-blank-rows'])
    writeFileSync(join(project, 'year.csv'), '地區別,人數\n臺北市,5\n')
    for (const option of [
      ['--no-config', '--rules', 'my-rules.js'],
      ['--config', 'other.config.ts'],
    ])
      expect(findings('../year.csv', ...option)).toEqual(['structure/has-year'])
    const schema = /"\$schema": "\.\/node_modules\/odbadge\/([^"]+)"/.exec(CONFIG_PAGE)![1]!
    JSON.parse(readFileSync(join(installed, schema), 'utf8'))
  })

  it('runs as a command, without network or sources', { timeout: 60_000 }, () => {
    const bin = join(installed, 'bin', 'odbadge.js')
    expect(node([bin, '--version'], project).trim()).toBe(manifest.version)
    expect(node([bin, 'explain', 'structure/no-blank-rows', '--lang', 'en'], project)).toContain(
      '## How to mend',
    )
    node([bin, 'audit', '--files', '年報.csv', '--out', 'reports', '--now', '2026-06-01'], project)
    for (const file of ['ledger.ndjson', 'report.json', 'index.html', 'worklist.xlsx'])
      expect(readFileSync(join(project, 'reports', file)).length).toBeGreaterThan(1000)
    node([bin, 'letters', 'reports/ledger.ndjson', '--out', 'letters'], project)
  })

  it('brings schemas, rule pages and the page about itself', () => {
    const schema =
      'import { readFileSync } from "node:fs"; const at = import.meta.resolve("odbadge/schemas/ledger.schema.json"); JSON.parse(readFileSync(new URL(at)))'
    node(['--input-type=module', '-e', schema], project)
    for (const language of ['zh-TW', 'en'] as const)
      for (const { id } of RULES) readFileSync(join(installed, rulePage(id, language)))
    readFileSync(join(installed, 'docs', 'library.md'))
  })
})
