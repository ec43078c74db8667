import rule from '../../../rules/download/api-errors.ts'
import type { ServiceAnswer } from '../../../src/core/service.ts'
import { testRule } from '../../support/rule-tester.ts'
import { answer, BODY, DATASTORE, failed, service } from '../../support/services.ts'

const given = (name: string, stranger: ServiceAnswer) => ({
  name,
  body: BODY,
  service: service({ stranger }),
})
const said = (kind: ServiceAnswer['kind'], detail: string) => answer([], { kind, detail })

testRule(rule, {
  claims: DATASTORE,
  pass: [given('404', failed(404, 'HTTP 404')), given('400', failed(400, 'HTTP 400'))],
  advice: [
    {
      ...given('success and no records', answer([])),
      messageId: 'silent',
      data: { status: 200, count: 0 },
    },
    {
      ...given('somebody else’s records', answer(['a', 'b'])),
      messageId: 'silent',
      data: { status: 200, count: 2 },
    },
    { ...given('nothing at all', said('no-data', '')), messageId: 'silent' },
    {
      ...given('success false', said('refused', 'Not found')),
      messageId: 'only-in-content',
      data: { status: 200 },
    },
    {
      ...given('a web page', said('no-data', '系統訊息')),
      messageId: 'web-page',
      data: { status: 200, detail: '系統訊息' },
    },
    { ...given('500', failed(500, 'HTTP 500')), messageId: 'crash', data: { status: 500 } },
    {
      ...given('silence', answer([], { kind: 'failed', status: 0, detail: 'timeout' })),
      messageId: 'no-answer',
      data: { detail: 'timeout' },
    },
  ],
  unknown: [{ name: 'nobody asked', body: BODY, messageId: 'not-asked' }],
  notApplicable: [
    {
      name: 'a service that has no other resources',
      body: BODY,
      claims: { url: 'https://data.moa.gov.tw/Service/OpenData/Forest/Forest0061.aspx' },
    },
  ],
})
