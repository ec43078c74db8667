import { describe, expect, it } from 'vitest'
import { rulePage, rulePageUrl } from '../../src/core/rule-page.ts'

describe('page of a rule', () => {
  it('is in the package in both languages', () => {
    expect(rulePage('link/reachable', 'zh-TW')).toBe('docs/rules/link/reachable.md')
    expect(rulePage('link/reachable', 'en')).toBe('docs/rules/link/reachable.en.md')
  })

  it.each(['https://example.gov.tw/odbadge', 'https://example.gov.tw/odbadge/'])(
    'stands below %s',
    (base) => {
      expect(rulePageUrl('link/reachable', 'zh-TW', base)).toBe(
        'https://example.gov.tw/odbadge/docs/rules/link/reachable.md',
      )
    },
  )

  it('has no address without a base', () => {
    expect(rulePageUrl('link/reachable', 'zh-TW', undefined)).toBeUndefined()
  })
})
