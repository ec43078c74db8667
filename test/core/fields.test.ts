import { describe, expect, test } from 'vitest'
import { editDistance, matchFields, parseFields } from '../../src/core/fields.ts'

/** Readings that matter: the whole label first, then the name and what stands in parentheses. */
const readings = (text: string): string[][] => parseFields(text).fields.map((field) => [...field.readings])

describe('every shape of 主要欄位說明', () => {
  test.each<[string, string, string[][]]>([
    ['plain', '年度、地區別、人數', [['年度'], ['地區別'], ['人數']]],
    ['half-width commas, the last one too many', '年度,地區別,', [['年度'], ['地區別']]],
    ['mixed commas', '姓名, 職稱，電話', [['姓名'], ['職稱'], ['電話']]],
    ['semicolons', '年度;件數；', [['年度'], ['件數']]],
    ['vertical bars', '年度|件數', [['年度'], ['件數']]],
    ['a full stop at the end', '年度、件數。', [['年度'], ['件數']]],
    ['one per line', '年度\r\r件數\n\n金額', [['年度'], ['件數'], ['金額']]],
    ['a break inside the list', '年度、件數、\r\n金額', [['年度'], ['件數'], ['金額']]],
    ['HTML breaks', '年度<br/>件數<BR>金額', [['年度'], ['件數'], ['金額']]],
    [
      'code(說明)',
      'StopId(站牌代碼)、Lat (緯度)',
      [
        ['StopId(站牌代碼)', 'StopId', '站牌代碼'],
        ['Lat (緯度)', 'Lat', '緯度'],
      ],
    ],
    ['說明(code)', '站牌代碼（StopId）', [['站牌代碼（StopId）', '站牌代碼', 'StopId']]],
    ['code:說明', 'Kind:種類、Url：網址', [['Kind:種類', 'Kind', '種類'], ['Url：網址', 'Url', '網址']]], // biome-ignore format: one line each
    ['code=說明 without separator', 'name=井名depth=深度', [['name:井名', 'name', '井名'], ['depth:深度', 'depth', '深度']]], // biome-ignore format: as above
    ['code:說明 without separator', 'no:編號area:區域', [['no:編號', 'no', '編號'], ['area:區域', 'area', '區域']]], // biome-ignore format: as above
    ['code:說明 parted by blanks', 'SId:站號 Val:YYYY', [['SId:站號', 'SId', '站號'], ['Val:YYYY', 'Val', 'YYYY']]], // biome-ignore format: as above
    ['code：說明。', 'ID：編號。NM：名稱。', [['ID：編號', 'ID', '編號'], ['NM：名稱', 'NM', '名稱']]], // biome-ignore format: as above
    ['Field1:名稱', 'Field1:年;Field2: 男性人數', [['年'], ['男性人數']]],
    ['numbered', '1.編號2.取水地點3.備註', [['編號'], ['取水地點'], ['備註']]],
    ['JSON, escaped for HTML', '{&quot;time&quot;:&quot;時間&quot;}', [['time(時間)', 'time', '時間']]],
    ['JSON list of names', '["年度","件數"]', [['年度'], ['件數']]],
    ['JSON list of objects', '[{"name":"年度"},{"name":"件數"}]', [['年度'], ['件數']]],
    ['JSON object of objects', '{"time":1,"lat":{"x":1}}', [['time'], ['lat']]],
    [
      'separators inside the explanation',
      '年度(以民國紀年，至年底。)、件數',
      [['年度(以民國紀年，至年底。)', '年度', '以民國紀年，至年底。', '以民國紀年'], ['件數']],
    ],
    [
      'nested parentheses',
      '年度(民國(西元)年)、件數',
      [['年度(民國(西元)年)', '年度', '民國(西元)年'], ['件數']],
    ],
    [
      'the export joined by ;',
      'Rain(雨量,每日[毫米]);Level(水位)',
      [
        ['Rain(雨量,每日[毫米])', 'Rain', '雨量,每日[毫米]', '雨量'],
        ['Level(水位)', 'Level', '水位'],
      ],
    ],
    [
      'a parenthesis that never closes',
      '測站(Site)、數值(Value',
      [['測站(Site)', '測站', 'Site'], ['數值(Value']],
    ],
    ['names with a slash', '主/次分類、品名', [['主/次分類'], ['品名']]],
    ['names with a colon', '主機：數量、地點', [['主機：數量', '主機', '數量'], ['地點']]],
    ['the 、 that the portal adds', '死亡(男)、,死亡(女)、,', [['死亡(男)', '死亡', '男'], ['死亡(女)', '死亡', '女']]], // biome-ignore format: as above
    ['quoted names', '"年度","件數"', [['年度'], ['件數']]],
  ])('%s', (_, text, expected) => {
    expect(parseFields(text).unreadable).toBeUndefined()
    expect(readings(text)).toEqual(expected)
  })

  test.each([
    ['', 'empty'],
    [' \u3000', 'empty'],
    ['<br>', 'empty'],
    ['無', 'placeholder'],
    ['詳如附件', 'placeholder'],
    ['本要點並非原始資料，無欄位分類', 'placeholder'],
    ['、、', 'prose'],
    ['中央主管機關所屬各測報機構之組織通則', 'prose'],
    [`本資料集收錄${'各地'.repeat(15)}的公園${'與綠地'.repeat(12)}。`, 'prose'],
  ])('「%s」 is no list: %s', (text, unreadable) => {
    expect(parseFields(text).unreadable).toBe(unreadable)
  })
  test('nothing at all is empty', () => {
    expect(parseFields(undefined)).toEqual({ fields: [], unreadable: 'empty' })
  })
})

