import { useState } from 'preact/hooks'
import type { BadgeInterval } from '../../../core/badge.ts'
import type { DatasetRecord } from '../../../core/ledger.ts'
import { BADGE_WORDS, badgeText, timeText } from '../../words.ts'
import { Chips } from './chips.tsx'
import { Facts } from './facts.tsx'
import { Findings } from './findings.tsx'
import { usePage, useWords } from './page.ts'
import { ResourceView } from './resource.tsx'
import { findingsOf } from './select.ts'

/** One dataset: a line to scan, and everything about it once opened. Failing ones are open in print. */
export function DatasetItem({ record }: { record: DatasetRecord }) {
  const { printing } = usePage()
  const [opened, setOpened] = useState(false)
  const open = opened || (printing && findingsOf(record).some(({ outcome }) => outcome === 'fail'))
  const toggle = (event: Event) => {
    event.preventDefault()
    setOpened(!opened)
  }
  return (
    <li>
      <details open={open}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control; Enter and Space click it */}
        <summary onClick={toggle}>
          <BadgeChip badge={record.badge} />
          <h3>
            <bdi>{record.title}</bdi>
          </h3>
          <p class="muted">
            <bdi>{record.id}</bdi>　<bdi>{record.publisher}</bdi>
          </p>
          <Chips indicators={record.indicators} />
        </summary>
        {open && <Details record={record} />}
      </details>
    </li>
  )
}

function Details({ record }: { record: DatasetRecord }) {
  const { say } = useWords()
  const { language } = usePage()
  const contact = [record.contact?.name, record.contact?.phone].filter(Boolean).join('　')
  return (
    <div class="details">
      <Facts
        facts={[
          [say('body'), record.body.name],
          [say('contact'), contact],
          [say('frequency'), record.updateFrequency],
          [say('metadataModified'), record.modified && timeText(record.modified, language)],
          [say('fields'), record.fields],
          [say('stars'), record.stars !== undefined && say('starsOf', { stars: record.stars })],
          [
            say('portal'),
            record.portal?.badge &&
              say('portalBadge', { portal: record.portal.badge, ours: badgeText(record.badge, language) }),
          ],
        ]}
      />
      {record.findings.length > 0 && (
        <section>
          <h4>{say('wholeDataset')}</h4>
          <Findings findings={record.findings} />
        </section>
      )}
      {record.resources.map((resource) => (
        <ResourceView key={resource.id} resource={resource} />
      ))}
    </div>
  )
}

function BadgeChip({ badge: { atLeast, atMost } }: { badge: BadgeInterval }) {
  const { say, word } = useWords()
  return (
    <span class={`badge badge-${atLeast}`}>
      {word(BADGE_WORDS[atLeast])}
      {atLeast !== atMost && <small> {say('badgeAtMost', { badge: word(BADGE_WORDS[atMost]) })}</small>}
    </span>
  )
}
