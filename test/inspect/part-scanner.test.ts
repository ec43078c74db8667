import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { readPart } from '../../src/inspect/office-xml.ts'
import { textIn } from '../../src/inspect/part-syntax.ts'

/** What was read of a part: adjoining texts joined, attributes in their order. */
async function read(blocks: readonly Buffer[]) {
  const events: string[] = []
  const because = await readPart('part.xml', blocks, {
    open: (name, attributes) =>
      events.push(
        `<${textIn(name)} ${attributes.names().map((key) => `${textIn(key)}=${attributes.get(key)}`)}`,
      ),
    close: (name) => events.push(`</${textIn(name)}`),
    text(bytes) {
      const text = textIn(bytes)
      if (events.at(-1)?.startsWith('"')) events[events.length - 1] += text
      else if (text !== '') events.push(`"${text}`)
    },
  })
  return because === undefined ? events : undefined
}

/** The same as saxes reads it. */
function oracle(text: string) {
  const events: string[] = []
  const add = (piece: string) => {
    if (events.at(-1)?.startsWith('"')) events[events.length - 1] += piece
    else if (piece !== '') events.push(`"${piece}`)
  }
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  let depth = 0
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    events.push(`<${local(name)} ${Object.entries(attributes).map(([key, value]) => `${key}=${value}`)}`)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    events.push(`</${local(name)}`)
  })
  parser.on('text', (piece) => depth > 0 && add(piece))
  parser.on('cdata', add)
  try {
    parser.write(text).close()
    return events
  } catch {
    return undefined
  }
}

function isRefusedByLibxml2(text: string): boolean {
  try {
    XmlDocument.fromString(text).dispose()
    return false
  } catch {
    return true
  }
}

/** Sound inside an element, most of them. */
const CONTENT = [
  '<b/>',
  '<b></b >',
  '<x:row r="1"/>',
  '<c r="A1" s="2" ><v>1</v></c>',
  '<a x:r="1" t=\'s\'></a>',
  '<欄 名="值">數</欄>',
  '<a r="&amp;&#65;&#x4e2d;\n \t"/>',
  'text',
  '文字　',
  '\r\n\r',
  '&lt;&gt;&quot;&apos;&amp;',
  '&#20013;',
  '&#x1F600;',
  ']]',
  '<!-- 註 -->',
  '<!---->',
  '<![CDATA[<&>\r\n]]>',
  '<?p i?>',
  '<?p?>',
]
const ODD = [
  '<a>',
  '</a>',
  '</ b>',
  '< a>',
  '<a r="1"s="2">',
  '<a r="1" r="2"/>',
  '<a r=1/>',
  '<a r/>',
  '<a r="<"/>',
  '<1/>',
  '&#0;',
  '&#xD800;',
  '&nbsp;',
  '&',
  '&amp',
  ']]>',
  '\u0001',
  '\ufffe',
  '<!-- -- -->',
  '<!--->',
  '<![CDATA[',
  '<?xml?>',
  '<? p?>',
  '<!ELEMENT a>',
  '>',
  '"',
  '<',
  '/',
]
const DECLARATIONS = ['', '', '<?xml version="1.0" encoding="UTF-8"?>', "<?xml version='1.0'?>\n"]
const AROUND = ['<!-- 註 -->', '<?p?>', '\n', '', '']
const DOCTYPES = ['', '', '<!DOCTYPE a>', '<!DOCTYPE a SYSTEM "x>">', '<!DOCTYPE a PUBLIC "[" \'y\' >']

const content = fc.array(
  fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...CONTENT) }, fc.constantFrom(...ODD)),
  { maxLength: 8 },
)
const seldom = fc.oneof({ weight: 30, arbitrary: fc.constant('') }, fc.constantFrom(...CONTENT, ...DOCTYPES))
const documents = fc
  .tuple(
    fc.constantFrom(...DECLARATIONS),
    seldom,
    fc.constantFrom(...AROUND),
    fc.constantFrom(...DOCTYPES),
    content,
    fc.constantFrom(...AROUND),
    seldom,
  )
  .map(([declaration, odd, before, doctype, within, after, odder]) =>
    [declaration, odd, before, doctype, '<a>', ...within, '</a>', after, odder].join(''),
  )

