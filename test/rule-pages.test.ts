import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULES } from '../rules/index.ts'
import { LANGUAGES } from '../src/core/localised.ts'
import { rulePage } from '../src/core/rule-page.ts'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, 'docs', 'rules')

const pages = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
)

describe('docs/rules', () => {
  it('has a page of every rule in both languages, and two indexes', () => {
    const wanted = LANGUAGES.flatMap((language) => RULES.map(({ id }) => rulePage(id, language)))
    expect(pages.map((name) => `docs/rules/${name}`).sort()).toEqual(
      [...wanted, 'docs/rules/README.md', 'docs/rules/README.en.md'].sort(),
    )
  })

  it.each(pages)('%s leads to files that are there, and shows an example', (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8')
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!)
    expect(links.length).toBeGreaterThan(0)
    for (const link of links)
      if (!/^https?:/.test(link)) readFileSync(join(FOLDER, dirname(name), link), 'utf8')
    if (!name.startsWith('README')) expect(text).toMatch(/\n## (?:例子|Examples)\n\n\S/)
  })

  it.each(pages.filter((name) => name.endsWith('.en.md')))('%s is English but for quoted words', (name) => {
    const prose = readFileSync(join(FOLDER, name), 'utf8')
      .replace(/```[\s\S]*?```/g, '')
      .replace(/^\|.*\|$/gm, '')
    const words = prose.match(/[\u4e00-\u9fff]+/g) ?? []
    expect(words.join('').length).toBeLessThan(prose.length / 5)
  })
})
