import picocolors from 'picocolors'
import type { Awards, BodyScore, DatasetTrace, RankedGroup } from '../../core/awards.ts'
import { render } from '../../core/localised.ts'
import { columns, cut, printable } from '../columns.ts'
import type { SummaryOptions } from '../terminal.ts'
import { BODY_GROUP_WORDS, badgeText, INDICATOR_WORDS, scoreText, timeText } from '../words.ts'
import { type Pen, rankText } from './pen.ts'
import {
  applicationSection,
  candidatesSection,
  claimsSection,
  popularitySection,
  progressSection,
} from './sections.ts'
import { NOTE_WORDS, SCORE_WORDS, STANDING_WORDS } from './words.ts'

/** The awards as tables for a terminal. */
export function awardsText(awards: Awards, options: SummaryOptions, program: string): string {
  const { language, width } = options
  const paint = picocolors.createColors(options.colour)
  const pen: Pen = {
    options,
    say: (word, data = {}) => render(SCORE_WORDS[word], data, language),
    table(title, rows, right) {
      const [heading = '', ...lines] = columns(rows, right, width)
      return `${[paint.bold(cut(title, width)), paint.dim(cut(heading, width)), ...lines].join('\n')}\n`
    },
    standing: (award) => (award ? STANDING_WORDS[award][language] : '–'),
  }
  const about = [
    paint.bold(cut(printable(`${program}  ${awards.profile.title[language]}`), width)),
    ...awards.ledgers.map(({ path, now }) =>
      cut(
        `${pen.say('ledger')}  ${printable(path)}  ${pen.say('judgedAt')}  ${timeText(now, language)}`,
        width,
      ),
    ),
  ]
  const notes = awards.notes.map(
    ({ code, data }) => `  ${printable(render(NOTE_WORDS[code], data, language))}`,
  )
  return [
    `${about.join('\n')}\n`,
    ...awards.gold.groups.map((group) => groupSection(group, pen)),
    ...(awards.gold.apart.length > 0 ? [apartSection(awards.gold.apart, pen)] : []),
    ...(awards.claims ? [claimsSection(awards.claims, pen)] : []),
    ...(awards.candidates.count > 0 ? [candidatesSection(awards.candidates, pen)] : []),
    ...(awards.progress ? [progressSection(awards.progress, pen)] : []),
    ...(awards.popularity ? [popularitySection(awards.popularity, pen)] : []),
    ...(awards.application ? [applicationSection(awards.application, pen)] : []),
    ...(awards.losses.count > 0 ? [lossSection(awards.losses, pen)] : []),
    ...(notes.length > 0 ? [`${[paint.bold(pen.say('notes')), ...notes].join('\n')}\n`] : []),
  ].join('\n')
}

function groupSection({ group, division, threshold, places, bodies }: RankedGroup, pen: Pen): string {
  const { say, table, options } = pen
  const about = { threshold: threshold ?? 0, places: places ?? 0 }
  const name = division ? say(`division${division}`, about) : say('undivided')
  return table(
    `${say('gold')}  ${BODY_GROUP_WORDS[group][options.language]}  ${name}`,
    [
      [say('rank'), say('result'), ...scoreHeading(pen)],
      ...bodies.map((body) => [rankText(body.rank), pen.standing(body.award), ...scoreCells(body)]),
    ],
    [0, 2, 3, 4, 5, 6],
  )
}

const apartSection = (bodies: readonly BodyScore[], pen: Pen): string =>
  pen.table(pen.say('apart'), [scoreHeading(pen), ...bodies.map(scoreCells)], [0, 1, 2, 3, 4])

const scoreHeading = ({ say }: Pen): string[] => [
  say('score'),
  say('bonus'),
  say('potential'),
  say('datasets'),
  say('badges'),
  say('body'),
]

const scoreCells = ({ score, bonus, potential, datasets, atLeast, body }: BodyScore): string[] => [
  scoreText(score),
  scoreText(bonus),
  potential === '0.00' ? '' : `+${potential}`,
  String(datasets),
  [atLeast.gold, atLeast.silver, atLeast.bronze, atLeast.none].join('/'),
  printable(`${body.name}  ${body.id}`),
]

function lossSection({ count, first }: Awards['losses'], { say, table, options }: Pen): string {
  const { language } = options
  const causes = ({ costs }: DatasetTrace): string =>
    costs
      .map(({ indicator, rules }) =>
        [INDICATOR_WORDS[indicator][language], ...rules.map(({ rule }) => rule)].join(' '),
      )
      .join(language === 'en' ? '; ' : '；')
  return table(
    say('losses', { count }),
    [
      [say('points'), say('id'), say('title'), say('causes')],
      ...first.map((trace) => [
        `${scoreText(trace.points)} ${badgeText(trace.badge, language)}`,
        printable(trace.id),
        cut(printable(trace.title), 30),
        causes(trace),
      ]),
    ],
    [],
  )
}
