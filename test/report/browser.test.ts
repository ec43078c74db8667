import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writers } from '../../src/report/index.ts'
import { header, ledger, summary, written } from './sample-ledger.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Opens `page` in a real browser: its DOM, what the console said, and every request it made. */
async function opened(page: string, profile: string) {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.setHeader('content-type', 'text/html').end(page)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const { stdout, stderr } = await promisify(execFile)(
      CHROMIUM,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Any other host fails to resolve, and a failed request is a line on the console.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--enable-logging=stderr',
        `--user-data-dir=${profile}`,
        '--dump-dom',
        `http://127.0.0.1:${port}/report.html`,
      ],
      { maxBuffer: 50_000_000, timeout: 60_000 },
    )
    return { dom: stdout, console: stderr.split('\n').filter((line) => line.includes('CONSOLE')), requests }
  } finally {
    server.close()
  }
}

const textOf = (dom: string, id: string): string =>
  dom
    .match(new RegExp(`<section id="${id}"[\\s\\S]*?(?=<section id=|</main>)`))![0]
    .replace(/<title>[\s\S]*?<\/title>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe.skipIf(!existsSync(CHROMIUM))('html in Chromium', () => {
  let profile = ''
  let page: Awaited<ReturnType<typeof opened>>
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'odbadge-chromium-'))
    page = await opened(await written(writers.html(ledger, { language: 'zh-TW' })), profile)
  }, 90_000)
  afterAll(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))

  it('renders without a word on the console and without a request', () => {
    expect(page.console).toEqual([])
    expect(page.requests).toEqual(['/report.html'])
    expect(page.dom).toContain('<html lang="zh-TW">')
  })

  it('shows the numbers of the summary', () => {
    const overview = textOf(page.dom, 'overview')
    expect(overview).toContain(
      '資料集 6 資料資源 7 金標章 1 若全通過 3 銀標章 2 若全通過 1 銅標章 1 無標章 2 若全通過 1',
    )
    const bodies = textOf(page.dom, 'bodies')
    expect(bodies).toContain('勞動部 63.33–76.67 3 1／2 1／0 1 0 0.1 中央二級機關')
    expect(bodies).toContain('臺南市政府 0.00–50.00 2 0／1 0 0 2／1 0 地方政府')
    const indicators = textOf(page.dom, 'indicators')
    for (const counts of Object.values(summary.indicators))
      expect(indicators).toContain(
        `通過 ${counts.pass} 不適用 ${counts['not-applicable']} 無法判定 ${counts.unknown} 不通過 ${counts.fail}`,
      )
    const rules = textOf(page.dom, 'rules')
    for (const { rule, datasets, resources } of summary.rules)
      expect(rules).toContain(`${rule} ${datasets} ${resources}`)
    expect(textOf(page.dom, 'datasets')).toContain('符合 6 個，共 6 個資料集')
    expect(textOf(page.dom, 'problems')).toContain('目錄中有 1 處')
    for (const note of header.profile.notes) expect(textOf(page.dom, 'notes')).toContain(note['zh-TW'])
  })

  it('leaves hostile titles inert', () => {
    const shown = page.dom.slice(0, page.dom.indexOf('<script type="application/json"'))
    expect(shown).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;')
    expect(shown).not.toContain('<img')
  })

  it('opens every dataset: findings with place and remedy, links only to the web', async () => {
    const unlocked = (await written(writers.html(ledger, { language: 'en' })))
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
      .replace(
        '</body>',
        '<script>document.querySelectorAll("summary").forEach((s) => s.click())</script></body>',
      )
    const { dom, console } = await opened(unlocked, profile)
    const datasets = textOf(dom, 'datasets')
    expect(dom).toContain('<html lang="en">')
    expect(datasets).toContain('Portal: 白金; this tool: ')
    expect(datasets).toContain('row 2, line 3 Expected 3 columns, found 2.')
    expect(datasets).toContain('Show 10 more (10 left) How to mend Fill in or remove the cells.')
    expect(datasets).toContain('Declared Detected Format CSV (none) Encoding (none) (none)')
    expect(datasets).toContain('javascript:alert(document.domain)')
    expect(dom).not.toMatch(/href="(?!https?:|#|data:,)/)
    expect(dom.match(/<a href="http/g)).toHaveLength(7)
    expect(console).toEqual([])
  }, 90_000)

  it('reports what its policy stops', async () => {
    const spoilt = (await written(writers.html(ledger, { language: 'zh-TW' }))).replace(
      '</body>',
      '<script>alert(1)</script><img src="http://elsewhere.example/x.png"></body>',
    )
    const { console } = await opened(spoilt, profile)
    expect(console.join('\n')).toMatch(/inline script violates.*[\s\S]*elsewhere\.example/)
  }, 90_000)
})
