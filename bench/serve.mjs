// node bench/serve.mjs [DATASETS=53000] [LEDGERS=3]: `odbadge serve` over ledgers of a whole platform; run `npm run build` first.
// Exit code 1: the first page after 2 seconds, any page of a ledger that was read after 1 second, or 500 MB or more.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { createSummary, loadProfile } from '../dist/src/score/index.js'
import { writeLedger } from './make-ledger.mjs'
import { fixed, MIB, ODBADGE } from './measure.mjs'

const MAX_FIRST = 2
const MAX_PAGE = 1
const MAX_RSS = 500

const [datasets = 53_000, ledgers = 3] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'odbadge-bench-'))
const usage = pathToFileURL(join(import.meta.dirname, 'usage.mjs')).href

async function timed(name, url, limit) {
  const began = performance.now()
  const response = await fetch(url)
  const bytes = (await response.arrayBuffer()).byteLength
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${name.padEnd(34)}${fixed(seconds, 8, 3)} s${fixed(bytes / 1000, 10, 0)} kB  ${response.status}`,
  )
  if (!response.ok || (limit !== undefined && seconds >= limit)) process.exitCode = 1
}

try {
  for (let n = 0; n < ledgers; n++)
    await writeLedger(
      join(folder, `${n}.ndjson`),
      datasets,
      `2026-0${n + 1}-28T00:00:00.000Z`,
      createSummary(loadProfile('measure-2017')),
    )
  console.log(
    `${ledgers} × ${datasets} datasets, ${fixed(statSync(join(folder, '0.ndjson')).size / MIB, 1)} MB each`,
  )
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', usage, ODBADGE, 'serve', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })
  const cost = text(child.stdio[3])
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (said) => {
    out += said
  })
  while (!out.includes('\n')) await once(child.stdout, 'data')
  const [base] = /http:\S+\//.exec(out)
  await timed('runs, while all are being read', base, MAX_FIRST)
  console.log(
    `${'from the start to the first page'.padEnd(34)}${fixed((performance.now() - began) / 1000, 8, 3)} s`,
  )
  const { runs } = await (await fetch(`${base}api/v1/runs`)).json()
  const [{ id }, other] = [runs[0], runs.at(-1)]
  await timed('a run, while all are being read', `${base}runs/${id}`, MAX_FIRST)
  await timed('datasets of it, first time', `${base}runs/${id}/datasets`)
  await timed('history, first time', `${base}dataset?id=100077`)
  await timed('datasets of it', `${base}runs/${id}/datasets?q=4711`, MAX_PAGE)
  await timed('history', `${base}dataset?id=100078`, MAX_PAGE)
  await timed('trend', `${base}trend`, MAX_PAGE)
  await timed('CSV of all', `${base}runs/${id}/datasets.csv`)
  await timed('ledger', `${base}runs/${id}/ledger.ndjson`)
  await timed('compare, first time', `${base}compare?old=${other.id}&new=${id}`)
  await timed('compare', `${base}compare?old=${other.id}&new=${id}`, MAX_PAGE)
  child.kill('SIGINT')
  await once(child, 'close')
  const { rss, user } = JSON.parse(await cost)
  console.log(`${fixed(rss, 0, 0)} MB (at most ${MAX_RSS})${fixed(user, 8, 2)} s user CPU`)
  if (rss >= MAX_RSS) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
