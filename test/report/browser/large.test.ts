import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writers } from '../../../src/report/index.ts'
import { datasets as sample, written } from '../sample-ledger.ts'
import { go, openReport, type Report, skipped } from './chromium.ts'
import { ledgerOf } from './full-ledger.ts'

const COUNT = 3000

describe.skipIf(skipped)(`${COUNT} datasets`, () => {
  let report: Report
  beforeAll(async () => {
    const records = Array.from({ length: COUNT }, (_, n) => ({
      ...sample[n % 5]!,
      id: String(100_000 + n),
      title: `第${n}號資料集`,
    }))
    const html = await written(writers.html(await ledgerOf(records), { language: 'zh-TW' }))
    expect(html).toContain('application/gzip')
    report = await openReport(html)
  }, 60_000)
  afterAll(async () => {
    await report?.close()
  })

  it('are listed with few rows in the page, wherever one scrolls, and found at once', async () => {
    const { page, noise } = await report.open('#/datasets?order=catalogue')
    const rows = page.locator('.space .dataset')
    await rows.first().waitFor()
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe(String(COUNT + 1))
    for (const part of [0, 0.3, 0.77, 1]) {
      await page.evaluate((to) => scrollTo(0, document.body.scrollHeight * to), part)
      await expect.poll(() => page.evaluate(visibleRow)).toBe(true)
      expect(await rows.count()).toBeLessThan(60)
    }
    await page.getByText(`第${COUNT - 1}號資料集`).waitFor()
    expect(await rows.last().getAttribute('aria-rowindex')).toBe(String(COUNT + 1))
    await page.getByRole('searchbox').fill('第2718號')
    await page.getByText('符合 1 個').waitFor()
    await page.getByRole('link', { name: '第2718號資料集' }).click()
    await page.locator('.dataset-report').waitFor()
    expect(await page.locator('main h1').innerText()).toBe('第2718號資料集')
    expect(noise).toEqual([])
  })

  it('print as a list of bounded length that says how many are left out', async () => {
    const { page } = await report.open('#/overview')
    await go(page, '#/body/labour')
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.getByText('筆未列印').last().waitFor()
    expect(await page.locator('.datasets .dataset').count()).toBeLessThan(250)
  })
})

/** Whether a row stands in the middle of the window. */
function visibleRow(): boolean {
  const middle = innerHeight / 2
  return [...document.querySelectorAll('.space .dataset')].some((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return top <= middle && bottom >= middle
  })
}
