import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folder, odbadge, SOUND } from './run.ts'
import { ledger, measure, RECORDS, VOTES } from './score-ledger.ts'

describe('misuse of score is told, exit code 2', () => {
  const other = { profile: { id: 'checker-2017', title: measure.title, notes: [] } }
  const at = () =>
    folder({
      'l.ndjson': ledger(RECORDS),
      'later.ndjson': ledger(RECORDS, { startedAt: '2026-09-30T00:00:00.000Z' }),
      'other.ndjson': ledger(RECORDS, { ...other, startedAt: '2025-01-01T00:00:00.000Z' }),
      'mine.ndjson': ledger(RECORDS, { profile: { ...other.profile, id: 'mine' } }),
      'a.csv': SOUND,
      'broken.json': '{',
      'claims.json': '[{"dataset":1,"document":"a"}]',
      'awards.json': '{"threshhold":5}',
      'four.json': JSON.stringify({
        popularity: { previousWinners: [1, 2, 3, 4].map((n) => ({ edition: `${n}`, datasets: [] })) },
      }),
      'votes.json': VOTES.replace('"depth":9', '"depth":99'),
      'twice.json': JSON.stringify({ cases: [1, 2].flatMap(() => JSON.parse(VOTES).cases) }),
    })
  it.each<[name: string, argv: readonly string[], said: RegExp]>([
    ['no ledger', [], /至少要 1 個/],
    ['what is no ledger', ['a.csv'], /第 1 行/],
    ['a ledger that is not there', ['none.ndjson'], /ENOENT/],
    ['two profiles', ['l.ndjson', 'other.ndjson'], /measure-2017、checker-2017/],
    ['another profile last time', ['l.ndjson', '--previous', 'other.ndjson'], /評核版本不同/],
    ['a previous ledger that is later', ['l.ndjson', '--previous', 'later.ndjson'], /給反/],
    ['a profile not at hand', ['mine.ndjson'], /mine/],
    ['the wrong profile', ['l.ndjson', '--profile', '=checker-2017'], /checker-2017.*measure-2017/],
    ['claims that are no JSON', ['l.ndjson', '--claims', 'broken.json'], /--claims .*broken\.json/],
    ['claims of another shape', ['l.ndjson', '--claims', 'claims.json'], /\$\[0\]\.dataset：.*識別碼/],
    ['a misspelt setting', ['l.ndjson', '--awards', 'awards.json'], /不認得 threshhold/],
    ['four editions', ['l.ndjson', '--awards', 'four.json'], /前三屆/],
    ['a score beyond the maximum', ['l.ndjson', '--votes', 'votes.json'], /depth：.*0 到 10/],
    ['a case twice', ['l.ndjson', '--votes', 'twice.json'], /\$\.cases\[1\]\.id/],
    ['popularity that is not there', ['l.ndjson', '--popularity', 'none.csv'], /ENOENT/],
    ['popularity of other columns', ['l.ndjson', '--popularity', 'a.csv'], /年度、地區別、人數/],
  ])('%s', async (_, argv, said) => {
    const path = at()
    const full = argv.map((arg) =>
      arg.startsWith('--') ? arg : arg.startsWith('=') ? arg.slice(1) : path(arg),
    )
    const { code, out, err } = await odbadge('score', ...full)
    expect(err).toMatch(said)
    expect(err).not.toMatch(/\n +at /)
    expect([code, out]).toEqual([2, ''])
  })

  it('takes a profile of one’s own from its file', async () => {
    const path = at()
    writeFileSync(
      path('mine.json'),
      JSON.stringify({ ...measure, id: 'mine', weights: { gold: '1', silver: '0', bronze: '0' } }),
    )
    const { code, out } = await odbadge(
      'score',
      path('mine.ndjson'),
      '--profile',
      path('mine.json'),
      '--reporter',
      'json',
    )
    expect([code, JSON.parse(out).gold.groups[0].bodies[0].score.atLeast]).toEqual([0, '33.33'])
  })
})
