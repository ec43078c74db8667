// The step of action.yml: inputs from the environment, `odbadge check`, then the outputs. Node alone, no packages.
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const OPTIONS = [
  'min-badge',
  'fail-on',
  'max-findings',
  'baseline',
  'profile',
  'format',
  'encoding',
  'fields',
  'frequency',
  'modified',
  'lang',
]
const UNVERIFIED = 3
const WORST_FIRST = ['none', 'bronze', 'silver', 'gold']

const { env } = process
const input = (name) => (env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`] ?? '').trim()
const lines = (name) =>
  input(name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Files of the checkout, ignored ones too; a pattern means the same on every system. */
function matching(pattern) {
  if (!/[*?[]/.test(pattern)) return [pattern]
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--', `:(glob)${pattern}`],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  if (status !== 0) throw new Error(`git ls-files: ${stderr}`)
  return stdout.split('\0').filter((path) => path !== '' && existsSync(path))
}

const found = lines('files').map((pattern) => [pattern, matching(pattern)])
const files = [...new Set(found.flatMap(([, paths]) => paths))]
const inData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D')
const say = (name, value) =>
  env['GITHUB_OUTPUT'] && appendFileSync(env['GITHUB_OUTPUT'], `${name}=${value}\n`)
for (const [pattern, { length }] of found)
  if (length === 0 && files.length > 0)
    console.log(`::warning title=odbadge::${inData(`沒有符合「${pattern}」的檔案。No file matches.`)}`)
if (files.length === 0) {
  // As odbadge decides it: with nothing to judge, who asked for a verdict has none.
  const decides = input('fail-on') !== 'never' || input('min-badge') !== ''
  const level = decides ? 'error' : 'warning'
  console.log(
    `::${level} title=odbadge::沒有符合的檔案，無從檢測。No file matches: there is nothing to check.`,
  )
  say('badge', '')
  say('exit-code', decides ? UNVERIFIED : 0)
  process.exit(decides ? UNVERIFIED : 0)
}

const json = join(mkdtempSync(join(env['RUNNER_TEMP'] ?? tmpdir(), 'odbadge-')), 'check.json')
const summary = env['GITHUB_STEP_SUMMARY']
const reporters = [
  'text',
  'github',
  `json=${json}`,
  ...(summary ? [`markdown=${summary}`] : []),
  ...lines('reporter'),
]
const args = [
  'check',
  ...reporters.map((reporter) => `--reporter=${reporter}`),
  ...OPTIONS.filter((name) => input(name) !== '').map((name) => `--${name}=${input(name)}`),
  // A name that begins with a dash is no option.
  ...files.map((path) => (path.startsWith('-') ? `./${path}` : path)),
]
const version = input('version')
const windows = process.platform === 'win32'
const { status, error } =
  version === ''
    ? spawnSync(process.execPath, [join(import.meta.dirname, '..', 'bin', 'odbadge.js'), ...args], {
        stdio: 'inherit',
      })
    : spawnSync(windows ? 'npx.cmd' : 'npx', ['--yes', `odbadge@${version}`, ...args], { stdio: 'inherit' })
if (error) throw error

const badges = existsSync(json)
  ? JSON.parse(readFileSync(json, 'utf8')).results.map(({ badge }) => WORST_FIRST.indexOf(badge.atLeast))
  : []
say('badge', badges.length > 0 ? WORST_FIRST[Math.min(...badges)] : '')
say('exit-code', status ?? 70)
process.exitCode = status ?? 70
