import { BADGES, INDICATORS, type Outcome } from '../../../../core/badge.ts'
import { INDICATOR_WORDS, OUTCOME_WORDS } from '../../../words.ts'
import { OUTCOME_LETTERS, type Row } from '../../page-data.ts'
import { useLinks, usePage, useWords } from '../page.ts'
import { BadgeChip } from './badge-chip.tsx'
import { SIGNS } from './chips.tsx'
import { CELL, row as rowRole } from './roles.ts'

const OUTCOMES = new Map(
  Object.entries(OUTCOME_LETTERS).map(([outcome, letter]) => [letter as string, outcome as Outcome]),
)

interface Props {
  row: Row
  /** Its key in addresses. */
  id: string
  index: number
}

export function DatasetRow({ row, id, index }: Props) {
  const { word } = useWords()
  const { head } = usePage()
  const link = useLinks()
  const [shownId, title, publisher, body, , interval, letters] = row
  const [atLeast, atMost] = [...interval].map((rank) => BADGES[Number(rank)]!)
  return (
    <div {...rowRole(index + 2)} class="dataset">
      <div {...CELL}>
        <BadgeChip badge={{ atLeast: atLeast!, atMost: atMost! }} />
      </div>
      <div {...CELL} class="dataset-name">
        <a href={link('dataset', id)}>
          <bdi>{title}</bdi>
        </a>
        <span class="muted">
          <bdi>{shownId}</bdi>　<bdi>{publisher}</bdi>
        </span>
      </div>
      <div {...CELL} class="dataset-body">
        <bdi>{head.summary.bodies[body]?.body.name}</bdi>
      </div>
      {INDICATORS.map((indicator, at) => {
        const outcome = OUTCOMES.get(letters[at] ?? '') ?? 'unknown'
        return (
          <div key={indicator} {...CELL} class={`outcome tone-${outcome}`}>
            <span class="sign" aria-hidden="true">
              {SIGNS[outcome]}
            </span>
            <span class="outcome-name" aria-hidden="true">
              {word(INDICATOR_WORDS[indicator])}
            </span>
            <span class="spoken">{word(OUTCOME_WORDS[outcome])}</span>
          </div>
        )
      })}
    </div>
  )
}
