import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXTENT, SELECTION } from '../report/sample-caveats.ts'
import { complaints } from '../report/schema.ts'
import { audited, planned } from './audited.ts'
import { odbadge } from './run.ts'

describe('plan', () => {
  it('gives each dataset its fixes and the body its steps', async () => {
    const { first } = await audited()
    const { code, plan } = await planned(first)
    const ragged = plan.datasets.find(({ id }) => id.endsWith('b.csv'))
    expect(ragged).toMatchObject({
      badge: { atLeast: 'bronze', atMost: 'bronze' },
      reaches: { atLeast: 'gold', atMost: 'gold' },
    })
    expect(ragged?.fixes.map(({ rule }) => rule).sort()).toEqual([
      'structure/consistent-columns',
      'structure/no-blank-rows',
    ])
    const [body] = plan.bodies
    expect(body?.score).toEqual({ atLeast: '43.33', atMost: '43.33' })
    expect(body?.steps.at(-1)?.score.atLeast).toBe('100.00')
    expect(code).toBe(0)
  })

  it('stops at the target, says when it is out of reach, and speaks both languages', async () => {
    const { first } = await audited()
    const { plan } = await planned(first, '--target', '60')
    expect(plan.bodies[0]).toMatchObject({ reached: true, steps: [{ score: { atLeast: '66.67' } }] })
    const { out } = await odbadge('plan', first, '--target', '102')
    expect(out).toContain('仍未確定達成目標')
    expect((await odbadge('plan', first, '--lang', 'en')).out).toContain('Each dataset to its next badge')
  })

  it('says of which part of the catalogue, and that the audit was interrupted', async () => {
    const { at, first } = await audited()
    const [header, ...others] = readFileSync(first, 'utf8').trimEnd().split('\n')
    const part = JSON.stringify({ ...JSON.parse(header!), selection: SELECTION })
    writeFileSync(at('part.ndjson'), `${[part, ...others.slice(0, -1)].join('\n')}\n`)
    const { plan } = await planned(at('part.ndjson'))
    expect(plan).toMatchObject({ interrupted: true, selection: SELECTION })
    const { out } = await odbadge('plan', at('part.ndjson'))
    // Lines are cut to the terminal's width.
    for (const text of EXTENT['zh-TW'].texts) expect(out).toContain(`\n${text.slice(0, 15)}`)
    const { plan: whole } = await planned(first)
    expect(whole).not.toHaveProperty('interrupted')
    expect(whole).not.toHaveProperty('selection')
  })

  it('takes minutes of one’s own', async () => {
    const { at, first } = await audited()
    writeFileSync(at('e.json'), '{"download/has-data": {"minutes": 1, "per": "resource"}}')
    const { plan } = await planned(first, '--effort', at('e.json'))
    expect(plan.bodies[0]?.steps[0]?.causes[0]?.rule).toBe('download/has-data')
  })

  it('tells until when a gold lasts', async () => {
    const { first, at } = await audited()
    const text = readFileSync(first, 'utf8').replace(
      /"timeliness\/on-schedule":"not-applicable"([^}]*)\}/,
      '"timeliness/on-schedule":"pass"$1},"holdsUntil":{"timeliness/on-schedule":"2026-07-01T00:00:00.000Z"}',
    )
    writeFileSync(at('soon.ndjson'), text)
    expect((await planned(at('soon.ndjson'))).plan.fragile).toMatchObject([
      {
        title: 'a.csv',
        until: '2026-07-01T00:00:00.000Z',
        because: 'timeliness/on-schedule',
        signs: [],
      },
    ])
    expect((await planned(first)).plan).toMatchObject({ fragile: [], lasting: 1 })
    expect((await odbadge('plan', at('soon.ndjson'))).out).toContain('2026-07-01')
  })

  it.each<[name: string, args: string[], said: RegExp]>([
    ['no score', ['--target', '106'], /106/],
    ['no number', ['--target', 'gold'], /gold/],
    ['a body that is not there', ['--agency', '無此機關'], /無此機關/],
    ['a missing file of minutes', ['--effort', 'none.json'], /none\.json/],
    ['a profile that is not there', ['--profile', 'none'], /none/],
  ])('refuses %s', async (_, args, said) => {
    const { first } = await audited()
    const { code, out, err } = await odbadge('plan', first, ...args)
    expect(err).toMatch(said)
    expect([code, out]).toEqual([2, ''])
  })
})

describe('exceptions', () => {
  const YAML = `exceptions:
  - rule: structure/no-blank-rows
    reason: 空白列是分隔線
    by: 統計處
    until: 2026-06-01
  - rule: structure/consistent-columns
    reason: 舊格式
    until: 2026-05-31
  - dataset: nowhere
    reason: 已下架
    until: 2026-12-31
`
  it('stand beside plan and report, change no result, and tell when they are over', async () => {
    const { at, first } = await audited()
    writeFileSync(at('x.yaml'), YAML)
    const { plan } = await planned(first, '--exceptions', at('x.yaml'))
    const { plan: raw } = await planned(first)
    expect(plan.bodies).toEqual(raw.bodies)
    expect(plan.exceptions.map(({ state }) => state)).toEqual(['applies', 'expired', 'unused'])
    const { out: text } = await odbadge('plan', first, '--exceptions', at('x.yaml'))
    expect(text).toContain('例外：空白列是分隔線（至 2026-06-01）')
    expect(text).toMatch(/已過期 +2026-05-31/)

    const { out } = await odbadge('report', first, '--reporter', 'json', '--exceptions', at('x.yaml'))
    const report = JSON.parse(out)
    expect(complaints('report', report)).toEqual([])
    const noted = report.datasets[1].resources[0].findings.filter((f: { exception?: object }) => f.exception)
    expect(noted.map((f: { exception: object }) => f.exception)).toEqual([
      { reason: '舊格式', until: '2026-05-31', expired: true },
      { reason: '空白列是分隔線', by: '統計處', until: '2026-06-01' },
    ])
    const plain = JSON.parse((await odbadge('report', first, '--reporter', 'json')).out)
    expect(report.summary).toEqual(plain.summary)
  })

  it.each<[name: string, content: string, said: RegExp]>([
    ['without an end', '{"exceptions":[{"rule":"a/b","reason":"x"}]}', /until/],
    ['without a reason', '{"exceptions":[{"rule":"a/b","reason":" ","until":"2026-01-01"}]}', /reason|理由/],
    ['about nothing', '{"exceptions":[{"reason":"x","until":"2026-01-01"}]}', /fingerprint/],
    ['until no day', '{"exceptions":[{"rule":"a/b","reason":"x","until":"2026-02-30"}]}', /2026-02-30/],
    ['that are no JSON', '{', /x\.json/],
  ])('%s are refused', async (_, content, said) => {
    const { at, first } = await audited()
    writeFileSync(at('x.json'), content)
    const { code, err } = await odbadge('plan', first, '--exceptions', at('x.json'))
    expect(err).toMatch(said)
    expect(code).toBe(2)
  })

  it('are for the JSON report', async () => {
    const { first } = await audited()
    expect((await odbadge('report', first, '--exceptions', 'x.json')).code).toBe(2)
  })
})
