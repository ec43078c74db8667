import rule from '../../../rules/metadata/encoding-matches.ts'
import { testRule } from '../../support/rule-tester.ts'

const BODY = '編號,名稱\n1,許功蓋服務處\n2,育英學校\n'
const ASCII = 'id,n\n1,2\n3,4\n'
const as = (encoding: string) => ({ format: 'CSV', encoding })

testRule(rule, {
  pass: [
    { name: 'UTF-8', body: BODY, claims: as('UTF-8') },
    { name: 'UTF-8 with a byte order mark', body: `\ufeff${BODY}`, claims: as('utf8') },
    { name: 'Unicode means UTF-8', body: BODY, claims: as('Unicode') },
    { name: 'BIG5', body: BODY, encode: 'cp950', claims: as('BIG5') },
    { name: 'BIG-5', body: BODY, encode: 'cp950', claims: as(' BIG-5 ') },
    { name: 'cp950', body: BODY, encode: 'cp950', claims: as('CP950') },
    { name: 'ANSI', body: BODY, encode: 'cp950', claims: as('ANSI') },
    { name: 'UTF-16LE as UTF-16', body: `\ufeff${BODY}`, encode: 'utf16le', claims: as('UTF-16') },
    { name: 'UTF-16 without a byte order mark', body: BODY, encode: 'utf16le', claims: as('UTF-16LE') },
    { name: 'ASCII agrees with UTF-8', body: ASCII, claims: as('UTF-8') },
    { name: 'ASCII agrees with BIG5', body: ASCII, claims: as('BIG5') },
    { name: 'JSON in UTF-8', body: '[{"名稱":"甲"}]', claims: { format: 'JSON', encoding: 'UTF-8' } },
    {
      name: 'JSON whose escapes are ASCII',
      body: '[{"a":"\\u7532"}]',
      claims: { format: 'JSON', encoding: 'UTF-8' },
    },
    {
      name: 'one bad byte does not make another encoding',
      body: Buffer.concat([Buffer.from(BODY.repeat(5)), Buffer.from([0xff])]),
      claims: as('UTF-8'),
    },
  ],
  fail: [
    {
      name: 'UTF-8 declared, Big5 served',
      body: BODY,
      encode: 'cp950',
      claims: as('UTF-8'),
      messageId: 'differs',
      data: { declared: 'UTF-8', detected: 'BIG5' },
    },
    {
      name: 'BIG5 declared, UTF-8 served',
      body: BODY,
      claims: as('BIG5'),
      messageId: 'differs',
      data: { declared: 'BIG5', detected: 'UTF-8' },
    },
    {
      name: 'UTF-8 declared, UTF-16 served',
      body: `\ufeff${BODY}`,
      encode: 'utf16le',
      claims: as('UTF-8'),
      messageId: 'differs',
      data: { detected: 'UTF-16LE' },
    },
    {
      name: 'UTF-16 declared, ASCII served',
      body: ASCII,
      claims: as('UTF-16'),
      messageId: 'differs',
      data: { detected: 'UTF-8' },
    },
    {
      name: 'Big5 that shows only at the end',
      body: `${ASCII.repeat(40)}9,許功\n`,
      encode: 'cp950',
      claims: as('UTF-8'),
      messageId: 'differs',
    },
    {
      name: 'simplified Chinese',
      body: `编号,说明\n${'1,这个国家的经济发展与统计数据说明资料\n'.repeat(4)}`,
      encode: 'gb18030',
      claims: as('BIG5'),
      messageId: 'differs',
      data: { detected: 'GB18030' },
    },
    {
      name: '其他',
      body: BODY,
      claims: as('其他'),
      messageId: 'other',
      data: { declared: '其他', detected: 'UTF-8' },
    },
    {
      name: '其他, though only ASCII',
      body: ASCII,
      claims: as('其他'),
      messageId: 'other',
      data: { detected: 'UTF-8' },
    },
    {
      name: 'a word nobody knows',
      body: BODY,
      encode: 'cp950',
      claims: as('繁體中文'),
      messageId: 'other',
      data: { declared: '繁體中文', detected: 'BIG5' },
    },
    {
      name: 'nothing',
      body: BODY,
      encode: 'cp950',
      claims: as(''),
      messageId: 'missing',
      data: { detected: 'BIG5' },
    },
    { name: 'blanks', body: BODY, claims: as(' '), messageId: 'missing', data: { detected: 'UTF-8' } },
  ],
  unknown: [
    {
      name: 'two encodings for three links',
      body: BODY,
      claims: { unclear: ['encoding'] },
      messageId: 'unclear',
      data: { detected: 'UTF-8' },
    },
    {
      name: 'the part that was read agrees',
      body: BODY,
      claims: as('UTF-8'),
      whole: false,
      messageId: 'over-byte-cap',
    },
    {
      name: 'an archive of another kind',
      body: Buffer.from('377abcaf271c'.padEnd(60, '0'), 'hex'),
      claims: { encoding: 'UTF-8' },
      messageId: 'closed-archive',
    },
  ],
  notApplicable: [
    { name: 'the catalogue knows no encodings', body: BODY, claims: { format: 'CSV' } },
    { name: 'PDF', body: '%PDF-1.4\n', claims: { format: 'PDF', encoding: 'UTF-8' } },
    { name: 'a web page', body: '<html><body>甲</body></html>', claims: as('BIG5') },
  ],
})
