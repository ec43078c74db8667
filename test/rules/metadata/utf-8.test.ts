import rule from '../../../rules/metadata/utf-8.ts'
import { testRule } from '../../support/rule-tester.ts'

const BODY = '編號,名稱\n1,許功蓋\n'

testRule(rule, {
  claims: { format: 'CSV' },
  pass: [
    { name: 'UTF-8', body: BODY },
    { name: 'UTF-8 with a byte order mark', body: `\ufeff${BODY}` },
    { name: 'ASCII', body: 'id,n\n1,2\n' },
  ],
  advice: [
    { name: 'Big5', body: BODY, encode: 'cp950', messageId: 'not-utf-8', data: { encoding: 'BIG5' } },
    {
      name: 'UTF-16',
      body: `\ufeff${BODY}`,
      encode: 'utf16-be',
      messageId: 'not-utf-8',
      data: { encoding: 'UTF-16BE' },
    },
  ],
  notApplicable: [{ name: 'PDF', body: '%PDF-1.4\n' }],
})
