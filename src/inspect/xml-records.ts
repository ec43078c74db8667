import type { Records } from '../core/tree.ts'
import { type Field, fieldFacts } from './field-watch.ts'
import type { Place } from './xml-place.ts'

/** The list of records, else the one row of a document that has a single one. */
export function recordsBelow(top: Place): Records | undefined {
  const [root] = top.children.values()
  if (root === undefined) return undefined
  const place = placeByFormat(root) ?? repeated(top) ?? single(root)
  if (place === undefined) return undefined
  const { count, nested } = place
  return {
    path: pathOf(place),
    count,
    ...fieldFacts(fieldsOf(place)),
    nested,
    others: 0,
    same: outermost(place).marks.facts(),
  }
}

/** The shallowest name that repeats and holds something; of several, one with elements, then the most frequent. */
function repeated(top: Place): Place | undefined {
  let level = [...top.children.values()]
  while (level.length > 0) {
    const lists = level
      .filter(isList)
      .sort((a, b) => Number(b.withChildren > 0) - Number(a.withChildren > 0) || b.count - a.count)
    if (lists[0]) return unwrapped(lists[0])
    level = level.flatMap((place) => [...place.children.values()])
  }
  return undefined
}

/** The deepest element below the root with two or more fields and nothing inside them. */
function single(root: Place): Place | undefined {
  let row: Place | undefined
  let level = [...(root.children.values() ?? [])]
  while (level.length > 0) {
    row = level.find((place) => place.children.size > 1 && place.nested === 0) ?? row
    level = level.flatMap((place) => [...place.children.values()])
  }
  return row
}

/** Feeds and GML say where their records are: one record is a list too, and links beside them are none. */
const RECORDS = [
  ['rss', 'channel', 'item'],
  ['RDF', 'item'],
  ['feed', 'entry'],
] as const

function placeByFormat(root: Place): Place | undefined {
  for (const [name, ...path] of RECORDS)
    if (root.name === name) {
      const place = path.reduce<Place | undefined>((at, child) => at?.children.get(child), root)
      if (place && place.withChildren > 0) return place
    }
  const members = root.children.get('featureMember') ?? root.children.get('featureMembers')
  const [only, ...more] = members?.children.values() ?? []
  return only && more.length === 0 && only.withChildren > 0 ? only : undefined
}

const isList = ({ count, withChildren, attributes }: Place): boolean =>
  count > 1 && (withChildren > 0 || attributes.size > 0)

/** GML and its kin put every record into an envelope of its own (`featureMember`). */
function unwrapped(list: Place): Place {
  const [only, ...more] = list.children.values()
  const isEnvelope = only && more.length === 0 && only.count === list.count && only.withChildren > 0
  return isEnvelope ? unwrapped(only) : list
}

/** The envelope of a record, whose attributes may be all that tells it from another, else the record. */
function outermost(place: Place): Place {
  const { parent, count } = place
  const isEnvelope = parent && count > 1 && parent.count === count && parent.children.size === 1
  return isEnvelope ? outermost(parent) : place
}

/** The children's names; the attributes' where there are no children. */
function fieldsOf(place: Place): Field[] {
  if (place.withChildren === 0) return [...place.attributes].map(([name, found]) => ({ name, ...found }))
  return [...place.children.values()].flatMap(fieldsOfChild)
}

/** A second 面積 in a record is a column of its own, `面積[2]`: agencies do publish such rows. */
function fieldsOfChild({ name, owners, withChildren, again, watch }: Place): Field[] {
  const repeats = withChildren > 0 ? [] : again
  return [
    { name, count: owners, watch },
    ...repeats.map((count, i) => ({ name: `${name}[${i + 2}]`, count })),
  ]
}

const pathOf = (place: Place): string => (place.parent ? `${pathOf(place.parent)}/${place.name}` : '')
