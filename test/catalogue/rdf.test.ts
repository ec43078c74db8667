import { describe, expect, it } from 'vitest'
import { folder, odbadge, portalFor } from '../cli/run.ts'
import type { Routes } from '../support/portal.ts'
import { list, page } from './live.ts'

const ROOT =
  '<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:vcard="http://www.w3.org/2006/vcard/ns#" xmlns:hydra="http://www.w3.org/ns/hydra/core#">'
const rdf = (inner: string) => `${ROOT}${inner}</rdf:RDF>`

/** As CKAN's DCAT extension writes it: a catalogue with everything inside. */
const NESTED = rdf(`<dcat:Catalog rdf:about="https://a.tw"><dcat:dataset>
  <dcat:Dataset rdf:about="https://a.tw/dataset/d1">
    <dct:identifier>d1</dct:identifier>
    <dct:title xml:lang="en">name</dct:title><dct:title xml:lang="zh-TW">名稱</dct:title>
    <dct:publisher><foaf:Organization rdf:about="https://a.tw/organization/mol"><foaf:name>勞動部</foaf:name></foaf:Organization></dct:publisher>
    <dct:accrualPeriodicity rdf:resource="http://publications.europa.eu/resource/authority/frequency/ANNUAL"/>
    <dct:issued rdf:datatype="http://www.w3.org/2001/XMLSchema#date">2020-01-01</dct:issued>
    <dct:modified>2026-01-31T00:00:00Z</dct:modified>
    <dcat:contactPoint rdf:parseType="Resource"><vcard:fn>王小明</vcard:fn></dcat:contactPoint>
    <dcat:keyword>a &amp; b</dcat:keyword>
    <dcat:distribution><dcat:Distribution rdf:about="r1"><dct:title>第一個</dct:title>
      <dcat:downloadURL rdf:resource="files/a.csv"/>
      <dcat:mediaType rdf:resource="https://www.iana.org/assignments/media-types/text/csv"/></dcat:Distribution></dcat:distribution>
    <dcat:distribution><dcat:Distribution rdf:about="r2" dct:format="API"><dcat:accessURL rdf:resource="https://b.tw/"/></dcat:Distribution></dcat:distribution>
  </dcat:Dataset></dcat:dataset></dcat:Catalog>`)

/** The same as flat descriptions that link to each other, with a short name for a namespace. */
const FLAT = `<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [<!ENTITY dcat "http://www.w3.org/ns/dcat#"> <!ENTITY bomb "&dcat;&dcat;">]>
${ROOT.slice(ROOT.indexOf('<rdf'))}
<rdf:Description rdf:nodeID="p"><foaf:name>勞動部</foaf:name></rdf:Description>
<rdf:Description rdf:about="https://a.tw/dataset/d1"><rdf:type rdf:resource="&dcat;Dataset"/>
  <dct:identifier>d1</dct:identifier><dct:title xml:lang="zh-TW">名稱</dct:title><dct:publisher rdf:nodeID="p"/>
  <dct:accrualPeriodicity>R/P1Y</dct:accrualPeriodicity><dct:issued>2020-01-01</dct:issued><dct:modified>2026-01-31T00:00:00Z</dct:modified>
  <dcat:contactPoint rdf:nodeID="c"/><dcat:keyword>a &amp; b</dcat:keyword>
  <dcat:distribution rdf:resource="r1"/><dcat:distribution rdf:resource="r2"/></rdf:Description>
<rdf:Description rdf:nodeID="c"><vcard:fn>王小明</vcard:fn></rdf:Description>
<rdf:Description rdf:about="r1"><rdf:type rdf:resource="&dcat;Distribution"/><dct:title>第一個</dct:title><dcat:downloadURL rdf:resource="files/a.csv"/><dcat:mediaType>text/csv</dcat:mediaType></rdf:Description>
<rdf:Description rdf:about="r2"><dcat:accessURL rdf:resource="https://b.tw/"/><dct:format>API</dct:format></rdf:Description>
</rdf:RDF>`

