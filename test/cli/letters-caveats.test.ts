import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../rules/index.ts'
import type { LedgerHeader } from '../../src/core/ledger.ts'
import type { Language } from '../../src/core/localised.ts'
import { ruleText } from '../../src/core/record.ts'
import { DEVIATIONS, EXTENT, SELECTION, TOLD } from '../report/sample-caveats.ts'
import { BLANK, fails, letters, lettersUnder, of } from './letters.ts'
import { folder, odbadge } from './run.ts'
import { ledger } from './score-ledger.ts'

describe('what a reader of a letter must know', () => {
  it.each<[Language, said: string, caption: string]>([
    ['zh-TW', '本次檢測之設定與官方評核版本有 2 處不同，詳如附表三。', '附表三　與官方評核版本不同之處'],
    ['en', 'departs from the official profile in 2 place(s): see table 3.', 'Table 3: deviations'],
  ])('lists the deviations from the profile in %s', async (language, said, caption) => {
    const failing = [of('1', { [BLANK]: 'fail' }, [fails(BLANK, 'a')])]
    const page = async (header: Partial<LedgerHeader>) => {
      const { names, text } = await lettersUnder(header, failing, undefined, '--lang', language)
      return text(names[0]!).replaceAll('\\', '')
    }
    const deviant = await page({ deviations: DEVIATIONS })
    expect(deviant).toContain(said)
    const rows = TOLD[language].texts.map((text, at) => `| ${at + 1} | ${text} |`)
    expect(deviant.slice(deviant.indexOf(`## ${caption}`))).toContain(rows.join('\n'))
    const plain = await page({})
    for (const absent of [said, caption]) expect(plain).not.toContain(absent)
  })

  it.each<Language>(['zh-TW', 'en'])('says beside the score how much was audited in %s', async (language) => {
    const failing = [of('1', { [BLANK]: 'fail' }, [fails(BLANK, 'a')])]
    const at = folder()
    const whole = { rules: RULES.map(ruleText), deviations: DEVIATIONS, selection: SELECTION }
    const cut = ledger(failing, whole).trimEnd().split('\n').slice(0, -1)
    writeFileSync(at('cut.ndjson'), `${cut.join('\n')}\n`)
    const { code } = await odbadge('letters', at('cut.ndjson'), '--out', at('out'), '--lang', language)
    expect(code).toBe(0)
    const [name] = readdirSync(at('out')).filter((each) => each.endsWith('.md'))
    const page = readFileSync(at('out', name!), 'utf8').replaceAll('\\', '')
    const [first, ...items] = page
      .split('\n')
      .filter((line) => /^(?:[一二三四五六七]、|\d\. )/.test(line))
      .map((line) => line.replace(/^.+?(?:、|\. )/, ''))
    expect(first).toMatch(/2017|106/)
    expect(items[0]).toMatch(language === 'en' ? /score/ : /總分/)
    expect(items.slice(1, 3)).toEqual(EXTENT[language].texts)
    const plain = await letters(failing, undefined, '--lang', language)
    expect(plain.text(plain.names[0]!)).not.toContain(EXTENT[language].texts[0])
  })
})
