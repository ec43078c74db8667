// node bench/workbook.mjs [rows=200000]: `odbadge check` of XLSX and ODS, ten columns, against a bare pass of yauzl and saxes;
// then a sheet of 1 GB in a few MB, and ten million texts. Run `npm run build` first.
// Exit code 1: slower than 1.5 times the bare pass (medians of five runs each, taken in turn), or 150 MB or more.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeOds, writeXlsx, writeZip, xlsxMembers } from './make-workbook.mjs'
import { fixed, MIB, measure, ODBADGE } from './measure.mjs'

const RUNS = 5
const MAX_RATIO = 1.5
const MAX_RSS = 150
/** Of columns: wide enough that 1 GB has no more rows than a sheet may have. */
const PAIRS = 30
const rows = Number(process.argv[2] ?? 200_000)
const directory = mkdtempSync(join(tmpdir(), 'odbadge-bench-'))
const bare = join(import.meta.dirname, 'bare-saxes.mjs')
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const check = (path) => measure(ODBADGE, 'check', path, '--reporter', 'json', '--lang', 'en')
const verdict = ({ output }) => JSON.parse(output).results[0].indicators.structure

async function compare(name, write) {
  const path = join(directory, name)
  await write(path, rows)
  const runs = { bare: [], odbadge: [] }
  for (let run = 0; run < RUNS; run++) {
    runs.bare.push(await measure(bare, path))
    const cost = await check(path)
    if (verdict(cost) !== 'pass') throw new Error(cost.output)
    runs.odbadge.push(cost)
  }
  const seconds = (of) => median(runs[of].map((cost) => cost.seconds))
  const rss = Math.max(...runs.odbadge.map((cost) => cost.rss))
  const ratio = seconds('odbadge') / seconds('bare')
  console.log(
    `${name.padEnd(16)}${fixed(statSync(path).size / MIB, 6)} MB  bare ${fixed(seconds('bare'), 5, 2)} s  odbadge ${fixed(seconds('odbadge'), 5, 2)} s  ratio ${ratio.toFixed(2)} (at most ${MAX_RATIO})  peak RSS ${rss.toFixed(0)} MB (below ${MAX_RSS})`,
  )
  if (ratio > MAX_RATIO || rss >= MAX_RSS) process.exitCode = 1
  rmSync(path)
}

/** Content made to exhaust a reader: bounded memory, and an honest verdict. */
async function hostile(name, members, wanted) {
  const path = join(directory, name)
  await writeZip(path, members)
  const cost = await check(path)
  // The texts that are kept come on top.
  const bad = cost.rss >= MAX_RSS + 50 || !wanted.includes(verdict(cost))
  console.log(
    `${name.padEnd(16)}${fixed(statSync(path).size / MIB, 6)} MB  ${fixed(cost.seconds, 6, 2)} s  peak RSS ${cost.rss.toFixed(0)} MB  ${bad ? '✗' : '✓'} ${verdict(cost)}`,
  )
  if (bad) process.exitCode = 1
  rmSync(path)
}

function* sheetOf(bytes, block) {
  const names = Array.from({ length: 2 * PAIRS }, (_, c) => `<c t="inlineStr"><is><t>c${c}</t></is></c>`)
  yield `<worksheet><sheetData><row>${names.join('')}</row>`
  for (let left = bytes; left > 0; left -= block.length) yield block
  yield '</sheetData></worksheet>'
}

function* manyStrings(count) {
  yield '<sst>'
  for (let n = 0; n < count; n += 1_000)
    yield Array.from({ length: 1_000 }, (_, i) => `<si><t>第${n + i}個字串</t></si>`).join('')
  yield '</sst>'
}

try {
  await compare('large.xlsx', writeXlsx)
  await compare('large.ods', writeOds)
  const rowsBlock = Array.from({ length: 500 }, (_, n) => {
    const value = (n * 2_654_435_761) % 2_147_483_647
    return `<row>${`<c><v>${value}</v></c><c><v>${value % 977}</v></c>`.repeat(PAIRS)}</row>`
  }).join('')
  await hostile('1 GB.xlsx', xlsxMembers(sheetOf(1_000 * MIB, rowsBlock)), ['unknown', 'pass'])
  await hostile('10M texts.xlsx', xlsxMembers(sheetOf(4_000_000, rowsBlock), manyStrings(10_000_000)), [
    'unknown',
  ])
} finally {
  rmSync(directory, { recursive: true, force: true })
}
