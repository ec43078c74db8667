import iconv from 'iconv-lite'

// What the official checker said in October 2017 and in 2018 of resources whose claims and header were recorded with
// the verdict. The bodies themselves are gone: each is made anew from the recorded facts (header, encoding, number of
// records, message). Flags as the checker wrote them: 1 pass, 0 fail, 2 not tested.

export type Flag = 0 | 1 | 2
export interface Case {
  readonly id: string
  readonly format: string
  readonly encoding: string
  readonly fields: string
  readonly body: Buffer
  /** structure, encoding_match, desc_match */
  readonly official: readonly [Flag, Flag, Flag]
}

const names = (text: string): string[] => text.split('、')
const table = (header: readonly string[], rows = 3): string =>
  [
    header,
    ...Array.from({ length: rows }, (_, r) =>
      header.map((_name, c) => (c === 0 ? `甲${r}` : `${r * 7 + c}`)),
    ),
  ]
    .map((cells) => cells.join(','))
    .join('\r\n')
const csv = (header: readonly string[]) => Buffer.from(table(header))
const big5Csv = (header: readonly string[]) => iconv.encode(table(header), 'cp950')
const records = (header: readonly string[]) =>
  [0, 1].map((r) => Object.fromEntries(header.map((name, c) => [name, `${r + c}`])))
