import { csv, figure, line, page, TOWNSHIPS, times } from '../contents.ts'
import { type DemoDataset, file, GOLD, link, NONE, SILVER } from '../dataset.ts'

const irregular = {
  updateFrequency: '不定期',
  issued: '2020-01-06 08:15:30',
  modified: '2026-09-01 13:30:00',
  contact: { name: '張小美', phone: '089-000-002' },
} as const

const shelters = ['避難收容處所', '鄉鎮市', '可容納人數', '聯絡電話']
const shelterRows = times(60, (i) => [
  `示範活動中心${i + 1}`,
  TOWNSHIPS[i % 16]!,
  figure(i, 40, 900),
  `089-000-${String(100 + i)}`,
])
const table = csv([shelters, ...shelterRows])

const login = page(
  '資料服務平臺－會員登入',
  '<h1>會員登入</h1>\n<form method="post"><label>帳號<input name="user"></label><label>密碼<input type="password" name="secret"></label><button>登入</button></form>',
)
const lost = page(
  '找不到網頁',
  '<h1>很抱歉，您要找的檔案不存在</h1>\n<p>檔案可能已移除或更改名稱，請回首頁重新查詢。</p>',
)
const moved = page(
  '轉址中',
  '<p>畫面轉換中，請稍候。</p>',
  '<script>window.location.href = "/taitung/files/hospitals-2026.csv"</script>',
)
const about = page(
  '公有停車場資訊',
  '<h1>公有停車場資訊</h1>\n<p>本頁提供停車場位置與收費標準，請點選下方連結下載檔案。</p>\n<p><a href="parking.csv">下載 CSV</a></p>',
)

/** 臺東縣政府 and its units: what the field description may lack, and links that give no data. */
export const TAITUNG_FIELDS: readonly DemoDataset[] = [
  {
    ...irregular,
    id: '7201',
    title: '臺東縣避難收容處所',
    publisher: '臺東縣政府社會處',
    fields: '本資料提供本縣各鄉鎮市避難收容處所之名稱與位置以及可以容納的人數供民眾於災害發生時查詢使用',
    resources: [file('CSV', '/taitung/shelters.csv', table)],
    expect: { badge: SILVER, fails: ['metadata/fields-match#unreadable'] },
  },
  {
    ...irregular,
    id: '7202',
    title: '臺東縣防災物資儲備清冊',
    publisher: '臺東縣消防局',
    fields: '避難收容所、鄉鎮市、可容納人數、管理人、座標',
    resources: [file('CSV', '/taitung/supplies.csv', table)],
    expect: {
      badge: SILVER,
      fails: ['metadata/fields-match#missing', 'metadata/fields-match#similar'],
      advises: ['metadata/fields-match#extra'],
    },
  },
  {
    ...irregular,
    id: '7203',
    title: '臺東縣土石流潛勢溪流影響戶數',
    publisher: '臺東縣政府農業處',
    fields: '',
    resources: [
      file(
        'CSV',
        '/taitung/streams.csv',
        csv([
          ['溪流編號', '鄉鎮市', '影響戶數'],
          ...times(80, (i) => [
            `東縣DF${String(i + 1).padStart(3, '0')}`,
            TOWNSHIPS[i % 16]!,
            figure(i, 0, 60),
          ]),
        ]),
      ),
    ],
    expect: { badge: SILVER, fails: ['metadata/fields-match#empty'], advises: ['metadata/complete#missing'] },
  },
  {
    ...irregular,
    id: '7204',
    title: '臺東縣地籍圖重測成果',
    publisher: '臺東縣政府地政處',
    fields: '地段、地號、面積',
    resources: [file('CSV', '/taitung/land/download', login)],
    expect: {
      badge: NONE,
      fails: ['download/direct#login', 'structure/open-format#page'],
    },
  },
  {
    ...irregular,
    id: '7205',
    title: '臺東縣公共自行車租賃站',
    publisher: '臺東縣政府交通及觀光發展處',
    fields: '站名、車位數',
    resources: [file('CSV', '/taitung/bikes.csv', lost)],
    expect: {
      badge: NONE,
      fails: ['download/direct#error-page', 'structure/open-format#page'],
    },
  },
  {
    ...irregular,
    id: '7206',
    title: '臺東縣醫療院所名冊',
    publisher: '臺東縣衛生局',
    fields: '機構名稱、地址',
    resources: [file('CSV', '/taitung/hospitals.csv', moved)],
    expect: {
      badge: NONE,
      fails: ['download/direct#redirect', 'structure/open-format#page'],
    },
  },
  {
    ...irregular,
    id: '7207',
    title: '臺東縣公有停車場資訊',
    publisher: '臺東縣政府交通及觀光發展處',
    fields: '停車場名稱、車位數',
    resources: [file('CSV', '/taitung/parking.aspx', about)],
    expect: {
      badge: NONE,
      fails: ['download/direct#web-page', 'structure/open-format#page'],
    },
  },
  {
    ...irregular,
    id: '7208',
    title: '臺東縣身心障礙福利機構',
    publisher: '臺東縣政府社會處',
    fields: '機構名稱、地址',
    resources: [
      file('CSV', '/taitung/welfare.csv', ''),
      file('CSV', '/taitung/welfare-2025.csv', line(['機構名稱', '地址'])),
    ],
    expect: {
      badge: NONE,
      fails: ['download/has-data#empty', 'download/has-data#header-only', 'structure/open-format#empty'],
    },
  },
  {
    ...irregular,
    id: '7209',
    title: '臺東縣漁港基本資料',
    publisher: '臺東縣政府農業處',
    fields: '漁港名稱、鄉鎮市',
    resources: [
      link('CSV', '/taitung/harbours.csv', { status: 404 }),
      link('CSV', '/taitung/internal/harbours.csv', { status: 403 }),
    ],
    expect: { badge: NONE, fails: ['link/reachable#not-found', 'link/reachable#forbidden'] },
  },
  {
    ...irregular,
    id: '7210',
    title: '臺東縣公車動態',
    publisher: '臺東縣政府交通及觀光發展處',
    fields: '路線、車號',
    resources: [],
    expect: { badge: NONE, advises: ['metadata/complete#missing'] },
  },
  {
    ...irregular,
    id: '7211',
    title: '臺東縣資通安全通報統計',
    publisher: '臺東縣政府國際發展及計畫處',
    fields: '年度、通報件數',
    resources: [
      link('CSV', 'http://127.0.0.1:1/taitung/security.csv'),
      link('CSV', '/taitung/reset/security.csv', { trouble: 'reset' }),
    ],
    expect: { badge: NONE, fails: ['link/reachable#refused', 'link/reachable#reset'] },
  },
  {
    ...irregular,
    id: '7212',
    title: '臺東縣工商登記家數',
    publisher: '臺東縣政府財政及經濟發展處',
    fields: '鄉鎮市、公司家數、商業家數',
    formats: 'CSV;JSON',
    resources: [115, 114, 113].map((year) =>
      file(
        '',
        `/taitung/companies-${year}.csv`,
        csv([
          ['鄉鎮市', '公司家數', '商業家數'],
          ...TOWNSHIPS.map((town, i) => [town, figure(i + year, 3, 900), figure(i + year + 20, 9, 2_000)]),
        ]),
      ),
    ),
    expect: { badge: GOLD },
  },
]
