import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { LedgerView } from '../../src/report/index.ts'
import { describeFinding, writers } from '../../src/report/index.ts'
import { rulesById } from '../../src/report/messages.ts'
import { datasets, HOSTILE, header, ledger, problems, summary, written } from './sample-ledger.ts'

const language = 'zh-TW'
const TEMPLATE = statSync(new URL('../../src/report/html/template.html', import.meta.url)).size
const html = () => written(writers.html(ledger, { language }))
const json = async () => JSON.parse(await written(writers.json(ledger, { language })))
const embedded = (page: string): string =>
  page.match(/<script type="application\/json" id="ledger">([\s\S]*?)<\/script>/)![1]!

/** What a page holds of one kind, decoded as the page would. */
function held(page: string, kind: string) {
  const blocks = page.matchAll(
    new RegExp(
      `<script data-kind="${kind}" data-count="(\\d+)" type="application/(\\w+)">([^<]*)</script>`,
      'g',
    ),
  )
  return [...blocks].flatMap(([, count, type, text]) => {
    const json = type === 'gzip' ? gunzipSync(Buffer.from(text!, 'base64')).toString() : text!
    const items = JSON.parse(json)
    expect(items).toHaveLength(Number(count))
    return items
  })
}

const many = (count: number, which = 0): LedgerView => ({
  ...ledger,
  summary: { ...summary, datasets: count },
  async *records() {
    for (let i = 0; i < count; i++) yield { ...datasets[which]!, id: String(i) }
  },
})

describe('json', () => {
  it('is the ledger, nothing computed and nothing lost', async () => {
    const document = await json()
    expect(document.summary).toEqual(summary)
    expect(document.catalogueProblems).toEqual(problems)
    const stripped = JSON.parse(JSON.stringify(document.datasets), (key, value) =>
      key === 'message' || key === 'remedy' ? undefined : value,
    )
    expect(stripped).toEqual(datasets)
  })

  it('says every finding in the chosen language', async () => {
    const zh = (await json()).datasets[1].resources[0].findings[0]
    expect(zh).toMatchObject({
      message: '應有 3 欄，這一列有 2 欄。',
      remedy: '請補齊或刪除多餘的欄位。',
      at: { row: 2, line: 3 },
    })
    const en = JSON.parse(await written(writers.json(ledger, { language: 'en' })))
    expect(en.datasets[1].resources[0].findings[0].message).toBe('Expected 3 columns, found 2.')
    expect(en.rules[0].claim).toBe('The link answers with success')
  })

  it('is valid JSON without any record', async () => {
    const empty: LedgerView = { ...ledger, async *records() {} }
    expect(JSON.parse(await written(writers.json(empty, { language }))).datasets).toEqual([])
  })
})

describe('describeFinding', () => {
  const rules = rulesById(header.rules)
  const finding = {
    rule: 'link/reachable',
    messageId: 'status',
    outcome: 'fail',
    data: { status: 500 },
  } as const

  it('takes the reason for an unknown, and shows an unheard-of text by its id', () => {
    expect(
      describeFinding(
        { ...finding, outcome: 'unknown', messageId: 'over-byte-cap', data: { cap: 9 } },
        rules,
        language,
      ),
    ).toEqual({ message: '檔案超過 9 位元組的讀取上限，只檢測了前面的部分。', remedy: '' })
    expect(describeFinding({ ...finding, messageId: 'later' }, rules, 'en').message).toBe('later')
    expect(describeFinding({ ...finding, rule: 'x/y' }, new Map(), 'en').message).toBe('status')
  })
})

describe('ndjson', () => {
  it('ends with the footer', async () => {
    const lines = (await written(writers.ndjson(ledger, { language })))
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l))
    expect(lines[0]).toEqual(header)
    expect(lines.at(-1)).toEqual({ kind: 'footer', finishedAt: ledger.finishedAt, summary })
  })
})

describe('html', () => {
  it('carries the ledger: the same numbers as the JSON report', async () => {
    const page = await html()
    expect(JSON.parse(embedded(page)).summary).toEqual((await json()).summary)
    expect(held(page, 'entries').map(({ record }) => record)).toEqual(datasets)
    expect(held(page, 'rows').map(([id]) => id)).toEqual(datasets.map(({ id }) => id))
    expect(held(page, 'problems')).toEqual(problems)
  })

  it('compresses a large ledger and loses nothing of it', async () => {
    const view = many(1200)
    const page = await written(writers.html(view, { language }))
    const records = held(page, 'entries').map(({ record }) => record)
    expect(page).toContain('type="application/gzip"')
    expect(records).toHaveLength(1200)
    expect(records[1199]).toEqual({ ...datasets[0]!, id: '1199' })
    expect(held(page, 'rows')[1199][0]).toBe('1199')
  })

  it('lets no text of a publisher become markup', async () => {
    const page = await html()
    expect(embedded(page)).not.toMatch(/[<\u2028\u2029]/)
    expect(held(page, 'entries').at(-1).record.title).toBe(HOSTILE)
    expect(page.match(/<script/g)).toHaveLength(5)
    expect(page).not.toContain('<img src=x')
  })

  it('names every script and style of the page in its policy, by hash', async () => {
    const page = await html()
    const policy = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)![1]!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    for (const element of ['script', 'style']) {
      const text = page.match(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`))![1]!
      const hash = createHash('sha256').update(text).digest('base64')
      expect(policy).toContain(`${element}-src 'sha256-${hash}'`)
    }
  })

  it('asks for nothing outside itself', async () => {
    expect(await html()).not.toMatch(/<(?:img|iframe|script|link)\b[^>]*\b(?:src|href)="(?!data:)/)
  })

  it('streams: no chunk grows with the number of datasets', async () => {
    // These show the first ones, or counts.
    const shortened = new Set(['github', 'markdown', 'svg'])
    for (const [name, writer] of Object.entries(writers)) {
      const sizes: number[] = []
      for await (const chunk of writer(many(3000, 1), { language })) sizes.push(chunk.length)
      if (!shortened.has(name)) expect(sizes.length, name).toBeGreaterThanOrEqual(3000)
      expect(Math.max(...sizes)).toBeLessThan(TEMPLATE + 100_000)
    }
  }, 120_000)

  it('comes from the committed template, which is the one its sources build', () => {
    const script = fileURLToPath(new URL('../../scripts/build-report.mjs', import.meta.url))
    execFileSync(process.execPath, [script, '--check'])
  })
})
