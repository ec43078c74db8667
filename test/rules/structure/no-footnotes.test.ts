import rule from '../../../rules/structure/no-footnotes.ts'
import { testRule } from '../../support/rule-tester.ts'

const HEAD = '編號,機構,電話,備註\n'
const DATA = '1,甲所,02-1,無\n2,乙所,02-2,週一休\n3,丙所,02-3,無\n'

testRule(rule, {
  claims: { format: 'CSV' },
  pass: [
    { name: 'records only', body: HEAD + DATA },
    { name: 'notes in the column for notes', body: `${HEAD}${DATA}4,丁所,02-4,備註：需預約\n` },
    { name: 'a note in front of a full record', body: `${HEAD}${DATA}※丁所,丁,02-4,無\n` },
    { name: 'names that begin like notes', body: `${HEAD}${DATA}註冊組,,,\n5,戊,02-5,無\n` },
    { name: 'a record with a single value', body: `${HEAD}${DATA}4,,,\n5,戊,02-5,無\n` },
    { name: 'a last record of its number only', body: `${HEAD}${DATA}4,,,\n` },
    { name: 'the end mark of DOS', body: `${HEAD}${DATA}\u001a` },
    { name: 'one column has no room for a note', body: '說明\n說明：甲\n說明：乙\n' },
    { name: 'records of two values are no loose end', body: '里,鄰\n甲,1\n乙,\n' },
    { name: 'a mostly empty table may end in a row with one value', body: 'a,b,c,d\n1,,,\n2,,,\n3,,,\n' },
    { name: 'above the header it is a title', body: `資料來源：縣政府,,,\n${HEAD}${DATA}` },
  ],
  fail: [
    {
      name: '備註, padded',
      body: `${HEAD}${DATA}備註：本表不含金門縣,,,\n`,
      messageId: 'note',
      data: { rows: ['5'], text: '備註：本表不含金門縣' },
      at: { row: 5 },
    },
    {
      name: 'not padded',
      body: `${HEAD}${DATA}資料來源：縣政府\n`,
      messageId: 'note',
      data: { text: '資料來源：縣政府' },
    },
    { name: 'a space for the colon', body: `${HEAD}${DATA}資料來源 縣政府,,,\n`, messageId: 'note' },
    {
      name: 'two rows with fields of their own',
      body: `${HEAD}${DATA}資料提供日期：110/01/01,,,\n事故類別：A1,,,\n`,
      messageId: 'note',
      data: { rows: ['5', '6'], text: '資料提供日期：110/01/01' },
    },
    {
      name: 'behind a comma-only row',
      body: `${HEAD}${DATA},,,\n說明：1.不含外籍人士,,,\n`,
      messageId: 'note',
      data: { rows: ['6'] },
    },
    { name: '註1：', body: `${HEAD}${DATA}註1：含分所,,,\n`, messageId: 'note' },
    { name: '※', body: `${HEAD}${DATA}※本表僅供參考,,,\n`, messageId: 'note' },
    { name: 'an asterisk', body: `${HEAD}${DATA}*估計值,,,\n`, messageId: 'note' },
    {
      name: 'in the second cell',
      body: `${HEAD}${DATA},附註：含分所,,\n`,
      messageId: 'note',
      data: { text: '附註：含分所' },
    },
    { name: 'with a value beside it', body: `${HEAD}${DATA}資料截止日,,,110/1/1\n`, messageId: 'note' },
    {
      name: 'among the records',
      body: `${HEAD}${DATA}※以下為分所,,,\n${DATA}`,
      messageId: 'note',
      data: { rows: ['5'] },
    },
    {
      name: 'a text without any of the words',
      body: `${HEAD}${DATA}本表不含金門縣,,,\n`,
      messageId: 'note',
      data: { rows: ['5'], text: '本表不含金門縣' },
    },
    {
      name: 'the last of several such texts',
      body: `${HEAD}${DATA}本表每月更新,,,\n本表不含金門縣,,,\n`,
      messageId: 'note',
      data: { rows: ['5', '6'] },
    },
    { name: 'two columns', body: '里,人數\n甲,1\n乙,2\n資料來源：區公所,\n', messageId: 'note' },
    { name: 'two columns, no colon', body: '里,人數\n甲,1\n乙,2\n資料來源 區公所,\n', messageId: 'note' },
    {
      name: 'two columns, a comma in the note',
      body: '里,人數\n甲,1\n備註：含甲,乙二里\n',
      messageId: 'note',
    },
    {
      name: 'Big5',
      body: `${HEAD}${DATA}備註：不含金門縣,,,\n`,
      encode: 'cp950',
      messageId: 'note',
      data: { text: '備註：不含金門縣' },
    },
    { name: 'English', body: `${HEAD}${DATA}Source: county government,,,\n`, messageId: 'note' },
  ],
  unknown: [
    { name: 'none in the part that was read', body: HEAD + DATA, whole: false, messageId: 'over-byte-cap' },
  ],
  notApplicable: [{ name: 'JSON', body: '[{"備註":"資料來源：縣府"}]', claims: { format: 'JSON' } }],
})
