import rule from '../../../rules/structure/complete-shapefile.ts'
import { dbf } from '../../support/dbf.ts'
import { testRule } from '../../support/rule-tester.ts'
import { zipOf } from '../../support/zip.ts'

const SHP = Buffer.from('0000270a'.padEnd(200, '0'), 'hex')
const DBF = dbf([['NAME', 10]], [['A']])
const set = (...endings: string[]) =>
  Object.fromEntries(endings.map((ending) => [`站.${ending}`, ending === 'dbf' ? DBF : SHP]))

testRule(rule, {
  pass: [
    { name: 'a whole set', body: zipOf(set('shp', 'shx', 'dbf', 'prj', 'cpg', 'sbn')) },
    { name: 'names in capitals', body: zipOf({ 'A.SHP': SHP, 'A.SHX': SHP, 'A.dbf': DBF, 'a.PRJ': SHP }) },
    { name: 'an archive without any', body: zipOf({ 'a.csv': 'a,b\n1,2\n' }) },
  ],
  fail: [
    {
      name: 'no index',
      body: zipOf(set('shp', 'dbf', 'prj')),
      messageId: 'missing',
      data: { name: '「站」', missing: ['.shx'] },
    },
    {
      name: 'no attributes and no index',
      body: zipOf(set('shp')),
      messageId: 'missing',
      data: { missing: ['.shx', '.dbf'] },
    },
    {
      name: 'the files of another layer',
      body: zipOf({ ...set('shp', 'shx', 'dbf', 'prj'), 'b/站.shp': SHP }),
      messageId: 'missing',
      data: { name: '「b/站」' },
    },
    { name: 'the .shp alone', body: SHP, messageId: 'missing', data: { missing: ['.shx', '.dbf'] } },
    {
      name: 'in an archive in an archive',
      body: zipOf({ 'in.zip': zipOf(set('shp', 'shx')) }),
      messageId: 'missing',
      at: { member: 'in.zip' },
    },
  ],
  advice: [{ name: 'no projection', body: zipOf(set('shp', 'shx', 'dbf')), messageId: 'no-projection' }],
  unknown: [
    { name: 'a broken archive', body: Buffer.from('PK\x03\x04 broken'), messageId: 'archive-damaged' },
  ],
  notApplicable: [{ name: 'CSV', body: 'a,b\n1,2\n' }],
})
