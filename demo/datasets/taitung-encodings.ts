import { big5, csv, figure, garbled, line, TOWNSHIPS, times, tsv } from '../contents.ts'
import { type DemoDataset, file, GOLD, SILVER } from '../dataset.ts'

export const quarterly = {
  updateFrequency: '每1季',
  issued: '2019-08-20 11:20:45',
  modified: '2026-10-08 16:42:01',
  contact: { name: '林大同', phone: '089-000-001' },
} as const

const crops = ['鄉鎮市', '作物名稱', '種植面積(公頃)', '收穫量(公噸)']
const cropRows = times(64, (i) => [
  TOWNSHIPS[i % 16]!,
  ['稻米', '鳳梨釋迦', '洛神花', '金針'][Math.floor(i / 16)]!,
  figure(i, 3, 900),
  figure(i + 100, 12, 8_000),
])
const schools = ['學校名稱', '鄉鎮市', '班級數', '學生數']
const schoolRows = times(48, (i) => [
  `示範第${i + 1}國民小學`,
  TOWNSHIPS[i % 16]!,
  figure(i, 6, 30),
  figure(i + 60, 24, 700),
])
const stays = ['旅宿名稱', '鄉鎮市', '地址', '房間數']
const stayRows = (count: number) =>
  times(count, (i) => [
    `示範民宿${i + 1}號`,
    TOWNSHIPS[i % 16]!,
    `臺東縣${TOWNSHIPS[i % 16]}中正路${figure(i, 1, 400)}號`,
    figure(i + 50, 2, 15),
  ])
const people = ['鄉鎮市', '村里數', '戶數', '人口數']
const peopleRows = TOWNSHIPS.map((town, i) => [
  town,
  figure(i, 4, 46),
  figure(i + 20, 900, 40_000),
  figure(i + 40, 2_000, 99_000),
])

