import { describe, expect, it } from 'vitest'
import { checked, folder } from './run.ts'

/** `similar`, `missing` and the like are what `metadata/fields-match` finds; `pass` is nothing that costs. */
type Expected = 'pass' | 'missing' | 'similar' | 'unreadable'

/** The shapes of 主要欄位說明 that FACTS §3 counts, each with a dataset that has it; shortened, the marks kept. */
const SHAPES: readonly (readonly [number: string, text: string, header: string, expected: Expected])[] = [
  [
    '1 · 34280',
    'SiteName(測站名稱)、UVI(紫外線指數)、PublishAgency (發布機關)',
    'SiteName,UVI,PublishAgency',
    'pass',
  ],
  ['2 · 6075, 28190', '測站名稱(SiteName)、紫外線指數(UVI)', 'SiteName,UVI', 'pass'],
  ['2 · the other way', '測站名稱(SiteName)、紫外線指數(UVI)', '測站名稱,紫外線指數', 'pass'],
  ['3', '年度、地區別、人數', '年度,地區別,人數', 'pass'],
  ['4 · 47054', '年度,地區別,人數,', '年度,地區別,人數', 'pass'],
  ['4 · 10288', '年度, 地區別，人數', '年度,地區別,人數', 'pass'],
  ['5 · 39080', 'year:年度、area:地區別', 'year,area', 'pass'],
  ['6 · 28148', 'no：編號、area：區域', 'no,area', 'pass'],
  ['7 · 36354', 'Field1:年;Field2: 男性人數', '年,男性人數', 'pass'],
  ['8 · 38700', 'name=井名depth=深度', 'name,depth', 'pass'],
  ['9 · 30664', 'no:編號area:區域', 'no,area', 'pass'],
  ['10 · 12851', 'ID：編號。NM：名稱。', 'ID,NM', 'pass'],
  ['10 · 53562', 'ID：編號。\tNM：名稱。\t', 'ID,NM', 'pass'],
  ['11 · 27431', '編號\n名稱\n地址', '編號,名稱,地址', 'pass'],
  ['12 · 25939', '1.編號2.取水點位置3.備註', '編號,取水點位置,備註', 'pass'],
  [
    '13 · 37304',
    '{&quot;time&quot;:&quot;時間&quot;,&quot;value&quot;:&quot;數值&quot;}',
    'time,value',
    'pass',
  ],
  ['14 · 52348', '"編號"\t"名稱"\t"地址"', '編號,名稱,地址', 'pass'],
  ['15 · 58383', '年度、件數、測站、數值', '年度,件數', 'missing'],
  [
    '17 · 45745',
    '本資料集收錄各地公園與綠地的位置，提供民眾查詢附近的休憩場所與開放時間。',
    '名稱,地址',
    'unreadable',
  ],
  ['18 · 10470', '本要點並非原始資料，無欄位分類', '名稱,地址', 'unreadable'],
  ['19 · 45549', '年度(以民國紀年，至年底。)、件數(件；含跨年)', '年度,件數', 'pass'],
  ['19 · nested', '年度(民國(西元)年)、件數', '年度,件數', 'pass'],
  ['20 · 46448', '接種時間(供參考敬請洽詢)、院所', '接種時間(供參考敬請洽詢),院所', 'pass'],
  ['20 · 33276', '主抽水機：數量、地點', '主抽水機：數量,地點', 'pass'],
  ['20 · 32899', '主/次分類、品名', '主/次分類,品名', 'pass'],
  ['20 · 13348', '受理件數（筆數）、年度', '受理件數（筆數）,年度', 'pass'],
  ['21 · 27461', '區　域　別、年 度', '區域別,年度', 'pass'],
  ['22 · 41568', 'Rain(雨量,每日[毫米]);Level(水位)', 'Rain,Level', 'pass'],
  ['23 · API v2', 'Date,PMI,NMI', 'Date,PMI,NMI', 'pass'],
  ['53301 · the portal adds 、', '死亡人數(男)、,死亡人數(女)、,', '死亡人數(男),死亡人數(女)', 'pass'],
  ['order and more columns', '人數、年度', '年度,地區別,人數', 'pass'],
]

describe('FACTS §3, shapes of 主要欄位說明', () => {
  it.each(SHAPES)('%s: %s', async (_, text, header, expected) => {
    const row = header.split(',').map((_, at) => `甲${at}`)
    const at = folder({ 'a.csv': `${header}\n${row.join(',')}\n${row.join(',')}2\n` })
    const { report } = await checked(at('a.csv'), '--format', 'CSV', '--encoding', 'UTF-8', '--fields', text)
    const found = report.results[0]?.findings.filter(
      ({ rule, outcome }) => rule === 'metadata/fields-match' && outcome !== 'pass',
    )
    expect(found?.map(({ messageId }) => messageId) ?? []).toEqual(expected === 'pass' ? [] : [expected])
  })
})
