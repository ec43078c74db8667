import { COUNTIES, csv, figure, INDUSTRIES, json, line, pairs, records, times, xml } from '../contents.ts'
import { BRONZE, type DemoDataset, file, GOLD } from '../dataset.ts'

const monthly = {
  updateFrequency: '每1月',
  issued: '2018-03-15 09:30:00',
  modified: '2026-11-05 10:12:33',
  contact: { name: '王小明', phone: '02-0000-0001' },
} as const

const benefits = ['統計年月', '縣市別', '行業別', '給付件數', '給付金額(元)']
const benefitRows = pairs(COUNTIES, INDUSTRIES).map(([county, industry], i) => [
  '11510',
  county,
  industry,
  figure(i, 2, 480),
  figure(i + 700, 90_000, 9_800_000),
])

const courses = ['課程編號', '課程名稱', '訓練單位', '開訓日期', '訓練時數', '招收人數']
const courseRows = times(48, (i) => [
  `P${115_000 + i}`,
  `${['電腦輔助機械製圖', '照顧服務員', '室內配線', '烘焙食品', '網頁設計', '工業配線'][i % 6]}第${Math.floor(i / 6) + 1}期`,
  `示範職業訓練中心第${(i % 4) + 1}分部`,
  `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(3 + (i % 25)).padStart(2, '0')}`,
  figure(i, 4, 40) * 8,
  figure(i + 90, 15, 40),
])

const insured = ['縣市別', '投保單位數', '投保人數', '平均投保薪資']
const insuredRows = COUNTIES.map((county, i) => [
  county,
  figure(i, 400, 98_000),
  figure(i + 30, 6_000, 900_000),
  figure(i + 60, 30_000, 41_000),
])

const wages = ['行業別', '受僱人數', '經常性薪資', '總薪資', '工時']
const wageRows = times(36, (i) => [
  `${INDUSTRIES[i % 5]}第${Math.floor(i / 5) + 1}類`,
  figure(i, 1_200, 88_000),
  figure(i + 40, 31_000, 68_000),
  figure(i + 80, 38_000, 92_000),
  figure(i + 120, 150, 182),
])

