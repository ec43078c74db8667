import rule from '../../../rules/structure/consistent-keys.ts'
import { testRule } from '../../support/rule-tester.ts'

/** `last` after nine records that have both names. */
const json = (...last: string[]) => `[${[...Array(9).fill('{"站":"甲","值":1}'), ...last].join()}]`
const xml = (last: string) => `<r>${'<row><站>甲</站><值>1</值></row>'.repeat(9)}<row>${last}</row></r>`

testRule(rule, {
  pass: [
    { name: 'all alike, whatever the order', body: json('{"值":null,"站":""}') },
    { name: 'a name that eight of ten have is optional', body: json('{"站":"乙"}', '{"站":"丙"}') },
    { name: 'two records', body: '[{"站":1},{"站":1,"值":2}]' },
    { name: 'a name that only one has', body: json('{"站":"乙","值":1,"註":"x"}') },
    { name: 'an empty element', body: xml('<站/><值/>') },
    { name: 'no records', body: '{"a":1}' },
  ],
  advice: [
    {
      name: 'JSON',
      body: json('{"站":"乙"}'),
      messageId: 'missing',
      data: { count: 10, names: ['值'], lacking: ['1'] },
    },
    { name: 'XML', body: xml('<站>乙</站>'), messageId: 'missing', data: { names: ['值'] } },
    { name: 'an empty record', body: json('{}'), messageId: 'missing', data: { names: ['站', '值'] } },
    {
      name: 'properties of GeoJSON',
      body: `{"type":"FeatureCollection","features":[${'{"type":"Feature","geometry":null,"properties":{"名":1}},'.repeat(9)}{"type":"Feature","geometry":null,"properties":null}]}`,
      messageId: 'missing',
      data: { names: ['名'] },
    },
  ],
  notApplicable: [{ name: 'CSV', body: 'a,b\n1,2\n' }],
})
