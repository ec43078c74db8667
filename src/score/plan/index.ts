import type { Badge } from '../../core/badge.ts'
import { BADGES } from '../../core/badge.ts'
import type { Finding } from '../../core/finding.ts'
import type { Body, DatasetRecord, LedgerHeader, LedgerLine } from '../../core/ledger.ts'
import type { FragileGold, MendingPlan } from '../../core/mending.ts'
import type { Profile } from '../profile.ts'
import { rulesNamed } from '../profile.ts'
import type { Scopes } from '../rejudge.ts'
import { type Collected, planBody } from './body-plan.ts'
import { contactOf, createCauses } from './causes.ts'
import { type Condensed, type Condenser, createCondenser } from './condensed.ts'
import { planDataset } from './dataset-plan.ts'
import type { Efforts } from './effort.ts'

export { type Efforts, effortComplaints, effortsWith } from './effort.ts'

export interface PlanOptions {
  readonly profile: Profile
  /** What costs the datasets of a publisher, where that is not the same for all. */
  readonly profileFor?: (publisher: string) => Profile
  readonly scopes: Scopes
  readonly efforts: Efforts
  /** Score to reach, as decimal text. */
  readonly target?: string
  /** Bodies wanted: a part of their name, or of the name of one of their publishers. */
  readonly agency?: readonly string[]
  /** Positions of the exceptions that speak of a finding. */
  readonly exceptions?: (
    dataset: Pick<DatasetRecord, 'id' | 'publisher'>,
    finding: Finding,
  ) => readonly number[]
}

/** Advice that tells of a gold about to be lost. */
const SIGNS = new Set([
  'link/reachable#unstable',
  'link/reachable#chain-completed',
  'timeliness/on-schedule#weak-evidence',
])

/** What to mend first. What it keeps grows with the datasets that are not gold, not with their evidence. */
export async function planMending(
  { rules }: Pick<LedgerHeader, 'rules'>,
  lines: AsyncIterable<LedgerLine> | Iterable<LedgerLine>,
  options: PlanOptions,
): Promise<MendingPlan> {
  const { profile, scopes, efforts, target, exceptions = () => [], profileFor = () => profile } = options
  const causes = createCauses(rules, efforts)
  const condensers = new Map<Profile, Condenser>()
  const condenserOf = new WeakMap<Condensed, Condenser>()
  const badgeWith: Condenser['badgeWith'] = (dataset, mended) =>
    condenserOf.get(dataset)!.badgeWith(dataset, mended)
  const bodies = new Map<string, Collected>()
  const fragile: FragileGold[] = []
  const bonuses = new Map<string, string>()

  for await (const line of lines) {
    if (line.kind === 'footer') for (const { body, bonus } of line.summary.bodies) bonuses.set(body.id, bonus)
    if (line.kind !== 'dataset') continue
    const known = bodies.get(line.body.id) ?? collected(line.body)
    bodies.set(line.body.id, known)
    known.datasets++
    known.publishers.add(line.publisher)
    const own = profileFor(line.publisher)
    const condenser = condensers.get(own) ?? createCondenser(own, causes, scopes)
    condensers.set(own, condenser)
    const dataset = condenser.condense(line, (finding) => exceptions(line, finding))
    condenserOf.set(dataset, condenser)
    known.atLeast[dataset.badge.atLeast]++
    known.atMost[dataset.badge.atMost]++
    if (dataset.badge.atLeast === 'gold') {
      const gold = fragileGold(line, rulesNamed(own))
      if (gold) fragile.push(gold)
      else known.lasting++
      continue
    }
    known.open.push(dataset)
    for (const [cause, { resources }] of dataset.causes) {
      causes.all[cause]!.datasets++
      causes.all[cause]!.resources += resources
    }
  }

  const wanted = [...bodies.values()].filter((body) => isWanted(body, options.agency))
  const ids = new Set(wanted.map(({ body }) => body.id))
  const plans = wanted.map((body) =>
    planBody(body, {
      profile,
      causes: causes.all,
      badgeWith,
      bonus: bonuses.get(body.body.id) ?? '0',
      ...(target !== undefined && { target }),
    }),
  )
  return {
    profile: profile.id,
    ...(target !== undefined && { target }),
    bodies: plans,
    datasets: wanted.flatMap(({ open }) =>
      open.map((dataset) => planDataset(dataset, causes.all, badgeWith)),
    ),
    fragile: fragile
      .filter(({ body }) => ids.has(body))
      .sort((a, b) => compareText(a.until ?? '9', b.until ?? '9') || compareText(a.id, b.id)),
    lasting: wanted.reduce((sum, body) => sum + body.lasting, 0),
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const zeros = () => Object.fromEntries(BADGES.map((badge) => [badge, 0])) as Record<Badge, number>

const collected = (body: Body): Collected => ({
  body,
  datasets: 0,
  atLeast: zeros(),
  atMost: zeros(),
  open: [],
  publishers: new Set(),
  lasting: 0,
})

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').replaceAll('台', '臺')

const isWanted = ({ body, publishers }: Collected, agencies: readonly string[] | undefined): boolean =>
  !agencies ||
  agencies.some((agency) => [body.name, ...publishers].some((name) => plain(name).includes(plain(agency))))

function fragileGold(record: DatasetRecord, named: ReadonlySet<string>): FragileGold | undefined {
  const [end] = Object.entries(record.holdsUntil ?? {})
    .filter(([rule]) => named.has(rule))
    .sort(([, a], [, b]) => compareText(a, b))
  const signs = [record, ...record.resources]
    .flatMap(({ findings }) => findings)
    .filter(({ rule, messageId }) => SIGNS.has(`${rule}#${messageId}`))
    .map(({ rule, messageId }) => `${rule}#${messageId}`)
  if (!end && signs.length === 0) return undefined
  return {
    id: record.id,
    title: record.title,
    body: record.body.id,
    contact: contactOf(record),
    ...(end && { until: end[1], because: end[0] }),
    signs: [...new Set(signs)].map((sign) => {
      const [rule = '', messageId = ''] = sign.split('#')
      return { rule, messageId }
    }),
  }
}
