import rule from '../../../rules/structure/plain-records.ts'
import { testRule } from '../../support/rule-tester.ts'

const KML = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
const PLACE =
  '<Placemark><name>甲</name><ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="電話">1</SimpleData></SchemaData></ExtendedData></Placemark>'

testRule(rule, {
  pass: [
    { name: 'an array of objects', body: '[{"年度":"101","件數":3},{"年度":"102","件數":4}]' },
    { name: 'XML rows', body: '<data><row><年度>101</年度></row><row><年度>102</年度></row></data>' },
    {
      name: 'KML with a Schema',
      body: `${KML}<Schema id="s"><SimpleField name="電話"/></Schema>${PLACE}${PLACE}</Document></kml>`,
    },
  ],
  advice: [
    {
      name: 'GeoJSON, which cannot be otherwise',
      body: '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"名":"甲"},"geometry":null}]}',
      messageId: 'features',
      data: { path: '$.features', count: 1 },
    },
    {
      name: 'the envelope of CKAN',
      body: '{"success":true,"result":{"resource_id":"x","records":[{"年度":"101"},{"年度":"102"}]}}',
      messageId: 'envelope',
      data: { path: '$.result.records', count: 2 },
    },
    {
      name: 'a list beside other members',
      body: '{"fields":[{"id":"a"}],"records":[{"a":1},{"a":2}]}',
      messageId: 'envelope',
      data: { path: '$.records', count: 2 },
    },
    {
      name: 'a list inside the records',
      body: '[{"站":"甲","值":[1,2]},{"站":"乙","值":{"x":1}},{"站":"丙","值":3}]',
      messageId: 'nested',
      data: { nested: 2 },
    },
    {
      name: 'elements inside the fields',
      body: '<r><站><名>甲</名><值><時>1</時></值></站><站><名>乙</名><值><時>2</時></值></站></r>',
      messageId: 'nested',
    },
    { name: 'one object', body: '{"年度":101,"件數":3}', messageId: 'no-records' },
    { name: 'a list of lists', body: '[["年度","件數"],[101,3]]', messageId: 'no-records' },
    { name: 'an empty list', body: '[]', messageId: 'no-records' },
    {
      name: 'KML without a Schema',
      body: `${KML}<Placemark><name>甲</name></Placemark><Placemark><name>乙</name></Placemark></Document></kml>`,
      messageId: 'no-schema',
    },
    {
      name: 'a name twice in one object',
      body: '[\n{"年度":1,"年度":2}]',
      messageId: 'duplicate',
      data: { names: ['年度'], line: 2 },
      at: { line: 2 },
    },
    {
      name: 'one name in two spellings',
      body: '[{"年":1,"\\u5e74":2}]',
      messageId: 'duplicate',
      data: { names: ['年'] },
    },
  ],
  notApplicable: [
    { name: 'CSV', body: '年度,件數\n101,3\n' },
    { name: 'HTML', body: '<html/>' },
  ],
})
