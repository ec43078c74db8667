import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { commandOptions } from '../../src/cli/command-options.ts'
import { REPORTERS } from '../../src/cli/reporters.ts'
import { BROKEN, folder, SOUND } from './run.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const CHECK = new Set([...Object.keys(commandOptions('zh-TW').check), 'lang'])

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly required?: boolean }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: {
    readonly using: string
    readonly steps: readonly {
      readonly id?: string
      readonly run?: string
      readonly env?: Record<string, string>
    }[]
  }
}
const action: Action = parse(read('action.yml'))
const step = action.runs.steps.find(({ id }) => id === 'check')!

/** The step of the action in a repository with these files. `odbadge` is this source, as `bin/odbadge.js` is its build. */
function acted(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
  const at = folder()
  mkdirSync(at('action', 'bin'), { recursive: true })
  mkdirSync(at('action', 'scripts'))
  mkdirSync(at('repo', 'data', 'deep'), { recursive: true })
  writeFileSync(at('action', 'scripts', 'action.mjs'), read('scripts/action.mjs'))
  const entry = [import.meta.resolve('tsx'), new URL('./entry.ts', import.meta.url).href]
  writeFileSync(at('action', 'package.json'), '{"type":"module"}')
  writeFileSync(at('action', 'bin', 'odbadge.js'), `import '${entry[0]}'\nawait import('${entry[1]}')\n`)
  for (const [name, content] of Object.entries(files)) writeFileSync(at('repo', name), content)
  spawnSync('git', ['init', '-q'], { cwd: at('repo') })
  const env = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
    value,
  ])
  const { status, stdout, stderr } = spawnSync(process.execPath, [at('action', 'scripts', 'action.mjs')], {
    cwd: at('repo'),
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      RUNNER_TEMP: at(),
      GITHUB_OUTPUT: at('output'),
      GITHUB_STEP_SUMMARY: at('summary'),
      ...Object.fromEntries(env),
    },
  })
  const text = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '')
  return { at, status, stdout, stderr, output: text('output'), summary: text('summary') }
}

