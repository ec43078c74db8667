import { expect, test } from 'vitest'
import { extension, fileName } from '../../src/core/file-name.ts'

test.each([
  ['attachment; filename=a.csv', 'a.csv'],
  ['attachment;FileName = "a b;c.csv" ; size=3', 'a b;c.csv'],
  ['filename=a.csv', 'a.csv'],
  ['attachment; filename="a\\"b.csv"', 'a"b.csv'],
  ['attachment; filename=名單 一.csv', '名單 一.csv'],
  ['attachment; filename="名單.csv"', '名單.csv'],
  ['attachment; filename="%E5%90%8D%E5%96%AE.csv"', '名單.csv'],
  ['attachment; filename=100%.csv', '100%.csv'],
  ['attachment; filename="x.csv"; filename*=UTF-8\'\'%E5%90%8D%E5%96%AE.xlsx', '名單.xlsx'],
  ["attachment; filename*=utf-8'zh-TW'a.csv; filename=b.csv", 'a.csv'],
  ["attachment; filename*=Big5''%A6%57%B3%E6.csv", '名單.csv'],
  ["attachment; filename*=klingon''a.csv; filename=b.csv", 'b.csv'],
  ['attachment; filename*=broken; filename=b.csv', 'b.csv'],
  ['attachment; filename="C:\\data\\a.csv"', 'a.csv'],
  ['attachment; filename="../../etc/a.csv"', 'a.csv'],
  ['attachment; filename="a.csv', 'a.csv'],
  ['attachment; filename=""', undefined],
  ['attachment; name="filename=a.csv"', undefined],
  ['inline', undefined],
  ['', undefined],
])('%j', (header, expected) => {
  expect(fileName(header)).toBe(expected)
})

test.each([
  ['a.csv', 'csv'],
  ['a.csv.GZ', 'GZ'],
  ['a', undefined],
  ['a.', undefined],
  ['a.資料', undefined],
])('%s ends in %s', (name, expected) => {
  expect(extension(name)).toBe(expected)
})
