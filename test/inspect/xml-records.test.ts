import { describe, expect, test } from 'vitest'
import { readXml, treeOf } from './tree-reader.ts'

const tree = (text: string) => treeOf(readXml(text))
const records = (text: string) => tree(text).records
const field = (name: string, count: number) => ({ name, count })

describe('records', () => {
  test('rows below the root', () => {
    expect(records('<r><row><a>1</a><b/></row>\n<row><b>2</b><c/></row></r>')).toMatchObject({
      path: '/r/row',
      count: 2,
      fields: [field('a', 1), field('b', 2), field('c', 1)],
      nested: 0,
      others: 0,
    })
  })

  test('attributes are the fields of rows without children', () => {
    expect(records('<r xmlns="u"><row a="1" xmlns:x="v" x:b="2"/><row a="3">t</row></r>')!.fields).toEqual([
      field('a', 2),
      field('x:b', 1),
    ])
    expect(records('<r><row id="1"><a/></row><row id="2"><a/></row></r>')!.fields).toEqual([field('a', 2)])
  })

  test('what lies beside the rows is none of theirs', () => {
    expect(records('<r><x><k/></x><y a="1"/><y a="2"/></r>')!.fields).toEqual([field('a', 2)])
  })

  test('rows with rows inside are nested', () => {
    expect(
      records('<r><row><a><b/></a><c/></row><row><a/></row><row><a><b/><b/></a></row></r>'),
    ).toMatchObject({
      path: '/r/row',
      count: 3,
      nested: 2,
    })
  })

  test('a name that a record repeats is a column each time', () => {
    expect(
      records('<r><row><a/><b/><a/></row><row><a/><b/><a/></row><row><a/><a/><a/></row></r>')!.fields,
    ).toEqual([field('a', 3), field('a[2]', 3), field('a[3]', 1), field('b', 2)])
  })

  test('the shallowest list wins, then the one with elements, then the longest', () => {
    expect(
      records('<r><h><x a="1"/><x a="2"/></h><g><row><v/></row></g><g><row><v/></row></g></r>')!.path,
    ).toBe('/r/g/row')
    expect(records('<r><link a="1"/><link a="2"/><link a="3"/><e><t/></e><e><t/></e></r>')!.path).toBe('/r/e')
    expect(records('<r><p><t/></p><p><t/></p><q><t/></q><q><t/></q><q><t/></q></r>')!.path).toBe('/r/q')
    expect(records('<r><v>1</v><v>2</v></r>')).toBeUndefined()
  })

  test.each([
    [
      'RSS',
      '<rss><channel><title/><item><title/><link/></item><item><title/></item></channel></rss>',
      '/rss/channel/item',
      2,
    ],
    [
      'Atom',
      '<feed xmlns="a"><link href="x"/><link href="y"/><entry><id/></entry><entry><id/></entry></feed>',
      '/feed/entry',
      2,
    ],
    [
      'RSS of one item',
      '<rss xmlns:a="a"><channel><a:link href="x"/><a:link href="y"/><image><url/><title/></image><item><a/></item></channel></rss>',
      '/rss/channel/item',
      1,
    ],
    [
      'RSS 1.0',
      '<r:RDF xmlns:r="r"><channel><items><r:li resource="a"/><r:li resource="b"/></items></channel><item r:about="a"><title/></item></r:RDF>',
      '/RDF/item',
      1,
    ],
    [
      'Atom of one entry',
      '<feed xmlns="a"><link href="x"/><link href="y"/><author><name/><uri/></author><entry><id/></entry></feed>',
      '/feed/entry',
      1,
    ],
    [
      'GML of one feature, with an extent and a place',
      '<c xmlns:g="g"><g:boundedBy><g:Box><g:lower/><g:upper/></g:Box></g:boundedBy><g:featureMember><p><n/><geom><g:Point><g:pos/></g:Point></geom></p></g:featureMember></c>',
      '/c/featureMember/p',
      1,
    ],
    [
      'GML with its features in one envelope',
      '<c xmlns:g="g"><g:featureMembers><p><n/></p><p><n/></p></g:featureMembers></c>',
      '/c/featureMembers/p',
      2,
    ],
    [
      'GML of two kinds',
      '<c><featureMember><p><n/></p></featureMember><featureMember><q><m/></q></featureMember></c>',
      '/c/featureMember',
      2,
    ],
    ['a feed without entries', '<feed><row><a/></row><row><a/></row></feed>', '/feed/row', 2],
    ['SOAP', '<s:E xmlns:s="s"><s:Body><R><T><a/></T><T><a/></T></R></s:Body></s:E>', '/E/Body/R/T', 2],
    [
      'GML',
      '<c xmlns:g="g"><g:member><p><n/><m/></p></g:member><g:member><p><n/></p></g:member></c>',
      '/c/member/p',
      2,
    ],
    ['a single row', '<r><h/><row><a>1</a><b>2</b></row></r>', '/r/row', 1],
  ])('%s', (_, text, path, count) => {
    expect(records(text)).toMatchObject({ path, count })
  })

  test.each(['<a/>', '<a>1</a>', '<a><b>1</b><c>2</c></a>', '<a><b/></a>'])('none in %s', (text) => {
    expect(records(text)).toBeUndefined()
  })

  test('what was met before a fault is told', () => {
    expect(tree('<r><row><a/></row><row><a/></row><row><b></r>')).toMatchObject({
      records: { count: 3 },
      fault: { line: 1, column: 42 },
    })
  })
})

