import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { RULES } from '../../rules/index.ts'
import { REPORTERS } from '../../src/cli/reporters.ts'
import { writers } from '../../src/report/index.ts'
import { gitlabComplaints, junitComplaints, sarifComplaints } from '../report/published.ts'
import { complaints } from '../report/schema.ts'
import { csvCatalogue } from './catalogue.ts'
import { BROKEN, folder, odbadge, portalFor, SOUND } from './run.ts'

afterEach(() => vi.unstubAllEnvs())

/** The second record takes two lines: from there on, a row is not its line. */
const TALL = '年度,地區別\n110,"臺\n北市"\n111,臺北市,5\n\n111,新北市\n'

it('names every writer', () => {
  expect([...REPORTERS].sort()).toEqual([...Object.keys(writers), 'text', 'terminal'].sort())
})

describe('check --reporter', () => {
  it('github: on the line of the file, not the row of the table', async () => {
    const at = folder({ 'a.csv': TALL })
    const { out, code } = await odbadge('check', at('a.csv'), '--reporter', 'github')
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^::error file=[^,]*a\.csv,line=4,title=/)
    expect(lines[1]).toMatch(/^::error file=[^,]*a\.csv,line=5,title=/)
    expect(code).toBe(1)
  })

  it('github: a row on several lines begins on its first', async () => {
    const at = folder({ 'a.csv': '年度,地區別\n110,"臺\n北市",5\n111,新北市\n' })
    const { out } = await odbadge('check', at('a.csv'), '--reporter', 'github')
    expect(out).toMatch(/^::error file=[^,]*a\.csv,line=2,title=/)
  })

  it('several at once, each into its file and as its schema asks', async () => {
    const at = folder({ 'a.csv': SOUND, 'b.csv': BROKEN })
    const file = (name: string) => ['--reporter', `${name}=${at(`out.${name}`)}`]
    const names = ['sarif', 'junit', 'gitlab', 'json', 'markdown', 'svg', 'html', 'ndjson']
    const { out, err, code } = await odbadge(
      'check',
      at('a.csv'),
      at('b.csv'),
      ...names.flatMap(file),
      '--reporter',
      'text',
      '--reporter',
      'github',
    )
    expect([code, err]).toEqual([1, ''])
    expect(out).toContain('::error file=')
    expect(out).toContain('銅標章')
    const made = (name: string) => readFileSync(at(`out.${name}`), 'utf8')
    expect(sarifComplaints(JSON.parse(made('sarif')))).toEqual([])
    expect(JSON.parse(made('sarif')).runs[0].results).toHaveLength(2)
    expect(junitComplaints(made('junit'))).toEqual([])
    expect(made('junit')).toContain(' failures="2" errors="0"')
    expect(gitlabComplaints(JSON.parse(made('gitlab')))).toEqual([])
    expect(complaints('check', JSON.parse(made('json')))).toEqual([])
    expect(made('markdown')).toContain('| 金標章 | 1 | 1 |')
    expect(made('svg')).toContain('金標章 1・銅標章 1')
    expect(made('html')).toContain('<!doctype html>')
    for (const line of made('ndjson').trimEnd().split('\n'))
      expect(complaints('ledger', JSON.parse(line))).toEqual([])
  })

  it('adds to a job’s summary what is there already', async () => {
    const at = folder({ 'a.csv': SOUND, summary: '# before\n' })
    vi.stubEnv('GITHUB_STEP_SUMMARY', at('summary'))
    for (let times = 0; times < 2; times++)
      await odbadge('check', at('a.csv'), '--reporter', `markdown=${at('summary')}`)
    const text = readFileSync(at('summary'), 'utf8')
    expect(text).toMatch(/^# before\n##/)
    expect(text.match(/^## /gm)).toHaveLength(2)
  })

  it.each<[argv: string[], said: RegExp]>([
    [['--reporter', 'sarif', '--reporter', 'junit'], /sarif、junit[\s\S]*NAME=/],
    [['--reporter', 'text', '--reporter', 'json'], /text、json/],
    [['--reporter', 'sarif='], /sarif=/],
    [['--reporter', 'sarif=x.out', '--reporter', 'junit=./x.out'], /x\.out/],
    [['--reporter', 'sarfi=x'], /sarfi[\s\S]*sarif/],
    [['--reporter', 'sarif=/dev/null/x'], /\/dev\/null\/x/],
  ])('%j is misuse', async (argv, said) => {
    const at = folder({ 'a.csv': SOUND })
    const { code, err } = await odbadge('check', at('a.csv'), ...argv)
    expect(err).toMatch(said)
    expect(code).toBe(2)
  })
})

describe('audit and report --reporter', () => {
  it('tell the same of one ledger, with addresses for places', async () => {
    const portal = await portalFor({ '/sound.csv': { body: SOUND }, '/broken.csv': { body: BROKEN } })
    const list = csvCatalogue([
      { id: '101', publisher: '勞動部', url: portal.url('/sound.csv') },
      { id: '102', publisher: '勞動部', url: portal.url('/broken.csv') },
    ])
    const at = folder({ 'c.csv': list })
    const sarif = ['--reporter', `sarif=${at('a.sarif')}`]
    const { out, code } = await odbadge(
      'audit',
      at('c.csv'),
      '--allow-private',
      '--out',
      at(),
      ...sarif,
      '--reporter',
      'github',
    )
    expect(code).toBe(0)
    expect(out).toMatch(/^::error title=.*::資料集.*102.*%0Ahttp:\/\/127\.0\.0\.1/m)
    const first = JSON.parse(readFileSync(at('a.sarif'), 'utf8'))
    expect(sarifComplaints(first)).toEqual([])
    const again = await odbadge('report', at('ledger.ndjson'), '--reporter', 'sarif')
    expect(JSON.parse(again.out)).toEqual(first)
    const [{ locations }] = first.runs[0].results
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe(portal.url('/broken.csv'))
  })

  it('a document on standard output stands there alone', async () => {
    const at = folder({ 'a.csv': BROKEN })
    const { out } = await odbadge('audit', '--files', at('a.csv'), '--out', at(), '--reporter', 'gitlab')
    expect(gitlabComplaints(JSON.parse(out))).toEqual([])
  })

  it('report -o goes with one reporter', async () => {
    const at = folder({ 'a.csv': BROKEN })
    await odbadge('audit', '--files', at('a.csv'), '--out', at())
    const report = (...argv: string[]) => odbadge('report', at('ledger.ndjson'), ...argv)
    expect((await report('--reporter', 'junit', '-o', at('x.xml'))).code).toBe(0)
    expect(junitComplaints(readFileSync(at('x.xml'), 'utf8'))).toEqual([])
    expect((await report('--reporter', 'junit=y', '-o', at('x'))).code).toBe(2)
    expect((await report('--reporter', 'junit', '--reporter', 'sarif', '-o', at('x'))).code).toBe(2)
    expect((await report('--reporter', 'text')).out).toContain('銅標章')
  })
})

describe('exit codes through the command line', () => {
  it.each<[what: string, files: Record<string, string>, argv: string[], code: number]>([
    ['clean', { 'a.csv': SOUND }, [], 0],
    ['findings', { 'a.csv': BROKEN }, [], 1],
    ['findings fewer than borne', { 'a.csv': BROKEN }, ['--max-findings', '2'], 0],
    ['findings more than borne', { 'a.csv': BROKEN }, ['--max-findings', '1'], 1],
    ['below the badge', { 'a.csv': BROKEN }, ['--min-badge', 'gold'], 1],
    ['cannot verify', {}, [], 3],
    ['misuse', { 'a.csv': SOUND }, ['--max-findings', '-1'], 2],
    ['misuse', { 'a.csv': SOUND }, ['--update-baseline'], 2],
    ['misuse', { 'a.csv': SOUND }, ['--baseline', '/nowhere/at/all.json'], 2],
  ])('check: %s', async (_, files, argv, code) => {
    const at = folder(files)
    const { code: got } = await odbadge('check', at('a.csv'), ...argv)
    expect(got).toBe(code)
  })

  it.each<[what: string, content: string, argv: string[], code: number]>([
    ['findings nobody asked about', BROKEN, [], 0],
    ['findings', BROKEN, ['--fail-on', 'blocking'], 1],
    ['findings more than borne', BROKEN, ['--max-findings', '1'], 1],
    ['findings fewer than borne', BROKEN, ['--max-findings', '5'], 0],
    ['below the badge', BROKEN, ['--min-badge', 'silver'], 1],
  ])('audit: %s', async (_, content, argv, code) => {
    const at = folder({ 'a.csv': content })
    const { code: got } = await odbadge('audit', '--files', at('a.csv'), '--out', at('out'), ...argv)
    expect(got).toBe(code)
  })

  it('audit: what cannot be read is not verified', async () => {
    const at = folder()
    const files = ['--files', at('missing.csv'), '--out', at('out')]
    expect((await odbadge('audit', ...files, '--fail-on', 'blocking')).code).toBe(3)
    expect((await odbadge('audit', ...files, '--min-badge', 'gold')).code).toBe(3)
    expect((await odbadge('audit', ...files)).code).toBe(0)
  })

  it.each(['check', 'audit'])('%s: a fault of ours outranks findings and baselines', async (command) => {
    const at = folder({ 'a.csv': BROKEN })
    const rule = RULES.find(({ id }) => id === 'structure/no-blank-rows')!
    const crash = vi.spyOn(rule, 'check').mockImplementation(() => {
      throw new TypeError('out of order')
    })
    onTestFinished(() => crash.mockRestore())
    const out = command === 'audit' ? ['--files', '--out', at('out')] : []
    const update = ['--baseline', at('b.json'), '--update-baseline', '--reporter', `junit=${at('j.xml')}`]
    const { code } = await odbadge(command, at('a.csv'), ...out, ...update)
    expect(code).toBe(70)
    expect(readFileSync(at('j.xml'), 'utf8')).toContain('<error type="rule-crashed"')
    expect(readFileSync(at('b.json'), 'utf8')).not.toContain('rule-crashed')
  })
})
