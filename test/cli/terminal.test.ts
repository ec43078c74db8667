import stringWidth from 'string-width'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { shellWord } from '../../src/cli/next-steps.ts'
import { type ProgressState, progressLine, timeText } from '../../src/cli/progress.ts'
import { csvCatalogue } from './catalogue.ts'
import { BROKEN, folder, odbadge, portalFor, SOUND } from './run.ts'

const ESCAPES = /\u001b\[/

/** Somebody watches these streams until the test is over. */
function watched(...streams: ('stdout' | 'stderr')[]): void {
  for (const name of streams) {
    const stream = process[name]
    for (const [key, value] of Object.entries({ isTTY: true, columns: 72 })) {
      const before = Object.getOwnPropertyDescriptor(stream, key)
      Object.defineProperty(stream, key, { value, configurable: true })
      onTestFinished(() => {
        if (before) Object.defineProperty(stream, key, before)
        else Reflect.deleteProperty(stream, key)
      })
    }
  }
  vi.stubEnv('NO_COLOR', '')
  vi.stubEnv('TERM', 'xterm')
  onTestFinished(() => void vi.unstubAllEnvs())
}

async function auditable() {
  const portal = await portalFor({ '/a.csv': { body: SOUND }, '/b.csv': { body: BROKEN } })
  const listed = ['a', 'b'].map((id) => ({ id, publisher: '勞動部', url: portal.url(`/${id}.csv`) }))
  const at = folder({ 'c.csv': csvCatalogue(listed) })
  return {
    at,
    audit: (...more: string[]) =>
      odbadge('audit', at('c.csv'), '--allow-private', '--out', at('out'), ...more),
  }
}

describe('progress', () => {
  const STATE: ProgressState = {
    datasets: 3,
    allDatasets: 40,
    resources: 5,
    allResources: 90,
    hosts: ['data.taipei', 'apiservice.mol.gov.tw'],
    left: 200_000,
  }

  it('says datasets, resources, who is waited for and how long', () => {
    expect(progressLine(STATE, { language: 'zh-TW', width: 200 })).toBe(
      '█░░░░░░░░░░░░░░░░░░░  資料集 3/40  剩餘約 3 分 20 秒  資料資源 5/90  等候 2 個主機：data.taipei',
    )
    expect(progressLine(STATE, { language: 'en', width: 200 })).toContain(
      'datasets 3/40  about 3 min 20 s left  resources 5/90  waiting for 2 hosts: data.taipei',
    )
    expect(progressLine({ ...STATE, hosts: ['\u001b[31mx'] }, { language: 'en', width: 200 })).not.toMatch(
      ESCAPES,
    )
  })

  it('fits the terminal, a Chinese character counting two', () => {
    for (const width of [20, 41, 60, 80])
      expect(stringWidth(progressLine(STATE, { language: 'zh-TW', width }))).toBeLessThan(width)
  })

  it.each([
    [200, '1 秒'],
    [59_600, '1 分'],
    [200_000, '3 分 20 秒'],
    [7_500_000, '2 時 5 分'],
  ])('%i ms is %s', (milliseconds, text) => {
    expect(timeText(milliseconds, 'zh-TW')).toBe(text)
  })

  it('is shown while somebody watches, and gone at the end', async () => {
    watched('stderr')
    const { audit } = await auditable()
    const { err, code } = await audit()
    expect(code).toBe(0)
    expect(err).toContain('資料集 2/2')
    expect(err).toContain('資料資源')
    // The line is cleared and the cursor given back.
    expect(err.lastIndexOf('\u001b[?25h')).toBeGreaterThan(err.lastIndexOf('資料集'))
  })

  it.each([['--quiet'], ['--quiet', '--lang', 'en']])('is not shown with %s', async (...argv) => {
    watched('stderr')
    const { audit } = await auditable()
    expect(await audit(...argv)).toEqual({ code: 0, out: '', err: '' })
  })

  it('is not shown to a pipe', async () => {
    const { audit } = await auditable()
    expect((await audit()).err).toBe('')
  })
})

describe('--quiet', () => {
  it('leaves the reports that were asked for, and the exit code', async () => {
    const { audit } = await auditable()
    const { out, err, code } = await audit('--quiet', '--reporter', 'text', '--fail-on', 'blocking')
    expect(out).toContain('金標章')
    expect(out).not.toMatch(/接下來|報告已寫到/)
    expect([err, code]).toEqual(['', 1])
  })
})

describe('colours', () => {
  it.each<[what: string, argv: string[], env: string, painted: boolean]>([
    ['a terminal', [], '', true],
    ['--no-color', ['--no-color'], '', false],
    ['NO_COLOR', [], '1', false],
  ])('%s', async (_, argv, env, painted) => {
    watched('stdout')
    vi.stubEnv('NO_COLOR', env)
    const at = folder({ 'a.csv': BROKEN })
    const { out } = await odbadge('check', at('a.csv'), ...argv)
    expect(ESCAPES.test(out)).toBe(painted)
  })

  it('a pipe gets none', async () => {
    const at = folder({ 'a.csv': BROKEN })
    expect((await odbadge('check', at('a.csv'))).out).not.toMatch(ESCAPES)
  })
})

describe('what to do next', () => {
  it('after an audit: plan and the rule failed most, as commands that work', async () => {
    const { at, audit } = await auditable()
    const { out } = await audit()
    const commands = [...out.slice(out.indexOf('接下來：')).matchAll(/^ {2}odbadge (.*?) +#/gm)].map(
      ([, line]) => line!,
    )
    expect(commands).toHaveLength(2)
    expect(commands[0]).toBe(`plan ${at('out', 'ledger.ndjson')}`)
    for (const command of commands) expect((await odbadge(...command.split(' '))).code).toBe(0)
  })

  it('after a check: why it fails, or what was not compared', async () => {
    const at = folder({ 'a.csv': SOUND, 'b.csv': BROKEN })
    expect((await odbadge('check', at('b.csv'))).out).toContain(
      'odbadge explain structure/consistent-columns',
    )
    expect((await odbadge('check', at('a.csv'))).out).toContain('.metadata.json')
    const declared = await odbadge('check', at('a.csv'), '--encoding', 'UTF-8', '--format', 'CSV')
    expect(declared.out).not.toContain('接下來')
  })

  it.each([
    ['reports/ledger.ndjson', 'reports/ledger.ndjson'],
    ['年報.csv', '年報.csv'],
    ['a b.csv', "'a b.csv'"],
    ["it's $(x).csv", `'it'\\''s $(x).csv'`],
    ['-x.csv', './-x.csv'],
  ])('%s is written %s', (path, word) => {
    expect(shellWord(path)).toBe(word)
  })
})