describe('DCAT as RDF/XML', () => {
  it.each([
    ['nested', NESTED],
    ['flat', FLAT],
  ])('%s', async (_, body) => {
    const portal = await portalFor({ '/catalog.rdf': { body } })
    const { datasets, problems, code } = await list(portal.url('/catalog.rdf'))
    expect([code, problems]).toEqual([0, []])
    expect(datasets).toEqual([
      {
        id: 'd1',
        title: '名稱',
        publisher: '勞動部',
        updateFrequency: '每1年',
        issued: '2020-01-01T00:00:00+08:00',
        modified: '2026-01-31T08:00:00+08:00',
        contact: { name: '王小明' },
        resources: [
          { id: '1', url: portal.url('/files/a.csv'), format: 'CSV', description: '第一個' },
          { id: '2', url: 'https://b.tw/', format: 'API' },
        ],
        extra: { keyword: '["a & b"]' },
        position: 1,
      },
    ])
  })

  it.each<[string, string, RegExp]>([
    ['cut off', NESTED.slice(0, -200), /不是正確的 XML/],
    ['without an end to its levels', rdf('<dcat:Dataset>'.repeat(100)), /不是正確的 XML：> 64 levels/],
    [
      'Turtle',
      '# a\n@prefix dcat: <http://www.w3.org/ns/dcat#> .\n<a> a dcat:Dataset .',
      /是 Turtle.*\.jsonld.*rapper -i turtle/,
    ],
  ])('%s is refused with a remedy', async (_, body, message) => {
    const { code, err } = await odbadge('catalogue', folder({ c: body })('c'))
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })
})

describe('linked data in pages', () => {
  const dataset = (id: string) =>
    `<dcat:Dataset rdf:about="${id}"><dct:identifier>${id}</dct:identifier><dct:title>${id}</dct:title><dcat:distribution><dcat:Distribution><dcat:downloadURL rdf:resource="https://b.tw/${id}"/></dcat:Distribution></dcat:distribution></dcat:Dataset>`
  const hydra = (next: string) =>
    `<hydra:PagedCollection rdf:about="?page=1"><hydra:nextPage>${next}</hydra:nextPage></hydra:PagedCollection>`
  const pages: Routes = {
    '/catalog.rdf': { body: rdf(dataset('a') + dataset('b') + hydra('/catalog.rdf?page=2')) },
    '/catalog.rdf?page=2': { body: rdf(dataset('c') + hydra('/catalog.rdf?page=3')) },
    '/catalog.rdf?page=3': { body: rdf(dataset('d')) },
  }
  const second = '/catalog.rdf?page=2'

  it.each<[string, Routes, readonly string[], readonly string[]]>([
    ['to the end', {}, ['a', 'b', 'c', 'd'], []],
    ['a web page in between', { [second]: page }, ['a', 'b'], ['page-failed@3']],
    ['an error in between', { [second]: { status: 500 } }, ['a', 'b'], ['page-failed@3']],
    [
      'a page that is cut',
      { [second]: { body: rdf(dataset('c')).slice(0, -20) } },
      ['a', 'b'],
      ['page-failed@3'],
    ],
    [
      'pages that go round',
      { [second]: { body: rdf(dataset('c') + hydra(second)) } },
      ['a', 'b', 'c'],
      ['page-repeats@4'],
    ],
    ['a dataset that comes again', { [second]: { body: rdf(dataset('b')) } }, ['a', 'b'], ['duplicate-id@3']],
  ])('%s', async (_, broken, ids, problems) => {
    const portal = await portalFor({ ...pages, ...broken })
    const found = await list(portal.url('/catalog.rdf'))
    expect([found.ids, found.problems]).toEqual([ids, problems])
    expect(found.code).toBe(problems.some((problem) => !problem.startsWith('duplicate')) ? 3 : 0)
  })

  it('as JSON-LD', async () => {
    const graph = (id: string, next?: string) => ({
      body: JSON.stringify({
        '@context': { dcat: 'http://www.w3.org/ns/dcat#' },
        '@graph': [
          {
            '@id': id,
            '@type': 'dcat:Dataset',
            'dct:title': id,
            'dcat:distribution': { 'dcat:downloadURL': 'https://b.tw/' },
          },
          ...(next === undefined ? [] : [{ '@type': 'hydra:PagedCollection', 'hydra:nextPage': next }]),
        ],
      }),
    })
    const portal = await portalFor({
      '/c.jsonld': graph('a', '/c.jsonld?page=2'),
      '/c.jsonld?page=2': graph('b'),
    })
    expect(await list(portal.url('/c.jsonld'))).toMatchObject({ ids: ['a', 'b'], problems: [], code: 0 })
  })
})
