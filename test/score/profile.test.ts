import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  loadProfile,
  ProfileError,
  profileComplaints,
  profileIds,
  rulesNamed,
} from '../../src/score/index.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'odbadge-profile-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(text: string): string {
  const path = join(folder, 'mine.json')
  writeFileSync(path, text)
  return path
}

function message(load: () => unknown): string {
  try {
    load()
  } catch (error) {
    expect(error).toBeInstanceOf(ProfileError)
    return (error as Error).message
  }
  throw new Error('nothing was thrown')
}

describe('built-in profiles', () => {
  it('are these, measure-2017 among them', () => {
    expect(profileIds()).toEqual(['checker-2017', 'measure-2017'])
  })

  it.each(profileIds())('%s carries its id and the award’s own points', (id) => {
    const profile = loadProfile(id)
    expect(profileComplaints(profile)).toEqual([])
    expect(profile.id).toBe(id)
    expect(profile.weights).toEqual({ gold: '1', silver: '0.6', bronze: '0.3' })
    expect(profile.bonus).toEqual({ perApi: '0.1', cap: '5' })
    expect(profile.notes.length).toBeGreaterThan(10)
  })

  it('measure-2017 holds every indicator against its own rules, and no advice', () => {
    const { indicators } = loadProfile('measure-2017')
    for (const [indicator, selectors] of Object.entries(indicators))
      for (const selector of selectors) expect(selector).toMatch(new RegExp(`^${indicator}/[a-z-]+$`))
    expect([...rulesNamed(loadProfile('measure-2017'))]).not.toContain('metadata/utf-8')
  })

  it('names each rule once, whatever the messages', () => {
    expect([...rulesNamed(loadProfile('checker-2017'))]).toEqual([
      'link/reachable',
      'download/direct',
      'structure/open-format',
      'structure/parses',
      'structure/workbook-opens',
      'metadata/encoding-matches',
      'metadata/fields-match',
      'structure/consistent-columns',
      'structure/plain-records',
    ])
  })
})

describe('one’s own profile', () => {
  const text = readFileSync(new URL('../../src/score/profiles/measure-2017.json', import.meta.url), 'utf8')
  const changed = (change: (profile: ReturnType<typeof JSON.parse>) => void): string => {
    const profile = JSON.parse(text)
    change(profile)
    return file(JSON.stringify(profile))
  }

  it('loads from a path, with or without a BOM', () => {
    expect(loadProfile(file(`\uFEFF${text}`))).toEqual(loadProfile('measure-2017'))
  })

  const broken: [string, Parameters<typeof changed>[0], ...string[]][] = [
    ['a missing key', (p) => delete p.unknown, '$：', '缺少 unknown'],
    ['a misspelt key', (p) => (p.weihgts = {}), '$：', '不認得 weihgts'],
    ['a number as weight', (p) => (p.weights.silver = 0.6), '$.weights.silver：', '"0.6"'],
    ['too many places', (p) => (p.bonus.perApi = '0.0000001'), '$.bonus.perApi：', '至多六位'],
    ['a negative weight', (p) => (p.weights.gold = '-1'), '$.weights.gold：', '寫法不正確'],
    ['an unknown policy', (p) => (p.unknown = 'fails'), '$.unknown：', '只能是 widens、ignored', '未知不計'],
    ['a strange indicator', (p) => p.stopAfter.push('format'), '$.stopAfter[0]：', 'timeliness'],
    [
      'a bare rule name',
      (p) => (p.indicators.link = ['reachable']),
      '$.indicators.link[0]：',
      'odbadge rules',
    ],
    [
      'the same rule twice',
      (p) => p.indicators.link.push('link/reachable'),
      '$.indicators.link：',
      '第 1 項與第 2 項重複',
    ],
    ['no English', (p) => delete p.notes[2].en, '$.notes[2]：', '缺少 en'],
    ['an empty title', (p) => (p.title.en = ''), '$.title.en：', '不可空白'],
  ]
  it.each(broken)('%s: the message names file, place and remedy', (_, change, ...parts) => {
    const path = changed(change)
    const said = message(() => loadProfile(path))
    for (const part of [path, '有 1 處', ...parts]) expect(said).toContain(part)
  })

  it('tells every fault at once', () => {
    const path = changed((p) => {
      delete p.id
      p.weights.gold = 1
    })
    expect(message(() => loadProfile(path))).toContain('有 2 處')
  })

  it.each([
    ['measure-2018', '可用的有 checker-2017、measure-2017'],
    ['../profiles/measure-2017', '無法讀取評核版本檔'],
    ['./none.json', '請確認路徑'],
  ])('%s: %s', (name, part) => {
    const said = message(() => loadProfile(name))
    expect(said).toContain(part)
    expect(said).toContain(name)
  })

  it('broken JSON', () => {
    const path = file('{"id": ')
    const said = message(() => loadProfile(path))
    expect(said).toContain(path)
    expect(said).toContain('不是正確的 JSON')
  })
})
