// Compiles into dist/ and puts beside it the files that the program reads at run time.
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
const READ_AT_RUN_TIME = /\.(json|md|html)$/

process.chdir(root)
rmSync('dist', { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
for (const folder of ['src', 'rules'])
  for (const file of readdirSync(folder, { recursive: true }))
    if (READ_AT_RUN_TIME.test(file) && !file.includes(join('html', 'app')))
      cpSync(join(folder, file), join('dist', folder, file))
