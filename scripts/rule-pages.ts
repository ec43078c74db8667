// Makes docs/rules of the rules and the pages beside them; with --check it only says what is out of date.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { rulePages } from '../src/cli/rule-pages.ts'
import { LANGUAGES } from '../src/core/localised.ts'
import { rulePage } from '../src/core/rule-page.ts'
import { indexName, rulePageText, rulesIndexText } from '../src/report/index.ts'

const FOLDER = 'docs/rules'

async function main(check: boolean): Promise<number> {
  process.chdir(dirname(import.meta.dirname))
  const pages = new Map<string, string>()
  for (const language of LANGUAGES) {
    const rules = rulePages(language)
    for (const { page, ...rule } of rules)
      pages.set(rulePage(rule.rule.id, language), rulePageText({ ...rule, page: page() }, language, true))
    pages.set(join(FOLDER, indexName(language)), rulesIndexText(rules, language))
  }
  const there = await readdir(FOLDER, { recursive: true }).catch(() => [])
  const left = there
    .map((name) => join(FOLDER, name))
    .filter((path) => /\.md$/.test(path) && !pages.has(path))
  const stale = [...left]
  for (const [path, text] of pages) {
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue
    stale.push(path)
    if (check) continue
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  if (!check) for (const path of left) await rm(path)
  if (!check || stale.length === 0) return 0
  console.error(`${stale.join('\n')}\n${FOLDER} is out of date: run npm run generate`)
  return 1
}

process.exitCode = await main(process.argv.includes('--check'))
