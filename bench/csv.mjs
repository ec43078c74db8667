// node bench/csv.mjs [MB=500]: `odbadge check` with every rule on against a bare papaparse loop; run `npm run build` first.
// Exit code 1: slower than 1/0.9 of the bare loop (medians of three runs each, taken in turn), or 200 MB or more.
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixed, MIB, measure, ODBADGE } from './measure.mjs'

const RUNS = 3
const MAX_RATIO = 1 / 0.9
const MAX_RSS = 200
const FIELDS = '統計年度、縣市別、鄉鎮市區、地址、機構名稱、床位數、占床率、更新日期'
const COUNTIES = ['臺北市', '新北市', '桃園市', '臺中市', '臺南市', '高雄市', '花蓮縣', '澎湖縣']
const TOWNS = ['中正區', '板橋區', '中壢區', '西屯區', '安平區', '左營區', '吉安鄉', '馬公市']

const megabytes = Number(process.argv[2] ?? 500)
const directory = mkdtempSync(join(tmpdir(), 'odbadge-bench-'))
const file = join(directory, 'large.csv')

/** Every seventh row has quotes, some of them a comma and a doubled quote inside. */
function line(n) {
  const place = n % COUNTIES.length
  const street = `中山路${(n * 7919) % 900}號`
  const address = n % 7 === 0 ? `"${street},${n % 20}樓""A""室"` : street
  const beds = (n * 2_654_435_761) % 5_000
  return `${90 + (n % 25)},${COUNTIES[place]},${TOWNS[place]},${address},第${n}衛生所附設醫療機構,${beds},${(beds / 50).toFixed(2)},2026-0${1 + (n % 9)}-1${n % 10}\n`
}

async function generate() {
  const target = await open(file, 'w')
  let block = `${FIELDS.replaceAll('、', ',')}\n`
  for (let n = 1, written = 0; written < megabytes * MIB; n++) {
    block += line(n)
    if (block.length < 100_000) continue
    written += (await target.write(block)).bytesWritten
    block = ''
  }
  await target.close()
}

const bare = join(import.meta.dirname, 'bare-papaparse.mjs')
const CONTESTANTS = {
  'bare papaparse': [bare, file],
  'odbadge check': [
    ODBADGE,
    'check',
    file,
    '--reporter',
    'json',
    '--format',
    'CSV',
    '--encoding',
    'UTF-8',
    '--fields',
    FIELDS,
  ],
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

try {
  await generate()
  const seconds = {}
  const rss = {}
  console.log(`${megabytes} MB\n${'run'.padEnd(18)}   MB/s  seconds  user CPU  peak RSS`)
  for (let run = 1; run <= RUNS; run++) {
    for (const [name, args] of Object.entries(CONTESTANTS)) {
      const cost = await measure(...args)
      if (cost.code !== 0) throw new Error(`${name} ended with ${cost.code}:\n${cost.output}`)
      seconds[name] = [...(seconds[name] ?? []), cost.seconds]
      rss[name] = Math.max(rss[name] ?? 0, cost.rss)
      console.log(
        `${`${name} ${run}`.padEnd(18)}${fixed(megabytes / cost.seconds, 7)}${fixed(cost.seconds, 9, 2)}${fixed(cost.user, 10, 2)}${fixed(cost.rss, 7, 0)} MB`,
      )
    }
  }
  const ratio = median(seconds['odbadge check']) / median(seconds['bare papaparse'])
  const fat = rss['odbadge check']
  console.log(
    `ratio ${ratio.toFixed(3)} (at most ${MAX_RATIO.toFixed(3)}), peak RSS ${fat.toFixed(0)} MB (below ${MAX_RSS})`,
  )
  if (ratio > MAX_RATIO || fat >= MAX_RSS) process.exitCode = 1
} finally {
  rmSync(directory, { recursive: true, force: true })
}
