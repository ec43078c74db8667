import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { analysisOf } from '../src/cli/analysis.ts'
import { PROGRAM } from '../src/cli/program.ts'
import {
  audit,
  createFetcher,
  type LedgerLine,
  loadProfile,
  type Origin,
  RULES,
  readCatalogue,
} from '../src/index.ts'
import { type LedgerView, writers } from '../src/report/index.ts'
import { csvCatalogue } from './catalogue.ts'
import { DATASETS, NOW } from './datasets/index.ts'
import { startDemoPortal } from './portal.ts'
import { sampleWork } from './sample-work.ts'

/** Stands in the sample for the loopback address, whose port is another every time. */
const HOST = 'http://portal.example'
const REPORTS = {
  'ledger.ndjson': 'ndjson',
  'report.json': 'json',
  'index.html': 'html',
  'odbadge.sarif': 'sarif',
  'junit.xml': 'junit',
  'gl-code-quality-report.json': 'gitlab',
  'summary.md': 'markdown',
  'badge.svg': 'svg',
} as const
const LANGUAGE = 'zh-TW'
const SECONDS = 1000

/** Writes `reports/sample`, the same to the byte in every run; `--check` compares it with what is committed. */
async function main(check: boolean): Promise<number> {
  const folder = join(dirname(import.meta.dirname), 'reports', 'sample')
  const view = viewOf(await auditDemo())
  const analysis = await analysisOf(view, [], LANGUAGE)
  const stale: string[] = []
  for (const [file, writer] of Object.entries(REPORTS)) {
    let text = ''
    for await (const piece of writers[writer](view, {
      language: LANGUAGE,
      ...(analysis && { analysis }),
    }))
      text += piece
    const path = join(folder, file)
    if (check) stale.push(...(await difference(path, file, text)))
    else {
      await mkdir(folder, { recursive: true })
      await writeFile(path, text)
    }
  }
  stale.push(...(await sampleWork(view, folder, check)))
  if (stale.length === 0) return 0
  console.error(`${stale.join('\n')}\nreports/sample is out of date: run npm run generate`)
  return 1
}

async function auditDemo(): Promise<LedgerLine[]> {
  const clock = () => Date.parse(NOW)
  const wait = 3 * SECONDS
  const portal = await startDemoPortal()
  const fetcher = createFetcher({
    allowPrivate: true,
    timeouts: { connect: wait, headers: wait, bodyIdle: wait },
    clock,
  })
  const directory = await mkdtemp(join(tmpdir(), 'odbadge-sample-'))
  try {
    const name = `${HOST}/export.csv`
    const path = join(directory, 'export.csv')
    await writeFile(path, csvCatalogue(DATASETS, HOST))
    const lines = audit(readCatalogue({ name, path }), {
      rules: RULES,
      profile: loadProfile('measure-2017'),
      now: clock(),
      origin: renamed(fetcher, portal.url),
      catalogue: [name],
      program: PROGRAM,
      probeApi: true,
      clock,
    })
    const all: LedgerLine[] = []
    for await (const line of lines) all.push(line)
    return all
  } finally {
    await fetcher.close()
    await portal.close()
    await rm(directory, { recursive: true })
  }
}

/** The portal under {@link HOST}: asked by its true address, with every trace of that taken out of the answer. */
function renamed(origin: Origin, address: string): Origin {
  const { host } = new URL(address)
  return {
    async fetch(url) {
      const { exchange, ...rest } = await origin.fetch(url.replace(HOST, address))
      const text = JSON.stringify(exchange).replaceAll(address, HOST).replaceAll(host, new URL(HOST).host)
      return { exchange: JSON.parse(text) as typeof exchange, ...rest }
    },
    release: (body) => origin.release(body),
  }
}

function viewOf(lines: readonly LedgerLine[]): LedgerView {
  const [header, footer] = [lines[0], lines.at(-1)]
  if (header?.kind !== 'header' || footer?.kind !== 'footer')
    throw new Error('the ledger has no header or footer')
  const { summary, finishedAt } = footer
  return {
    header,
    summary,
    finishedAt,
    async *records() {
      for (const line of lines) if (line.kind === 'dataset' || line.kind === 'catalogue-problem') yield line
    },
  }
}

/** The first place where two texts part, if they do. */
async function difference(path: string, file: string, fresh: string): Promise<string[]> {
  const committed = await readFile(path, 'utf8').catch(() => undefined)
  if (committed === undefined) return [`${file}: there is none`]
  if (committed === fresh) return []
  let at = 0
  while (committed[at] === fresh[at]) at++
  const excerpt = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60))
  const line = fresh.slice(0, at).split('\n').length
  return [`${file} line ${line}:\n  committed ${excerpt(committed)}\n  now       ${excerpt(fresh)}`]
}

process.exitCode = await main(process.argv.includes('--check'))
