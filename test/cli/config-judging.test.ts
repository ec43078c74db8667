import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../rules/index.ts'
import { loadProfile, profileIds } from '../../src/score/index.ts'
import { complaints } from '../report/schema.ts'
import { auditWith, files, ledgerAt } from './configured.ts'
import { BROKEN, checked, odbadge, SOUND } from './run.ts'

const DOUBLES = 'structure/no-duplicate-rows'
const BLANKS = 'structure/no-blank-rows'
const COLUMNS = 'structure/consistent-columns'

/** `check` of both files under this configuration: code, the badges, what was told. */
async function checkUnder(config: object, ...argv: string[]) {
  const at = files({
    'doubled.csv': `${SOUND}111,新北市,6\n`,
    'broken.csv': BROKEN,
    'c.json': JSON.stringify(config),
  })
  const { code, report } = await checked(
    at('doubled.csv'),
    at('broken.csv'),
    '--config',
    at('c.json'),
    ...argv,
  )
  expect(complaints('check', report)).toEqual([])
  const badges = report.results.map(({ badge }) => badge.atLeast)
  const rules = report.results.map(({ findings }) =>
    findings.map(({ rule, outcome }) => `${rule} ${outcome}`),
  )
  return { code, badges, rules, deviations: report.deviations?.map(({ text }) => text) }
}

describe('rules', () => {
  it.each<[what: string, rules: Record<string, string>, expected: object]>([
    ['nothing set', {}, { badges: ['gold', 'bronze'], deviations: undefined }],
    [
      'advice that blocks',
      { [DOUBLES]: 'blocking' },
      { badges: ['bronze', 'bronze'], deviations: [`規則 ${DOUBLES}：只建議 → 須修正`] },
    ],
    [
      'what blocks as advice',
      { [BLANKS]: 'advice', [COLUMNS]: 'advice' },
      {
        code: 0,
        badges: ['gold', 'gold'],
        rules: [[`${DOUBLES} pass`], [`${COLUMNS} pass`, `${BLANKS} pass`]],
        deviations: [`規則 ${BLANKS}：須修正 → 只建議`, `規則 ${COLUMNS}：須修正 → 只建議`],
      },
    ],
    [
      'rules off',
      { [BLANKS]: 'off', [COLUMNS]: 'off', [DOUBLES]: 'off' },
      { code: 0, badges: ['gold', 'gold'], rules: [[], []] },
    ],
    [
      'what is so anyway',
      { [BLANKS]: 'blocking', [DOUBLES]: 'official' },
      { badges: ['gold', 'bronze'], deviations: undefined },
    ],
  ])('%s', async (_, rules, expected) => {
    expect(await checkUnder({ rules })).toMatchObject(expected)
  })

  it('count under the profile that is used', async () => {
    // checker-2017 does not name blank rows: there they cost nothing until somebody wants them to.
    const blank = {
      'a.csv': `${SOUND}\n112,臺北市,7\n`,
      'c.json': JSON.stringify({ rules: { [BLANKS]: 'blocking' } }),
    }
    const at = files(blank)
    const badge = async (...argv: string[]) =>
      (await checked(at('a.csv'), '--profile', 'checker-2017', ...argv)).report.results[0]!.badge.atLeast
    expect([await badge(), await badge('--config', at('c.json'))]).toEqual(['gold', 'bronze'])
  })

  it.each<[reporter: string, told: (out: string) => unknown]>([
    ['ndjson', (out) => JSON.parse(out.split('\n', 1)[0]!).deviations],
    ['html', (out) => JSON.parse(out.match(/id="ledger">(.*?)<\/script>/s)![1]!).header.deviations],
  ])('differ from the profile in what check writes as %s', async (reporter, told) => {
    const at = files({ 'a.csv': SOUND, 'c.json': JSON.stringify({ rules: { [BLANKS]: 'off' } }) })
    const { out } = await odbadge('check', at('a.csv'), '--config', at('c.json'), '--reporter', reporter)
    expect(told(out)).toEqual([{ kind: 'rule', rule: BLANKS, from: 'blocking', to: 'off' }])
  })

  it('are told beside a profile from a file, whatever id it bears', async () => {
    const { id, ...own } = loadProfile('measure-2017')
    const at = files({
      'a.csv': `${SOUND}\n112,臺北市,7\n`,
      'own.json': JSON.stringify({ id, ...own, indicators: { ...own.indicators, structure: [] } }),
      'c.json': JSON.stringify({ profile: './own.json' }),
    })
    const { report } = await checked(at('a.csv'), '--config', at('c.json'))
    expect(report.results[0]!.badge.atLeast).toBe('gold')
    expect(report.deviations).toMatchObject([{ kind: 'profile', profile: 'measure-2017', file: 'own.json' }])
  })

  it('tells what is of no use at the end', async () => {
    const at = files({
      'a.csv': SOUND,
      'c.yaml': `rules:\n  structure/no-blank-row: off\n  ${BLANKS}: blocking`,
    })
    const { code, err } = await odbadge('check', at('a.csv'), '--config', at('c.yaml'))
    expect(code).toBe(0)
    expect(err).toMatch(
      /c\.yaml 第 2 行 rules：沒有規則「structure\/no-blank-row」。您是指 structure\/no-blank-rows 嗎？/,
    )
    expect(err).toMatch(/第 3 行 rules：規則「structure\/no-blank-rows」本來就是 blocking/)
  })
})

