import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** A machine of one's own may have no browser; where the project is tested for all, a missing one is a failure. */
export const skipped = !existsSync(CHROMIUM) && !process.env['CI']

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Opened {
  readonly page: Page
  /** Everything on the console, every exception and every request but the one for the page itself. */
  readonly noise: readonly string[]
  close(): Promise<void>
}

/** A browser and a report on disk, opened as somebody does who got it by mail. */
export async function openReport(html: string) {
  const folder = mkdtempSync(join(tmpdir(), 'odbadge-report-'))
  const file = join(folder, 'index.html')
  writeFileSync(file, html)
  const address = pathToFileURL(file).href
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })

  return {
    address,
    async open(hash: string, options: BrowserContextOptions = {}): Promise<Opened> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      const page = await context.newPage()
      const noise: string[] = []
      page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => noise.push(`exception: ${error.message}`))
      page.on('request', (request) => {
        if (request.url().split('#')[0] !== address) noise.push(`request: ${request.url()}`)
      })
      await page.goto(address + hash)
      await page.locator('main h1').waitFor()
      return { page, noise, close: () => context.close() }
    },
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Report = Awaited<ReturnType<typeof openReport>>

/** Goes to another view without loading the page anew. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.waitForFunction((to) => location.hash === to, hash)
  await page.locator('main h1').waitFor()
  await page.waitForFunction(() => !document.querySelector('main')?.textContent?.includes('載入中'))
}

/** What axe finds against WCAG and its best practices, as `rule: element`. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe || ${AXE}`)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const found = await axe.run({ resultTypes: ['violations'], iframes: false })
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
    )
  })
}

/** Pixels by which the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** The visible text of an element, blanks made one. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).innerText()).replace(/\s+/g, ' ')
}
