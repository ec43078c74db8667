import { once } from 'node:events'
import { renameSync, rmSync, symlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { datasets } from '../report/sample-ledger.ts'
import { ledgers, ledgerText, serving } from './serving.ts'

const folder = () => ledgers({ 'a.ndjson': ledgerText() })

/** What the server says to these bytes, until it closes. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const heard = text(socket)
  socket.on('error', () => undefined).write(bytes)
  return heard
}

describe('garbage', () => {
  it.each([
    ['/%', 400],
    ['/%ff', 400],
    ['/api/v1/runs?lang=%E0%A4%A', 400],
    ['/api/v1/runs?lang=fr', 400],
    ['/api/v1/runs?lang=en&lang=en', 400],
    [`/?q=${'x'.repeat(5_000)}`, 414],
    [`/api/v1/${'x/'.repeat(2_500)}`, 414],
    ['/runs/{}/datasets?limit=1&page=-1', 400],
    ['/runs/{}/datasets?page=0', 400],
    ['/runs/{}/datasets?page=9999', 200],
    ['/runs/{}/datasets?badge=platinum', 400],
    [`/runs/{}/datasets?q=${'x'.repeat(300)}`, 400],
    ['/api/v1/runs/{}/datasets?limit=-1', 400],
    ['/api/v1/runs/{}/datasets?limit=0', 400],
    ['/api/v1/runs/{}/datasets?limit=1001', 400],
    ['/api/v1/runs/{}/datasets?limit=1e3', 400],
    ['/api/v1/runs/{}/datasets?offset=-5', 400],
    ['/api/v1/runs/{}/datasets?offset=99999999999999999999', 400],
    ['/api/v1/runs/{}/datasets?body=nobody', 200],
    ['/api/v1/runs/__proto__', 404],
    ['/api/v1/datasets/constructor/history', 404],
    ['/api/v1/datasets//history', 404],
    ['/api/v1/compare?old=..%2F..&new=%00', 404],
    ['/dataset', 400],
    ['/runs/../../etc/passwd', 404],
    ['/runs/..%2f..%2fetc%2fpasswd/ledger.ndjson', 404],
    ['/runs/a.ndjson/ledger.ndjson', 404],
    ['//elsewhere.example/', 404],
    ['/favicon.ico', 404],
    ['/constructor', 404],
  ])('%s is answered with %i', async (path, status) => {
    const { ask, runOf, faults } = await serving(folder())
    const answer = await ask(path.replace('{}', (await runOf('a.ndjson')).id))
    expect([answer.status, faults]).toEqual([status, []])
    const type = path.startsWith('/api/') ? 'json' : 'text/html'
    expect(answer.headers['content-type']).toContain(type)
    expect(answer.body).not.toMatch(/elsewhere\.example|node:|\/tmp\//)
  })

  it.each([
    ['GET http://elsewhere.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', '400'],
    ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', '400'],
    ['GET / HTTP/1.0\r\n\r\n', '421'],
    ['GET / HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n', '421'],
    ['OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', '405'],
    ['\u0000\u0001garbage\r\n\r\n', '400'],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`, '431'],
    ['POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\nx', '405'],
  ])('case %# is refused and does no harm', async (bytes, status) => {
    const { port, ask, faults } = await serving(folder())
    expect((await raw(port, bytes)).slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
    expect([(await ask('/')).status, faults]).toEqual([200, []])
  })
})

describe('who may ask', () => {
  it.each([
    ['localhost', 200],
    ['LOCALHOST:1', 200],
    ['127.0.0.1:8017', 200],
    ['[::1]:8017', 200],
    ['elsewhere.example', 421],
    ['127.0.0.1.elsewhere.example', 421],
    ['localhost.elsewhere.example:80', 421],
    ['10.0.0.1', 421],
    ['user@localhost', 421],
  ])('the name %j gets %i', async (host, status) => {
    const { ask } = await serving(folder())
    for (const path of ['/', '/api/v1/runs', '/nothing'])
      expect((await ask(path, { headers: { host } })).status).toBe(
        path === '/nothing' && status === 200 ? 404 : status,
      )
  })

  it('takes addresses without a name where it listens on all', async () => {
    const { ask } = await serving(folder(), { host: '0.0.0.0' })
    expect((await ask('/', { headers: { host: '10.0.0.1:80' } })).status).toBe(200)
    expect((await ask('/', { headers: { host: 'elsewhere.example' } })).status).toBe(421)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is not allowed', async (method) => {
    const { ask } = await serving(folder())
    const { status, headers } = await ask('/api/v1/runs', { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('asks for the token, as a header or once in the address', async () => {
    const token = 's3cret+/%&=token'
    const { ask, port } = await serving(folder(), { token })
    const bearer = (value: string) => ({ headers: { authorization: `Bearer ${value}` } })
    for (const path of ['/', '/api/v1/runs', '/openapi.json', '/nothing', '/?token=wrong', '/?token='])
      expect([path, (await ask(path)).status]).toEqual([path, 401])
    expect((await ask('/')).headers['www-authenticate']).toBe('Bearer')
    expect((await ask('/', bearer('wrong'))).status).toBe(401)
    expect((await ask('/', bearer(token))).status).toBe(200)
    expect((await ask('/', { headers: { authorization: `Basic ${token}` } })).status).toBe(401)

    const welcome = await ask(`/trend?lang=en&token=${encodeURIComponent(token)}`)
    expect([welcome.status, welcome.headers.location]).toEqual([303, '/trend?lang=en'])
    const [cookie = ''] = welcome.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(cookie).toContain(`odbadge-${port}=`)
    expect(cookie).not.toContain('s3cret')
    const kept = cookie.split(';')[0]!
    expect((await ask('/trend', { headers: { cookie: `x=1; ${kept}` } })).status).toBe(200)
    expect((await ask('/trend', { headers: { cookie: `${kept}x` } })).status).toBe(401)
    const away = await ask(`//elsewhere.example/?token=${encodeURIComponent(token)}`)
    expect(away.headers.location).toBe('/elsewhere.example/')
  })
})

it('sends the same guards with every answer', async () => {
  const { ask, runOf } = await serving(folder())
  const { id } = await runOf('a.ndjson')
  for (const path of [
    '/',
    '/nothing',
    '/api/v1/runs',
    '/api/v1/x',
    `/runs/${id}/ledger.ndjson`,
    '/openapi.json',
  ]) {
    const { headers } = await ask(path)
    expect([path, headers]).toMatchObject([
      path,
      {
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      },
    ])
    expect(headers['content-security-policy']).toMatch(/default-src 'none'/)
    expect(headers['content-security-policy']).not.toMatch(/unsafe|script-src/)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
  expect((await ask('/')).headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
})

it('does not follow a link that takes the place of a ledger', async () => {
  const at = folder()
  const outside = ledgers({ 'b.ndjson': ledgerText().replace('odbadge 0.1.0', 'a secret') })
  const { ask, runOf } = await serving(at)
  const { id } = await runOf('a.ndjson')
  renameSync(join(at, 'a.ndjson'), join(at, 'a.old'))
  symlinkSync(join(outside, 'b.ndjson'), join(at, 'a.ndjson'))
  // Within the second for which the folder is not listed again, the download breaks off.
  const heard = await ask(`/runs/${id}/ledger.ndjson`).catch((error: Error) => ({ body: error.message }))
  expect(heard.body).not.toContain('a secret')
  await expect
    .poll(async () => (await runOf('a.ndjson'))['damage'], { timeout: 5_000 })
    .toMatchObject({
      code: 'outside',
    })
})

it('says so when the folder goes away', async () => {
  const at = folder()
  const { ask, faults } = await serving(at)
  rmSync(at, { recursive: true })
  await expect.poll(async () => (await ask('/')).status, { timeout: 5_000 }).toBe(503)
  expect(faults).toEqual([])
})

it('answers when too much is asked at once', async () => {
  const records = Array.from({ length: 8_000 }, (_, n) => ({ ...datasets[0]!, id: `${n}` }))
  const { ask, port, runOf } = await serving(ledgers({ 'a.ndjson': ledgerText({ records }) }))
  const { id } = await runOf('a.ndjson')
  const stalled = Array.from({ length: 32 }, () => connect(port, '127.0.0.1'))
  for (const socket of stalled)
    socket
      .on('error', () => undefined)
      .write(`GET /runs/${id}/ledger.ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  await expect.poll(async () => (await ask('/trend')).status).toBe(503)
  expect((await ask('/api/v1/runs')).headers['retry-after']).toBe('5')
  for (const socket of stalled) socket.destroy()
  await expect.poll(async () => (await ask('/trend')).status).toBe(200)
})
