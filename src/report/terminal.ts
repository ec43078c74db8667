import picocolors from 'picocolors'
import { BADGES, INDICATORS, OUTCOMES } from '../core/badge.ts'
import type { Language, Localised } from '../core/localised.ts'
import { AGREEMENTS } from '../core/portal.ts'
import { caveatLines } from './caveats.ts'
import { columns, cut, printable } from './columns.ts'
import { AGREEMENT_WORDS } from './portal-text.ts'
import type { LedgerView } from './view.ts'
import { BADGE_WORDS, INDICATOR_WORDS, OUTCOME_WORDS, scoreText, timeText } from './words.ts'

export interface SummaryOptions {
  readonly language: Language
  readonly colour: boolean
  /** Terminal columns. */
  readonly width: number
}

const WORDS = {
  catalogue: { 'zh-TW': '目錄', en: 'Catalogue' },
  judgedAt: { 'zh-TW': '評核基準時間', en: 'Judged at' },
  datasets: { 'zh-TW': '資料集', en: 'Datasets' },
  resources: { 'zh-TW': '資料資源', en: 'Resources' },
  badge: { 'zh-TW': '標章', en: 'Badge' },
  certain: { 'zh-TW': '確定', en: 'Certain' },
  ifAllPass: { 'zh-TW': '若全通過', en: 'If all pass' },
  body: { 'zh-TW': '參獎機關', en: 'Body' },
  score: { 'zh-TW': '金質獎總分', en: 'Score' },
  indicator: { 'zh-TW': '評核指標', en: 'Indicator' },
  rules: { 'zh-TW': '最常不通過的檢測規則', en: 'Rules failed most' },
  moreBodies: { 'zh-TW': '其餘機關見完整報告。', en: 'The full report has the other bodies.' },
  portal: { 'zh-TW': '與入口網「品質檢測」相比', en: 'Beside the portal’s own check' },
  problems: { 'zh-TW': '目錄問題', en: 'Catalogue problems' },
  crashes: { 'zh-TW': '檢測規則發生程式錯誤', en: 'Rules that crashed' },
} as const satisfies Record<string, Localised>

const BODIES = 10
const RULES = 5
const BADGES_BEST_FIRST = BADGES.toReversed()

/** The audit on one screen; every number is the ledger's. */
export function summaryText(
  ledger: Pick<LedgerView, 'header' | 'summary' | 'interrupted'>,
  options: SummaryOptions,
): string {
  const { header, summary } = ledger
  const { language, width } = options
  const paint = picocolors.createColors(options.colour)
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  const table = (rows: string[][], right: number[]) => {
    const [heading = '', ...lines] = columns(rows, right, width)
    return `${[paint.dim(heading), ...lines].join('\n')}\n`
  }

  const about = [
    paint.bold(cut(printable(`${header.program}  ${header.profile.title[language]}`), width)),
    ...header.catalogue.map((name) => cut(`${say('catalogue')}  ${printable(name)}`, width)),
    `${say('judgedAt')}  ${timeText(header.now, language)}`,
    `${say('datasets')}  ${summary.datasets}   ${say('resources')}  ${summary.resources}`,
    ...caveatLines(ledger, language).map((line) => paint.yellow(cut(line, width))),
  ].join('\n')

  const badges = table(
    [
      [say('badge'), say('certain'), say('ifAllPass')],
      ...BADGES_BEST_FIRST.map((badge) => [
        BADGE_WORDS[badge][language],
        String(summary.atLeast[badge]),
        String(summary.atMost[badge]),
      ]),
    ],
    [1, 2],
  )

  const bodies = table(
    [
      [say('score'), say('datasets'), say('body')],
      ...summary.bodies
        .slice(0, BODIES)
        .map(({ body, datasets, score }) => [
          paint.bold(scoreText(score)),
          String(datasets),
          printable(body.name),
        ]),
    ],
    [0, 1],
  )

  const indicators = table(
    [
      [say('indicator'), ...OUTCOMES.map((outcome) => OUTCOME_WORDS[outcome][language])],
      ...INDICATORS.map((indicator) => [
        INDICATOR_WORDS[indicator][language],
        ...OUTCOMES.map((outcome) => String(summary.indicators[indicator][outcome])),
      ]),
    ],
    [1, 2, 3, 4],
  )

  const claims = new Map(header.rules.map((rule) => [rule.id, rule.claim[language]]))
  const rules = table(
    [
      [say('datasets'), say('resources'), say('rules')],
      ...summary.rules
        .slice(0, RULES)
        .map(({ rule, datasets, resources }) => [
          String(datasets),
          String(resources),
          printable(`${claims.get(rule) ?? ''}  ${rule}`),
        ]),
    ],
    [0, 1],
  )

  const { portal } = summary
  const beside =
    portal &&
    table(
      [
        [say('datasets'), say('portal')],
        ...AGREEMENTS.filter((agreement) => portal.datasets[agreement] > 0).map((agreement) => [
          String(portal.datasets[agreement]),
          AGREEMENT_WORDS[agreement][language],
        ]),
      ],
      [0],
    )

  const warnings = [
    summary.bodies.length > BODIES && say('moreBodies'),
    summary.catalogueProblems > 0 && paint.yellow(`${say('problems')}  ${summary.catalogueProblems}`),
    summary.crashes > 0 && paint.red(`${say('crashes')}  ${summary.crashes}`),
  ].filter((line) => line !== false)

  return [
    about,
    badges,
    bodies,
    indicators,
    ...(summary.rules.length > 0 ? [rules] : []),
    ...(beside ? [beside] : []),
    ...(warnings.length > 0 ? [`${warnings.join('\n')}\n`] : []),
  ].join('\n')
}
