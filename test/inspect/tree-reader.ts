import type { Tree } from '../../src/core/artifacts.ts'
import type { Language } from '../../src/core/localised.ts'
import type { Observed } from '../../src/core/observed.ts'
import { withFaultWords } from '../../src/core/syntax-faults.ts'
import { jsonLane } from '../../src/inspect/json-lane.ts'
import { xmlLane } from '../../src/inspect/xml-lane.ts'

interface Lane<T> {
  push(chunk: T): void
  end(): Observed<Tree>
}

type Cut = (index: number) => number

function feed<T extends string | Buffer>(
  lane: Lane<T>,
  content: T,
  slice: (from: number, to: number) => T,
  cut: Cut,
) {
  for (let at = 0, index = 0; at < content.length; index++) {
    const end = at + Math.max(1, cut(index))
    lane.push(slice(at, end))
    at = end
  }
  return lane.end()
}

/** What the lane makes of the content, given in pieces of the lengths that `cut` says. */
export function readJson(content: string | Buffer, cut: Cut = () => Number.POSITIVE_INFINITY) {
  const bytes = Buffer.from(content)
  return feed(jsonLane(), bytes, (from, to) => bytes.subarray(from, to), cut)
}

export const readXml = (content: string, cut: Cut = () => Number.POSITIVE_INFINITY) =>
  feed(xmlLane(), content, (from, to) => content.slice(from, to), cut)

/** The words of the tree's syntax fault. */
export function faultWords({ fault }: Tree, language: Language = 'zh-TW'): string {
  if (!fault) throw new Error('there is no fault')
  return String(withFaultWords({ ...fault.data, fault: fault.code }, language)['reason'])
}

export function treeOf(observed: Observed<Tree>): Tree {
  if (!observed.seen) throw new Error('a lane always answers')
  return observed.value
}

/** A long content that need not be in memory at once. */
export function readRepeated<T extends string | Buffer>(
  lane: Lane<T>,
  chunk: T,
  times: number,
  first: T,
  last: T,
) {
  lane.push(first)
  for (let i = 0; i < times; i++) lane.push(chunk)
  lane.push(last)
  return lane.end()
}
