import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { complaints } from '../report/schema.ts'
import { csvCatalogue } from './catalogue.ts'
import { auditWith, files, ledgerAt } from './configured.ts'
import { audit, listing } from './listing.ts'
import { BROKEN, folder, odbadge, SOUND } from './run.ts'

const DOUBLES = 'structure/no-duplicate-rows'
const BLANKS = 'structure/no-blank-rows'
const COLUMNS = 'structure/consistent-columns'

describe('settings of no use', () => {
  const config = {
    agencies: { 勞動部: { rules: { [DOUBLES]: 'off' } }, 教育部: { rules: { 'link/no-such': 'off' } } },
    bodies: { 社會處: 'kinmen' },
    hosts: { 'data.moj.gov.tw': { spacing: 1000 }, '127.0.0.1': { spacing: 0 } },
  }
  const idle = [
    /agencies\.教育部\.rules：沒有規則「link\/no-such」/,
    /agencies：沒有任何提供機關的名稱含「教育部」/,
    /hosts：沒有任何連結在主機「data\.moj\.gov\.tw」上/,
    /bodies：沒有提供機關叫「社會處」/,
  ]

  it('are told at the end, in the ledger and in every report', async () => {
    const { err, footer, at } = await auditWith(config, ['勞動部'])
    for (const told of idle) expect(err).toMatch(told)
    expect(footer.notes).toHaveLength(idle.length)
    const report = JSON.parse(readFileSync(at('out', 'report.json'), 'utf8'))
    expect(complaints('report', report)).toEqual([])
    expect(report.notes).toEqual(footer.notes?.map((note) => note['zh-TW']))
    expect(readFileSync(at('out', 'index.html'), 'utf8')).toContain('沒有提供機關叫「社會處」')
    for (const note of footer.notes ?? []) expect(note.en).not.toMatch(/[：，。]/)
  })

  it('are told when the configuration itself wants certain agencies', async () => {
    const { footer } = await auditWith({ ...config, agency: ['勞動部'] }, ['勞動部', '社會處'])
    expect(footer.notes).toHaveLength(idle.length)
  })

  it('are not told of names when only a part of the catalogue was wanted', async () => {
    const { footer } = await auditWith(config, ['勞動部', '社會處'], '--id', '1')
    expect(footer.notes).toHaveLength(1)
  })
})

describe('configurations that extend another', () => {
  it('add to what is said of an agency, a host and a body', async () => {
    const at = files({
      'c.csv': csvCatalogue([{ id: '1', publisher: '勞動部', url: 'http://127.0.0.1:1/a.csv' }]),
      'base.yaml': `
agencies: { 勞動部: { rules: { ${DOUBLES}: 'off', ${BLANKS}: 'off' }, contact: { name: 甲 } } }
hosts: { a.tw: { spacing: 0, concurrency: 64 } }
bodies: { 社會處: kinmen, 民政處: kinmen }`,
      'own.yaml': `
extends: ./base.yaml
agencies: { 勞動部: { rules: { ${BLANKS}: advice } } }
hosts: { a.tw: { concurrency: 1 } }
bodies: { 民政處: taitung }`,
    })
    await odbadge(
      'audit',
      at('c.csv'),
      '--config',
      at('own.yaml'),
      '--out',
      at('out'),
      '--confirm-after',
      'never',
    )
    expect(ledgerAt(at('out', 'ledger.ndjson')).header.deviations).toMatchObject([
      { rule: DOUBLES, to: 'off', agency: '勞動部' },
      { rule: BLANKS, to: 'advice', agency: '勞動部' },
      { kind: 'contact', agency: '勞動部' },
      { publisher: '社會處', to: 'kinmen' },
      { publisher: '民政處', to: 'taitung' },
    ])
  })
})

