import { BINARY, PNG, pdf } from '../bytes.ts'
import { COUNTIES, csv, figure, INDUSTRIES, line, times } from '../contents.ts'
import { BRONZE, type DemoDataset, file, GOLD } from '../dataset.ts'

const yearly = {
  updateFrequency: '每1年',
  issued: '2017-06-30 14:05:12',
  modified: '2026-03-31 09:00:00',
  contact: { name: '陳小華', phone: '02-0000-0002' },
} as const

const plain = (seed: number) =>
  COUNTIES.map((county, i) => [county, figure(i + seed, 9, 990), figure(i + seed + 50, 5, 700)])
const sum = (rows: readonly (readonly (string | number)[])[], column: number) =>
  rows.reduce((total, row) => total + Number(row[column]), 0)

const pensions = plain(300)
const survey = ['項目別', '非常滿意(%)', '滿意(%)', '不滿意(%)']
const unions = ['工會名稱', '會址', '會員人數', '成立年度']
const unionRows = times(64, (i) => [
  `示範縣${INDUSTRIES[i % 5]}第${i + 1}職業工會`,
  `示範縣和平路${figure(i, 1, 300)}號`,
  figure(i + 70, 60, 2_400),
  figure(i + 140, 60, 114),
])
const union = (i: number) => unionRows.slice(i * 16, i * 16 + 16)