/** 勞動部 and its agencies: sound tables, and everything that can stand wrong at the top of one. */
export const LABOUR_HEADERS: readonly DemoDataset[] = [
  {
    ...monthly,
    id: '6101',
    title: '勞工職業災害保險給付件數及金額－按縣市及行業別',
    publisher: '勞動部勞工保險局',
    fields: benefits.join('、'),
    resources: [file('CSV', '/mol/benefits-11510.csv', `\ufeff${csv([benefits, ...benefitRows])}`)],
    expect: { badge: GOLD },
  },
  {
    ...monthly,
    id: '6102',
    title: '職業訓練課程資訊',
    publisher: '勞動部勞動力發展署',
    fields: '課程編號(代碼);課程名稱(中文名稱);訓練單位;開訓日期(西元年月日);訓練時數;招收人數',
    resources: [
      file('CSV', '/wda/course?unit=47;50&format=csv', csv([courses, ...courseRows])),
      file('JSON', '/wda/course?unit=47;50&format=json', json(records(courses, courseRows))),
      file('XML', '/wda/course?unit=47;50&format=xml', xml('課程資訊', '課程', courses, courseRows)),
    ],
    expect: { badge: GOLD, advises: ['metadata/fields-match#lenient'] },
  },
  {
    ...monthly,
    id: '6103',
    title: '勞工保險投保概況－按縣市別',
    publisher: '勞動部勞工保險局',
    fields: '縣市別、投保單位數、投保人數',
    resources: [
      file(
        'CSV',
        '/bli/insured.csv',
        `${csv([[...insured, '', ''], ...insuredRows.map((row) => [...row, '', ''])])}\r\n\r\n`,
      ),
    ],
    expect: {
      badge: GOLD,
      advises: [
        'structure/unique-header#trailing-empty',
        'structure/no-blank-rows#trailing-lines',
        'metadata/fields-match#extra',
      ],
    },
  },
  {
    ...monthly,
    id: '6104',
    title: '工業及服務業受僱員工薪資與工時',
    publisher: '勞動部',
    fields: wages.join('、'),
    resources: [
      file(
        'CSV',
        '/mol/wages.csv',
        csv([
          ['工業及服務業受僱員工薪資與工時統計表', '', '', '', ''],
          ['中華民國115年10月', '', '', '', '單位：人、元、小時'],
          wages,
          ...wageRows,
        ]),
      ),
    ],
    expect: { badge: BRONZE, fails: ['structure/single-header#title'] },
  },
  {
    ...monthly,
    id: '6105',
    title: '外籍移工在臺人數',
    publisher: '勞動部勞動力發展署',
    fields: '縣市別、製造業、營建業、看護工',
    resources: [
      file(
        'CSV',
        '/wda/migrants.csv',
        csv([
          ['縣市別', '製造業', '營建業', '看護工'],
          ['County', 'Manufacturing', 'Construction', 'Caregivers'],
          ...COUNTIES.map((county, i) => [
            county,
            figure(i, 80, 99_000),
            figure(i + 25, 3, 9_000),
            figure(i + 50, 90, 48_000),
          ]),
        ]),
      ),
    ],
    expect: { badge: BRONZE, fails: ['structure/single-header#double'] },
  },
  {
    ...monthly,
    id: '6106',
    title: '求職求才推介就業概況',
    publisher: '勞動部勞動力發展署',
    fields: '年月、新登記求職人數、新登記求才人數、推介就業人數',
    resources: [
      file(
        'CSV',
        '/wda/placement.csv',
        csv(
          times(60, (i) => [
            `${110 + Math.floor(i / 12)}${String((i % 12) + 1).padStart(2, '0')}`,
            figure(i, 48_000, 92_000),
            figure(i + 70, 70_000, 160_000),
            figure(i + 140, 30_000, 60_000),
          ]),
        ),
      ),
    ],
    expect: {
      badge: BRONZE,
      fails: ['structure/single-header#none', 'metadata/fields-match#no-names'],
    },
  },
  {
    ...monthly,
    id: '6107',
    title: '勞動檢查違規事業單位統計',
    publisher: '勞動部職業安全衛生署',
    fields: '年度、行業別、檢查場次、違規場次、罰鍰件數',
    resources: [
      file(
        'CSV',
        '/osha/inspections.csv',
        [113, 114, 115]
          .map((year) =>
            csv([
              ['年度', '行業別', '檢查場次', '違規場次', '罰鍰件數'],
              ...times(20, (i) => [
                year,
                `${INDUSTRIES[i % 5]}${['甲', '乙', '丙', '丁'][Math.floor(i / 5)]}類`,
                figure(i + year, 90, 4_000),
                figure(i + year + 20, 8, 900),
                figure(i + year + 40, 1, 300),
              ]),
            ]),
          )
          .join(''),
      ),
    ],
    expect: {
      badge: BRONZE,
      fails: ['structure/single-header#repeated'],
    },
  },
  {
    ...monthly,
    id: '6108',
    title: '勞資爭議調解案件統計',
    publisher: '勞動部',
    fields: '縣市別、受理件數、成立件數、涉及人數',
    resources: [
      file(
        'CSV',
        '/mol/disputes.csv',
        `${line(['縣市別', '受理件數', '', '受理件數', '涉及人數'])}${csv(
          COUNTIES.map((county, i) => [
            county,
            figure(i, 20, 6_000),
            figure(i + 30, 10, 3_000),
            figure(i + 60, 20, 4_000),
            figure(i + 90, 40, 9_000),
          ]),
        )}`,
      ),
    ],
    expect: {
      badge: BRONZE,
      fails: [
        'structure/unique-header#duplicate',
        'structure/unique-header#empty',
        'metadata/fields-match#missing',
      ],
    },
  },
]
