import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { random } from '../support/noise.ts'
import type { Route } from '../support/portal.ts'
import { csvCatalogue } from './catalogue.ts'
import { linesOf, outlineOf, timelessLedger, timelessReport } from './ledgers.ts'
import { BROKEN, folder, odbadge, portalFor, running, SOUND } from './run.ts'

const ROWS = 270
/** Datasets of a second catalogue that the first one has as well. */
const REPEATED = 30
const IN_FIRST_WINDOW = 7
const IN_SECOND_WINDOW = 3
const SEED = Number(process.env['ODBADGE_TEST_SEED'] ?? Date.now() % 1_000_000)

/** One in twenty is gone: asked for in both windows, and written last. */
const routeOf = (nth: number): Route => {
  if (nth % 20 === 7) return { status: 404 }
  if (nth % 20 === 12) return { redirect: '/sound.csv' }
  return { body: nth % 3 === 0 ? BROKEN : SOUND }
}

/** A portal of many files, and who wants to know which file is asked for how often since he began to listen. */
async function crowdedPortal() {
  let listener: (nth: number) => void = () => undefined
  const seen = new Map<string, number>()
  const answered = (route: Route) => (_: number, request: { readonly url?: string | undefined }) => {
    const nth = (seen.get(request.url!) ?? 0) + 1
    seen.set(request.url!, nth)
    listener(nth)
    return route
  }
  const routes = Array.from({ length: ROWS }, (_, nth) => [`/${nth}.csv`, answered(routeOf(nth))])
  const portal = await portalFor({ ...Object.fromEntries(routes), '/sound.csv': { body: SOUND } })
  return {
    url: portal.url,
    listen(next: (nth: number) => void) {
      seen.clear()
      listener = next
    },
  }
}

const name = `an audit killed ten times writes what an undisturbed one writes (ODBADGE_TEST_SEED=${SEED})`
it(name, { timeout: 120_000 }, async () => {
  const chance = random(SEED)
  const upTo = (most: number) => 1 + Math.floor(chance() * most)
  const portal = await crowdedPortal()
  const rows = Array.from({ length: ROWS }, (_, nth) => ({
    id: `${nth}`,
    publisher: ['勞動部', '臺東縣政府'][nth % 2]!,
    url: portal.url(`/${nth}.csv`),
  }))
  // Two rows are none: one without an id, one with the id of another.
  const first = csvCatalogue(rows).replace('"140"', '""').replace('"151"', '"150"')
  const at = folder({ 'a.csv': first, 'b.csv': csvCatalogue(rows.slice(0, REPEATED)) })
  const argv = (out: string) => {
    const options = ['--allow-private', '--spacing', '0', '--per-host', '4', '--now', '2026-01-01']
    return ['audit', at('a.csv'), at('b.csv'), '--out', at(out), ...options]
  }
  const LOST = expect.stringMatching(/^目錄有 1 筆.*\n$/)
  expect(await odbadge(...argv('whole'))).toMatchObject({ code: 0, err: LOST })
  const whole = outlineOf(at('whole', 'ledger.ndjson'))
  expect(whole.filter((kind) => kind === 'catalogue-problem')).toHaveLength(2)
  expect(whole.filter((id) => id === '7')).toHaveLength(2)

  const ledger = at('killed', 'ledger.ndjson')
  const written = () => (existsSync(ledger) ? linesOf(readFileSync(ledger, 'utf8')).length : 0)
  const temporary = folder()()
  const spools: number[] = []
  async function killed(isTime: (nth: number) => boolean) {
    const process = running([...argv('killed'), '--resume'], temporary)
    portal.listen((nth) => {
      if (isTime(nth)) process.child.kill('SIGKILL')
    })
    expect(await process.end).toEqual([null, 'SIGKILL'])
    spools.push(process.spools().length)
  }
  for (let i = 0; i < IN_FIRST_WINDOW; i++) {
    let left = upTo((whole.length - written()) * 0.4)
    await killed(() => --left <= 0)
  }
  for (let i = 0; i < IN_SECOND_WINDOW; i++) {
    let left = upTo(4)
    await killed((nth) => nth > 1 && --left <= 0)
  }
  portal.listen(() => undefined)
  // Each run has cleared away what the killed one before it left.
  expect(spools).toEqual(Array(IN_FIRST_WINDOW + IN_SECOND_WINDOW).fill(1))
  const last = running([...argv('killed'), '--resume'], temporary)
  expect([await last.end, await last.err, last.spools()]).toEqual([[0, null], LOST, []])

  expect(timelessLedger(ledger)).toBe(timelessLedger(at('whole', 'ledger.ndjson')))
  expect(timelessReport(at('killed', 'report.json'))).toBe(timelessReport(at('whole', 'report.json')))
})
