import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULES } from '../rules/index.ts'
import { LANGUAGES } from '../src/core/localised.ts'
import type { Message } from '../src/core/rule.ts'
import { loadProfile, profileIds, rulesNamed } from '../src/score/index.ts'

const ROOT = resolve(import.meta.dirname, '..')
const MAX_LINES = 250

const filesBelow = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => posix.join(folder, file))
    .sort()

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** Every module a file names in an import, project files by their path from the root. */
function importsOf(file: string): string[] {
  const found = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"\n]+)['"]|\bimport\s*\(?\s*['"]([^'"\n]+)['"]/g,
  )
  return [...found].map(([, direct, dynamic]) => {
    const target = direct ?? dynamic ?? ''
    return target.startsWith('.') ? relative(ROOT, resolve(ROOT, file, '..', target)) : target
  })
}

const STAGES = ['catalogue', 'plan', 'fetch', 'inspect', 'score', 'report', 'openapi'] as const
const isLibrary = (target: string): boolean => !target.startsWith('src/') && !target.startsWith('rules/')

/** DESIGN §2: who may import what, project files only. */
function mayImport(file: string, target: string): boolean {
  const stage = STAGES.find((name) => file.startsWith(`src/${name}/`))
  if (file.startsWith('src/core/')) return target.startsWith('src/core/')
  if (stage) return target.startsWith('src/core/') || target.startsWith(`src/${stage}/`)
  if (file.startsWith('src/serve/'))
    return ['core', 'report', 'score', 'serve'].some((folder) => target.startsWith(`src/${folder}/`))
  if (file === 'rules/index.ts') return target.startsWith('src/core/') || target.startsWith('rules/')
  if (file.startsWith('rules/')) return target.startsWith('src/core/')
  if (file.startsWith('src/cli/')) return true
  return !target.startsWith('src/cli/') && !target.startsWith('src/serve/')
}

const LIBRARY_HOME: Readonly<Record<string, readonly string[]>> = {
  undici: ['src/fetch/'],
  tldts: ['src/fetch/'],
  yargs: ['src/cli/'],
  'cli-progress': ['src/cli/'],
  papaparse: ['src/inspect/', 'src/catalogue/'],
  saxes: ['src/inspect/', 'src/catalogue/'],
  chardet: ['src/inspect/'],
  'iconv-lite': ['src/inspect/', 'src/catalogue/'],
  yauzl: ['src/inspect/zip.ts', 'src/catalogue/office-parts.ts'],
  ajv: ['src/score/', 'src/openapi/'],
  'ajv-formats': ['src/openapi/'],
  '@seriousme/openapi-schema-validator': ['src/openapi/'],
  yaml: ['src/openapi/', 'src/cli/'],
  hucre: ['src/inspect/', 'src/report/'],
  jiti: ['src/cli/'],
  preact: ['src/report/html/app/'],
  htmlparser2: ['src/inspect/'],
}

function mayUse(file: string, library: string): boolean {
  if (file.startsWith('src/core/') || file.startsWith('rules/')) return false
  const homes = Object.entries(LIBRARY_HOME).find(
    ([name]) => library === name || library.startsWith(`${name}/`),
  )?.[1]
  return homes === undefined || homes.some((home) => file.startsWith(home))
}

const sources = [...filesBelow('src', /\.tsx?$/), ...filesBelow('rules', /\.ts$/)].filter(
  (file) => !file.includes('/html/app/'),
)
const everything = [
  ...sources,
  ...filesBelow('src/report/html/app', /\.tsx?$/),
  ...filesBelow('test', /\.ts$/),
  ...filesBelow('bench', /\.m?[jt]s$/),
  ...filesBelow('demo', /\.m?[jt]s$/),
  ...filesBelow('scripts', /\.m?[jt]s$/),
]

