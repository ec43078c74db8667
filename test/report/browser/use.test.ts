import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BADGES } from '../../../src/core/badge.ts'
import { go, openReport, type Report, skipped, textOf } from './chromium.ts'
import { datasets, fullReport } from './full-ledger.ts'

describe.skipIf(skipped)('the report in use', () => {
  let report: Report
  let full: Awaited<ReturnType<typeof fullReport>>
  let page: Page
  beforeAll(async () => {
    full = await fullReport()
    report = await openReport(full.html)
    page = (await report.open('')).page
  }, 60_000)
  afterAll(async () => {
    await report?.close()
  })

  const found = async () => Number(/符合 ([\d,]+) 個/.exec(await textOf(page, '.found'))![1])

  it('counts as the ledger does', async () => {
    const { summary } = full.view
    await go(page, '#/overview')
    const shares = await textOf(page, '.shares')
    for (const badge of BADGES) {
      expect(shares).toMatch(new RegExp(`章 ${summary.atLeast[badge]} [\\d.]+% ${summary.atMost[badge]}`))
      await go(page, `#/datasets?badge=${badge}`)
      expect(await found()).toBe(summary.atLeast[badge])
    }
    await go(page, '#/overview')
    const indicators = await textOf(page, '.indicators')
    for (const counts of Object.values(summary.indicators))
      expect(indicators).toContain(
        `通過 ${counts.pass} 不適用 ${counts['not-applicable']} 無法判定 ${counts.unknown} 不通過 ${counts.fail}`,
      )
    for (const { body, datasets: count } of summary.bodies) {
      await go(page, `#/datasets?body=${body.id}`)
      expect(await found()).toBe(count)
    }
    await go(page, '#/causes')
    const causes = await textOf(page, '.causes')
    for (const { resources, datasets, bodies } of full.analysis.rollUp.causes.first.slice(0, 50))
      expect(causes).toContain(` ${resources} ${datasets} ${bodies} `)
    await go(page, '#/bodies')
    const bodies = await textOf(page, '.ranking')
    for (const { score } of summary.bodies) expect(bodies).toContain(score.atLeast)
  })

  it('describes its charts in words', async () => {
    await go(page, '#/overview')
    const { atLeast, atMost } = full.analysis.score
    const charts = page.getByRole('img')
    await charts.and(page.getByLabel(`確定 ${atLeast}，若無法判定者全通過則為 ${atMost}`)).waitFor()
    const names = await charts.evaluateAll((all) =>
      all.map((chart) => chart.getAttribute('aria-label') ?? chart.querySelector('title')?.textContent ?? ''),
    )
    expect(names.length).toBeGreaterThan(6)
    expect(names.every((name) => /\d/.test(name))).toBe(true)
  })

  it('keeps search and filters in the address, which opens the same again', async () => {
    await go(page, '#/datasets')
    await page.getByRole('searchbox').fill('台南 交通')
    await page.getByRole('combobox', { name: '標章', exact: true }).selectOption('none')
    await expect.poll(found).toBe(1)
    await expect.poll(() => page.url()).toContain('badge=none')
    const { hash } = new URL(page.url())
    const again = await report.open(hash)
    await again.page.locator('.space .dataset').waitFor()
    expect(await textOf(again.page, '.space')).toContain('2001 臺南市政府交通局')
    await again.page.getByText('清除篩選').click()
    await again.page.getByText(`符合 ${datasets.length} 個`).waitFor()
    await again.close()
  })

  it('plans one body after another without losing one’s place', async () => {
    await go(page, '#/plan')
    const choice = page.getByRole('combobox', { name: '機關' })
    await choice.focus()
    await choice.selectOption('taitung')
    await page.getByRole('heading', { name: '臺東縣政府' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await expect.poll(() => page.url()).toContain('#/plan?body=taitung')
  })

  it('sorts by a column and tells so', async () => {
    await go(page, '#/datasets')
    const head = page.getByRole('columnheader', { name: '標章' })
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    await head.getByRole('button').click()
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    await expect.poll(() => page.locator('.space .dataset').first().innerText()).toContain('金標章')
  })

  it('says what is declared, served and found, and copies what to correct', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await go(page, '#/dataset/2001')
    await go(page, '#/dataset/1002')
    const resource = page.getByRole('region', { name: '資料資源 1' })
    const rows = (await resource.locator('.three-ways').innerText()).replace(/\s+/g, ' ')
    expect(rows).toContain('編碼格式 BIG5 – BIG5')
    expect(rows).toContain('主要欄位說明 年度、地區別、人數 – 年度、地區別、人數')
    await resource.getByRole('button', { name: '複製主要欄位說明' }).click()
    await resource.getByText('已複製').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('年度、地區別、人數')
  })

  it('leads from a finding to its rule and to the page of the rule', async () => {
    await go(page, '#/dataset/2001')
    await page.getByRole('link', { name: 'link/reachable' }).first().click()
    await page.getByRole('heading', { name: '資料資源連結可回傳連結成功狀態' }).waitFor()
    const pages = page.getByRole('link', { name: 'https://rules.example/' })
    expect(await pages.getAttribute('href')).toBe('https://rules.example/docs/rules/link/reachable.md')
  })

  it('changes language and theme where one is, and remembers the theme', async () => {
    await go(page, '#/dataset/1002')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('row 2, line 3').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.getByRole('link', { name: 'Bodies' }).click()
    await page.getByText('Local', { exact: true }).first().waitFor()
    await page.getByLabel('Appearance').selectOption('dark')
    const again = await page.context().newPage()
    await again.goto(page.url())
    await again.getByRole('heading', { name: 'Bodies' }).waitFor()
    expect(await again.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await again.close()
    await page.getByLabel('Appearance').selectOption('light')
    await page.getByRole('button', { name: '中文' }).click()
  })

  it('follows the system’s theme', async () => {
    const dark = await report.open('', { colorScheme: 'dark' })
    expect(await dark.page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(231, 236, 241)')
    await dark.close()
  })

  it('is used by keyboard alone', async () => {
    const { page: own, close } = await report.open('')
    const focused = () => own.evaluate(() => document.activeElement?.textContent ?? '')
    await own.keyboard.press('Tab')
    expect(await focused()).toBe('跳到主要內容')
    await own.keyboard.press('Enter')
    expect(await focused()).toBe('總覽')
    await own.getByRole('link', { name: '資料集', exact: true }).focus()
    await own.keyboard.press('Enter')
    await own.getByText(`符合 ${datasets.length} 個`).waitFor()
    expect(await focused()).toBe('資料集')
    await own.getByRole('button', { name: '名稱' }).focus()
    for (let press = 0; press < 12; press++) await own.keyboard.press('Tab')
    const last = await focused()
    await own.keyboard.press('Enter')
    await expect.poll(() => own.locator('.dataset-report').count()).toBe(1)
    expect(await own.locator('main h1').textContent()).toBe(last)
    await close()
  })

  it('prints a cover, the summary, every body and how it judged', async () => {
    await go(page, '#/overview')
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.locator('.cover').waitFor()
    const heads = await page.locator('.sheet > h1').allTextContents()
    const bodies = full.view.summary.bodies.map(({ body }) => body.name)
    expect(heads).toEqual(['總覽', '各機關成績', ...bodies, '認定方式'])
    const printed = await page.locator('main').innerText()
    expect(printed).not.toContain('載入中')
    expect(printed).toContain('編碼格式填「其他」或空白：不通過。')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThanOrEqual(7)
  })

  it('lets its policy stop what is not its own', async () => {
    const spoilt = await openReport(
      full.html.replace(
        '</body>',
        '<script>document.title = "hit"</script><img src="http://x.example/x.png"></body>',
      ),
    )
    const { page: stopped, noise } = await spoilt.open('')
    expect(noise.join('\n')).toMatch(/Content Security Policy[\s\S]*x\.example/)
    expect(await stopped.title()).not.toBe('hit')
    await spoilt.close()
  })
})
