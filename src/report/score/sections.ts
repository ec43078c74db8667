import {
  type ApplicationAward,
  type Awards,
  type ClaimResult,
  CRITERIA,
  type Criterion,
  EXCLUSIONS,
  type PopularityAward,
  type Progress,
} from '../../core/awards.ts'
import { columns, cut, printable } from '../columns.ts'
import { scoreText } from '../words.ts'
import { type Pen, rankText } from './pen.ts'
import {
  CLAIM_REASON_WORDS,
  CLAIM_STATE_WORDS,
  CRITERION_WORDS,
  DOUBT_WORDS,
  EXCLUSION_WORDS,
  PROGRESS_WORDS,
} from './words.ts'

/** Errors of one document shown; `odbadge openapi` has them all. */
const MAX_ERRORS = 3

export function claimsSection(claims: readonly ClaimResult[], { say, table, options }: Pen): string {
  const { language, width } = options
  const rows = claims.map(({ state, dataset, document, reason }) => [
    CLAIM_STATE_WORDS[state][language],
    printable(dataset),
    cut(printable(document), 40),
    reason ? CLAIM_REASON_WORDS[reason][language] : '',
  ])
  const text = table(say('claims'), [[say('result'), say('id'), say('document'), say('remark')], ...rows], [])
  const errors = claims.flatMap(({ document, errors }) =>
    errors.length === 0
      ? []
      : [
          cut(printable(document), width),
          ...errors.slice(0, MAX_ERRORS).map((error) => cut(`  - ${printable(error)}`, width)),
          ...(errors.length > MAX_ERRORS
            ? [`  - ${say('more', { count: errors.length - MAX_ERRORS })}`]
            : []),
        ],
  )
  return [...new Set([text.trimEnd(), ...errors])].join('\n').concat('\n')
}

/** What the auditor found by looking into the files. */
export function candidatesSection({ count, first }: Awards['candidates'], { say, table }: Pen): string {
  const listed = table(
    say('candidates', { count }),
    [
      [say('id'), say('document'), say('title')],
      ...first
        .slice(0, CANDIDATES)
        .map(({ dataset, title, document }) => [dataset, document, title].map(printable)),
    ],
    [],
  )
  return count > CANDIDATES
    ? `${listed}${say('more', { count: count - CANDIDATES })}
`
    : listed
}

const CANDIDATES = 20

export function progressSection(
  progress: readonly Progress[],
  { say, table, standing, options }: Pen,
): string {
  const interval = (value: Progress['gain']) =>
    value === null
      ? '–'
      : value.atLeast === value.atMost
        ? value.atLeast
        : `${value.atLeast}～${value.atMost}`
  return table(
    say('progress'),
    [
      [say('result'), say('gain'), say('previous'), say('score'), say('body'), say('remark')],
      ...progress.map(({ award, gain, previous, score, body, reason }) => [
        standing(award),
        interval(gain),
        interval(previous),
        scoreText(score),
        printable(body.name),
        reason ? PROGRESS_WORDS[reason][options.language] : '',
      ]),
    ],
    [1, 2, 3],
  )
}

export function popularitySection(award: PopularityAward, { say, table, standing, options }: Pen): string {
  const { language } = options
  const { datasets, excluded, more, places, candidates, maxViews, maxDownloads } = award
  const number = (value: number | null) => (value === null ? '–' : String(value))
  const comma = language === 'en' ? ', ' : '、'
  const text = table(
    say('popularity', { places, candidates, maxViews, maxDownloads }),
    [
      [
        say('rank'),
        say('result'),
        say('score'),
        say('views'),
        say('downloads'),
        say('rating'),
        say('unknown'),
        say('title'),
      ],
      ...datasets.map((each) => [
        rankText(each.rank),
        standing(each.award),
        scoreText(each.points),
        number(each.views),
        number(each.downloads),
        number(each.rating),
        each.unknown.map((doubt) => DOUBT_WORDS[doubt][language]).join(comma),
        printable(`${each.title}  ${each.publisher}  ${each.id}`),
      ]),
    ],
    [0, 2, 3, 4, 5],
  )
  const left = EXCLUSIONS.filter((each) => excluded[each] > 0).map(
    (each) => `${EXCLUSION_WORDS[each][language]} ${excluded[each]}`,
  )
  return [
    text,
    more > 0 ? `${say('moreCandidates', { count: more })}\n` : '',
    left.length > 0 ? `${say('excluded')}  ${left.join(comma)}\n` : '',
  ].join('')
}

/** Two tables: who wins, and how the judges' points come about. */
export function applicationSection({ places, cases }: ApplicationAward, pen: Pen): string {
  const { say, table, options } = pen
  const criteria = Object.keys(CRITERIA) as Criterion[]
  const ranking = table(
    say('application', { places }),
    [
      [say('rank'), say('result'), say('score'), say('vote'), say('votes'), say('judges'), say('title')],
      ...cases.map((each) => [
        String(each.rank),
        pen.standing(each.award ? 'certain' : 'impossible'),
        each.total,
        each.vote,
        String(each.votes),
        each.judges,
        printable(`${each.title}  ${each.body}`),
      ]),
    ],
    [0, 2, 3, 4, 5],
  )
  const sheet = columns(
    [
      [...criteria.map((name) => CRITERION_WORDS[name][options.language]), say('title')],
      ...cases.map((each) => [...criteria.map((name) => each.criteria[name]), printable(each.title)]),
    ],
    criteria.map((_, i) => i),
    options.width,
  )
  return `${ranking}${sheet.join('\n')}\n`
}