describe('dependency rule', () => {
  it.each(sources)('%s imports only what its folder may', (file) => {
    const targets = importsOf(file)
    expect(targets.filter((target) => !isLibrary(target) && !mayImport(file, target))).toEqual([])
    expect(targets.filter((target) => isLibrary(target) && !mayUse(file, target))).toEqual([])
  })

  it('sees imports at all', () => {
    expect(importsOf('src/audit.ts')).toContain('src/examine.ts')
    expect(importsOf('src/cli/main.ts')).toContain('src/cli/audit.ts')
    expect(importsOf('src/fetch/fetcher.ts')).toContain('undici')
  })

  it('would see a broken rule', () => {
    expect(mayImport('src/core/badge.ts', 'src/score/index.ts')).toBe(false)
    expect(mayImport('src/inspect/index.ts', 'src/fetch/index.ts')).toBe(false)
    expect(mayImport('rules/link/reachable.ts', 'src/inspect/index.ts')).toBe(false)
    expect(mayImport('src/audit.ts', 'src/cli/main.ts')).toBe(false)
    expect(mayImport('src/serve/index.ts', 'src/cli/ledger-file.ts')).toBe(false)
    expect(mayImport('src/serve/index.ts', 'src/fetch/index.ts')).toBe(false)
    expect(mayImport('src/index.ts', 'src/serve/index.ts')).toBe(false)
    expect(mayUse('src/report/html.ts', 'undici')).toBe(false)
    expect(mayUse('src/core/rule.ts', 'node:fs')).toBe(false)
    expect(mayImport('src/openapi/index.ts', 'src/inspect/index.ts')).toBe(false)
    expect(mayUse('src/cli/openapi.ts', '@seriousme/openapi-schema-validator')).toBe(false)
  })
})

describe('files', () => {
  it.each(everything)(`%s has at most ${MAX_LINES} lines`, (file) => {
    expect(read(file).split('\n').length - 1).toBeLessThanOrEqual(MAX_LINES)
  })

  it('has no folder for odds and ends', () => {
    const folders = [...everything].flatMap((file) => file.split('/').slice(0, -1))
    expect(folders.filter((folder) => /^(utils?|helpers?|common|misc|shared)$/.test(folder))).toEqual([])
  })

  it('reads the clock in the command line and the bench only', () => {
    const readers = sources.filter((file) => /\bDate\.now\(\)|new Date\(\)/.test(read(file)))
    expect(readers.filter((file) => !file.startsWith('src/cli/'))).toEqual([])
  })
})

describe('rules', () => {
  const modules = filesBelow('rules', /\.ts$/).filter((file) => file !== 'rules/index.ts')

  it('registers every module once', () => {
    expect(RULES.map(({ id }) => `rules/${id}.ts`).sort()).toEqual(modules)
  })

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s has a page, a test and both languages',
    (id, rule) => {
      expect(id.startsWith(`${rule.indicator}/`)).toBe(true)
      expect(existsSync(join(ROOT, `test/rules/${id}.test.ts`))).toBe(true)
      const page = read(`rules/${id}.md`)
      expect(page.split('\n')[0]).toBe(`# ${id}`)
      expect(page).toContain(`> ${rule.claim['zh-TW']}`)
      expect(page.match(/^## .+$/gm)).toEqual(['## 為什麼', '## 怎麼檢測', '## 怎麼修正', '## 例子'])
      const english = read(`rules/${id}.en.md`)
      expect(english.split('\n').slice(0, 3)).toEqual([`# ${id}`, '', `> ${rule.claim.en}`])
      expect(english.match(/^## .+$/gm)).toEqual([
        '## Why',
        '## How it checks',
        '## How to mend',
        '## Examples',
      ])
      const messages: Message[] = Object.values(rule.messages)
      for (const { text, remedy } of messages)
        for (const language of LANGUAGES)
          expect([text[language], remedy[language]].filter((part) => part.trim() === '')).toEqual([])
    },
  )

  it.each(profileIds())('profile %s names existing rules and messages only', (name) => {
    const known = new Map(RULES.map((rule) => [rule.id as string, rule]))
    const profile = loadProfile(name)
    expect([...rulesNamed(profile)].filter((rule) => !known.has(rule))).toEqual([])
    for (const selector of Object.values(profile.indicators).flat()) {
      const [rule = '', messageId] = selector.split('#')
      if (messageId !== undefined) expect(Object.keys(known.get(rule)?.messages ?? {})).toContain(messageId)
    }
  })
})
