import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ledgerText } from '../serve/serving.ts'
import { folder, odbadge, running } from './run.ts'

/** The command as a process of its own, once it says where it is. */
async function started(argv: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  Object.assign(process.env, environment)
  const process_ = running(['serve', ...argv, '--port', '0'])
  for (const name of Object.keys(environment)) delete process.env[name]
  const { child } = process_
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  while (!out.includes('\n')) await once(child.stdout, 'data')
  return { ...process_, out: () => out, url: /http:\S+\//.exec(out)![0] }
}

describe('serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('opens pages until %s', async (signal) => {
    const at = folder()
    mkdirSync(at('2026-08'))
    const { url, child, end, err } = await started([await withLedger(at)])
    const page = await fetch(url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('2026-08/ledger.ndjson')
    const { runs } = (await (await fetch(`${url}api/v1/runs`)).json()) as { runs: { id: string }[] }
    const ledger = await fetch(`${url}runs/${runs[0]!.id}/ledger.ndjson`)
    expect(await ledger.text()).toBe(ledgerText())
    const report = await (await fetch(`${url}runs/${runs[0]!.id}/report.html`)).text()
    expect(report).toContain('"rollUp":')
    child.kill(signal)
    expect(await end).toEqual([0, null])
    expect(await err).toBe('')
  })

  it('takes the token from the environment and never prints it', async () => {
    const at = folder({ 'a.ndjson': ledgerText() })
    const { url, out, child, end } = await started([at(), '--lang', 'en'], { ODBADGE_TOKEN: 's3cret' })
    expect((await fetch(url)).status).toBe(401)
    expect((await fetch(url, { headers: { authorization: 'Bearer s3cret' } })).status).toBe(200)
    expect((await fetch(`${url}?token=s3cret`, { redirect: 'manual' })).status).toBe(303)
    expect(out()).not.toContain('s3cret')
    child.kill('SIGINT')
    expect(await end).toEqual([0, null])
  })

  it('says when others can connect without a token', async () => {
    const { child, err, end } = await started([folder()(), '--host', '0.0.0.0', '--lang', 'en'])
    child.kill('SIGINT')
    expect(await end).toEqual([0, null])
    expect(await err).toContain('--token')
  })

  it('ends although somebody holds a connection open', async () => {
    const { url, child, end } = await started([folder()()])
    const { port } = new URL(url)
    const { connect } = await import('node:net')
    const socket = connect(Number(port), '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: local')
    await once(socket, 'connect')
    child.kill('SIGINT')
    expect(await end).toEqual([0, null])
  })
})

async function withLedger(at: ReturnType<typeof folder>): Promise<string> {
  const { writeFile } = await import('node:fs/promises')
  await writeFile(at('2026-08', 'ledger.ndjson'), ledgerText())
  return at()
}

describe('misuse', () => {
  it.each([
    [['no-such-folder'], 'no-such-folder'],
    [['package.json'], 'package.json'],
    [['test', '--port', '70000'], '--port'],
    [['test', '--port', 'x'], '--port'],
    [['test', '--token', 'with space'], 'token'],
    [['test', '--token', ''], ''],
    [['test', '--host', '203.0.113.1'], '203.0.113.1'],
    [['test', '--prot', '1'], '--port'],
    [[], ''],
  ])('%j is told', async (argv, said) => {
    const { code, out, err } = await odbadge('serve', ...argv, '--lang', 'en')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).not.toMatch(/\{\w+\}|undefined/)
  })

  it('tells of a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { code, err } = await odbadge('serve', folder()(), '--port', String(port))
    expect([code, err.includes(String(port))]).toEqual([2, true])
  })

  it('has help with examples', async () => {
    const { code, out } = await odbadge('serve', '--help')
    expect(code).toBe(0)
    expect(out).toContain('odbadge serve reports/')
    expect(out).toContain('ODBADGE_TOKEN')
  })
})
