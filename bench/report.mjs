// node bench/report.mjs [DATASETS=53000]: the HTML report of a whole platform, written and opened in Chromium; run `npm run build` first.
// CHROMIUM names the browser. Exit code 1: 3 seconds or more until the list can be used, or more than 100 rows in the page.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { fixed, MIB, measure, ODBADGE } from './measure.mjs'

const MAX_SECONDS = 3
const MAX_ROWS = 100
const BODIES = 120
const HOSTS = 900
const SCROLLS = 200

const datasets = Number(process.argv[2] ?? 53_000)
const sample = readFileSync(new URL('../reports/sample/ledger.ndjson', import.meta.url), 'utf8')
const [header, ...rest] = sample.trimEnd().split('\n')
const records = rest.filter((line) => line.startsWith('{"kind":"dataset"'))
const directory = mkdtempSync(join(tmpdir(), 'odbadge-bench-'))

/** The sample's datasets over and over, each with an id, a title, a host and a contact of its own. */
const line = (n) =>
  records[(n * 7) % records.length]
    .replace(/"id":"\d+","title":"/, `"id":"${100_000 + n}","title":"第${n}號`)
    .replace(
      /"body":\{"id":"[^"]+","name":"[^"]+"/,
      `"body":{"id":"b${n % BODIES}","name":"機關${n % BODIES}"`,
    )
    .replaceAll('portal.example', `h${(n * 31) % HOSTS}.example`)
    .replace(/"contact":\{"name":"[^"]+"/, `"contact":{"name":"承辦${n % 400}"`)

async function generate() {
  const path = join(directory, 'ledger.ndjson')
  const file = await open(path, 'w')
  let block = `${header}\n`
  for (let n = 0; n < datasets; n++) {
    block += `${line(n)}\n`
    if (block.length < MIB && n < datasets - 1) continue
    await file.write(block)
    block = ''
  }
  await file.close()
  return path
}

const rows = (page) => page.locator('.space .dataset').count()

async function timed(name, act) {
  const start = performance.now()
  const result = await act()
  const seconds = (performance.now() - start) / 1000
  console.log(`${name.padEnd(34)}${fixed(seconds, 7, 2)} s`)
  if (seconds >= MAX_SECONDS) process.exitCode = 1
  return result
}

/** Frames of a fast scroll through the whole list; a smooth one has none that takes long. */
const scroll = (page) =>
  page.evaluate(async (steps) => {
    const frames = []
    let last = performance.now()
    for (let step = 0; step < steps; step++) {
      scrollTo(0, (document.body.scrollHeight * step) / steps)
      await new Promise(requestAnimationFrame)
      frames.push(performance.now() - last)
      last = performance.now()
    }
    frames.sort((a, b) => a - b)
    return { median: frames[steps / 2], worst: frames.at(-1) }
  }, SCROLLS)

try {
  const ledger = await generate()
  const html = join(directory, 'index.html')
  const written = await measure(ODBADGE, 'report', ledger, '-o', html)
  if (written.code !== 0) throw new Error(written.output)
  console.log(
    `${datasets} datasets, ledger ${fixed(statSync(ledger).size / MIB, 0, 0)} MB, report ${fixed(statSync(html).size / MIB, 0, 1)} MB, written in ${fixed(written.seconds, 0, 1)} s (${fixed(written.user, 0, 1)} s user CPU) with ${fixed(written.rss, 0, 0)} MB`,
  )
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const there = page.locator('.space .dataset a').first()
    await timed('overview', async () => {
      await page.goto(`file://${html}`)
      await page.locator('main h1').waitFor()
    })
    await page.goto('about:blank')
    await timed('list of datasets, from nothing', async () => {
      await page.goto(`file://${html}#/datasets`)
      await there.waitFor()
    })
    await timed('search', async () => {
      await page.getByRole('searchbox').fill(`第${datasets - 1}號`)
      await page.getByText('符合 1 個').waitFor()
    })
    await timed('page of a dataset', async () => {
      await there.click()
      await page.locator('.dataset-report').waitFor()
    })
    await page.goto(`file://${html}#/datasets?order=title`)
    await timed('sorted by title', () => there.waitFor())
    const { median, worst } = await scroll(page)
    const shown = await rows(page)
    console.log(
      `scrolling through all: ${fixed(median, 0, 1)} ms per frame, at worst ${fixed(worst, 0, 1)}; ${shown} rows in the page`,
    )
    if (shown > MAX_ROWS) process.exitCode = 1
  } finally {
    await browser.close()
  }
} finally {
  rmSync(directory, { recursive: true, force: true })
}
