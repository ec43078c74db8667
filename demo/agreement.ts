import type { DatasetRecord } from '../src/core/ledger.ts'
import type { DemoDataset, Selector } from './dataset.ts'

/** Says only that the link failed, which its own rule has said already. */
const CONSEQUENCE = 'not-fetched'

/** What the audit found in the words of an expectation, each thing once, in order of the alphabet. */
export function found(record: DatasetRecord): Required<DemoDataset['expect']> {
  const findings = [record, ...record.resources].flatMap((part) => part.findings)
  const those = (outcome: 'fail' | 'unknown' | 'pass') =>
    findings
      .filter((finding) => finding.outcome === outcome && finding.messageId !== CONSEQUENCE)
      .map(({ rule, messageId }) => `${rule}#${messageId}` as Selector)
  return {
    badge: record.badge,
    fails: each(those('fail')),
    unknown: each(those('unknown')),
    advises: each(those('pass')),
  }
}

/** An expectation with nothing left out, comparable with {@link found}. */
export const expected = ({ expect }: DemoDataset): Required<DemoDataset['expect']> => ({
  badge: expect.badge,
  fails: each(expect.fails ?? []),
  unknown: each(expect.unknown ?? []),
  advises: each(expect.advises ?? []),
})

const each = (selectors: readonly Selector[]): Selector[] => [...new Set(selectors)].sort()

const NAMES = { badge: '標章', fails: '不通過', unknown: '無法判定', advises: '建議' } as const

/** Where audit and expectation differ, one sentence each; empty when they agree. */
export function differences(datasets: readonly DemoDataset[], records: readonly DatasetRecord[]): string[] {
  const audited = new Map(records.map((record) => [record.id, record]))
  const missing = datasets
    .filter(({ id }) => !audited.has(id))
    .map(({ id, title }) => `${id} ${title}：沒有結果`)
  const known = new Set(datasets.map(({ id }) => id))
  const surplus = records
    .filter(({ id }) => !known.has(id))
    .map(({ id, title }) => `${id} ${title}：不在示範目錄中`)
  const differing = datasets.flatMap((dataset) => {
    const record = audited.get(dataset.id)
    if (!record) return []
    const [wanted, got] = [expected(dataset), found(record)]
    return (['badge', 'fails', 'unknown', 'advises'] as const)
      .filter((key) => JSON.stringify(wanted[key]) !== JSON.stringify(got[key]))
      .map(
        (key) =>
          `${dataset.id} ${dataset.title}：${NAMES[key]}應為 ${show(wanted[key])}，實得 ${show(got[key])}`,
      )
  })
  return [...missing, ...surplus, ...differing]
}

const show = (value: DemoDataset['expect']['badge'] | readonly Selector[]): string =>
  'atLeast' in value ? `${value.atLeast}～${value.atMost}` : value.join(' ') || '（無）'
