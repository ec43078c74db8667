// Compiles into dist/ and puts beside it the files that the program reads at run time. A failed build leaves the last.
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
const READ_AT_RUN_TIME = /\.(json|md|html)$/
const NEXT = 'dist/.next'

process.chdir(dirname(import.meta.dirname))
rmSync(NEXT, { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', NEXT], {
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)
for (const folder of ['src', 'rules']) {
  for (const file of readdirSync(folder, { recursive: true }))
    if (READ_AT_RUN_TIME.test(file) && !file.includes(join('html', 'app')))
      cpSync(join(folder, file), join(NEXT, folder, file))
  rmSync(join('dist', folder), { recursive: true, force: true })
  renameSync(join(NEXT, folder), join('dist', folder))
}
rmSync(NEXT, { recursive: true, force: true })
