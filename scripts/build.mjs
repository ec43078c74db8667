// Compiles into dist/, puts beside it the files that the program reads at run time, and joins what a command loads
// into a few files: hundreds take long to open. A failed build leaves the last.
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { build } from 'esbuild'

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
const READ_AT_RUN_TIME = /\.(json|md|html)$/
const NEXT = 'dist/.next'

process.chdir(dirname(import.meta.dirname))
rmSync(NEXT, { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', NEXT], {
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)
for (const folder of ['src', 'rules'])
  for (const file of readdirSync(folder, { recursive: true }))
    if (READ_AT_RUN_TIME.test(file) && !file.includes(join('html', 'app')))
      cpSync(join(folder, file), join(NEXT, folder, file))
await build({
  entryPoints: [join(NEXT, 'src/cli/main.js')],
  outdir: join(NEXT, 'cli'),
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  plugins: [{ name: 'own places', setup: keepPlaces }],
})
for (const folder of ['src', 'rules', 'cli']) {
  rmSync(join('dist', folder), { recursive: true, force: true })
  renameSync(join(NEXT, folder), join('dist', folder))
}
rmSync(NEXT, { recursive: true, force: true })

/** A module that reads what lies beside it finds it there from a joined file too. */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\.js$/ }, ({ path }) => {
    const code = readFileSync(path, 'utf8')
    if (path.includes('node_modules') || !code.includes('import.meta.url')) return undefined
    const place = JSON.stringify(`../${relative(NEXT, path).replaceAll('\\', '/')}`)
    return { contents: code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`) }
  })
}
