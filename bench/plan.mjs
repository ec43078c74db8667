// node bench/plan.mjs [datasets=53000]: `odbadge plan`, `compare` and `rejudge` over ledgers of the whole catalogue's size; run `npm run build` first.
// Exit code 1: plan or compare took 10 seconds or 300 MB.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixed, MIB, measure, ODBADGE } from './measure.mjs'

const MAX_SECONDS = 10
const MAX_RSS = 300
const BODIES = 120
const HOSTS = 900

const datasets = Number(process.argv[2] ?? 53_000)
const sample = readFileSync(new URL('../reports/sample/ledger.ndjson', import.meta.url), 'utf8')
const [header, ...rest] = sample.trimEnd().split('\n')
const records = rest.filter((line) => line.startsWith('{"kind":"dataset"'))
const directory = mkdtempSync(join(tmpdir(), 'odbadge-bench-'))

/** The sample's datasets over and over, each with an id, a host, a contact and fingerprints of its own; the first of four bodies has a third. */
function line(n, changed) {
  const record = records[(n * 7 + (changed && n % 9 === 0 ? 1 : 0)) % records.length]
  const body = n % 3 === 0 ? 0 : n % BODIES
  return record
    .replace(/"id":"\d+"/, `"id":"${100_000 + n}"`)
    .replace(/"body":\{"id":"[^"]+","name":"[^"]+"/, `"body":{"id":"b${body}","name":"機關${body}"`)
    .replaceAll('portal.example', `h${(n * 31) % HOSTS}.example`)
    .replace(/"contact":\{"name":"[^"]+"/, `"contact":{"name":"承辦${n % 400}"`)
    .replace(
      /"fingerprint":"(.{8})/g,
      (_, kept) => `"fingerprint":"${(n & 0xffffff).toString(16).padStart(6, '0')}${kept.slice(6)}`,
    )
}

/** Without a footer: the profile of the header is at hand. */
async function generate(name, changed) {
  const path = join(directory, name)
  const file = await open(path, 'w')
  let block = `${header}\n`
  let size = 0
  for (let n = 0; n < datasets; n++) {
    block += `${line(n, changed)}\n`
    if (block.length < MIB && n < datasets - 1) continue
    size += (await file.write(block)).bytesWritten
    block = ''
  }
  await file.close()
  return { path, size }
}

try {
  const old = await generate('old.ndjson', false)
  const recent = await generate('new.ndjson', true)
  const out = join(directory, 'out')
  console.log(
    `${datasets} datasets, ${fixed(old.size / MIB, 0, 0)} MB per ledger\n${'command'.padEnd(16)}  seconds  user CPU  peak RSS`,
  )
  const commands = {
    plan: ['plan', old.path, '--reporter', 'json', '-o', out],
    'plan --target': ['plan', old.path, '--target', '60', '-o', out],
    compare: ['compare', old.path, recent.path, '--reporter', 'json', '-o', out],
    rejudge: ['rejudge', old.path, '--profile', 'checker-2017', '-o', out],
  }
  for (const [name, args] of Object.entries(commands)) {
    const { seconds, user, rss, code, output } = await measure(ODBADGE, ...args)
    if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output}`)
    console.log(`${name.padEnd(16)}${fixed(seconds, 9, 2)}${fixed(user, 10, 2)}${fixed(rss, 7, 0)} MB`)
    if (name !== 'rejudge' && (seconds >= MAX_SECONDS || rss >= MAX_RSS)) process.exitCode = 1
  }
} finally {
  rmSync(directory, { recursive: true, force: true })
}
