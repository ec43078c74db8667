// Builds src/report/html/template.html from src/report/html/app. `--check` only compares with the committed file.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const app = new URL('../src/report/html/app/', import.meta.url)
const template = new URL('../src/report/html/template.html', import.meta.url)

async function bundle(entry) {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(entry, app))],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  return result.outputFiles[0].text.trim()
}

const source = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const script = await bundle('main.tsx')
const style = await bundle('styles/index.css')
const policy = [
  `default-src 'none'`,
  `script-src ${source(script)}`,
  `style-src ${source(style)}`,
  'img-src data:',
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ')

const places = { policy, style: `<style>${style}</style>`, script: `<script>${script}</script>` }
const page = (await readFile(new URL('index.html', app), 'utf8')).replace(
  /<!-- (policy|style|script) -->/g,
  (_, name) => places[name],
)

if (!process.argv.includes('--check')) {
  await writeFile(template, page)
} else if ((await readFile(template, 'utf8')) !== page) {
  console.error('src/report/html/template.html is out of date: run node scripts/build-report.mjs')
  process.exitCode = 1
}
