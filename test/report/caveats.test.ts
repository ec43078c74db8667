import { describe, expect, it } from 'vitest'
import type { LedgerHeader } from '../../src/core/ledger.ts'
import { LANGUAGES, type Language } from '../../src/core/localised.ts'
import { summaryText, writers } from '../../src/report/index.ts'
import type { LedgerView } from '../../src/report/view.ts'
import { junitComplaints, sarifComplaints } from './published.ts'
import { DEVIATIONS, EXTENT, SELECTION, TOLD } from './sample-caveats.ts'
import { ledger, written } from './sample-ledger.ts'

/** The sample as one whole audit that went as its profile says, but for these. */
const view = (header: Partial<LedgerHeader>, more: Partial<LedgerView> = {}): LedgerView => ({
  ...ledger,
  header: { ...ledger.header, selection: {}, ...header },
  ...more,
})

const PLAIN = view({})
const DEVIANT = view({ deviations: DEVIATIONS })
const SELECTED = view({ selection: SELECTION })
const CUT = view({}, { interrupted: true })
const ALL = view({ deviations: DEVIATIONS, selection: SELECTION }, { interrupted: true })

type Group = readonly string[]

/** Title and texts of each group. */
const groupsOf = (told: LedgerView, language: Language): Group[] => {
  const [cut, selected] = EXTENT[language].texts
  const extent = [
    ...(told.interrupted ? [cut!] : []),
    ...(told.header.selection['limit'] === undefined ? [] : [selected!]),
  ]
  return [
    [EXTENT[language].title, ...extent],
    [TOLD[language].title, ...(told.header.deviations ? TOLD[language].texts : [])],
  ].filter(({ length }) => length > 1)
}

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#58;', ':').replaceAll('\\', '')

/** The groups that a report has before anything else. */
const READ: Readonly<Record<'github' | 'junit' | 'markdown', (report: string) => Group[]>> = {
  github: (report) =>
    report.split('\n').flatMap((line) => {
      const [, title, texts] = /^::notice title=((?:稽核範圍|與官方|What|Dev)[^:]*)::(.*)$/.exec(line) ?? []
      return title === undefined ? [] : [[title.replaceAll('%3A', ':'), ...texts!.split('%0A')]]
    }),
  junit: (report) => {
    expect(junitComplaints(report)).toEqual([])
    const suites = report.matchAll(
      /^<testsuite name="([^"]*)" tests="0".*\n<properties>([\s\S]*?)<\/properties>/gm,
    )
    return [...suites].map(([, title, properties]) =>
      [title!, ...[...properties!.matchAll(/ value="(.*?)"/g)].map(([, value]) => value!)].map(unescaped),
    )
  },
  markdown: (report) => {
    expect(report).not.toContain('<b>')
    const groups = report.matchAll(/^\*\*(.*)\*\*\n\n((?:- .*\n)+)\n/gm)
    return [...groups].map(([, title, texts]) =>
      [title!, ...texts!.trim().split(/\n?- /).slice(1)].map(unescaped),
    )
  },
}

describe('what a reader must know before the numbers', () => {
  const VIEWS = { PLAIN, DEVIANT, SELECTED, CUT, ALL }
  const cases = LANGUAGES.flatMap((language) =>
    Object.entries(VIEWS).map(([name, told]) => [name, language, told] as const),
  )

  it.each(cases)('%s: stands in github, junit and markdown in %s', async (_, language, told) => {
    const groups = groupsOf(told, language)
    for (const name of ['github', 'junit', 'markdown'] as const)
      expect([name, READ[name](await written(writers[name](told, { language })))]).toEqual([name, groups])
  })

  it.each(cases)('%s: is a notification of the configuration in sarif in %s', async (_, language, told) => {
    const log = JSON.parse(await written(writers.sarif(told, { language })))
    expect(sarifComplaints(log)).toEqual([])
    const found: { message: { text: string } }[] =
      log.runs[0].invocations[0].toolConfigurationNotifications ?? []
    const colon = language === 'en' ? ': ' : '：'
    expect(found.map(({ message }) => message.text)).toEqual(
      groupsOf(told, language).flatMap(([title, ...texts]) =>
        texts.map((text) => `${title!.replace(/(?:：|: )\d+$/, '')}${colon}${text}`),
      ),
    )
  })

  it.each(cases)('%s: stands in the title of a badge image in %s', async (_, language, told) => {
    const image = await written(writers.svg(told, { language }))
    const [badge, ...rest] = /<title id="title">(.*)<\/title>/
      .exec(image)![1]!
      .split(language === 'en' ? /; (?=[A-Z])/ : /；(?=[只稽與])/)
    expect(badge).toMatch(language === 'en' ? /^Open government data badge: / : /^政府資料開放品質標章：/)
    expect(rest.map(unescaped)).toEqual(
      groupsOf(told, language).flatMap(([title, ...texts]) =>
        title === EXTENT[language].title ? texts : [title],
      ),
    )
    // The name of the image is its title.
    expect(image).toContain('role="img" aria-labelledby="title"')
    expect(junitComplaints(image)).toEqual([expect.stringContaining('svg')])
  })

  it.each(cases)('%s: stands in the summary of the terminal in %s', (_, language, told) => {
    const text = summaryText(told, { language, colour: false, width: 200 })
    const lines = groupsOf(told, language).flatMap(([title, ...texts]) =>
      title === EXTENT[language].title ? texts : [title, ...texts.map((each) => `  ${each}`)],
    )
    const [about] = text.split(/\n +(?:標章|Badge) /)
    expect(about!.split('\n').slice(4)).toEqual(lines)
  })

  it('has no place in gitlab', async () => {
    expect(await written(writers.gitlab(ALL, { language: 'zh-TW' }))).toBe(
      await written(writers.gitlab(PLAIN, { language: 'zh-TW' })),
    )
  })
})