describe('KML', () => {
  const kml = (content: string) =>
    `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${content}</Document></kml>`
  const placemark = (...names: string[]) =>
    `<Placemark><name>x</name><ExtendedData>${names.map((name) => `<Data name="${name}"><value/></Data>`).join('')}</ExtendedData></Placemark>`

  test('placemarks are the records, wherever they lie', () => {
    const text = kml(
      `<Folder>${placemark('站名', '地址')}<Folder>${placemark('站名', '站名')}</Folder></Folder>${placemark()}`,
    )
    expect(tree(text)).toMatchObject({
      root: ['kml'],
      schema: false,
      records: { path: '//Placemark', count: 3, fields: [field('站名', 2), field('地址', 1)], nested: 0 },
    })
  })

  test('a column that the schema declares and no placemark fills', () => {
    const schema = '<Schema id="s"><SimpleField name="站名"/><SimpleField name="備註"/></Schema>'
    const data = '<SchemaData><SimpleData name="站名"/></SchemaData>'
    expect(
      tree(kml(`${schema}<Placemark><ExtendedData>${data}</ExtendedData></Placemark>`)).records!.fields,
    ).toEqual([field('站名', 1), field('備註', 0)])
  })

  test('a schema, and placemarks with names alone', () => {
    expect(
      tree(kml('<Schema id="s"><SimpleField name="a"/></Schema><Placemark><name/><Point/></Placemark>')),
    ).toMatchObject({
      schema: true,
      records: { count: 1, fields: [field('name', 1)] },
    })
    expect(tree(kml('<name/>')).records).toBeUndefined()
  })
})

describe('what a server says', () => {
  test.each([
    ['<Result><RetCode>0400</RetCode><RetMsg>參數錯誤</RetMsg></Result>', ['0400', '參數錯誤']],
    ['<r><message><![CDATA[查無 &]]> 資料</message></r>', ['查無 & 資料']],
    ['<error>Not &lt;allowed&gt;</error>', ['Not <allowed>']],
    ['<r><message>OK</message><description>每日更新</description></r>', []],
    ['<data><row><message>x</message></row><row><message>y</message></row></data>', []],
    ['<r><error><code>1</code></error></r>', []],
    ['<r><error>x <b>y</b> z</error></r>', []],
    [`<r>${'<message>ok</message>'.repeat(5)}<message>bad</message></r>`, []],
  ])('%s', (text, messages) => {
    expect(tree(text).messages).toEqual(messages)
  })

  test('a flag', () => {
    expect(tree('<r><success>false</success></r>').success).toBe(false)
    expect(tree('<r><status> TRUE </status></r>').success).toBe(true)
    expect(tree('<r><status>ok</status></r>').success).toBeUndefined()
  })

  test('long messages are cut', () => {
    expect(tree(`<r><message>${'錯'.repeat(5_000)}</message></r>`).messages).toEqual(['錯'.repeat(200)])
  })
})
