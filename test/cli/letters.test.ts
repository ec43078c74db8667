import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { membersOf } from '../../demo/zip-members.ts'
import type { DatasetRecord } from '../../src/core/ledger.ts'
import { fileNamer } from '../../src/report/letters/file-name.ts'
import { body } from '../score/make.ts'
import { BLANK, DUPLICATE, fails, letters, of } from './letters.ts'
import { hostile } from './worklist-ledger.ts'

describe('letters', () => {
  it('tells everything the first time', async () => {
    const failing = of('1', { [BLANK]: 'fail' }, [fails(BLANK, 'a')])
    const { names, text } = await letters([failing, of('2', { [BLANK]: 'pass' })])
    expect(names).toEqual(['勞動部-2026-08-31.md', '勞動部-2026-08-31.odt'])
    const page = text('勞動部-2026-08-31.md')
    expect(page).toContain('**受文者**：勞動部')
    expect(page).toContain('中華民國 115 年 8 月 31 日檢測貴機關之 2 個資料集')
    expect(page).toContain('**主旨**：貴機關之開放資料集經檢測，有 1 個資料集共 1 項新發現')
    expect(page).toMatch(
      /\| 1 \| 1 資料集1 \| .* \| 資料裡有 1 列空行（第 3 列）。 \| 請刪除這些空行後再上傳。 \|/,
    )
    expect(page.match(/^## .+$/gm)).toEqual(['## 說明', '## 辦法', '## 附表一　新發現之問題'])
  })

  it('tells only what has changed: new and mended, not what still fails', async () => {
    const before = [
      of('1', { [BLANK]: 'fail' }, [fails(BLANK, 'a')]),
      of('2', { [BLANK]: 'fail' }, [fails(BLANK, 'b')]),
      of('3', { [BLANK]: 'pass' }),
      of('4', { [BLANK]: 'fail' }, [fails(BLANK, 'd')]),
    ]
    const { text, names } = await letters(
      [
        of('1', { [BLANK]: 'fail' }, [fails(BLANK, 'a')]),
        of('2', { [BLANK]: 'pass' }),
        of('3', { [DUPLICATE]: 'fail' }, [fails(DUPLICATE, 'c')]),
        of('4', { [BLANK]: 'unknown' }),
      ],
      before,
    )
    const page = text(names[0]!)
    expect(page).toContain(
      '中華民國 115 年 8 月 1 日檢測結果相較：新發現 1 項（附表一）、已改善 1 項（附表二）；',
    )
    expect(page).toContain('前次即未符合而尚未改善者 1 項')
    expect(page).toContain('| 1 | 2 資料集2 | 資料中沒有空行 | structure/no-blank-rows |')
    expect(page).toContain('| 1 | 3 資料集3 |')
    expect(page).not.toMatch(/資料集1|資料集4/)
  })

  it('writes nothing to whom nothing has changed', async () => {
    const same = [of('1', { [BLANK]: 'fail' }, [fails(BLANK, 'a')])]
    const { names, out, err } = await letters(same, same)
    expect([names, out]).toEqual([[], ''])
    expect(err).toContain('寫了 0 份通知；1 個對象沒有變化')
  })

  it('tells once of a dataset that has lost its resources', async () => {
    const lost = of('1', {}, [], { resources: [] })
    const first = await letters([lost], [of('1', { 'link/reachable': 'pass' })])
    expect(first.text(first.names[0]!)).toContain('資料集沒有任何資料資源')
    expect((await letters([lost], [lost])).names).toEqual([])
    const again = await letters([of('1', { 'link/reachable': 'pass' })], [lost])
    expect(again.text(again.names[0]!)).toContain('已有 1 項改善')
  })

  it('thanks where all that changed is mended', async () => {
    const { text, names } = await letters(
      [of('1', { [BLANK]: 'pass' })],
      [of('1', { [BLANK]: 'fail' }, [fails(BLANK, 'a')])],
    )
    expect(text(names[0]!)).toContain('已有 1 項改善，請查照。')
    expect(text(names[0]!)).not.toContain('附表一　')
  })

  it('goes to each contact, namesakes of two bodies apart', async () => {
    const failing = (id: string, changes: Partial<DatasetRecord>) =>
      of(id, { [BLANK]: 'fail' }, [fails(BLANK, id)], changes)
    const { names, text } = await letters(
      [
        failing('1', {}),
        failing('2', { contact: { name: '陳小華' } }),
        failing('3', { body: body('moi', 'central', '內政部') }),
      ],
      undefined,
      '--per',
      'contact',
      '--lang',
      'en',
    )
    expect(names.filter((name) => name.endsWith('.odt'))).toEqual([
      '內政部-王小明-2026-08-31.odt',
      '勞動部-王小明-2026-08-31.odt',
      '勞動部-陳小華-2026-08-31.odt',
    ])
    const page = text('勞動部-王小明-2026-08-31.md')
    expect(page).toContain('**To**: 王小明, 勞動部')
    expect(page).toContain('1 newly fail an indicator in 1 place(s)')
    expect(page).not.toContain('資料集2')
  })

  it('lists 200 and counts the others', async () => {
    const many = Array.from({ length: 203 }, (_, n) =>
      of(`${n}`, { [BLANK]: 'fail' }, [fails(BLANK, `${n}`)]),
    )
    const { text, names } = await letters(many)
    expect(text(names[0]!)).toContain('有 203 個資料集共 203 項')
    expect(text(names[0]!)).toContain('另有 3 項未列出')
  })
})

describe('text of strangers in letters', () => {
  it('is text and nothing else', async () => {
    const named = (title: string) => ({ title, body: body(title, 'unmapped', title) })
    const traps = [
      '<script>alert(1)</script>',
      '![x](http://evil.example/x.png) [y](javascript:alert(1))',
      'http://evil.example www.evil.example a@evil.example',
      '../../etc/passwd',
      'a | b `c` \u202egnp',
    ]
    const records = [
      ...hostile,
      ...traps.map((trap, n) => of(`t${n}`, { [BLANK]: 'fail' }, [fails(BLANK, `t${n}`)], named(trap))),
    ]
    const { at, names } = await letters(records)
    expect(names).toHaveLength(2 * (1 + traps.length))
    for (const name of names) expect(name).toMatch(/^[^<>:"/\\|?*\s\u202e]+\.(?:md|odt)$/)
    for (const name of names.filter((name) => name.endsWith('.md'))) {
      const page = readFileSync(at('out', name), 'utf8')
      expect(page).not.toMatch(/(?<!\\)[<`]|(?<!\\)\]\(|(?<!\\):\/\/|www\.|(?<!\\)@|[\u202e\u001b]/)
    }
    for (const name of names.filter((name) => name.endsWith('.odt'))) {
      const members = await membersOf(readFileSync(at('out', name)))
      expect([...members.keys()]).toEqual(['mimetype', 'META-INF/manifest.xml', 'styles.xml', 'content.xml'])
      expect(members.get('content.xml')).not.toMatch(/<script|<f>|xlink/)
    }
  })

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', '-CON'],
    ['', 'letter'],
    ['...', 'letter'],
    ['a\u0000b\u202ec', 'a-b-c'],
    ['字'.repeat(100), '字'.repeat(40)],
  ])('%j becomes the file %j', (wanted, name) => {
    expect(fileNamer()(wanted)).toBe(name)
  })

  it('makes no two files of one name, in any case', () => {
    const name = fileNamer()
    expect([name('A'), name('a'), name('A')]).toEqual(['A', 'a-2', 'A-3'])
  })
})

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))

describe.skipIf(soffice === undefined)('in LibreOffice', () => {
  it('says the same as the Markdown', { timeout: 120_000 }, async () => {
    const { at, names } = await letters([...hostile.slice(0, 5)])
    const profile = `-env:UserInstallation=file://${at('profile')}`
    const odt = join(at('out'), names.find((name) => name.endsWith('.odt'))!)
    const args = [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', at(), odt]
    execFileSync(soffice!, args, { stdio: 'pipe', timeout: 110_000 })
    const text = readFileSync(
      at(names.find((name) => name.endsWith('.odt'))!.replace('.odt', '.txt')),
      'utf8',
    )
    expect(text).toContain('受文者：勞動部')
    expect(text).toContain('有 5 個資料集共 5 項新發現')
    expect(text.match(/=HYPERLINK\("http:\/\/evil\.example","x"\)/g)!.length).toBeGreaterThan(0)
  })
})
