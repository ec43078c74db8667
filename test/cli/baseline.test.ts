import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { complaintsAbout } from '../../src/score/index.ts'
import { csvCatalogue } from './catalogue.ts'
import { BROKEN, folder, odbadge, portalFor, running, SOUND } from './run.ts'

interface File {
  readonly findings: readonly {
    at: string
    rule: string
    message: string
    fingerprint: string
    count: number
  }[]
}
const SCHEMA = new URL('../../src/cli/baseline.schema.json', import.meta.url)
const read = (path: string): File => JSON.parse(readFileSync(path, 'utf8'))
const rules = (path: string) => read(path).findings.map(({ rule, count }) => `${rule} ${count}`)

/** A folder with a broken file whose problems are accepted. */
async function accepted(content = BROKEN) {
  const at = folder({ 'a.csv': content })
  const baseline = ['--baseline', at('baseline.json')]
  const check = (...more: string[]) => odbadge('check', at('a.csv'), ...baseline, ...more)
  const made = await check('--update-baseline')
  return { at, check, made, path: at('baseline.json') }
}

describe('check --baseline', () => {
  it('accepts what is there, and says how much it wrote', async () => {
    const { made, check, path } = await accepted()
    expect(made.code).toBe(0)
    expect(made.err).toContain('共 2 筆（新增 2、移除 0）')
    expect(complaintsAbout(read(path), SCHEMA)).toEqual([])
    expect(rules(path)).toEqual(['structure/consistent-columns 1', 'structure/no-blank-rows 1'])
    const { code, out, err } = await check()
    expect(code).toBe(0)
    expect(out).toContain('基準檔已接受 2 項')
    expect(out).not.toContain('✗')
    expect(err).toBe('基準檔已接受 2 項，新的有 0 項。\n')
  })

  it('fails on what is new, and shows and annotates only that', async () => {
    const { at, check } = await accepted()
    writeFileSync(at('a.csv'), `${BROKEN}合計,12\n`)
    const { code, out } = await check('--reporter', 'github')
    expect(code).toBe(1)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => /\(([\w/-]+)\)::/.exec(line)?.[1]),
    ).toEqual(['structure/no-subtotals'])
    const text = await check()
    expect(text.out.match(/✗/g)).toHaveLength(1)
  })

  it('knows a problem that moved', async () => {
    const { at, check } = await accepted()
    const [head, ...rest] = BROKEN.split('\n')
    writeFileSync(at('a.csv'), [head, '109,高雄市', '108,臺南市', ...rest].join('\n'))
    expect((await check()).code).toBe(0)
  })

  it('tells what is stale, and drops it when updated', async () => {
    const { at, check, path } = await accepted()
    writeFileSync(at('a.csv'), SOUND)
    const { code, err } = await check()
    expect(code).toBe(0)
    expect(err).toContain('2 筆已不存在')
    expect(err).toContain('structure/no-blank-rows#hole')
    const { err: said } = await check('--update-baseline')
    expect(said).toContain('共 0 筆（新增 0、移除 2）')
    expect(read(path).findings).toEqual([])
  })

  it('neither tells nor drops what this run did not look at', async () => {
    const { at, check, path } = await accepted()
    writeFileSync(at('b.csv'), BROKEN)
    const other = (...more: string[]) => odbadge('check', at('b.csv'), '--baseline', path, ...more)
    const { code, err } = await other()
    expect([code, err]).toEqual([1, '基準檔已接受 0 項，新的有 2 項。\n'])
    await other('--update-baseline')
    expect(read(path).findings).toHaveLength(4)
    expect((await check()).code).toBe(0)
    // Of a file that is gone, nothing need be accepted.
    rmSync(at('b.csv'))
    await check('--update-baseline')
    expect(read(path).findings).toHaveLength(2)
  })

  it('does not call stale what could not be looked for', async () => {
    const { at, check, path } = await accepted()
    rmSync(at('a.csv'))
    mkdirSync(at('a.csv'))
    const { code, err } = await check()
    expect(code).toBe(3)
    expect(err).not.toContain('已不存在')
    await check('--update-baseline')
    expect(rules(path)).toContain('structure/no-blank-rows 1')
  })

  it('is the same to the byte in whatever order it was made', async () => {
    const at = folder({ 'a.csv': BROKEN, 'b.csv': BROKEN })
    const make = async (path: string, ...files: string[]) => {
      await odbadge('check', ...files, '--baseline', path, '--update-baseline')
      return readFileSync(path, 'utf8')
    }
    const one = await make(at('1.json'), at('a.csv'), at('b.csv'))
    expect(await make(at('2.json'), at('b.csv'), at('a.csv'))).toBe(one)
    expect(await make(at('1.json'), at('b.csv'))).toBe(one)
  })

  it('accepts nothing for --min-badge', async () => {
    const { check } = await accepted()
    expect((await check('--min-badge', 'gold')).code).toBe(1)
    expect((await check('--min-badge', 'bronze')).code).toBe(0)
  })

  it.each(['{', '[]', '{"schemaVersion":1,"findings":[{"at":"a"}]}'])('%s is no baseline', async (text) => {
    const at = folder({ 'a.csv': SOUND, 'b.json': text })
    const { code, err } = await odbadge('check', at('a.csv'), '--baseline', at('b.json'))
    expect(code).toBe(2)
    expect(err).toContain('b.json')
  })

  it('names files from the root of the repository, from wherever it is called', async () => {
    const at = folder({ 'a.csv': BROKEN })
    mkdirSync(at('.git'))
    mkdirSync(at('sub'))
    const from = async (cwd: string, ...argv: string[]) => {
      const { end, err } = running(argv, undefined, cwd)
      return { code: (await end)[0], err: await err }
    }
    await from(at(), 'check', 'a.csv', '--baseline', 'b.json', '--update-baseline')
    expect(read(at('b.json')).findings[0]?.at).toBe('a.csv')
    expect((await from(at('sub'), 'check', '../a.csv', '--baseline', '../b.json')).code).toBe(0)
    expect((await from(at('sub'), 'check', at('a.csv'), '--baseline', '../b.json')).code).toBe(0)
  })
})

describe('audit --baseline', () => {
  it('works as for check, and forgets datasets that left the catalogue', async () => {
    const portal = await portalFor({ '/a.csv': { body: BROKEN }, '/b.csv': { body: BROKEN } })
    const listed = ['a', 'b'].map((id) => ({ id, publisher: '勞動部', url: portal.url(`/${id}.csv`) }))
    const at = folder({ 'c.csv': csvCatalogue(listed) })
    const audit = (...more: string[]) =>
      odbadge(
        'audit',
        at('c.csv'),
        '--allow-private',
        '--out',
        at('out'),
        '--baseline',
        at('b.json'),
        ...more,
      )
    expect((await audit()).code).toBe(2)
    expect(existsSync(at('out'))).toBe(false)
    expect((await audit('--update-baseline')).code).toBe(0)
    const { length } = read(at('b.json')).findings
    expect(length).toBeGreaterThan(3)
    expect((await audit()).code).toBe(0)
    await audit('--id', 'a', '--update-baseline')
    expect(read(at('b.json')).findings).toHaveLength(length)
    writeFileSync(at('c.csv'), csvCatalogue(listed.slice(1)))
    await audit('--update-baseline')
    expect(read(at('b.json')).findings).toHaveLength(length / 2)
  })
})
