import rule from '../../../rules/download/api-dump.ts'
import { testRule } from '../../support/rule-tester.ts'
import { answer, BODY, DATASTORE, dump, service } from '../../support/services.ts'

const given = (name: string, changes: Parameters<typeof service>[0] = {}) => ({
  name,
  body: BODY,
  service: service(changes),
})
const ALL = answer(['a', 'b', 'c', 'd', 'e'])

testRule(rule, {
  claims: DATASTORE,
  pass: [
    given('both end alike'),
    given('a total that is the dump’s', { first: answer(['a', 'b'], { total: 7 }), dump: dump(7) }),
    given('a service that gives everything at once', { first: ALL, dump: dump(5) }),
    given('names in another order and width', { dump: dump(5, { fields: ['件數', ' 年度'] }) }),
    given('a service that repeats its last record for ever', {
      dump: dump(5, { last: answer(['e']), beyond: answer(['e']) }),
    }),
  ],
  advice: [
    {
      ...given('no dump', { dump: dump(0, { kind: 'failed', status: 404, detail: 'HTTP 404' }) }),
      messageId: 'none',
      data: { detail: 'HTTP 404' },
    },
    {
      ...given('a CSV', { dump: dump(0, { kind: 'other', detail: 'CSV' }) }),
      messageId: 'not-zip',
      data: { detail: 'CSV' },
    },
    {
      ...given('a ZIP of documents', { dump: dump(0, { kind: 'zip', detail: '說明.pdf' }) }),
      messageId: 'no-csv',
    },
    {
      ...given('other fields', { dump: dump(5, { fields: ['年度', '人數'], last: answer(['e']) }) }),
      messageId: 'fields',
      data: { missing: ['件數'], extra: ['人數'] },
    },
    {
      ...given('another total', { first: answer(['a', 'b'], { total: 9 }), dump: dump(5) }),
      messageId: 'count',
      data: { rows: 5, count: 9 },
    },
    {
      ...given('all at once, and another number', { first: ALL, dump: dump(4) }),
      messageId: 'count',
      data: { rows: 4, count: 5 },
    },
    {
      ...given('a dump that is longer', { dump: dump(9, { last: answer([]), beyond: answer([]) }) }),
      messageId: 'more',
      data: { rows: 9 },
    },
    {
      ...given('a datastore that goes on', { dump: dump(5, { last: answer(['e']), beyond: answer(['f']) }) }),
      messageId: 'fewer',
      data: { rows: 5 },
    },
    { ...given('an empty dump', { dump: dump(0) }), messageId: 'fewer', data: { rows: 0 } },
  ],
  unknown: [{ name: 'nobody asked', body: BODY, messageId: 'not-asked' }],
  notApplicable: [
    {
      name: 'a service without a dump',
      body: BODY,
      claims: { url: 'https://data.moa.gov.tw/Service/OpenData/Forest/Forest0061.aspx' },
    },
  ],
})
