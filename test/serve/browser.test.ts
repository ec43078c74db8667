import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { datasets, HOSTILE } from '../report/sample-ledger.ts'
import { ledgers, ledgerText, serving } from './serving.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every page at one size; a page of each kind at the others. */
const SCREENS = [
  { width: 1280, colorScheme: 'light', all: true },
  { width: 1280, colorScheme: 'dark', all: false },
  { width: 360, colorScheme: 'light', all: false },
] as const

const long: DatasetRecord = { ...datasets[0]!, id: 'long', title: '長'.repeat(10_000), publisher: HOSTILE }

async function site() {
  const server = await serving(
    ledgers({
      'reports/2026-08/ledger.ndjson': ledgerText({ records: [...datasets, long] }),
      'old.ndjson': ledgerText({ now: '2026-07-31T00:00:00.000Z', records: datasets.slice(1) }),
      'cut.ndjson': ledgerText({ footer: false, now: '2026-06-30T00:00:00.000Z' }),
      'bad.ndjson': 'x\n',
    }),
  )
  const [run, old] = [
    (await server.runOf('reports/2026-08/ledger.ndjson')).id,
    (await server.runOf('old.ndjson')).id,
  ]
  const kinds = [
    '/',
    `/runs/${run}`,
    `/runs/${run}/datasets`,
    `/dataset?id=${encodeURIComponent(datasets[1]!.id)}`,
    '/trend',
    `/compare?old=${old}&new=${run}`,
  ]
  const more = [
    '/?lang=en',
    `/runs/${run}/datasets?q=nothing+like+it`,
    '/dataset?id=long',
    '/trend?body=labour&lang=en',
    '/compare',
  ]
  return { ...server, kinds, more }
}

describe.skipIf(!existsSync(CHROMIUM))('pages in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    const { chromium } = await import('playwright-core')
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(() => browser?.close())

  it.each(SCREENS)(
    'are accessible, quiet and fit at $width px, $colorScheme',
    async (screen) => {
      const { url, kinds, more } = await site()
      const { width, colorScheme, all } = screen
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      const said: string[] = []
      for (const path of all ? [...kinds, ...more] : kinds) {
        const page = await context.newPage()
        page.on('console', (message) => said.push(`${path} ${message.text()}`))
        page.on('pageerror', (error) => said.push(`${path} ${error.message}`))
        const requests: string[] = []
        page.on('request', (request) => requests.push(request.url()))
        await page.goto(new URL(path, url).href)
        await page.evaluate(AXE)
        const violations = await page.evaluate<string[][]>(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
        )
        const overflow = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
        expect([path, violations, overflow]).toEqual([path, [], false])
        expect(requests.filter((request) => !request.startsWith('data:'))).toHaveLength(1)
        await page.close()
      }
      await context.close()
      expect(said).toEqual([])
    },
    90_000,
  )

  it('lead from the list to a dataset by links and forms alone', async () => {
    const { url } = await site()
    const page = await browser.newPage()
    await page.goto(url)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('rowheader').getByRole('link').first().click()
    await page.getByRole('link', { name: 'See the datasets' }).click()
    await page.getByLabel('Title, id or publisher').fill(datasets[1]!.title)
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByText('1 of 7 datasets match.').waitFor()
    await page.getByRole('link', { name: datasets[1]!.title }).click()
    await page.getByRole('heading', { name: 'Over time' }).waitFor()
    expect(await page.title()).toContain(datasets[1]!.title)
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en')
    await page.close()
  }, 60_000)

  it('opens once with the token and stays open by its cookie', async () => {
    const { url } = await serving(ledgers({ 'a.ndjson': ledgerText() }), { token: 's3cret' })
    const context = await browser.newContext()
    const page = await context.newPage()
    expect((await page.goto(url))?.status()).toBe(401)
    await page.goto(`${url}trend?token=s3cret`)
    expect(page.url()).toBe(`${url}trend`)
    await page.getByRole('link', { name: '比較' }).click()
    await page.getByText('要有兩份可用的稽核紀錄').waitFor()
    expect(await context.cookies()).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }])
    await context.close()
  }, 60_000)

  it('could not run a script even if one got in', async () => {
    const { url } = await site()
    const page = await browser.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    await page.goto(url)
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('script'), { text: 'globalThis.ran = true' }))",
    )
    expect(await page.evaluate('globalThis.ran')).toBeUndefined()
    expect(said.join('\n')).toMatch(/Content Security Policy/)
    await page.close()
  }, 60_000)
})