/** 勞動部 and its agencies: everything that can stand wrong among the records, and what is no table at all. */
export const LABOUR_ROWS: readonly DemoDataset[] = [
  {
    ...yearly,
    id: '6201',
    title: '勞工保險老年給付核付人數',
    publisher: '勞動部勞工保險局',
    fields: '縣市別、一次請領人數、年金人數',
    resources: [
      file(
        'CSV',
        '/bli/pension.csv',
        csv([
          ['縣市別', '一次請領人數', '年金人數'],
          ...pensions,
          ['總計', sum(pensions, 1), sum(pensions, 2)],
        ]),
      ),
    ],
    expect: { badge: BRONZE, fails: ['structure/no-subtotals#proven'] },
  },
  {
    ...yearly,
    id: '6202',
    title: '勞工生活及就業狀況調查－工作滿意度',
    publisher: '勞動部',
    fields: survey.join('、'),
    resources: [
      file(
        'CSV',
        '/mol/survey.csv',
        csv([
          survey,
          ['總計', 18.2, 61.5, 20.3],
          ...times(30, (i) => [
            `${INDUSTRIES[i % 5]}－${['男性', '女性', '未滿三十歲', '三十至四十四歲', '四十五至六十四歲', '六十五歲以上'][Math.floor(i / 5)]}`,
            figure(i, 120, 260) / 10,
            figure(i + 40, 480, 660) / 10,
            figure(i + 80, 110, 290) / 10,
          ]),
        ]),
      ),
    ],
    expect: { badge: BRONZE, fails: ['structure/no-subtotals#total'] },
  },
  {
    ...yearly,
    id: '6203',
    title: '職業工會名錄',
    publisher: '勞動部',
    fields: unions.join('、'),
    resources: [
      file(
        'CSV',
        '/mol/unions.csv',
        csv([unions, ...unionRows.slice(0, 40)]) +
          '示範縣漁撈職業工會,示範縣和平路8號,2樓,320,98\r\n' +
          '示範縣美髮職業工會,示範縣和平路15號,3樓,188,101\r\n' +
          '示範縣清潔職業工會,示範縣和平路21號,77\r\n' +
          csv(unionRows.slice(40)),
      ),
    ],
    expect: { badge: BRONZE, fails: ['structure/consistent-columns#ragged'] },
  },
  {
    ...yearly,
    id: '6204',
    title: '失業給付核付件數',
    publisher: '勞動部勞工保險局',
    fields: '縣市別、男性件數、女性件數',
    resources: [
      file(
        'CSV',
        '/bli/unemployment.csv',
        `${csv([['縣市別', '男性件數', '女性件數'], ...plain(17).slice(0, 6)])}\r\n${csv(plain(17).slice(6, 14))},,\r\n　,,\r\n${csv(plain(17).slice(14))}`,
      ),
    ],
    expect: { badge: BRONZE, fails: ['structure/no-blank-rows#hole'] },
  },
  {
    ...yearly,
    id: '6205',
    title: '育嬰留職停薪津貼核付件數',
    publisher: '勞動部勞工保險局',
    fields: '縣市別、男性件數、女性件數',
    resources: [
      file(
        'CSV',
        '/bli/parental.csv',
        `${csv([['縣市別', '男性件數', '女性件數'], ...plain(41)])}${',,\r\n'.repeat(9)}`,
      ),
    ],
    expect: { badge: BRONZE, fails: ['structure/no-blank-rows#trailing-records'] },
  },
  {
    ...yearly,
    id: '6206',
    title: '職業災害失能人數－按行業別',
    publisher: '勞動部職業安全衛生署',
    fields: '行業別、失能人數、死亡人數',
    resources: [
      file(
        'CSV',
        '/osha/disability.csv',
        csv([
          ['行業別', '失能人數', '死亡人數'],
          ...times(25, (i) => [
            `${INDUSTRIES[i % 5]}${Math.floor(i / 5) + 1}類`,
            figure(i, 3, 400),
            figure(i + 60, 1, 40),
          ]),
          ['備註：本表不含上下班交通事故。', '', ''],
          ['資料來源：勞動部職業安全衛生署', '', ''],
        ]),
      ),
    ],
    expect: { badge: BRONZE, fails: ['structure/no-footnotes#note'] },
  },
  {
    ...yearly,
    id: '6207',
    title: '勞動法令解釋函彙編',
    publisher: '勞動部',
    fields: '文號、發文日期、要旨、說明',
    resources: [
      file('CSV', '/mol/interpretations-1.csv', interpretations('"雇主應依規定給付工資並保存清冊')),
      file('CSV', '/mol/interpretations-2.csv', interpretations('"特別休假"日數之計算')),
    ],
    expect: { badge: BRONZE, fails: ['structure/parses#unclosed', 'structure/parses#stray'] },
  },
  {
    ...yearly,
    id: '6208',
    title: '職業工會會員人數（各年度）',
    publisher: '勞動部',
    fields: unions.join('、'),
    resources: [0, 1, 2, 3].map((i) =>
      file(
        'CSV',
        `/mol/union-members-${112 + i}.csv`,
        csv([unions, ...union(i), ...(i === 2 ? [['合計', '', sum(union(2), 2), '']] : [])]),
      ),
    ),
    expect: { badge: BRONZE, fails: ['structure/no-subtotals#proven'] },
  },
  {
    ...yearly,
    id: '6209',
    title: '勞動統計年報',
    publisher: '勞動部勞動及職業安全衛生研究所',
    fields: '年度、項目、統計值',
    resources: [
      file('PDF', '/ilosh/yearbook.pdf', pdf('Yearbook of Labour Statistics 2025'), { encoding: '其他' }),
      file('PNG', '/ilosh/chart.png', PNG, { encoding: '其他' }),
      file('其他', '/ilosh/instrument.dat', BINARY, { encoding: '其他' }),
      file(
        'TXT',
        '/ilosh/foreword.txt',
        '本年報彙整全國勞動市場、勞動條件與職業安全衛生等重要統計資料\r\n供各界參考運用\r\n如有任何建議歡迎來信指教\r\n',
      ),
    ],
    expect: {
      badge: BRONZE,
      fails: [
        'structure/open-format#document',
        'structure/open-format#image',
        'structure/open-format#unknown',
        'structure/open-format#text',
        'metadata/fields-match#unstructured',
      ],
    },
  },
  {
    ...yearly,
    id: '6210',
    title: '外籍專業人員聘僱許可人次',
    publisher: '勞動部勞動力發展署',
    fields: '年度、縣市別、人次',
    resources: [
      file(
        'CSV',
        '/wda/permits.csv',
        csv([
          ['年度', '縣市別', '人次'],
          ...times(60, (i) => [
            111 + Math.floor(i / 15),
            // Copied from a web page, with a character nobody sees.
            `${COUNTIES[i % 15]}${i === 31 ? '\u200b' : ''}`,
            i === 20 ? '1,204' : i === 59 ? '=SUM(C2:C16)' : figure(i, 200, 990),
          ]),
        ]),
      ),
    ],
    expect: {
      badge: GOLD,
      advises: [
        'structure/no-spreadsheet-traps#formula',
        'structure/clean-characters#invisible',
        'structure/consistent-types#grouped',
      ],
    },
  },
]

/** Interpretations of the law, one of them with a fault that somebody typed. */
function interpretations(fault: string): string {
  const entry = (i: number) => [
    `勞動條${figure(i, 1, 4)}字第115000${100 + i}號`,
    `115/${String((i % 12) + 1).padStart(2, '0')}/15`,
    `第${i + 1}則要旨`,
    '說明內容，詳如本文',
  ]
  const header = line(['文號', '發文日期', '要旨', '說明'])
  const broken = `勞動條2字第1150000199號,115/07/01,${fault},說明內容\r\n`
  return header + csv(times(20, entry)) + broken + csv(times(12, (i) => entry(i + 21)))
}
