import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mappingOf } from '../../src/score/index.ts'

// All publishers of data.gov.tw of March 2026 with the bodies found for them by hand. It lies beside the project.
const FACTS = resolve(import.meta.dirname, '../../../shared/facts/agencies.json')
const present = existsSync(FACTS)

interface Provider {
  readonly top: string | null
  readonly how: string
  readonly datasets: number
}

interface Facts {
  readonly providers: Readonly<Record<string, Provider>>
  readonly ambiguousProviders: Readonly<
    Record<string, { readonly topHosts: readonly (readonly [host: string, links: number])[] }>
  >
}

const { providers, ambiguousProviders }: Facts = present
  ? JSON.parse(readFileSync(FACTS, 'utf8'))
  : { providers: {}, ambiguousProviders: {} }

if (!present) console.warn(`not checked: publishers of data.gov.tw, for there is no ${FACTS}`)

describe.skipIf(!present)('publishers of data.gov.tw', () => {
  const all = Object.entries(providers).map(([name, provider]) => ({
    name,
    ...provider,
    ...mappingOf(name, []),
  }))
  const rest = all.filter(({ by }) => by === 'unmapped')
  const count = (list: readonly { readonly datasets: number }[]) =>
    list.reduce((sum, { datasets }) => sum + datasets, 0)

  it('are mapped by their names for 96 % of the datasets, and the rest is listed', () => {
    const mapped = count(all) - count(rest)
    const listed = rest.toSorted((a, b) => b.datasets - a.datasets)
    console.info(
      [
        `${all.length - rest.length} of ${all.length} publishers with ${mapped} of ${count(all)} datasets are mapped; left:`,
        ...listed.map(({ name, datasets }) => `${datasets}  ${name}`),
      ].join('\n'),
    )
    expect(((100 * mapped) / count(all)).toFixed(1)).toBe('96.0')
    expect(rest.map(({ name }) => name).sort()).toEqual(Object.keys(ambiguousProviders).sort())
  })

  it('come under the body that was found by hand', () => {
    const differing = all.filter(
      ({ top, by, body }) =>
        by !== 'unmapped' && (top === 'outside' ? body.group !== 'outside' : body.id !== top),
    )
    // 法務部司法官學院 is no court: the pattern of the facts takes it for one.
    expect(differing.map(({ name, body }) => [name, body.id])).toEqual([['法務部司法官學院', 'moj']])
  })

  it('with a name that many units bear are told by the hosts of their links, where one body’s prevail', () => {
    const told = Object.entries(ambiguousProviders).map(([name, { topHosts }]) => {
      const links = topHosts.flatMap(([host, n]) => Array<string>(n).fill(`https://${host}/a`))
      return { name, by: mappingOf(name, links).by }
    })
    const open = told.filter(({ by }) => by === 'unmapped')
    console.info(`left even with their hosts: ${open.map(({ name }) => name).join('、')}`)
    expect(told.length - open.length).toBeGreaterThan(told.length / 2)
  })
})
