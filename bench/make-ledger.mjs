// Shared by the benchmarks: writes a ledger of a whole platform, without an audit.
import { open } from 'node:fs/promises'

const NOW = '2026-08-31T00:00:00.000Z'

/** As the platform stood in 2024: nine in ten gold; here one in fifty is open besides. */
function badge(n) {
  if (n % 50 === 0) return { atLeast: 'bronze', atMost: 'gold' }
  const certain = n % 10 > 0 ? 'gold' : ['silver', 'bronze', 'none', 'none'][(n / 10) % 4]
  return { atLeast: certain, atMost: certain }
}

function indicators(certain) {
  const outcome = (needed) => (needed.includes(certain) ? 'pass' : 'fail')
  return {
    link: outcome(['gold', 'silver', 'bronze']),
    download: outcome(['gold', 'silver', 'bronze']),
    structure: outcome(['gold', 'silver']),
    metadata: outcome(['gold']),
    timeliness: 'not-applicable',
  }
}

function resource(n, k, certain) {
  const url = `https://data${n % 60}.example.gov.tw/opendata/${n}/${k}.csv`
  const failing = certain !== 'gold'
  return {
    id: String(k),
    url,
    description: `第${k}季統計表`,
    format: { declared: 'CSV', detected: 'csv' },
    encoding: { declared: 'UTF-8', detected: 'UTF-8', bom: false },
    size: 12_345,
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    table: { header: ['年度', '地區別', '機構名稱', '人數', '金額'], columns: 5, rows: 120 },
    link: { status: 200, finalUrl: url, hops: [], at: NOW, elapsed: 312 },
    indicators: indicators(certain),
    outcomes: {
      'link/reachable': 'pass',
      'download/direct': 'pass',
      'structure/parses': 'pass',
      'metadata/fields-match': failing ? 'fail' : 'pass',
    },
    findings: failing
      ? [
          {
            rule: 'metadata/fields-match',
            messageId: 'missing',
            outcome: 'fail',
            severity: 'blocking',
            data: { fields: ['年度', '地區'], header: ['年', '地區別'] },
            fingerprint: `${n}-${k}`,
          },
        ]
      : [],
  }
}

function dataset(n) {
  const interval = badge(n)
  const body = n % 76
  return {
    kind: 'dataset',
    id: String(100_000 + n),
    title: `各機關統計資料集第${n}號`,
    publisher: `第${body}部所屬機關`,
    body: { id: `body-${body}`, name: `第${body}部`, group: body < 50 ? 'central' : 'local' },
    issued: '2019-01-01T00:00:00+08:00',
    fields: '年度、地區別、機構名稱、人數、金額',
    portal: { views: (n * 7919) % 200_000, downloads: (n * 104_729) % 30_000, rating: n % 6 },
    badge: interval,
    indicators: indicators(interval.atLeast),
    outcomes: { 'timeliness/on-schedule': 'not-applicable' },
    findings: [],
    resources: [1, 2].map((k) => resource(n, k, interval.atLeast)),
  }
}

/** A ledger of so many datasets; `summary` (of createSummary) counts them for its footer. */
export async function writeLedger(path, datasets, now, summary) {
  const target = await open(path, 'w')
  const profile = { id: 'measure-2017', title: { 'zh-TW': '', en: '' }, notes: [] }
  const header = { kind: 'header', schemaVersion: 1, program: 'bench', startedAt: now, now }
  let block = `${JSON.stringify({ ...header, catalogue: [], profile, selection: {}, rules: [] })}\n`
  for (let n = 0; n < datasets; n++) {
    const record = dataset(n)
    summary?.add(record)
    block += `${JSON.stringify(record)}\n`
    if (block.length < 1_000_000) continue
    await target.write(block)
    block = ''
  }
  if (summary) block += `${JSON.stringify({ kind: 'footer', finishedAt: now, summary: summary.finish() })}\n`
  await target.write(block)
  await target.close()
}
