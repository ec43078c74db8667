import type { Service, ServiceAnswer, ServiceDump } from '../../src/core/service.ts'

/** Records of a service by their digests. */
export const answer = (digests: readonly string[], changes: Partial<ServiceAnswer> = {}): ServiceAnswer => ({
  kind: digests.length > 0 ? 'records' : 'empty',
  status: 200,
  count: digests.length,
  fields: digests.length > 0 ? ['年度', '件數'] : [],
  digests,
  ...changes,
})

export const failed = (status: number, detail: string): ServiceAnswer =>
  answer([], { kind: 'failed', status, detail })

export const dump = (rows: number, changes: Partial<ServiceDump> = {}): ServiceDump => ({
  kind: 'csv-in-zip',
  status: 200,
  detail: 'a.csv',
  rows,
  fields: ['年度', '件數'],
  ...changes,
})

/** A service of five records that does everything right. */
export const service = (changes: Partial<Service> = {}): Service => ({
  kind: 'data-access',
  size: 2,
  plain: { count: 5, fields: ['年度', '件數'], whole: true },
  first: answer(['a', 'b']),
  second: answer(['c', 'd']),
  dump: dump(5, { last: answer(['e']), beyond: answer([]) }),
  stranger: failed(404, 'HTTP 404'),
  ...changes,
})

export const DATASTORE = {
  url: 'https://apiservice.mol.gov.tw/OdService/rest/datastore/A17010000J-000135-MOZ',
}
export const BODY = '{"success":true,"result":{"records":[{"年度":"1","件數":"2"}]}}'
