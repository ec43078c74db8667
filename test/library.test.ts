import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { audit, CatalogueError, check, loadProfile, ProfileError, RULES } from '../src/index.ts'
import { startPortal } from './support/portal.ts'

const FILE = new TextEncoder().encode('年度,人數\n110,5\n')

async function lastOf<Item>(items: AsyncIterable<Item>): Promise<Item | undefined> {
  let last: Item | undefined
  for await (const item of items) last = item
  return last
}

describe('rules of a program', () => {
  it.each([
    ['none', []],
    ['one left out', RULES.slice(1)],
  ])('%s: the profile asks for more, so no badge is given unseen', async (_, rules) => {
    await expect(check(FILE, { rules })).rejects.toThrow(ProfileError)
    await expect(check(FILE, { rules })).rejects.toThrow(/link\/reachable/)
    await expect(audit('export.csv', { rules }).next()).rejects.toThrow(ProfileError)
  })

  it('a profile that asks for less is fine', async () => {
    const base = loadProfile('measure-2017')
    const { link, download, structure, metadata, timeliness } = base.indicators
    const profile = {
      ...base,
      indicators: { link: link.slice(1), download, structure, metadata, timeliness },
    }
    expect((await check(FILE, { rules: RULES.slice(1), profile })).badge.atLeast).toBe('gold')
  })
})

it('a catalogue that cannot be had is a CatalogueError, from a file or an address', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'odbadge-library-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'page.csv'), '<html></html>')
  const portal = await startPortal({})
  onTestFinished(() => portal.close())
  const fetching = { allowPrivate: true }
  for (const name of [join(folder, 'none.csv'), join(folder, 'page.csv'), portal.url('/none.csv')])
    await expect(lastOf(audit(name, { fetching }))).rejects.toThrow(CatalogueError)
})
