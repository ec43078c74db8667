import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/core/localised.ts'
import { writers } from '../../src/report/index.ts'
import type { LedgerView } from '../../src/report/view.ts'
import { junitComplaints, sarifComplaints } from './published.ts'
import { DEVIATIONS, TOLD } from './sample-deviations.ts'
import { ledger, written } from './sample-ledger.ts'

describe('deviations from the profile', () => {
  const deviant: LedgerView = { ...ledger, header: { ...ledger.header, deviations: DEVIATIONS } }
  const unescaped = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#58;', ':').replaceAll('\\', '')

  /** Title and texts, as far as a report has them; nothing where it has none. */
  const READ: Readonly<
    Record<'github' | 'sarif' | 'junit' | 'markdown', (report: string) => readonly string[]>
  > = {
    github: (report) => {
      const [, title, texts] = /^::notice title=([^,]*?)::(.*)$/m.exec(report.split('\n', 1)[0]!) ?? []
      return title === undefined ? [] : [title.replaceAll('%3A', ':'), ...texts!.split('%0A')]
    },
    sarif: (report) => {
      const log = JSON.parse(report)
      expect(sarifComplaints(log)).toEqual([])
      const told: { message: { text: string } }[] =
        log.runs[0].invocations[0].toolConfigurationNotifications ?? []
      return told.map(({ message }) => message.text)
    },
    junit: (report) => {
      expect(junitComplaints(report)).toEqual([])
      const [, title, properties] =
        /^<testsuite name="([^"]*)" tests="0".*\n<properties>([\s\S]*?)<\/properties>/m.exec(report) ?? []
      const values = [...(properties ?? '').matchAll(/ value="(.*?)"/g)].map(([, value]) => value!)
      return [title ?? [], values].flat().map(unescaped)
    },
    markdown: (report) => {
      const [, title, texts] = /^\*\*(.*)\*\*\n\n((?:- .*\n)+)\n/m.exec(report) ?? []
      expect(report).not.toContain('<b>')
      return title === undefined ? [] : [title, ...texts!.trim().split(/\n?- /).slice(1)].map(unescaped)
    },
  }
  const WHOLE = ['github', 'junit', 'markdown'] as const

  it.each(LANGUAGES.flatMap((language) => WHOLE.map((name) => [name, language] as const)))(
    'stand in %s in %s, and nothing where there are none',
    async (name, language) => {
      const { title, texts } = TOLD[language]
      expect(READ[name](await written(writers[name](deviant, { language })))).toEqual([title, ...texts])
      expect(READ[name](await written(writers[name](ledger, { language })))).toEqual([])
    },
  )

  it.each(LANGUAGES)('are notifications of the configuration in sarif in %s', async (language) => {
    const { title, texts } = TOLD[language]
    expect(READ.sarif(await written(writers.sarif(deviant, { language })))).toEqual(
      texts.map((text) => title.replace('2', text)),
    )
    expect(READ.sarif(await written(writers.sarif(ledger, { language })))).toEqual([])
  })

  it.each(['gitlab', 'svg'] as const)('have no place in %s', async (name) => {
    expect(await written(writers[name](deviant, { language: 'zh-TW' }))).toBe(
      await written(writers[name](ledger, { language: 'zh-TW' })),
    )
  })
})
