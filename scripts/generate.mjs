// Makes every committed generated file anew; with --check it only says whether one is out of date.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'

const options = process.argv.slice(2)
const steps = [
  [process.execPath, 'scripts/build-report.mjs', ...options],
  [process.execPath, '--import', 'tsx', 'demo/sample.ts', ...options],
  [process.execPath, '--import', 'tsx', 'scripts/rule-pages.ts', ...options],
]
process.chdir(dirname(import.meta.dirname))
for (const [command, ...args] of steps) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