describe('action.yml', () => {
  it('has an option of check for each input, and hands each on', () => {
    const own = ['files', 'version']
    const names = Object.keys(action.inputs)
    expect(names.filter((name) => !own.includes(name) && !CHECK.has(name))).toEqual([])
    expect(step.env).toEqual(
      Object.fromEntries(
        names.map((name) => [`INPUT_${name.toUpperCase().replaceAll('-', '_')}`, `\${{ inputs.${name} }}`]),
      ),
    )
    const script = read('scripts/action.mjs')
    for (const name of names) expect(script).toContain(`'${name}'`)
  })

  it('puts no input into a script', () => {
    expect(action.runs.using).toBe('composite')
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{')
  })

  it('annotates, sums up and says the lowest badge', () => {
    const files = { 'data/a.csv': SOUND, 'data/deep/b.csv': BROKEN, 'data/c.txt': '' }
    const { at, status, stdout, output, summary } = acted(files, {
      files: 'data/**/*.csv\n\n',
      'min-badge': 'silver',
      reporter: 'sarif=o.sarif\nsvg=badge.svg',
    })
    expect(status).toBe(1)
    expect(output).toBe('badge=bronze\nexit-code=1\n')
    expect(stdout).toMatch(/^::error file=data\/deep\/b\.csv,line=2,title=/m)
    expect(stdout).not.toContain('c.txt')
    expect(summary).toContain('data/deep/b.csv')
    const [{ locations }] = JSON.parse(readFileSync(at('repo', 'o.sarif'), 'utf8')).runs[0].results
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('data/deep/b.csv')
    expect(readFileSync(at('repo', 'badge.svg'), 'utf8')).toContain('<svg')
  })

  it('takes values for values, whatever they are', () => {
    const files = { '-a.csv': SOUND, '$(touch x).csv': SOUND }
    const inputs = { files: '-a.csv\n$(touch x).csv', fields: '--lang=en; touch y', lang: 'en' }
    const { at, status, stdout } = acted(files, inputs)
    expect(status).toBe(1)
    expect(stdout).toContain('metadata/fields-match')
    expect([existsSync(at('repo', 'x')), existsSync(at('repo', 'y'))]).toEqual([false, false])
  })

  it.each<[inputs: Readonly<Record<string, string>>, level: string, code: number]>([
    [{}, 'error', 3],
    [{ 'min-badge': 'bronze' }, 'error', 3],
    [{ 'min-badge': 'bronze', 'fail-on': 'never' }, 'error', 3],
    [{ 'fail-on': 'advice' }, 'error', 3],
    [{ 'fail-on': 'never' }, 'warning', 0],
  ])('without any file that matches, %j is answered as unknown is', (inputs, level, code) => {
    const { status, output, stdout } = acted({}, { files: 'data/*.csv\n*.json', ...inputs })
    expect([status, output]).toEqual([code, `badge=\nexit-code=${code}\n`])
    expect(stdout).toContain(`::${level} title=odbadge::沒有符合的檔案`)
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  })

  it('warns of a pattern that matches no file beside one that does', () => {
    const files = 'data/*.csv\ndata/100%*.json'
    const { status, stdout } = acted({ 'data/a.csv': SOUND }, { files, 'min-badge': 'gold' })
    expect(status).toBe(0)
    expect(stdout.match(/^::warning .*$/gm)).toEqual([
      '::warning title=odbadge::沒有符合「data/100%25*.json」的檔案。No file matches.',
    ])
  })

  it('says so when an input is wrong', () => {
    const wrong = acted({ 'a.csv': SOUND }, { files: 'a.csv', 'min-badge': 'platinum' })
    expect([wrong.status, wrong.output]).toEqual([2, 'badge=\nexit-code=2\n'])
  })
})

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml'))

  it('calls a command with options that exist', () => {
    const [program, command, ...rest] = `${hook.entry} ${hook.args.join(' ')}`.split(' ')
    expect([program, command, hook.language]).toEqual(['odbadge', 'check', 'node'])
    for (const option of rest.filter((word) => word.startsWith('--')))
      expect(CHECK).toContain(option.slice(2))
  })

  it.each([
    ['data/年報.csv', true],
    ['data/a.metadata.json', false],
    ['data/metadata.json', false],
    ['package.json', false],
    ['src/a.ts', false],
    ['data/a.geojson', true],
  ])('%s: %s', (path, taken) => {
    expect(new RegExp(hook.files).test(path) && !new RegExp(hook.exclude).test(path)).toBe(taken)
  })
})

describe('docs/ci.md', () => {
  const text = read('docs/ci.md')

  it('names every reporter, and options that exist', () => {
    const table = text.slice(text.indexOf('## 報告'), text.indexOf('## 詮釋資料'))
    for (const name of REPORTERS) expect(table).toContain(`\`${name}\``)
    const known = new Set([...CHECK, ...Object.keys(commandOptions('zh-TW').audit), 'yes', 'rm', 'user'])
    const named = [...text.matchAll(/(?<=[\s`[])--([a-z][a-z-]*)/g)].map(([, name]) => name!)
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  it('shows inputs that the action has, and a draft as the program reads it', () => {
    const workflow = parse(/```yaml\n(permissions[\s\S]*?)```/.exec(text)![1]!)
    const used = workflow.steps.find(({ id }: { id?: string }) => id === 'odbadge')
    for (const name of Object.keys(used.with)) expect(action.inputs).toHaveProperty(name)
    const draft = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)![1]!)
    expect(Object.keys(draft)).toContain('更新頻率')
    const gitlab = parse(/```yaml\n(odbadge:[\s\S]*?)```/.exec(text)![1]!)
    expect(gitlab.odbadge.script[0]).toContain(gitlab.odbadge.artifacts.reports.junit)
    expect(gitlab.odbadge.script[0]).toContain(gitlab.odbadge.artifacts.reports.codequality)
  })
})

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n')
  const ignored = read('.dockerignore').split('\n')

  it('copies what is there and let through', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1))
    expect(copied).toContain('src')
    for (const path of copied) {
      expect(existsSync(join(ROOT, path)), path).toBe(true)
      expect(ignored).toContain(`!${path}`)
    }
  })

  it('runs odbadge, not as root', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))
    expect(last).toContain('USER node')
    expect(last).toContain('ENTRYPOINT ["odbadge"]')
    for (const from of lines.filter((line) => line.startsWith('FROM ')))
      expect(from).toContain('node:20-slim')
  })
})
