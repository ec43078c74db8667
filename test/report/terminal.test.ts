import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { columns, cut, printable } from '../../src/report/columns.ts'
import { findingsText, summaryText } from '../../src/report/index.ts'
import { checkReport } from './sample-check.ts'
import { header, summary } from './sample-ledger.ts'

const ESCAPES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
const options = { language: 'zh-TW', colour: false, width: 60 } as const

describe('summaryText', () => {
  it('shows the numbers of the summary', () => {
    const text = summaryText({ header, summary }, options)
    expect(text).toContain('資料集  6   資料資源  7')
    expect(text).toMatch(/金標章 +1 +3\n/)
    expect(text).toMatch(/無標章 +2 +1\n/)
    expect(text).toMatch(/63\.33–76\.67 +3 +勞動部/)
    expect(text).toMatch(/詮釋資料相符 +2 +1 +0 +3\n/)
    expect(text).toMatch(/1 +0 +主要欄位說明與資料欄位相符 +metadata\/fie/)
    expect(text).toContain('目錄問題  1')
    expect(text).toContain('檢測規則發生程式錯誤  1')
  })

  it('fits the width, counting a Chinese character as two', () => {
    for (const width of [50, 60, 100])
      for (const line of summaryText({ header, summary }, { ...options, width }).split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width)
  })

  it('paints only when asked, and lets no text of a publisher paint', () => {
    expect(summaryText({ header, summary }, options)).not.toMatch(ESCAPES)
    const painted = summaryText({ header, summary }, { ...options, colour: true })
    expect(painted).toContain('\u001b[1m')
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(summaryText({ header, summary }, options))
  })

  it('names ten bodies and says that there are more', () => {
    const bodies = Array.from({ length: 11 }, (_, i) => ({
      ...summary.bodies[0]!,
      body: { id: `${i}`, name: `第${i}局`, group: 'local' as const },
    }))
    const text = summaryText({ header, summary: { ...summary, bodies } }, options)
    expect(text).toContain('第9局')
    expect(text).not.toContain('第10局')
    expect(text).toContain('其餘機關見完整報告')
  })
})

describe('findingsText', () => {
  it('gives each file its badge, indicators and findings, gravest first, with row and remedy', () => {
    const text = findingsText(checkReport, { language: 'zh-TW', colour: false })
    expect(text).toContain('人口.csv  銅標章\n')
    expect(text).toContain(
      '可直接下載 通過   屬結構化資料 不通過   詮釋資料相符 無法判定   資料即時性 不適用',
    )
    expect(text).toMatch(/✗ 須修正 {2}第 3 列 {2}應有 2 欄/)
    expect(text).toContain('→ 請刪除多餘的欄位。')
    expect(text.indexOf('須修正')).toBeLessThan(text.indexOf('? 無法判定'))
    expect(text).toContain('clean.json  銀標章（最多金標章）')
    expect(text).not.toMatch(ESCAPES)
  })
})

describe('columns', () => {
  it('aligns mixed scripts', () => {
    expect(
      columns(
        [
          ['中文', '1', 'x'],
          ['ab', '22', '臺灣'],
        ],
        [1],
        40,
      ),
    ).toEqual(['  中文   1  x', '  ab    22  臺灣'])
  })

  it('cuts between characters and makes control characters visible', () => {
    expect(cut('臺灣開放資料', 7)).toBe('臺灣開…')
    expect(cut('短', 7)).toBe('短')
    expect(printable('a\u001b[31m\nb\u202ec\u009b')).toBe('a\ufffd[31m b\ufffdc\ufffd')
  })
})
