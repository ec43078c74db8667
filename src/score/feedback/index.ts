import { readFileSync } from 'node:fs'
import { DAY, parseDate } from '../../core/calendar.ts'
import type { Complaint, ComplaintKind, ComplaintVerdict, Reviewed } from '../../core/feedback.ts'
import type { DatasetRecord, LedgerLine } from '../../core/ledger.ts'

interface Kind {
  readonly kind: ComplaintKind
  readonly words: readonly string[]
  /** Rules whose findings confirm such a complaint. */
  readonly rules: readonly string[]
}

/** The first kind that has a word of the complaint is its kind. */
const KINDS = JSON.parse(readFileSync(new URL('kinds.json', import.meta.url), 'utf8')) as readonly Kind[]
const OTHER: Kind = { kind: 'other', words: [], rules: [] }

const kindOf = ({ subject, text }: Complaint): Kind => {
  const said = `${subject}\n${text}`.normalize('NFKC').toLowerCase()
  return KINDS.find(({ words }) => words.some((word) => said.includes(word.normalize('NFKC')))) ?? OTHER
}

/** Sets citizens' complaints beside what the ledger says of their datasets; in the complaints' order. */
export async function review(
  complaints: readonly Complaint[],
  lines: AsyncIterable<LedgerLine> | Iterable<LedgerLine>,
  now: number,
): Promise<Reviewed[]> {
  const wanted = wantedBy(complaints)
  const found = new Map<Complaint, Reviewed>()
  for await (const line of lines) {
    if (line.kind !== 'dataset') continue
    for (const [by, complaint] of wanted(line)) {
      const before = found.get(complaint)?.matched
      if (before && STRENGTH[before.by] <= STRENGTH[by]) continue
      found.set(complaint, reviewed(complaint, line, by, now))
    }
  }
  return complaints.map(
    (complaint) =>
      found.get(complaint) ?? {
        complaint,
        kind: kindOf(complaint).kind,
        verdict: 'no-dataset',
        findings: [],
        ...openSince(complaint, now),
      },
  )
}

type By = NonNullable<Reviewed['matched']>['by']

const STRENGTH: Readonly<Record<By, number>> = { id: 0, title: 1, url: 2 }

function wantedBy(complaints: readonly Complaint[]) {
  const lists = { id: new Map(), title: new Map(), url: new Map() } as Record<By, Map<string, Complaint[]>>
  const put = (by: By, key: string, complaint: Complaint) =>
    lists[by].set(key, [...(lists[by].get(key) ?? []), complaint])
  for (const complaint of complaints) {
    if (complaint.dataset !== undefined) put('id', complaint.dataset, complaint)
    if (complaint.title !== undefined) put('title', plain(complaint.title), complaint)
    for (const url of complaint.urls) put('url', plainUrl(url), complaint)
  }
  return function* ({ id, title, resources }: DatasetRecord): Generator<readonly [By, Complaint]> {
    for (const complaint of lists.id.get(id) ?? []) yield ['id', complaint]
    for (const complaint of lists.title.get(plain(title)) ?? []) yield ['title', complaint]
    for (const { url } of resources)
      for (const complaint of lists.url.get(plainUrl(url)) ?? []) yield ['url', complaint]
  }
}

/** Dashes, brackets, spaces and widths differ between the portal's pages. */
const plain = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replaceAll('台', '臺')
    .toLowerCase()

const plainUrl = (url: string): string => url.replace(/^https?:\/\//i, '').replace(/[/?#]+$/, '')

function reviewed(complaint: Complaint, record: DatasetRecord, by: By, now: number): Reviewed {
  const { kind, rules } = kindOf(complaint)
  const { id, title, badge } = record
  const all = [record, ...record.resources]
  const met = all.flatMap(({ findings }) => findings).filter(({ rule }) => rules.includes(rule))
  const findings = new Map(
    met.map(({ rule, messageId, outcome }) => [`${rule}#${messageId}`, { rule, messageId, outcome }]),
  )
  const verdict: ComplaintVerdict =
    rules.length === 0
      ? 'not-checked'
      : met.some(({ outcome }) => outcome !== 'unknown')
        ? 'confirmed'
        : met.length > 0
          ? 'unclear'
          : 'not-reproduced'
  const failing = record.resources.flatMap(({ link }) => link.history?.failingSince ?? []).sort()[0]
  return {
    complaint,
    kind,
    verdict,
    matched: { id, title, by, badge },
    findings: [...findings.values()],
    ...openSince(complaint, now),
    ...(failing !== undefined && { failingSince: failing }),
  }
}

function openSince({ date, answered }: Complaint, now: number): Pick<Reviewed, 'openDays'> {
  const since = answered === undefined ? parseDate(date ?? '') : undefined
  return since === undefined || since > now ? {} : { openDays: Math.floor((now - since) / DAY) }
}