describe('a ledger under a configuration', () => {
  it('is not gone on with under another', async () => {
    const { at } = await auditWith({ rules: { [DOUBLES]: 'off' } }, ['勞動部'])
    const { code, err } = await odbadge('audit', at('c.csv'), '--out', at('out'), '--resume')
    expect([code, err]).toEqual([2, expect.stringContaining('deviations')])
  })

  it('is judged anew by the official profile, and back again', async () => {
    const at = folder({ 'doubled.csv': `${SOUND}111,新北市,6\n`, 'broken.csv': BROKEN })
    const rules = {
      [DOUBLES]: 'blocking',
      [BLANKS]: 'advice',
      [COLUMNS]: 'advice',
      'structure/parses': 'off',
    }
    writeFileSync(at('c.json'), JSON.stringify({ rules }))
    const audited = (out: string, ...argv: string[]) =>
      odbadge(
        'audit',
        '--files',
        at('doubled.csv'),
        at('broken.csv'),
        '--out',
        at(out),
        '--now',
        '2026-06-01',
        ...argv,
      )
    await audited('plain')
    await audited('own', '--config', at('c.json'))
    await odbadge(
      'rejudge',
      at('plain', 'ledger.ndjson'),
      '--config',
      at('c.json'),
      '-o',
      at('judged.ndjson'),
    )
    await odbadge('rejudge', at('own', 'ledger.ndjson'), '-o', at('back.ndjson'))

    const [plain, own] = [ledgerAt(at('plain', 'ledger.ndjson')), ledgerAt(at('own', 'ledger.ndjson'))]
    const [judged, back] = [ledgerAt(at('judged.ndjson')), ledgerAt(at('back.ndjson'))]
    const answers = ({ datasets }: typeof plain) =>
      datasets.map(({ badge, resources }) => [badge, Object.entries(resources[0]!.outcomes).sort()])
    expect(judged.header.deviations).toEqual(own.header.deviations)
    expect(answers(judged)).toEqual(answers(own))
    expect(judged.footer.summary).toEqual(own.footer.summary)
    // What was off was not asked, and nobody can say now.
    expect(back.header.deviations).toBeUndefined()
    expect(answers(back)).toEqual(
      answers(plain).map(([, outcomes]) => [
        expect.anything(),
        (outcomes as [string, string][]).map(([rule, outcome]) => [
          rule,
          rule === 'structure/parses' ? 'unknown' : outcome,
        ]),
      ]),
    )
  })

  it('is planned and scored as it was judged', async () => {
    const setting = await listing({ '/a': { body: `${SOUND}111,新北市,6\n` }, '/b': { body: SOUND } })
    writeFileSync(
      setting.at('c.json'),
      JSON.stringify({ agencies: { 勞動部: { rules: { [DOUBLES]: 'blocking' } } } }),
    )
    const { datasets } = await audit(setting, '--config', setting.at('c.json'))
    expect(datasets.map(({ badge }) => badge.atMost)).toEqual(['bronze', 'gold'])
    const ledger = setting.at('out', 'ledger.ndjson')
    const plan = await odbadge('plan', ledger, '--reporter', 'json')
    expect(complaints('plan', JSON.parse(plan.out))).toEqual([])
    expect(JSON.parse(plan.out).datasets).toMatchObject([
      { id: 'a', fixes: [{ rule: DOUBLES }], reaches: { atMost: 'gold' } },
    ])
    const score = await odbadge('score', ledger, '--reporter', 'json')
    expect(complaints('score', JSON.parse(score.out))).toEqual([])
    expect(score.out).toContain(`"rule":"${DOUBLES}"`)
    expect(JSON.parse(score.out).notes).toMatchObject([{ code: 'deviation' }, {}, {}])
    for (const text of [plan.out, (await odbadge('plan', ledger)).out, (await odbadge('score', ledger)).out])
      expect(text).toContain(DOUBLES)
    expect((await odbadge('compare', ledger, ledger)).out).toContain('與官方評核版本不同之處：1')
  })
})
