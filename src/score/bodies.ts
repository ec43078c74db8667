import { readFileSync } from 'node:fs'
import type { Body } from '../core/ledger.ts'
import type { Mapping } from '../core/overview.ts'

interface Agency {
  readonly id: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly hosts?: readonly string[]
  /** Branches of the government's OID tree, those that were seen with their name. */
  readonly oids?: readonly string[]
}

interface Agencies {
  readonly central: readonly Agency[]
  readonly local: readonly Agency[]
  readonly outside: readonly Agency[]
  /** Units whose name does not begin with their body's: body id → names. */
  readonly units: Readonly<Record<string, readonly string[]>>
  /** Unit names that several bodies use: name → body id where the host does not tell. */
  readonly shared: Readonly<Record<string, string>>
}

type Named = readonly [name: string, body: Body]

const PROSECUTORS = /檢察(分|總)?署$/
// 司法官學院 is the Ministry of Justice's and 法官學院 the Judicial Yuan's, hence the anchor.
const COURTS = /法院(.+分院)?$|^法官學院$/
/** A unit's name without its body: only then is the host asked, or a foundation's data would count for the ministry that hosts it. */
const BARE_UNIT = /(處|室|司|局|科|委員會)$/

const { central, local, outside, units, shared } = JSON.parse(
  readFileSync(new URL('agencies.json', import.meta.url), 'utf8'),
) as Agencies

/** 台 and 臺, full and half width and spaces differ from one catalogue to the next. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').replaceAll('台', '臺')

const bodiesOf = (agencies: readonly Agency[], group: Body['group']): [Agency, Body][] =>
  agencies.map((agency) => [agency, { id: agency.id, name: agency.name, group }])

const CENTRAL = bodiesOf(central, 'central')
const LOCAL = bodiesOf(local, 'local')
const OUTSIDE = bodiesOf(outside, 'outside')
const ALL = [...CENTRAL, ...LOCAL, ...OUTSIDE]
const BY_ID = new Map(ALL.map(([, body]) => [body.id, body]))

const namesOf = (bodies: readonly [Agency, Body][]): Named[] =>
  bodies.flatMap(([{ name, aliases = [] }, body]) =>
    [name, ...aliases].map((each): Named => [plain(each), body]),
  )

/** Longest first, so that the most specific name wins. */
const prefixesOf = (bodies: readonly [Agency, Body][]): Named[] =>
  namesOf(bodies).sort(([a], [b]) => b.length - a.length)

const NAMES = new Map(namesOf(ALL))
const CENTRAL_PREFIXES = prefixesOf(CENTRAL)
const LOCAL_PREFIXES = prefixesOf(LOCAL)
// Every ministry of old was called 行政院…: only the bare name means the Executive Yuan itself.
const OUTSIDE_PREFIXES = prefixesOf(OUTSIDE.filter(([{ id }]) => id !== 'ey'))
const UNITS = new Map(
  Object.entries(units).flatMap(([id, names]) => names.map((name) => [plain(name), BY_ID.get(id)] as const)),
)
const SHARED = new Map(Object.entries(shared).map(([name, id]) => [plain(name), BY_ID.get(id)] as const))
const OIDS = ALL.flatMap(([{ oids = [] }, body]) => oids.map((oid): Named => [oid, body]))
const HOSTS = ALL.flatMap(([{ hosts = [] }, body]) => hosts.map((host): Named => [host, body]))

/**
 * The 參獎機關 a dataset counts for. 提供機關 is often the bare name of a unit (社會處), so its OID and the hosts of
 * the dataset's links are asked too. What stays unknown is a body of its own: scores of strangers are not mixed.
 */
export const bodyOf = (publisher: string, urls: readonly string[], oid?: string): Body =>
  mappingOf(publisher, urls, oid).body

/** As {@link bodyOf}, with what told it. */
export function mappingOf(publisher: string, urls: readonly string[], oid?: string): Mapping {
  const name = plain(publisher)
  const ways: readonly (() => readonly [way: Mapping['by'], body: Body | undefined])[] = [
    () => named(name, NAMES.get(name)),
    () => byPrefix(name, OUTSIDE_PREFIXES),
    () => ['unit', PROSECUTORS.test(name) ? BY_ID.get('moj') : undefined],
    () => ['unit', COURTS.test(name) ? BY_ID.get('judicial') : undefined],
    () => byPrefix(name, LOCAL_PREFIXES),
    () => byPrefix(name, CENTRAL_PREFIXES),
    () => ['unit', UNITS.get(name)],
    () => ['oid', oid === undefined ? undefined : byOid(oid)],
    () => ['host', BARE_UNIT.test(name) ? byHost(urls) : undefined],
    () => ['unit', SHARED.get(name)],
  ]
  for (const way of ways) {
    const [by, body] = way()
    if (body) return { body, by }
  }
  const written = publisher.trim() || '（未填提供機關）'
  return { body: { id: `unmapped:${name}`, name: written, group: 'unmapped' }, by: 'unmapped' }
}

/** The body of this id or full name. */
export function bodyNamed(idOrName: string): Body | undefined {
  const name = plain(idOrName)
  return BY_ID.get(idOrName) ?? ALL.map(([, body]) => body).find((body) => plain(body.name) === name)
}

/** Ids and names of all bodies. */
export const bodyNames = (): string[] => ALL.flatMap(([, { id, name }]) => [id, name])

/** As {@link mappingOf}, with what the user says of publishers, by their whole name, before everything else. */
export function mappingWith(bodies: Readonly<Record<string, Body>>): typeof mappingOf {
  const own = new Map(Object.entries(bodies).map(([publisher, body]) => [plain(publisher), body]))
  if (own.size === 0) return mappingOf
  return (publisher, urls, oid) => {
    const body = own.get(plain(publisher))
    return body ? { body, by: 'override' } : mappingOf(publisher, urls, oid)
  }
}

const named = (prefix: string, body: Body | undefined) =>
  [body && plain(body.name) === prefix ? 'name' : 'rename', body] as const

const byPrefix = (name: string, prefixes: readonly Named[]) => {
  const [prefix, body] = prefixes.find(([each]) => name.startsWith(each)) ?? ['', undefined]
  return named(prefix, body)
}

const byOid = (oid: string): Body | undefined =>
  OIDS.find(([branch]) => oid === branch || oid.startsWith(`${branch}.`))?.[1]

/** The body on whose hosts most of the links are; a tie decides nothing. */
function byHost(urls: readonly string[]): Body | undefined {
  const votes = new Map<Body, number>()
  for (const url of urls) {
    const host = URL.canParse(url) ? new URL(url).hostname : ''
    const body = HOSTS.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`))?.[1]
    if (body) votes.set(body, (votes.get(body) ?? 0) + 1)
  }
  const [first, second] = [...votes].sort(([, a], [, b]) => b - a)
  return first?.[1] === second?.[1] ? undefined : first?.[0]
}