const harm = fc.option(fc.tuple(fc.nat(200), fc.nat(3), fc.constantFrom(...'<>&"\'/=!- [];#xé中\u0001', '')))
const harmed = (text: string, at: number, length: number, put: string): string =>
  text.slice(0, at) + put + text.slice(at + length)

function cutAt(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...places].map((from, i) => bytes.subarray(from, places[i] ?? bytes.length))
}

describe('parts of workbooks are read as saxes reads them', () => {
  test('wherever they are cut, whatever is wrong in them', async () => {
    let sound = 0
    await fc.assert(
      fc.asyncProperty(
        documents,
        harm,
        fc.array(fc.nat(400), { maxLength: 6 }),
        async (document, harm, cuts) => {
          const text = harm ? harmed(document, ...harm) : document
          const expected = oracle(text)
          const found = await read(cutAt(Buffer.from(text), cuts))
          // saxes lets a few things pass, such as <?p?<?x?>.
          if (!found && expected) expect(isRefusedByLibxml2(text)).toBe(true)
          else expect(found).toEqual(expected)
          if (found) sound++
        },
      ),
      { numRuns: Number(process.env['ODBADGE_FUZZ'] ?? 3_000) },
    )
    expect(sound).toBeGreaterThan(300)
  })

  test.each([
    ...[...CONTENT, ...ODD].map((piece) => `<a>${piece}</a>`),
    ...ODD.map((piece) => `${piece}<a/>`),
    ...ODD.map((piece) => `<a/>${piece}`),
    '<!DOCTYPE a><!DOCTYPE a><a/>',
    '<a/><!DOCTYPE a>',
    '<!-- 註 --><?xml version="1.0"?><a/>',
    '<a><?xml version="1.0"?></a>',
    '<a><![CDATA[\u0001]]></a>',
    '<a><?p \u0001?></a>',
    '<a><!-- \u0001 --></a>',
    '<![CDATA[x]]><a/>',
    '<a/><a/>',
    '<a>',
    '',
  ])('%j', async (text) => {
    expect(await read([Buffer.from(text)])).toEqual(oracle(text))
  })

  test('more names than are at hand', async () => {
    const names = Array.from({ length: 20_000 }, (_, n) => `a${String(n).padStart(5, '0')}`)
    const text = `<r>${names.map((name) => `<${name} ${name}="1"></${name}>`).join('')}</r>`
    expect(await read([Buffer.from(text)])).toEqual(oracle(text))
  })

  test.each([
    ['UTF-16, little-endian', Buffer.from('\ufeff<a>中</a>', 'utf16le'), ['<a ', '"中', '</a']],
    ['UTF-16, big-endian', Buffer.from('\ufeff<a>中</a>', 'utf16le').swap16(), ['<a ', '"中', '</a']],
    ['a byte order mark', Buffer.from('\ufeff<?xml version="1.0"?><a/>'), ['<a ', '</a']],
    ['half of UTF-16', Buffer.from('\ufeff<a>中</a>', 'utf16le').subarray(0, -1), undefined],
    ['Big5', Buffer.from([...Buffer.from('<a>'), 0xa4, 0xa4, ...Buffer.from('</a>')]), undefined],
    ['half a character', Buffer.from('<a/>中').subarray(0, -1), undefined],
    ['nothing', Buffer.alloc(0), undefined],
    ['an internal DTD', Buffer.from('<!DOCTYPE a [<!ENTITY x "y">]><a/>'), undefined],
    ['an address with a bracket', Buffer.from('<!DOCTYPE a SYSTEM "[x">'.concat('<a/>')), ['<a ', '</a']],
    ['elements in 1,001 others', Buffer.from(`${'<a>'.repeat(1_001)}${'</a>'.repeat(1_001)}`), undefined],
    [
      '1,001 attributes',
      Buffer.from(`<a ${Array.from({ length: 1_001 }, (_, n) => `a${n}=""`).join(' ')}/>`),
      undefined,
    ],
    ['a text of more than 1 MiB', Buffer.from(`<a>${'x'.repeat(2 ** 20 + 1)}</a>`), undefined],
    ['a comment of more than 1 MiB', Buffer.from(`<a><!--${'x'.repeat(2 ** 20)}--></a>`), undefined],
  ])('%s', async (_, bytes, expected) => {
    expect(await read([bytes])).toEqual(expected)
    expect(await read(cutAt(bytes, [1, 40_000, 1_000_000]))).toEqual(expected)
  })
})
