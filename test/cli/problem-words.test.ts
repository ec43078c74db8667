import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HEADER } from '../catalogue/make.ts'
import { complaints } from '../report/schema.ts'
import { csvCatalogue } from './catalogue.ts'
import { files } from './configured.ts'
import { odbadge } from './run.ts'

const URL = 'http://127.0.0.1:1/a.csv'
const row = (id: string) => ({ id, publisher: 'MOL', url: URL })

/** A catalogue that has the problem, and what is said of it in English. */
const PROBLEMS: readonly [name: string, content: string, told: RegExp][] = [
  ['same.csv', csvCatalogue([row('1'), row('1')]), /dataset id 1 came before at position 2/],
  ['none.csv', csvCatalogue([row('')]), /this entry has no dataset id/],
  ['width.csv', `${HEADER}\r\n1,2\r\n`, /2 cells, but the header has \d+/],
  ['open.csv', `${HEADER}\r\n"1,2\r\n`, /a quote is never closed/],
  [
    'cut.json',
    `[{"資料集識別碼":"1","資料集名稱":"a","資料下載網址":"${URL}"},`,
    /the file ends before the list does/,
  ],
  ['list.ndjson', `{"url":"${URL}","title":"a"}\n[]\n`, /this line is no JSON object/],
  [
    'xml.xml',
    '<a><data><資料集識別碼>1</資料集識別碼><資料集名稱>a & b</資料集名稱></data></a>',
    /the XML of this entry is faulty/,
  ],
  [
    'ckan.json',
    '{"success":true,"result":{"results":[{"id":"1","title":"a","resources":[{"format":"CSV"}]}]}}',
    /resource 1 of dataset 1 has no address/,
  ],
  [
    'datapackage.json',
    '{"name":"a","resources":[{"name":"r","path":"../../b.csv"}]}',
    /resource r: the file is not in the folder/,
  ],
  [
    'dcat.json',
    JSON.stringify({
      '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
      '@graph': [
        { '@id': 'd', '@type': 'dcat:Dataset', 'dct:title': 'a', 'dcat:distribution': { '@id': 'r' } },
        { '@id': 'r', '@type': 'dcat:Distribution' },
      ],
    }),
    /resource 1 of dataset d has neither downloadURL nor accessURL/,
  ],
  [
    'manual.txt',
    '介接說明書\n文件編號：A-1\n「甲」介接使用說明\n標籤名稱\n',
    /the table of 標籤名稱 cannot be read/,
  ],
  ['refused.json', '{"success":false,"error":{"message":"no"}}', /the server answered with an error: no/],
]

describe('problems of a catalogue', () => {
  it.each(PROBLEMS)('%s is told in the language asked for', async (name, content, told) => {
    const at = files({ [`in/${name}`]: content })
    const english = await odbadge('catalogue', at('in', name), '--lang', 'en')
    expect(english.out).toMatch(told)
    const chinese = await odbadge('catalogue', at('in', name))
    expect(chinese.out).not.toMatch(told)

    const json = await odbadge('catalogue', at('in', name), '--reporter', 'json')
    expect(complaints('catalogue', JSON.parse(json.out))).toEqual([])
    for (const [language, wanted] of [
      ['en', true],
      ['zh-TW', false],
    ] as const) {
      await odbadge(
        'audit',
        at('in', name),
        '--out',
        at(language),
        '--lang',
        language,
        '--confirm-after',
        'never',
      )
      const report = JSON.parse(readFileSync(at(language, 'report.json'), 'utf8'))
      expect(complaints('report', report)).toEqual([])
      expect(told.test(JSON.stringify(report.catalogueProblems))).toBe(wanted)
    }
  })
})
