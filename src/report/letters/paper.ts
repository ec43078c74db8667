import type { LedgerHeader } from '../../core/ledger.ts'
import type { Letter, LetterItem } from '../../core/letter.ts'
import type { Data, Language } from '../../core/localised.ts'
import { render } from '../../core/localised.ts'
import { type Caveat, caveats } from '../caveats.ts'
import { printable } from '../columns.ts'
import { describeWork } from '../describe-work.ts'
import { rulesById } from '../messages.ts'
import { placeText } from '../words.ts'
import { LETTER_WORDS } from './words.ts'

/** A letter as a page, in whatever form it is written. Every text is one line and harmless for a reader. */
export interface Paper {
  readonly title: string
  /** Before the sentences of a section, in order. */
  readonly ordinals: readonly string[]
  /** Between a name and its value. */
  readonly colon: string
  /** 受文者, 日期: a name and its value. */
  readonly facts: readonly (readonly [string, string])[]
  readonly subject: readonly [string, string]
  /** 說明, 辦法: a heading and numbered sentences. */
  readonly sections: readonly { readonly heading: string; readonly items: readonly string[] }[]
  readonly tables: readonly PaperTable[]
}

export interface PaperTable {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How wide each column is beside the others. */
  readonly widths: readonly number[]
  /** What is not listed. */
  readonly more?: string
}

export interface LetterContext {
  readonly header: LedgerHeader
  readonly interrupted?: boolean
  /** The moment of the previous ledger; without it this is the first letter. */
  readonly before?: string
  readonly language: Language
}

const ORDINALS: Readonly<Record<Language, readonly string[]>> = {
  'zh-TW': ['一、', '二、', '三、', '四、', '五、', '六、', '七、'],
  en: ['1. ', '2. ', '3. ', '4. ', '5. ', '6. ', '7. '],
}

export function paperOf(letter: Letter, context: LetterContext): Paper {
  const { header, before, language } = context
  const { body, contact, badges, score, added, recovered } = letter
  const say = (word: keyof typeof LETTER_WORDS, data: Data = {}) =>
    render(
      LETTER_WORDS[word],
      { to: LETTER_WORDS[contact ? 'toContact' : 'toBody'][language], ...data },
      language,
    )
  const counts = {
    datasets: letter.worse,
    added: added.count,
    recovered: recovered.count,
    remaining: letter.remaining,
  }
  const now = dateText(header.now, language)
  const scoreLine =
    score &&
    (score.atLeast === score.atMost
      ? say('score', { score: score.atLeast })
      : say('openScore', { least: score.atLeast, most: score.atMost }))
  const subject =
    added.count === 0 ? 'subjectRecovered' : recovered.count === 0 ? 'subjectNew' : 'subjectBoth'
  const told = caveats(context, language)
  const textsOf = (wanted: Caveat['kind']) =>
    told.filter(({ kind }) => kind === wanted).flatMap(({ texts }) => texts)
  const [extent, deviations] = [textsOf('extent'), textsOf('deviation')]
  const recipient = contact ? say('person', { body: body.name, name: contact.name }) : body.name
  return {
    title: say('title'),
    ordinals: ORDINALS[language],
    colon: language === 'en' ? ': ' : '：',
    facts: [
      [say('recipient'), printable(recipient)],
      [say('date'), now],
    ],
    subject: [say('subject'), say(subject, counts)],
    sections: [
      {
        heading: say('explanation'),
        items: [
          say('basis', { profile: header.profile.title[language] }),
          [say('result', { now, count: letter.datasets, ...badges.atLeast }), scoreLine]
            .filter(Boolean)
            .join(language === 'en' ? ' ' : ''),
          ...extent,
          before === undefined
            ? say('first', counts)
            : say('changes', { before: dateText(before, language), ...counts }),
          ...(deviations.length > 0 ? [say('deviations', { n: deviations.length })] : []),
          say('tool', { program: header.program }),
        ],
      },
      {
        heading: say('action'),
        items: added.count > 0 ? [say('mend'), say('again'), say('object')] : [say('thanks')],
      },
    ],
    tables: [
      newTable(letter, header, language),
      recoveredTable(letter, header, language),
      deviationTable(deviations, language),
    ].filter(({ rows }) => rows.length > 0),
  }
}

function newTable({ added }: Letter, { rules }: LedgerHeader, language: Language): PaperTable {
  const say = (word: keyof typeof LETTER_WORDS) => LETTER_WORDS[word][language]
  const texts = rulesById(rules)
  const row = ({ dataset, resource, finding }: LetterItem, at: number): string[] => {
    const { message, remedy } = describeWork(finding, texts, language)
    const name = resource && [resource.id, resource.description ?? '', resource.url].filter(Boolean).join(' ')
    const place = [name ?? '', placeText(finding.at, language)]
      .filter(Boolean)
      .join(language === 'en' ? ', ' : '，')
    return [`${at + 1}`, `${dataset.id} ${dataset.title}`, place, message, remedy, finding.rule].map(
      printable,
    )
  }
  return {
    caption: say('tableNew'),
    head: (['number', 'dataset', 'resource', 'problem', 'remedy', 'rule'] as const).map(say),
    rows: added.first.map(row),
    widths: [3, 9, 10, 12, 12, 9],
    ...rest(added, language),
  }
}

function recoveredTable({ recovered }: Letter, { rules }: LedgerHeader, language: Language): PaperTable {
  const say = (word: keyof typeof LETTER_WORDS) => LETTER_WORDS[word][language]
  const texts = rulesById(rules)
  return {
    caption: say('tableRecovered'),
    head: (['number', 'dataset', 'claim', 'rule'] as const).map(say),
    rows: recovered.first.map(({ dataset, rule }, at) =>
      [`${at + 1}`, `${dataset.id} ${dataset.title}`, texts.get(rule)?.claim[language] ?? '', rule].map(
        printable,
      ),
    ),
    widths: [3, 20, 20, 12],
    ...rest(recovered, language),
  }
}

const deviationTable = (texts: readonly string[], language: Language): PaperTable => ({
  caption: LETTER_WORDS.tableDeviations[language],
  head: (['number', 'deviation'] as const).map((word) => LETTER_WORDS[word][language]),
  rows: texts.map((text, at) => [`${at + 1}`, text]),
  widths: [3, 52],
})

function rest(
  { count, first }: Letter['added'] | Letter['recovered'],
  language: Language,
): { more?: string } {
  const n = count - first.length
  return n > 0 ? { more: render(LETTER_WORDS.more, { n }, language) } : {}
}

/** 中華民國 115 年 11 月 20 日, in Taipei. */
export function dateText(instant: string, language: Language): string {
  const time = new Date(Date.parse(instant) + 8 * 3_600_000)
  if (language === 'en') return time.toISOString().slice(0, 10)
  return `中華民國 ${time.getUTCFullYear() - 1911} 年 ${time.getUTCMonth() + 1} 月 ${time.getUTCDate()} 日`
}
