import { expect, test } from 'vitest'
import rule from '../../../rules/structure/single-header.ts'
import { testRule, verdictOf } from '../../support/rule-tester.ts'

const DATA = '101,大安區,30\n102,文山區,40\n103,中山區,50\n'
const HEAD = '年度,地區,人數\n'
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')).join(',')
const VALUES = Array.from({ length: 24 }, (_, hour) => 20 + (hour % 5)).join(',')

testRule(rule, {
  claims: { format: 'CSV' },
  pass: [
    { name: 'names, then records', body: HEAD + DATA },
    { name: 'a byte order mark and CRLF', body: `\ufeff${HEAD}${DATA}`.replaceAll('\n', '\r\n') },
    { name: 'header only', body: HEAD },
    { name: 'English names', body: `year,district,people\n${DATA}` },
    { name: 'codes over Chinese values', body: 'SiteName,County\n古亭,臺北市\n斗六,雲林縣\n' },
    { name: 'Chinese names over codes', body: '站碼,站名,種類\nA01,Guting,urban\nA02,Douliu,rural\n' },
    { name: 'text only', body: '機構,地址\n甲所,中山路\n乙所,中正路\n' },
    { name: 'one text column', body: '里名\n大安里\n文山里\n' },
    { name: 'one numeric column', body: '人數\n30\n40\n' },
    { name: 'hours as names', body: `測站,${HOURS}\n古亭,${VALUES}\n斗六,${VALUES}\n` },
    { name: 'years as names', body: '項目,101年,102年,103年\n出生,5,6,7\n死亡,4,5,6\n' },
    { name: 'Western years as names', body: '項目,2019,2020,2021\n出生,5,6,7\n死亡,4,5,6\n' },
    { name: 'names with a line break', body: '年度,"人數\r\n（人）"\n101,30\n102,40\n' },
    { name: 'missing marks in the first record', body: '站,一月,二月\n甲,-,NR\n乙,3,4\n丙,5,6\n' },
    { name: 'a first record of words above numbers', body: '項目,數量\n甲,無\n乙,3\n丙,4\n丁,5\n' },
    {
      name: 'a first record whose only number is a word',
      body: '測站,PM2.5\n古亭,設備維護\n萬華,12\n士林,13\n中山,14\n',
    },
    { name: 'a faulty quote in the first record', body: '"a","b"\n"1","2"x\n"3","4"\n' },
    { name: 'one record', body: '編號,機構,電話\n1,甲所,02-1234\n' },
    { name: 'a wide first record', body: '名稱,說明\n公園,本園自民國八十年起開放\n綠地,本處\n' },
    { name: 'Big5', body: HEAD + DATA, encode: 'cp950' },
    {
      name: 'numeric names that are declared',
      body: '1,2,3\n7,8,9\n4,5,6\n',
      claims: { format: 'CSV', fields: '1、2、3' },
    },
  ],
  fail: [
    {
      name: 'a title, not padded',
      body: `服務人數統計表\n${HEAD}${DATA}`,
      messageId: 'title',
      data: { row: 2, above: 1, evidence: ['服務人數統計表'] },
      at: { row: 1 },
    },
    {
      name: 'a title, padded',
      body: `服務人數統計表,,\n${HEAD}${DATA}`,
      messageId: 'title',
      data: { row: 2 },
    },
    {
      name: 'title, unit, blank row',
      body: `服務人數統計表,,\n單位：人,,\n,,\n${HEAD}${DATA}`,
      messageId: 'title',
      data: { row: 4, above: 3, evidence: ['服務人數統計表', '單位：人'] },
    },
    {
      name: 'a title and two header rows',
      body: `統計表,,\nyear,district,people\n${HEAD}${DATA}`,
      messageId: 'title',
      data: { row: 2 },
      also: ['double'],
    },
    {
      name: 'codes, then Chinese names',
      body: `year,district,people\n${HEAD}${DATA}`,
      messageId: 'double',
      data: { row: 1, second: 2, evidence: ['年度', '地區', '人數'] },
      at: { row: 2 },
    },
    {
      name: 'Chinese names, then codes',
      body: `${HEAD}year,district,people\n${DATA}`,
      messageId: 'double',
      data: { second: 2 },
    },
    {
      name: 'Chinese names, then English phrases',
      body: '鄉鎮,門牌\nThe villages and towns,number of house\n大安區,中山路1號\n文山區,中正路2號\n',
      messageId: 'double',
    },
    {
      name: 'a second level of names',
      body: '地區,人口,,面積\n,男,女,公頃\n甲,1,2,3\n乙,4,5,6\n',
      messageId: 'double',
      data: { evidence: ['男', '女', '公頃'] },
    },
    {
      name: 'a unit under the only column of numbers',
      body: '地區,人數\n,(人)\n甲,1\n乙,2\n',
      messageId: 'double',
      data: { evidence: ['(人)'] },
    },
    {
      name: 'Big5, codes first',
      body: `year,district,people\n${HEAD}${DATA}`,
      encode: 'cp950',
      messageId: 'double',
    },
    {
      name: 'numbers from the first row on',
      body: '1,110,30\n2,120,40\n3,130,50\n',
      messageId: 'none',
      data: { evidence: ['1', '110', '30'] },
      at: { row: 1 },
    },
    { name: 'words and numbers from the first row on', body: DATA, messageId: 'none' },
    { name: 'codes with an apostrophe', body: "'01,'000,30\n'02,'001,40\n'03,'002,50\n", messageId: 'none' },
    {
      name: 'dates from the first row on',
      body: '109/1/1,甲,3\n109/1/2,乙,4\n109/1/3,丙,5\n',
      messageId: 'none',
    },
    {
      name: 'text that comes again',
      body: '臺北市,大安區,公園\n臺北市,文山區,綠地\n臺北市,信義區,公園\n',
      messageId: 'none',
    },
    { name: 'one row of numbers', body: '1,2,3\n', messageId: 'none' },
    {
      name: 'the header once more',
      body: `${HEAD}${DATA}${HEAD}${DATA}`,
      messageId: 'repeated',
      data: { count: 1, rows: ['5'] },
      at: { row: 5 },
    },
    {
      name: 'no header though fields are declared',
      body: DATA,
      claims: { format: 'CSV', fields: '年度、地區、人數' },
      messageId: 'none',
    },
  ],
  unknown: [{ name: 'the part that was read', body: HEAD + DATA, whole: false, messageId: 'over-byte-cap' }],
  notApplicable: [{ name: 'JSON', body: '[[1,2],[3,4]]', claims: { format: 'JSON' } }],
})

test('under a title, the second header row is quoted and not the title', async () => {
  const body = `103年8月,,\nyear,district,people\n${HEAD}${DATA}`
  const { findings } = await verdictOf(rule, { name: 'both', body })
  expect(findings.map(({ messageId, data }) => [messageId, data['evidence']])).toEqual([
    ['title', ['103年8月']],
    ['double', ['年度', '地區', '人數']],
  ])
})
