import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LedgerLine } from '../src/core/ledger.ts'
import { differences } from './agreement.ts'
import { DATASETS, NOW } from './datasets/index.ts'
import { startDemoPortal } from './portal.ts'

/** `npm run demo`: audits the demo portal with the real command line and checks the verdicts against the table. */
async function main(): Promise<number> {
  process.chdir(dirname(import.meta.dirname))
  if (!existsSync('dist/cli/main.js')) {
    const built = await run('npm', ['run', 'build'])
    if (built !== 0) return built
  }
  const out = join('reports', 'demo')
  const portal = await startDemoPortal()
  try {
    const options = ['--out', out, '--now', NOW, '--allow-private', '--timeout', '3', '--probe-api']
    const code = await run(process.execPath, [
      'bin/odbadge.js',
      'audit',
      `${portal.url}/export.csv`,
      ...options,
    ])
    if (code !== 0) return code
  } finally {
    await portal.close()
  }
  const lines = (await readFile(join(out, 'ledger.ndjson'), 'utf8')).trimEnd().split('\n')
  const records = lines
    .map((line) => JSON.parse(line) as LedgerLine)
    .filter((line) => line.kind === 'dataset')
  const differing = differences(DATASETS, records)
  if (differing.length > 0) {
    console.error(`\n示範的結果與預期不同，共 ${differing.length} 處：\n${differing.join('\n')}`)
    return 1
  }
  console.log(`\n${DATASETS.length} 個示範資料集的標章與檢測結果都與預期相同。`)
  console.log(`請用瀏覽器開啟：${join(process.cwd(), out, 'index.html')}`)
  return 0
}

async function run(command: string, args: readonly string[]): Promise<number> {
  // npm is a .cmd file on Windows, which only a shell can start.
  const child = spawn(command, args, {
    stdio: 'inherit',
    shell: command === 'npm' && process.platform === 'win32',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

process.exitCode = await main()