describe('presets', () => {
  it('quiet turns off the advice that no built-in profile counts, and only that', () => {
    const { rules } = JSON.parse(
      readFileSync(new URL('../../src/cli/config/presets/quiet.json', import.meta.url), 'utf8'),
    )
    const counted = profileIds().flatMap((id) => Object.values(loadProfile(id).indicators).flat())
    const quiet = RULES.filter(
      ({ id, severity }) =>
        severity === 'advice' && !counted.some((selector) => selector.split('#')[0] === id),
    )
    expect(Object.keys(rules)).toEqual(quiet.map(({ id }) => id as string).sort())
    expect(new Set(Object.values(rules))).toEqual(new Set(['off']))
  })
})

describe('agencies', () => {
  const agencies = {
    勞動部: { rules: { 'link/reachable': 'advice' }, contact: { name: '陳小姐' } },
    台南市: { rules: { 'link/reachable': 'official' } },
  }

  it('have settings of their own, in all their units and in no other', async () => {
    const { datasets, header, out, at } = await auditWith({ agencies }, [
      '勞動部勞工保險局',
      '臺南市政府',
      '環境部',
    ])
    expect(datasets.map(({ indicators }) => indicators.link)).toEqual([
      'not-applicable',
      'unknown',
      'unknown',
    ])
    expect(header.deviations).toEqual([
      { kind: 'rule', rule: 'link/reachable', from: 'blocking', to: 'advice', agency: '勞動部' },
      { kind: 'contact', agency: '勞動部' },
    ])
    expect(out).toContain('規則 link/reachable（僅「勞動部」）：須修正 → 只建議')
    const report = JSON.parse(readFileSync(at('out', 'report.json'), 'utf8'))
    expect(complaints('report', report)).toEqual([])
    expect(report.deviations.map(({ text }: { text: string }) => text)).toContain(
      '規則 link/reachable（僅「勞動部」）：須修正 → 只建議',
    )
  })

  it('may have back what is off for all', async () => {
    const config = { rules: { 'link/reachable': 'off' }, agencies: { 台南市: agencies.台南市 } }
    const { datasets, header } = await auditWith(config, ['勞動部', '臺南市政府'])
    expect(datasets.map(({ indicators }) => indicators.link)).toEqual(['not-applicable', 'unknown'])
    expect(header.deviations).toMatchObject([
      { to: 'off' },
      { from: 'off', to: 'official', agency: '台南市' },
    ])
    expect(header.rules.map(({ id }) => id)).toContain('link/reachable')
  })

  it('have exceptions beside their findings', async () => {
    const exceptions = [{ rule: 'link/reachable', reason: '機房搬遷', until: '2099-12-31' }]
    const { at, datasets } = await auditWith({ agencies: { 勞動部: { exceptions } } }, ['勞動部', '環境部'])
    const report = JSON.parse(readFileSync(at('out', 'report.json'), 'utf8'))
    expect(complaints('report', report)).toEqual([])
    const noted = report.datasets.map((dataset: (typeof datasets)[number]) =>
      dataset.resources.some(({ findings }) => findings.some((finding) => 'exception' in finding)),
    )
    expect(noted).toEqual([true, false])
    expect(report.exceptions).toMatchObject([{ agency: '勞動部', state: 'applies', reason: '機房搬遷' }])
    expect(datasets.map(({ indicators }) => indicators.link)).toEqual(['unknown', 'unknown'])
  })

  it('give a contact to datasets without one', async () => {
    const at = files({
      'a.csv': SOUND,
      'c.json': JSON.stringify({ datasets: [] }),
      'l.csv': 'id,title,publisher,url\n1,甲,勞動部,http://127.0.0.1:1/\n2,乙,環境部,http://127.0.0.1:1/\n',
      'o.json': JSON.stringify({ agencies }),
    })
    await odbadge(
      'audit',
      at('l.csv'),
      '--config',
      at('o.json'),
      '--out',
      at('out'),
      '--confirm-after',
      'never',
    )
    expect(ledgerAt(at('out', 'ledger.ndjson')).datasets.map(({ contact }) => contact)).toEqual([
      { name: '陳小姐' },
      undefined,
    ])
  })
})

describe('bodies', () => {
  it('are what the user says, and that is told', async () => {
    const config = { bodies: { 社會處: 'kinmen', 民政處: '金門縣政府', 勞動部: 'mol' } }
    const { datasets, header } = await auditWith(config, ['社會處', '民政處', '勞動部', '財政處'])
    expect(datasets.map(({ body }) => body.id)).toEqual(['kinmen', 'kinmen', 'mol', 'unmapped:財政處'])
    expect(header.deviations).toEqual([
      {
        kind: 'body',
        publisher: '社會處',
        from: 'unmapped:社會處',
        to: 'kinmen',
        names: { from: '社會處', to: '金門縣政府' },
      },
      expect.objectContaining({ publisher: '民政處', to: 'kinmen' }),
    ])
  })

  it('show in `catalogue`, too', async () => {
    const { at } = await auditWith({ bodies: { 社會處: 'kinmen' } }, ['社會處'])
    const { out } = await odbadge('catalogue', at('c.csv'), '--config', at('odbadge.config.json'))
    expect(out).toContain('金門縣政府（設定檔指定）')
    const json = await odbadge(
      'catalogue',
      at('c.csv'),
      '--config',
      at('odbadge.config.json'),
      '--reporter',
      'json',
    )
    expect(complaints('catalogue', JSON.parse(json.out))).toEqual([])
  })
})
