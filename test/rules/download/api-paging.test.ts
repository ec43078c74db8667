import rule from '../../../rules/download/api-paging.ts'
import { testRule } from '../../support/rule-tester.ts'
import { answer, BODY, DATASTORE, failed, service } from '../../support/services.ts'

const given = (name: string, changes: Parameters<typeof service>[0] = {}) => ({
  name,
  body: BODY,
  service: service(changes),
})
const plain = (count: number) => ({ count, fields: ['年度', '件數'], whole: true })

testRule(rule, {
  claims: DATASTORE,
  pass: [
    given('two pages that differ'),
    given('a total that stays', {
      first: answer(['a', 'b'], { total: 5 }),
      second: answer(['c', 'd'], { total: 5 }),
    }),
    given('a default of three records, a total of more', {
      plain: plain(3),
      first: answer(['a', 'b'], { total: 9 }),
      second: answer(['c', 'd'], { total: 9 }),
    }),
    given('records that are all alike', { first: answer(['a', 'a']), second: answer(['a', 'a']) }),
    given('an address with a limit of one', {
      kind: 'limit-offset',
      plain: plain(1),
      second: answer(['c', 'd']),
    }),
    given('the service of the ministry of agriculture', { kind: 'top-skip', behind: answer([]) }),
  ],
  advice: [
    {
      ...given('limit without effect', { first: answer(['a', 'b', 'c', 'd', 'e']) }),
      messageId: 'size-ignored',
      data: { size: 'limit', count: 5 },
    },
    {
      ...given('$skip without effect', { kind: 'top-skip', second: answer(['a', 'b']) }),
      messageId: 'from-ignored',
      data: { from: '$skip' },
    },
    {
      ...given('neither has an effect', { first: answer(['a', 'b', 'c']), second: answer(['a', 'b', 'c']) }),
      messageId: 'size-ignored',
      also: ['from-ignored'],
    },
    {
      ...given('two records that come again', { plain: plain(2), second: answer(['a', 'b']) }),
      messageId: 'from-ignored',
    },
    {
      ...given('nothing on the second page', { second: answer([]) }),
      messageId: 'page-empty',
      data: { count: 5, from: 'offset' },
    },
    {
      ...given('a first page that fails', { first: failed(500, 'HTTP 500') }),
      messageId: 'page-fails',
      data: { offset: 0, detail: 'HTTP 500' },
    },
    {
      ...given('a second page that is refused', {
        second: answer([], { kind: 'refused', detail: '參數錯誤' }),
      }),
      messageId: 'page-fails',
      data: { offset: 2, detail: '參數錯誤' },
    },
    {
      ...given('the size of the page as its total', {
        first: answer(['a', 'b'], { total: 2 }),
        second: answer(['c', 'd'], { total: 2 }),
      }),
      messageId: 'total-small',
      data: { total: 2, count: 5 },
    },
    {
      ...given('a plain answer that is not everything', { kind: 'top-skip', behind: answer(['f']) }),
      messageId: 'not-all',
      data: { count: 5 },
    },
    {
      ...given('a total that shrinks', {
        first: answer(['a', 'b'], { total: 5 }),
        second: answer(['c', 'd'], { total: 3 }),
      }),
      messageId: 'total-changes',
      data: { total: 5, other: 3 },
    },
  ],
  unknown: [
    {
      ...given('one record', { plain: plain(1), first: answer(['a']), second: answer([]) }),
      messageId: 'too-few',
      data: { count: 1 },
    },
    { name: 'nobody asked', body: BODY, messageId: 'not-asked' },
  ],
  notApplicable: [
    {
      name: 'a file',
      body: '[{"年度":"1"}]',
      claims: { url: 'https://apiservice.mol.gov.tw/OdService/download/A17010000J-000135-MOZ' },
    },
    { name: 'a service that answers with CSV', body: '年度,件數\n1,2\n3,4\n' },
  ],
})
