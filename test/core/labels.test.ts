import { expect, test } from 'vitest'
import { isNote, isTotalLabel, numberOf, totalSuffix } from '../../src/core/labels.ts'

test.each([
  ...['小計', '合計', '總計', '共計', '累計', '總和', '總合計', '合計數', '全年合計', '本月小計'],
  ...[
    '總　計',
    '合 計',
    ' 小計 ',
    '（合計）',
    '【總計】',
    '[合計]',
    '小計：',
    '合計:',
    '合計(人)',
    '總計（千元）',
  ],
  ...['Total', 'TOTAL', 'Subtotal', 'sub-total', 'Grand Total', 'sum:'],
])('「%s」 names a total', (cell) => {
  expect(isTotalLabel(cell)).toBe(true)
})

test.each([
  ...['綜合計劃科', '貨幣總計數', '小計程車', '合計畫案', '總計畫', '主計總處', '全國', '不分男女', ''],
  ...[
    '第一季小計',
    '合計共三人',
    'Total area',
    'Totals of 2020',
    'Summer',
    '合計(不含外籍人士及大陸地區人民在內者)',
  ],
])('「%s」 does not', (cell) => {
  expect(isTotalLabel(cell)).toBe(false)
})

test.each([
  ['第一季小計', '小計'],
  ['臺北市合計', '合計'],
  ['本 年 度 總 計：', '總計'],
  ['小計', undefined],
  ['小計程車', undefined],
  ['行政院所屬各級機關學校員工人數合計', undefined],
])('the suffix of 「%s」', (cell, suffix) => {
  expect(totalSuffix(cell)).toBe(suffix)
})

test.each([
  ...[
    '備註：本表不含外籍人士',
    '備 註 1：',
    '備註1.',
    '附註：',
    '註：',
    '註1：',
    '註一、',
    '(註1)',
    '（備註）',
  ],
  ...['說明：1.資料統計至年底', '說明一：', '資料來源：內政部', '資料來源 內政部', '資料提供日期：110/01/01'],
  ...[
    '※本表僅供參考',
    '＊估計值',
    '* 估計值',
    '單位：人',
    '來源：縣府',
    '填表說明',
    '製表日期',
    'Note: x',
    'Source：x',
  ],
])('「%s」 is a note', (cell) => {
  expect(isNote(cell)).toBe(true)
})

test.each([
  ...[
    '備註欄',
    '註冊人數',
    '說明會',
    '單位名稱',
    '來源國',
    '資料庫',
    '更新',
    '統計科',
    '附註冊證',
    '',
    '*',
    '**',
    '* 12',
  ],
  ...['notebook', 'sources of water', '國有土地（備註：無）'],
])('「%s」 is none', (cell) => {
  expect(isNote(cell)).toBe(false)
})

test.each([
  ['1,234.5', 1234.5],
  ['-3', -3],
  ['+.5', 0.5],
  ['12%', 12],
  ['１，２３４．５', 1234.5],
  [' 7 ', 7],
  ['1e3', 1000],
  ['1,23', undefined],
  ['3人', undefined],
  ['1-2', undefined],
  ['－', undefined],
  ['', undefined],
])('the number in 「%s」', (cell, number) => {
  expect(numberOf(cell)).toBe(number)
})