describe('declared against actual', () => {
  const match = (declared: string, ...actual: string[]) => matchFields(parseFields(declared).fields, actual)
  const nothing = { missing: [], extra: [], lenient: [] }

  test.each<[string, string, string[], object]>([
    ['the same', '年度、件數', ['年度', '件數'], nothing],
    ['another order', '年度、件數', ['件數', '年度'], nothing],
    ['more in the data', '年度', ['年度', '件數 ', ''], { ...nothing, extra: ['件數'] }],
    ['a byte order mark', '年度', ['\ufeff年度'], nothing],
    [
      'blanks of any width',
      '區\u3000域\u3000別',
      ['區域別'],
      { ...nothing, lenient: ['區\u3000域\u3000別'] },
    ],
    ['another case', 'SiteName', ['sitename'], { ...nothing, lenient: ['SiteName'] }],
    ['full-width parentheses', '件數（人）', ['件數(人)'], { ...nothing, lenient: ['件數（人）'] }],
    ['name with parentheses, as such', '接種時間(請洽院所)', ['接種時間(請洽院所)'], nothing],
    ['outside the parentheses', 'Id(代碼)', ['Id'], { ...nothing, lenient: ['Id(代碼)'] }],
    ['inside the parentheses', '代碼(Id)', ['Id'], { ...nothing, lenient: ['代碼(Id)'] }],
    ['missing', '年度、件數', ['年度'], { ...nothing, missing: [{ label: '件數' }] }],
    [
      'a slip of the pen',
      '人民團體稱',
      ['人民團體名稱'],
      { ...nothing, missing: [{ label: '人民團體稱', like: '人民團體名稱' }], extra: ['人民團體名稱'] },
    ],
    [
      'a part of the name',
      '件數',
      ['受理件數'],
      { ...nothing, missing: [{ label: '件數', like: '受理件數' }], extra: ['受理件數'] },
    ],
    [
      'nothing alike',
      '聯絡電話',
      ['地址'],
      { ...nothing, missing: [{ label: '聯絡電話' }], extra: ['地址'] },
    ],
  ])('%s', (_, declared, actual, expected) => {
    expect(match(declared, ...actual)).toEqual(expected)
  })

  test('a column that is taken is not proposed', () => {
    expect(match('件數、件數量', '件數').missing).toEqual([{ label: '件數量' }])
  })
})

test.each([
  ['', '', 0],
  ['年度', '', 2],
  ['', '年度', 2],
  ['年度', '年度', 0],
  ['人民團體稱', '人民團體名稱', 1],
  ['kitten', 'sitting', 3],
  ['ab', 'ba', 2],
])('from 「%s」 to 「%s」: %i', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
})
