import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { BodyScore } from '../../src/core/awards.ts'
import { BASE } from '../openapi/documents.ts'
import { folder, odbadge } from './run.ts'
import { AWARDS, bodiesOf, ledger, of, RECORDS, scored, VOTES } from './score-ledger.ts'

const millionths = (text: string): bigint => BigInt(Math.round(Number(text) * 1e6))

describe('score --reporter json', () => {
  it('lets every point be added up again from the datasets', async () => {
    const document = await scored(folder({ 'ledger.ndjson': ledger(RECORDS) }))
    const bodies = bodiesOf(document)
    expect(bodies).toHaveLength(3)
    for (const end of ['atLeast', 'atMost'] as const)
      for (const { body, points, score, datasets } of bodies) {
        const own = document.datasets.filter((each) => each.body === body.id)
        const sum = own.reduce((sum: bigint, each) => sum + millionths(each.points[end]), 0n)
        expect(own).toHaveLength(datasets)
        expect(millionths(points[end])).toBe(sum)
        const hundredths = (20_000n * sum + BigInt(datasets) * 1_000_000n) / (2_000_000n * BigInt(datasets))
        expect(BigInt(score[end].replace('.', ''))).toBe(hundredths)
      }
  })

  it('names rule and evidence of what costs', async () => {
    const { datasets } = await scored(folder({ 'ledger.ndjson': ledger(RECORDS) }))
    expect(datasets[2]?.costs).toEqual([
      {
        indicator: 'metadata',
        outcome: 'fail',
        rules: [
          {
            rule: 'metadata/fields-match',
            outcome: 'fail',
            findings: [{ resource: '1', fingerprint: 'metadata/fields-match#missing' }],
            more: 0,
          },
        ],
      },
    ])
  })

  it('has the scores of the ledger’s own footer', async () => {
    const text = ledger(RECORDS)
    const document = await scored(folder({ 'ledger.ndjson': text }))
    const footer = JSON.parse(text.trimEnd().split('\n').at(-1)!)
    const pairs = (list: readonly Pick<BodyScore, 'body' | 'score'>[]) =>
      list.map(({ body, score }) => [body.id, score]).sort()
    expect(pairs(bodiesOf(document))).toEqual(pairs(footer.summary.bodies))
  })

  it('agrees with its schema with everything given, in both languages', async () => {
    const at = folder({
      'ledger.ndjson': ledger(RECORDS),
      'awards.json': AWARDS,
      'votes.json': VOTES,
      'old.ndjson': ledger([of('3', 'none')], { startedAt: '2025-08-31T00:00:00.000Z' }),
      'oas.json': '[{"dataset":"1","document":"none.yaml","confirmedBy":"x","date":"2026-08-01"}]',
    })
    const given = ['--awards', 'awards', '--votes', 'votes', '--claims', 'oas'].map((word) =>
      word.startsWith('--') ? word : at(`${word}.json`),
    )
    const document = await scored(at, ...given, '--previous', at('old.ndjson'), '--lang', 'en')
    expect(document.gold.groups.map((group) => group.division)).toEqual([1, 1])
    expect(document.progress?.[0]?.gain).toEqual({ atLeast: '53.33', atMost: '86.77' })
    expect(document.claims?.[0]).toMatchObject({ state: 'open', reason: 'unverified' })
    expect(document.popularity?.datasets[0]?.points).toEqual({ atLeast: '97.00', atMost: '97.00' })
    expect(document.application?.cases[0]).toMatchObject({ total: '83.50', judges: '63.50' })
    expect(JSON.stringify(document.notes)).not.toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('--claims with real documents', () => {
  const confirmed = { confirmedBy: '國家發展委員會', date: '2026-08-01' }
  const claims = [
    { dataset: '1', document: 'docs.yaml', ...confirmed },
    { dataset: '2', document: 'docs.yaml' },
    { dataset: '3', document: 'broken.yaml', ...confirmed },
    { dataset: '9', document: 'docs.yaml', ...confirmed },
  ]
  it('counts what is valid and confirmed, and says of the rest why not', async () => {
    const at = folder({
      'ledger.ndjson': ledger(RECORDS),
      'oas.json': JSON.stringify(claims),
      'docs.yaml': BASE['3.0'],
      'broken.yaml': BASE['3.0'].replace('title: ', 'titel: '),
    })
    const document = await scored(at, '--claims', at('oas.json'))
    expect(document.claims?.map(({ state, reason }) => [state, reason])).toEqual([
      ['counted', undefined],
      ['potential', 'not-confirmed'],
      ['refused', 'invalid'],
      ['refused', 'unknown-dataset'],
    ])
    expect(document.claims?.[2]?.errors.join('\n')).toMatch(/title/)
    expect(document.gold.groups[0]?.bodies[0]).toMatchObject({
      bonus: { atLeast: '0.10' },
      potential: '0.10',
      score: { atLeast: '53.43' },
    })
  })
})

describe('several ledgers', () => {
  it('count a dataset once, as the later one has it, in whatever order they are given', async () => {
    const at = folder({
      'ledger.ndjson': ledger([of('1', 'gold'), of('2', 'gold')]),
      'old.ndjson': ledger([of('2', 'none'), of('3', 'none')], { startedAt: '2026-08-30T00:00:00.000Z' }),
    })
    const one = await scored(at, at('old.ndjson'))
    expect(one.gold.groups[0]?.bodies[0]).toMatchObject({ datasets: 3, score: { atLeast: '66.67' } })
    expect(one.notes.map(({ code }) => code)).toContain('counted-once')
    const { out } = await odbadge('score', at('old.ndjson'), at('ledger.ndjson'), '--reporter', 'json')
    expect(JSON.parse(out)).toEqual(one)
  })

  it('tells of one that was interrupted', async () => {
    const cut = ledger(RECORDS).split('\n').slice(0, 3).join('\n')
    const { notes, ledgers } = await scored(folder({ 'ledger.ndjson': cut }))
    expect(notes[0]?.message).toMatch(/ledger\.ndjson 沒有結尾/)
    expect(ledgers[0]?.finished).toBe(false)
  })
})

it('tells of an audit of a part of the catalogue, in the summary, too', async () => {
  const at = folder({ 'ledger.ndjson': ledger(RECORDS, { selection: { agency: ['勞動部'], limit: 2 } }) })
  const { notes } = await scored(at)
  expect(notes.find(({ code }) => code === 'selected')?.message).toMatch(
    /ledger\.ndjson.*機關 勞動部；資料集上限 2/,
  )
  const { out } = await odbadge('report', at('ledger.ndjson'), '--reporter', 'text', '--lang', 'en')
  expect(out).toContain('Only part of the catalogue was audited (agency 勞動部; at most 2)')
})

describe('score as text', () => {
  it('has every section, and fits the terminal', async () => {
    const at = folder({
      'ledger.ndjson': ledger(RECORDS),
      'awards.json': AWARDS,
      'votes.json': VOTES,
      'old.ndjson': ledger([of('3', 'none')], { startedAt: '2025-08-31T00:00:00.000Z' }),
      'oas.json': '[{"dataset":"1","document":"none.yaml"}]',
    })
    const { code, out, err } = await odbadge(
      ...['score', at('ledger.ndjson'), '--awards', at('awards.json'), '--votes', at('votes.json')],
      ...['--claims', at('oas.json'), '--previous', at('old.ndjson')],
    )
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/金質獎 {2}中央二級機關 {2}第一組（資料集 2 個以上，取前 3 名）\n/)
    expect(out).toMatch(/ 1 {2}得獎 +53\.33–86\.67 +0\.00 +3 +1\/1\/0\/1 {2}勞動部 mol\n/)
    expect(out).toMatch(/不列入評獎\n[\s\S]*100\.00 .*某基金會/)
    for (const title of ['加分項目', '品質進步獎', '人氣獎', '應用獎', '失分最多的資料集', '說明'])
      expect(out).toMatch(new RegExp(`^${title}`, 'm'))
    expect(out).toMatch(/0\.6 銀標章 +3 +資料集3 +詮釋資料相符 metadata\/fields-match/)
    expect(out).not.toContain('undefined')
    const notes = out.split('\n說明\n')[0]!
    for (const line of notes.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100)
  })

  it('says that a ledger without datasets has no score', async () => {
    const { code, out } = await odbadge('score', folder({ 'l.ndjson': ledger([]) })('l.ndjson'))
    expect(out).toContain('沒有資料集')
    expect(code).toBe(0)
  })

  it('lets no text of a publisher paint', async () => {
    const at = folder({ 'l.ndjson': ledger([of('\u001b[31m', 'none', { title: '\u001b[2J\u202e' })]) })
    const { out } = await odbadge('score', at('l.ndjson'))
    expect(out).not.toMatch(/[\u001b\u202e]/)
  })
})
