import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { findingsText, summaryText, writers } from '../../src/report/index.ts'
import type { LedgerView } from '../../src/report/view.ts'
import { gitlabComplaints, junitComplaints, sarifComplaints } from './published.ts'
import { checkReport } from './sample-check.ts'
import { datasets, header, ledger, written } from './sample-ledger.ts'

const TEXTS: Readonly<Record<string, string>> = {
  'escape sequences': '\u001b[31mred\u001b]8;;http://evil.example\u0007link\u009b2J',
  'line breaks': 'one\r\ntwo\nthree\u2028four\u2029five\u0085six',
  'the end of CDATA': ']]></failure></testcase><testcase name="x"/>',
  markup: '</script><script>alert(1)</script><img src=x onerror=alert(1)>',
  'markdown table': 'a | b |\n| --- | --- |\n**bold** `code` # h',
  'markdown link': '[click](javascript:alert(1)) ![x](https://evil.example/x.png) https://evil.example',
  mention: '@everyone @org/team',
  'control characters': '\u0000\u0001\u0008\u000b\u000c\u001f\u007f',
  bidi: '\u202egnp.exe\u2066\u2069\u200f\u061c',
  'ten thousand characters': '長'.repeat(10_000),
  'a workflow command': '::stop-commands::x\n::error::y',
  'a legacy command': '##[error]x',
  'an escaped command': '%0A::error file=a,line=1::y, col: 2',
  'half a character': 'a\ud800b\udc00',
  formula: '=HYPERLINK("http://evil.example","x")',
  noncharacter: 'a\ufffeb\uffff',
}
const CONTROLS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/

/** The text wherever a publisher, a server or a file may put one. */
function viewWith(text: string): LedgerView {
  const finding: Finding = {
    rule: 'metadata/fields-match',
    messageId: 'missing',
    outcome: 'fail',
    severity: 'blocking',
    data: { names: [text, '年度'] },
    at: { row: 2, path: text },
    fingerprint: 'aaaaaaaaaaaaaa',
  }
  const others = [
    { ...finding, messageId: text, at: { sheet: text, member: text, cell: text, row: 3 } },
    { ...finding, outcome: 'unknown', messageId: 'file-unreadable', data: { detail: text } },
    { ...finding, outcome: 'pass', severity: 'advice', rule: text },
  ] as const
  const sample = datasets[0]!
  const record = (id: string, url: string): DatasetRecord => ({
    ...sample,
    id,
    title: text,
    publisher: text,
    body: { ...sample.body, name: text },
    contact: { name: text },
    findings: [finding],
    resources: [{ ...sample.resources[0]!, url, description: text, findings: [finding, ...others] }],
  })
  const summary = ledger.summary.bodies.map((body) => ({ ...body, body: { ...body.body, name: text } }))
  return {
    ...ledger,
    header: { ...header, catalogue: [text] },
    summary: { ...ledger.summary, bodies: summary },
    async *records() {
      yield record(text, text)
      yield record('1', `https://data.example/${text}`)
    },
  }
}

const plain = (text: string) => expect(text).not.toMatch(CONTROLS)
const terminal = (text: string) => {
  plain(text)
  for (const line of text.split('\n')) expect(line.trimStart()).not.toMatch(/^(::|##\[)/)
}

/** What makes a text of each kind inert. */
const INERT: Readonly<Record<string, (written: string) => void>> = {
  github(text) {
    plain(text)
    const lines = text.trimEnd().split('\n')
    expect(lines).toHaveLength(11)
    expect(text).not.toContain('%0A::')
    for (const line of lines) {
      const [, properties = ''] = /^::(?:error|warning|notice) ([^:]*)::/.exec(line) ?? []
      const names = properties.split(',').map((property) => property.split('=')[0])
      expect(names.filter((name) => !['file', 'line', 'col', 'title'].includes(name!))).toEqual([])
      expect(names).toHaveLength(new Set(names).size)
      expect(line.length).toBeLessThan(12_000)
    }
  },
  sarif(text) {
    plain(text)
    expect(sarifComplaints(JSON.parse(text))).toEqual([])
    expect(text.length).toBeLessThan(2_000_000)
  },
  junit(text) {
    expect(junitComplaints(text)).toEqual([])
    plain(text)
    const document = XmlDocument.fromString(text)
    expect(document.find('//testsuite')).toHaveLength(3)
    expect(document.find('//script | //img')).toHaveLength(0)
    document.dispose()
  },
  gitlab(text) {
    const issues = JSON.parse(text)
    expect(gitlabComplaints(issues)).toEqual([])
    expect(issues).toHaveLength(10)
    plain(text)
  },
  markdown(text) {
    plain(text)
    expect(text).not.toMatch(/<(?!br>)/)
    expect(text).not.toMatch(/(?<!\\)(?:\]\(|`|@)/)
    expect(text).not.toMatch(/https?:\/\//)
    expect(text).toContain('https:&#47;&#47;data.example')
    expect(text).not.toMatch(/&\\/)
    // Every line of a table has as many cells as its head.
    let cells: number | undefined
    for (const line of text.split('\n')) {
      if (!line.startsWith('|')) cells = undefined
      else {
        const count = line.replaceAll('\\\\', '').split(/(?<!\\)\|/).length
        cells ??= count
        expect(count, line).toBe(cells)
      }
    }
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576)
  },
  svg(text) {
    plain(text)
    XmlDocument.fromString(text).dispose()
    expect(text).not.toMatch(/script|onerror|javascript/)
  },
  json: (text) => expect(() => JSON.parse(text)).not.toThrow(),
  ndjson(text) {
    for (const line of text.trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
  },
}

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  it.each(Object.keys(INERT))('is inert in %s', async (name) => {
    const view = viewWith(text)
    for (const language of ['zh-TW', 'en'] as const)
      INERT[name]!(await written(writers[name as keyof typeof writers](view, { language })))
  })

  it('is inert in the terminal', () => {
    const { header, summary } = viewWith(text)
    terminal(summaryText({ header, summary }, { language: 'zh-TW', colour: false, width: 100 }))
    const [result] = checkReport.results
    const findings = result!.findings.map((found) => ({ ...found, message: text, remedy: text, rule: text }))
    const report = { ...checkReport, results: [{ ...result!, file: text, findings }] }
    terminal(findingsText(report, { language: 'zh-TW', colour: false }))
  })
})

it('looks at every writer but the page, which a browser looks at', () => {
  expect(Object.keys(INERT).sort()).toEqual(
    Object.keys(writers)
      .filter((name) => name !== 'html')
      .sort(),
  )
})