const json = (value: unknown) => Buffer.from(JSON.stringify(value))
const xml = (row: string, header: readonly string[]) =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><root>${records(header)
      .map(
        (record) =>
          `<${row}>${Object.entries(record)
            .map(([name, value]) => `<${name}>${value}</${name}>`)
            .join('')}</${row}>`,
      )
      .join('')}</root>`,
  )

const TOILETS =
  'Country、City、Village、Number、Administration、Name、Address、Type、Longitude、Grade、Latitude'
const TOILET_HEADER = names(
  'Country、City、Village、Number、Name、Address、Administration、Latitude、Longitude、Grade、Type2、Type',
)
const PENSIONS =
  '核定年月、給付種類、受理件數（筆數）、給付件數（筆數）、給付金額、不給付件數（筆數）、合計核定件數（筆數）'
const PENSION_HEADER = names(
  '核定年月、給付種類、受理件數、受理筆數、給付件數(新案總件數)、給付金額(新案總金額)、不給付件數、合計核定件數',
)
const MEALS = 'no：編號、area：區域、title：名稱、person_in_charge：負責人、address：地址、tel：電話'
const MEAL_HEADER = names('no、area、title、person_in_charge、address、tel、twd97X、twd97Y')
const CLINICS = names(
  '鄉鎮市區、機構類別、合約醫療院所名稱、十碼代碼、公費_各項常規疫苗、接種時間(供參考敬請洽詢醫療院所實際接種時間)、負責人、洽詢電話、地址',
)
const CARERS = names('業務單位、老人保護承辦員、老人保護電話、獨居老人承辦員、獨居老人電話')
const CAFES = names('店名、電話、地址、推薦料理')
const JOURNALS = names('出刊時間、期刊名稱、檔案連結')
const HOMES = names(
  '性質、主管機關、辦理單位、成立日期、立案文號、負責人、連絡電話、傳真、電子郵件、地址、X坐標、Y坐標、備註、最後更新時間',
)

export const CASES: readonly Case[] = [
  {
    id: '45672 JSON',
    format: 'JSON',
    encoding: 'UTF-8',
    fields: TOILETS,
    body: json(records(TOILET_HEADER)),
    official: [1, 1, 1],
  },
  {
    id: '45672 CSV',
    format: 'CSV',
    encoding: 'UTF-8',
    fields: TOILETS,
    body: csv(TOILET_HEADER),
    official: [1, 1, 1],
  },
  {
    id: '45672 XML',
    format: 'XML',
    encoding: 'UTF-8',
    fields: TOILETS,
    body: xml('Data', TOILET_HEADER),
    official: [1, 1, 1],
  },
  {
    id: '45745 prose',
    format: 'CSV',
    encoding: 'UTF-8',
    fields:
      '基隆市應回收廢棄物回收業者共有8家，其中6家為廢機動車輛回收業分別為銓鈐環保有限公司、順瀚環保有限公司，2家為應公告回收業者',
    body: csv(TOILET_HEADER),
    official: [1, 1, 0],
  },
  {
    id: '46448 Big5 declared UTF-8',
    format: 'CSV',
    encoding: 'UTF-8',
    fields: CLINICS.join('、'),
    body: big5Csv(CLINICS),
    official: [1, 0, 0],
  },
  {
    id: '55259 Big5',
    format: 'CSV',
    encoding: 'BIG5',
    fields: CARERS.join('、'),
    body: big5Csv(CARERS),
    official: [1, 1, 1],
  },
  {
    id: '45749 Big5',
    format: 'CSV',
    encoding: 'BIG5',
    fields: HOMES.join('、'),
    body: big5Csv(HOMES),
    official: [1, 1, 1],
  },
  {
    id: '67247 UTF-8',
    format: 'CSV',
    encoding: 'UTF-8',
    fields: HOMES.join('、'),
    body: csv(HOMES),
    official: [1, 1, 1],
  },
  {
    id: '13348 CSV declared 其他',
    format: 'CSV',
    encoding: '其他',
    fields: PENSIONS,
    body: csv(PENSION_HEADER),
    official: [1, 0, 0],
  },
  {
    id: '13348 JSON',
    format: 'JSON',
    encoding: '其他',
    fields: PENSIONS,
    body: json({ 資料: { 列: records(PENSION_HEADER) } }),
    official: [1, 0, 0],
  },
  {
    id: '13348 API',
    format: 'WEBSERVICES',
    encoding: '其他',
    fields: PENSIONS,
    body: json({ success: true, result: { records: records(PENSION_HEADER) } }),
    official: [1, 0, 0],
  },
  {
    id: '13348 XML of varying fields',
    format: 'XML',
    encoding: '其他',
    fields: PENSIONS,
    body: Buffer.from(
      '<root><row><核定年月>10601</核定年月><給付><件數>1</件數></給付></row><row><核定年月>10602</核定年月><給付><件數>2</件數></給付></row></root>',
    ),
    official: [1, 0, 0],
  },
  {
    id: '12639 PDF',
    format: 'PDF',
    encoding: 'UTF-8',
    fields: '',
    body: Buffer.from('%PDF-1.4\n%âãÏÓ\n'),
    official: [0, 2, 0],
  },
  {
    id: '12639 ZIP with nothing to test',
    format: 'ZIP',
    encoding: '其他',
    fields: '',
    body: Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'),
    official: [2, 2, 2],
  },
  {
    id: '45751 ragged',
    format: 'CSV',
    encoding: 'BIG5',
    fields: '',
    body: Buffer.concat([big5Csv(CAFES), Buffer.from('\r\na,b,c,d,e\r\n')]),
    official: [1, 1, 0],
  },
  {
    id: '28148 CSV',
    format: 'CSV',
    encoding: 'UTF-8',
    fields: MEALS,
    body: csv(MEAL_HEADER),
    official: [1, 1, 0],
  },
  {
    id: '28148 JSON',
    format: 'JSON',
    encoding: 'UTF-8',
    fields: MEALS,
    body: json({ success: true, result: { records: records(MEAL_HEADER) } }),
    official: [1, 1, 0],
  },
  {
    id: '28148 KML without Schema',
    format: 'KML',
    encoding: 'UTF-8',
    fields: MEALS,
    body: Buffer.from(
      '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>餐點</name></Placemark><Placemark><name>二</name></Placemark></Document></kml>',
    ),
    official: [1, 1, 0],
  },
  {
    id: '11271',
    format: 'CSV',
    encoding: 'UTF-8',
    fields: CAFES.join('、'),
    body: csv(CAFES),
    official: [1, 1, 1],
  },
  {
    id: '54386 JSON',
    format: 'JSON',
    encoding: 'UTF-8',
    fields: JOURNALS.join('、'),
    body: json(records(JOURNALS)),
    official: [1, 1, 1],
  },
  {
    id: '54386 CSV, trailing empty name',
    format: 'CSV',
    encoding: 'UTF-8',
    fields: JOURNALS.join('、'),
    body: Buffer.from(table(JOURNALS).replaceAll(/(\r\n|$)/g, ',$1')),
    official: [1, 1, 1],
  },
  {
    id: '45750 web page',
    format: 'CSV',
    encoding: 'BIG5',
    fields: CAFES.join('、'),
    body: Buffer.from('<!DOCTYPE html><html><head><title>下載專區</title></head><body>請選擇</body></html>'),
    official: [2, 2, 2],
  },
]
