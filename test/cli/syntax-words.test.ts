import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checked, folder, odbadge } from './run.ts'

const HAN = /\p{Script=Han}|[，。；：、（）「」]/gu

/** A broken file, the Chinese in it that its message quotes, and what is said of it in English. */
const FILES: readonly [name: string, content: string | Buffer, quoted: string, told: RegExp][] = [
  ['open.json', '{"a"', '', /expected|levels|ends here/],
  ['comma.json', '[{"年度":1},]', '', /a comma too many/],
  ['item.json', '[{"年度":1}；]', '；', /expected , or \] after an element of an array, but found ；/],
  ['ampersand.xml', '<r><a>甲&乙</a></r>', '', /write a & in text as &amp;/],
  ['tags.xml', '<r><年>1</月></r>', '年月', /end tag <\/月> does not match the start tag <年>/],
  [
    'encoding.xml',
    '<?xml version="1.0" encoding="UTF-16"?><r>甲</r>',
    '',
    /declared encoding is UTF-16, but the content is UTF-8/,
  ],
]

describe('check of a file whose syntax is broken', () => {
  it.each(FILES)('%s speaks the language asked for', async (name, content, quoted, told) => {
    const at = folder()
    writeFileSync(at(name), content)
    const english = await checked(at(name), '--lang', 'en')
    const message = (findings: typeof english) =>
      findings.report.results[0]?.findings.find(({ rule }) => rule === 'structure/parses')?.message ?? ''
    expect(message(english)).toMatch(told)
    for (const [character] of message(english).matchAll(HAN)) expect(quoted).toContain(character)
    expect((await odbadge('check', at(name), '--lang', 'en')).out).toMatch(told)

    const chinese = message(await checked(at(name)))
    expect(chinese).toMatch(/^不是合格的 /)
    expect(chinese).not.toMatch(told)
  })
})
