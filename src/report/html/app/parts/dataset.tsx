import type { DatasetRecord } from '../../../../core/ledger.ts'
import { portalText } from '../../../portal-text.ts'
import { badgeText, timeText } from '../../../words.ts'
import type { Entry } from '../../page-data.ts'
import { useLinks, usePage, useWords } from '../page.ts'
import { BadgeChip } from './badge-chip.tsx'
import { Chips } from './chips.tsx'
import { Facts } from './facts.tsx'
import { Findings } from './findings.tsx'
import { NextBadge } from './next-badge.tsx'
import { ResourceReport } from './resource.tsx'

/** Everything about one dataset. */
export function DatasetReport({ entry: { record, plan } }: { entry: Entry }) {
  const { say } = useWords()
  return (
    <article class="dataset-report">
      <div class="verdict">
        <BadgeChip badge={record.badge} />
        <Chips indicators={record.indicators} />
      </div>
      <Claims record={record} />
      {plan && <NextBadge plan={plan} />}
      {record.findings.length > 0 && (
        <section aria-label={say('wholeDataset')}>
          <h2>{say('wholeDataset')}</h2>
          <Findings findings={record.findings} />
        </section>
      )}
      {record.resources.map((resource) => (
        <ResourceReport key={resource.id} resource={resource} dataset={record} />
      ))}
    </article>
  )
}

function Claims({ record }: { record: DatasetRecord }) {
  const { say, number } = useWords()
  const { rules, language } = usePage()
  const link = useLinks()
  const { body, contact, portal, holdsUntil } = record
  const until = Object.values(holdsUntil ?? {}).sort()[0]
  const when = (instant: string | undefined) => instant && timeText(instant, language)
  const compared =
    portalText(record, rules, language) ||
    (portal?.badge && say('portalBadge', { portal: portal.badge, ours: badgeText(record.badge, language) }))
  return (
    <Facts
      facts={[
        [say('dataset'), <bdi key="id">{record.id}</bdi>],
        [say('publisher'), record.publisher],
        [
          say('body'),
          <a key="body" href={link('body', body.id)}>
            <bdi>{body.name}</bdi>
          </a>,
        ],
        [say('contact'), [contact?.name, contact?.phone].filter(Boolean).join('　')],
        [say('frequency'), record.updateFrequency],
        [say('issued'), when(record.issued)],
        [say('metadataModified'), when(record.modified)],
        [say('holdsUntil'), when(until)],
        [say('stars'), record.stars !== undefined && say('starsOf', { stars: record.stars })],
        [
          say('use'),
          portal?.views !== undefined && `${number(portal.views)}／${number(portal.downloads ?? 0)}`,
        ],
        [say('portal'), compared],
      ]}
    />
  )
}
