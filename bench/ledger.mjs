// node bench/ledger.mjs [DATASETS=53000]: `odbadge score` over a ledger of a whole platform; run `npm run build` first.
// Exit code 1: 10 seconds or 300 MB or more.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeLedger } from './make-ledger.mjs'
import { fixed, MIB, measure, ODBADGE } from './measure.mjs'

const MAX_SECONDS = 10
const MAX_RSS = 300

const datasets = Number(process.argv[2] ?? 53_000)
const directory = mkdtempSync(join(tmpdir(), 'odbadge-bench-'))
const path = join(directory, 'ledger.ndjson')

try {
  await writeLedger(path, datasets, '2026-08-31T00:00:00.000Z')
  console.log(`${datasets} datasets, ${fixed(statSync(path).size / MIB, 1)} MB`)
  for (const reporter of ['text', 'json']) {
    const { seconds, user, rss, code } = await measure(ODBADGE, 'score', path, '--reporter', reporter)
    console.log(
      `${reporter}${fixed(seconds, 8, 2)} s (at most ${MAX_SECONDS})${fixed(user, 8, 2)} s user CPU${fixed(rss, 7, 0)} MB (at most ${MAX_RSS})`,
    )
    if (code !== 0 || seconds >= MAX_SECONDS || rss >= MAX_RSS) process.exitCode = 1
  }
} finally {
  rmSync(directory, { recursive: true, force: true })
}
