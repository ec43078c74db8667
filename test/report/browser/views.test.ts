import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { go, type Opened, openReport, overflow, type Report, skipped, violations } from './chromium.ts'
import { datasets, fullReport, HOSTILE_TITLES } from './full-ledger.ts'

const hostileId = (at: number) => encodeURIComponent(datasets[at]!.id)

/** Every view, with a word that only it shows. */
const VIEWS: readonly (readonly [hash: string, shows: string])[] = [
  ['#/overview', '五項評核指標'],
  ['#/bodies', '中央二級機關'],
  ['#/body/moenv', '先修這些'],
  ['#/datasets', `符合 ${datasets.length} 個`],
  ['#/datasets?badge=open&q=1003', '符合 1 個'],
  ['#/dataset/1002', '第 2 列，第 3 行'],
  ['#/dataset/2001', '404 Not Found'],
  [`#/dataset/${hostileId(3)}`, '長長長'],
  ['#/dataset/8106', '壓縮檔內的資料檔'],
  ['#/causes', '主機或聯絡人'],
  ['#/rule/link%2Freachable', '可能的結果與修正方式'],
  ['#/plan', '之後總分'],
  ['#/fragile', '個金標章'],
  ['#/portal', '入口網結果'],
  ['#/judging', '「<b>某機關</b>」未填聯絡人的資料集'],
  ['#/problems', '欄數與標題不符'],
  ['#/politeness', '1,234'],
  ['#/dataset/no-such', '本報告沒有「no-such」'],
  ['#/nowhere', '總覽'],
]

describe.skipIf(skipped)('each view', () => {
  let report: Report
  const opened: Record<string, Opened> = {}
  beforeAll(async () => {
    report = await openReport((await fullReport()).html)
    opened['wide'] = await report.open('')
    opened['narrow'] = await report.open('', { viewport: { width: 360, height: 740 } })
  }, 60_000)
  afterAll(async () => {
    await report?.close()
  })

  describe.each(VIEWS)('%s', (hash, shows) => {
    it.each(['wide', 'narrow'] as const)(
      '%s: shows itself, quietly, and keeps within the window',
      async (width) => {
        const { page, noise } = opened[width]!
        await go(page, hash)
        await page.getByText(shows).first().waitFor({ state: 'attached', timeout: 5_000 })
        expect(await overflow(page)).toBe(0)
        expect(noise).toEqual([])
        expect(await page.title()).not.toContain('hit')
        expect(await page.locator('main img, main script, main iframe').count()).toBe(0)
      },
    )

    it('has nothing that axe finds, in either language, either theme and at either width', async () => {
      const { page } = opened['wide']!
      await go(page, hash)
      expect(await violations(page)).toEqual([])
      await page.locator('.controls select').selectOption('dark')
      await page.locator('.language').click()
      expect(await violations(page)).toEqual([])
      await page.locator('.controls select').selectOption('light')
      await page.locator('.language').click()
      await go(opened['narrow']!.page, hash)
      expect(await violations(opened['narrow']!.page)).toEqual([])
    }, 30_000)

    it('prints', async () => {
      const { page, noise } = opened['wide']!
      await go(page, hash)
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(0)
      expect(noise).toEqual([])
    }, 20_000)
  })

  it.each(['#/plan', '#/bodies', '#/causes', '#/fragile'])(
    '%s: nothing lies beside a narrow window, and every figure has its name',
    async (hash) => {
      const { page } = opened['narrow']!
      await go(page, hash)
      const rows = page.locator('main .stacked tbody tr')
      expect(await rows.count()).toBeGreaterThan(0)
      const beside = await page
        .locator('main .scroll')
        .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth))
      expect(beside.filter((pixels) => pixels > 0)).toEqual([])
      const heads = await page.locator('main .stacked thead th').allTextContents()
      const named = await rows
        .first()
        .locator('td')
        .evaluateAll((cells) =>
          cells.map((cell) => getComputedStyle(cell, '::before').content.replaceAll('"', '')),
        )
      // What a row is about needs no name: its first cell, and of a step the words of what to do.
      expect(named.filter((name) => name !== 'none')).toEqual(heads.slice(hash === '#/plan' ? 2 : 1))
    },
  )

  it.each(['#/overview', '#/bodies', '#/body/moenv', '#/plan'])(
    '%s: says before the scores that the audit was not as the profile says',
    async (hash) => {
      const { page } = opened['wide']!
      await go(page, hash)
      expect(await page.locator('main .warning').allInnerTexts()).toContainEqual(
        expect.stringContaining('與官方評核版本不同之處'),
      )
    },
  )

  it('shows hostile titles as text, and keeps their direction to themselves', async () => {
    const { page } = opened['wide']!
    for (const [at, title] of HOSTILE_TITLES.entries()) {
      await go(page, `#/dataset/${hostileId(at)}`)
      expect(await page.locator('main h1 bdi').textContent()).toBe(title)
    }
    await go(page, '#/datasets?q=evil.example')
    const link = page.locator('.space .dataset a bdi')
    expect(await link.allTextContents()).toEqual(['=HYPERLINK("http://evil.example","x")'])
    for (const href of await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
      expect(href).toMatch(/^(#|https?:)/)
  })
})