/** 臺東縣政府 and its units: what can be wrong with the characters of a file. */
export const TAITUNG_ENCODINGS: readonly DemoDataset[] = [
  {
    ...quarterly,
    id: '7101',
    title: '臺東縣主要農作物種植面積及收穫量',
    publisher: '臺東縣政府農業處',
    fields: crops.join('、'),
    resources: [file('CSV', '/taitung/crops.csv', big5(csv([crops, ...cropRows])), { encoding: 'BIG5' })],
    expect: { badge: GOLD, advises: ['metadata/utf-8#not-utf-8'] },
  },
  {
    ...quarterly,
    id: '7102',
    title: '臺東縣國民小學班級數及學生數',
    publisher: '臺東縣政府教育處',
    fields: schools.join('、'),
    resources: [file('CSV', '/taitung/schools.csv', big5(csv([schools, ...schoolRows])))],
    expect: {
      badge: SILVER,
      fails: ['metadata/encoding-matches#differs'],
      advises: ['metadata/fields-match#not-declared-encoding', 'metadata/utf-8#not-utf-8'],
    },
  },
  {
    ...quarterly,
    id: '7103',
    title: '臺東縣各鄉鎮市人口數',
    publisher: '臺東縣政府民政處',
    fields: people.join('、'),
    resources: [file('CSV', '/taitung/people.csv', csv([people, ...peopleRows]), { encoding: '其他' })],
    expect: {
      badge: SILVER,
      fails: ['metadata/encoding-matches#other'],
    },
  },
  {
    ...quarterly,
    id: '7104',
    title: '臺東縣路燈維修件數',
    publisher: '臺東縣政府建設處',
    fields: '鄉鎮市、報修件數、完成件數',
    resources: [
      file(
        '',
        '/taitung/lamps',
        csv([
          ['鄉鎮市', '報修件數', '完成件數'],
          ...TOWNSHIPS.map((town, i) => [town, figure(i, 9, 300), figure(i + 20, 8, 290)]),
        ]),
        { encoding: '' },
      ),
    ],
    expect: {
      badge: SILVER,
      fails: ['metadata/encoding-matches#missing'],
      advises: ['metadata/complete#missing', 'metadata/format-matches#missing'],
    },
  },
  {
    ...quarterly,
    id: '7105',
    title: '臺東縣合法民宿名冊',
    publisher: '臺東縣政府交通及觀光發展處',
    fields: stays.join('、'),
    resources: [
      file(
        'CSV',
        '/taitung/stays.csv',
        Buffer.concat([
          Buffer.from(csv([stays, ...stayRows(180)])),
          big5(line(['示範民宿補登', '臺東市', '臺東縣臺東市中山路1號', 5])),
          Buffer.from(csv(stayRows(12))),
        ]),
      ),
    ],
    expect: {
      badge: SILVER,
      fails: ['metadata/decodable#bad-bytes'],
      advises: ['structure/no-duplicate-rows#duplicate'],
    },
  },
  {
    ...quarterly,
    id: '7106',
    title: '臺東縣原住民族部落活動行事曆',
    publisher: '臺東縣政府原住民族行政處',
    fields: '活動名稱、鄉鎮市、預定日期',
    resources: [
      file(
        'CSV',
        '/taitung/festivals.csv',
        csv([
          ['活動名稱', '鄉鎮市', '預定日期'],
          ...times(40, (i) => [
            i === 22 ? garbled('示範部落豐年祭') : `示範部落第${i + 1}場祭典`,
            TOWNSHIPS[i % 16]!,
            `2026-0${(i % 3) + 7}-${10 + (i % 18)}`,
          ]),
        ]),
      ),
    ],
    expect: { badge: SILVER, fails: ['metadata/decodable#mojibake'] },
  },
  {
    ...quarterly,
    id: '7107',
    title: '臺東縣立圖書館新進書目',
    publisher: '臺東縣政府文化處',
    fields: '書名、作者、出版年',
    resources: [
      file(
        'CSV',
        '/taitung/books.csv',
        csv([
          ['書名', '作者', '出版年'],
          ...times(90, (i) => [
            `示範文集第${i + 1}冊`,
            i % 30 === 17 ? '王\ufffd明' : ['王小明', '陳小華', '林大同'][i % 3]!,
            figure(i, 2019, 2026),
          ]),
        ]),
      ),
    ],
    expect: { badge: SILVER, fails: ['metadata/decodable#replacement'] },
  },
  {
    ...quarterly,
    id: '7108',
    title: '臺東縣地名由來',
    publisher: '臺東縣政府民政處',
    fields: '地名、鄉鎮市、說明',
    resources: [
      file(
        'CSV',
        '/taitung/places.csv',
        Buffer.concat([
          big5(
            csv([
              ['地名', '鄉鎮市', '說明'],
              ...times(50, (i) => [`示範地名${i + 1}`, TOWNSHIPS[i % 16]!, `相傳為第${i + 1}鄰居民所命名`]),
            ]),
          ),
          big5('示範'),
          Buffer.from([0xfa, 0x40]),
          big5(',臺東市,地名中有一個自造的字\r\n'),
        ]),
        { encoding: 'BIG5' },
      ),
    ],
    expect: {
      badge: SILVER,
      fails: ['metadata/decodable#user-defined'],
      advises: ['metadata/utf-8#not-utf-8'],
    },
  },
  {
    ...quarterly,
    id: '7109',
    title: '臺東縣觀光景點遊客人次',
    publisher: '臺東縣政府交通及觀光發展處',
    fields: '景點名稱、年月、遊客人次',
    resources: [
      file(
        'TSV',
        '/taitung/visitors.tsv',
        tsv([
          ['景點名稱', '年月', '遊客人次'],
          ...times(72, (i) => [
            ['示範海濱公園', '示範溫泉區', '示範森林遊樂區'][i % 3]!,
            `2026-${String((Math.floor(i / 3) % 9) + 1).padStart(2, '0')}`,
            figure(i, 900, 98_000),
          ]),
        ]),
      ),
    ],
    expect: { badge: GOLD },
  },
]
