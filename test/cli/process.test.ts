import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, openSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { complaints } from '../report/schema.ts'
import { csvCatalogue } from './catalogue.ts'
import { BROKEN, folder, odbadge, portalFor, running, SOUND, until } from './run.ts'

const run = (...argv: string[]) => running(argv)

const lineCount = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1

describe('as a process of its own', () => {
  it('prints on standard output and ends with the code', async () => {
    const at = folder({ 'a.csv': BROKEN })
    const { child, err, end } = run('check', at('a.csv'), '--reporter', 'json')
    const [out, code] = await Promise.all([text(child.stdout), end])
    expect(await err).toBe('')
    expect(complaints('check', JSON.parse(out))).toEqual([])
    expect(code).toEqual([1, null])
  })

  it.each(['rules', 'check', 'report'])('%s: a reader that goes away is no fault', async (command) => {
    const at = folder({ 'a.csv': SOUND })
    if (command === 'report') await odbadge('audit', '--files', at('a.csv'), '--out', at())
    const argv = { rules: ['--json'], check: [at('a.csv')], report: [at('ledger.ndjson')] }[command]!
    const { child, err, end } = run(command, ...argv)
    child.stdout.destroy()
    expect(await err).toBe('')
    expect(await end).toEqual([0, null])
  })
})

// In this process, opening it would keep the whole test run waiting.
it.skipIf(process.platform === 'win32')('a pipe that nobody writes to is not waited for', async () => {
  const at = folder()
  execFileSync('mkfifo', [at('pipe.csv')])
  const { child, err, end } = run('check', at('pipe.csv'), '--reporter', 'json')
  const [out, code] = await Promise.all([text(child.stdout), end])
  expect(await err).toBe('')
  expect(JSON.parse(out).results[0].findings[0]).toMatchObject({ outcome: 'unknown' })
  expect(code).toEqual([3, null])
})

describe.skipIf(process.platform === 'win32')('where a report is written', () => {
  const ledger = async () => {
    const at = folder({ 'a.csv': SOUND })
    await odbadge('audit', '--files', at('a.csv'), '--out', at())
    return at
  }

  it('a pipe stays a pipe and gets the report', async () => {
    const at = await ledger()
    execFileSync('mkfifo', [at('pipe')])
    const reader = text(spawn('cat', [at('pipe')]).stdout)
    expect(await odbadge('report', at('ledger.ndjson'), '-o', at('pipe'))).toMatchObject({ code: 0, err: '' })
    expect(await reader).toMatch(/^<!doctype html>/)
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true)
  })

  it('a link stays a link, its target gets the report', async () => {
    const at = await ledger()
    symlinkSync(at('a.csv'), at('link'))
    await odbadge('report', at('ledger.ndjson'), '-o', at('link'))
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('a.csv'), 'utf8')).toMatch(/^<!doctype html>/)
  })

  it.skipIf(!existsSync('/dev/full'))('a full standard output is told in one sentence', () => {
    const argv = ['--import', 'tsx', join(import.meta.dirname, 'entry.ts'), 'rules', '--lang', 'en']
    const stdio = ['ignore', openSync('/dev/full', 'w'), 'pipe'] as const
    const { status, stderr } = spawnSync(process.execPath, argv, { stdio: [...stdio] })
    expect(String(stderr)).toMatch(/^odbadge: Cannot write stdout: no space left on the disk \(ENOSPC\)\n$/)
    expect(status).toBe(2)
  })
})

describe('interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends an audit at once; the ledger holds whole lines',
    async (signal) => {
      const portal = await portalFor({ '/sound.csv': { body: SOUND }, '/slow.csv': { trouble: 'hang' } })
      const datasets = [1, 2, 3].map((n) => ({
        id: `${n}`,
        publisher: '勞動部',
        url: portal.url('/sound.csv'),
      }))
      const slow = { id: '4', publisher: '勞動部', url: portal.url('/slow.csv') }
      const at = folder({ 'c.csv': csvCatalogue([...datasets, slow]) })
      const { child, err, end, spools } = run(
        'audit',
        at('c.csv'),
        '--out',
        at('out'),
        '--concurrency',
        '1',
        '--allow-private',
      )
      await until(() => portal.requests.some(({ target }) => target === '/slow.csv'))
      child.kill(signal)
      const began = Date.now()
      expect(await end).toEqual([130, null])
      expect(Date.now() - began).toBeLessThan(5_000)
      expect(await err).toContain(at('out', 'ledger.ndjson'))

      const ledger = readFileSync(at('out', 'ledger.ndjson'), 'utf8')
      expect(ledger.endsWith('\n')).toBe(true)
      const lines = ledger
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(lines.map(({ kind, id }) => id ?? kind)).toEqual(['header', '1', '2', '3', 'politeness'])
      for (const line of lines) expect(complaints('ledger', line)).toEqual([])
      expect(readdirSync(at('out'))).toEqual(['ledger.ndjson'])
      expect(spools()).toEqual([])

      const report = await odbadge('report', at('out', 'ledger.ndjson'), '--reporter', 'json')
      expect(JSON.parse(report.out).summary).toMatchObject({ datasets: 3, atLeast: { gold: 3 } })
    },
  )

  it('SIGINT ends the wait for the second window', async () => {
    const portal = await portalFor({ '/sound.csv': { body: SOUND } })
    const at = folder({
      'c.csv': csvCatalogue([
        { id: '1', publisher: '勞動部', url: portal.url('/dead.csv') },
        { id: '2', publisher: '勞動部', url: portal.url('/sound.csv') },
      ]),
    })
    const argv = ['audit', at('c.csv'), '--out', at('out'), '--allow-private', '--confirm-after', '10m']
    const { child, end } = run(...argv)
    await until(() => existsSync(at('out', 'ledger.ndjson')) && lineCount(at('out', 'ledger.ndjson')) === 2)
    child.kill('SIGINT')
    const began = Date.now()
    expect(await end).toEqual([130, null])
    expect(Date.now() - began).toBeLessThan(5_000)
  })

  it.each([
    ['check', (url: string) => ['check', url]],
    ['audit, before its catalogue has come', (url: string) => ['audit', url, '--out', folder()('out')]],
  ])('%s leaves nothing behind', async (_, argv) => {
    const portal = await portalFor({ '/slow.csv': { body: SOUND, trouble: 'hang-in-body' } })
    const { child, err, end, spools } = run(...argv(portal.url('/slow.csv')))
    await until(() => spools().length > 0 && portal.requests.length > 0)
    child.kill('SIGINT')
    expect(await end).toEqual([130, null])
    expect(await err).toBe('')
    expect(spools()).toEqual([])
  })
})
