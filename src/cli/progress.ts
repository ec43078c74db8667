import type { CatalogueEntry } from '../core/catalogue.ts'
import { type Language, render } from '../core/localised.ts'
import { hostOf } from '../core/place.ts'
import { cut, printable } from '../report/index.ts'
import type { ClosableOrigin } from './origin.ts'
import { WORDS } from './words.ts'

export interface Progress {
  /** A dataset is done. `before`: an earlier session did it, which says nothing of how long the rest takes. */
  step(before?: boolean): void
  /** The same origin, with an eye on who is being waited for. */
  watch(origin: ClosableOrigin): ClosableOrigin
  stop(): void
}

export interface ProgressState {
  readonly datasets: number
  readonly allDatasets: number
  readonly resources: number
  readonly allResources: number
  /** Being asked or waited for, the longest first. */
  readonly hosts: readonly string[]
  /** Milliseconds that the rest is likely to take. */
  readonly left?: number
}

const QUIET: Progress = { step: () => undefined, watch: (origin) => origin, stop: () => undefined }
const BAR = 20

/** A line on standard error when somebody is watching. The catalogue is counted first: it is small beside the data. */
export async function progress(
  entries: () => AsyncIterable<CatalogueEntry>,
  { language, quiet = false }: { readonly language: Language; readonly quiet?: boolean | undefined },
): Promise<Progress> {
  if (!process.stderr.isTTY || quiet) return QUIET
  const { default: cliProgress } = await import('cli-progress')
  let allDatasets = 0
  let allResources = 0
  for await (const entry of entries()) {
    if (entry.kind !== 'dataset') continue
    allDatasets++
    allResources += entry.dataset.resources.length
  }
  const began = Date.now()
  const waiting = new Map<string, number>()
  let datasets = 0
  let before = 0
  let resources = 0
  const state = (): ProgressState => {
    const done = datasets - before
    return {
      datasets,
      allDatasets,
      resources,
      allResources,
      hosts: [...waiting.keys()],
      ...(done > 0 &&
        datasets < allDatasets && { left: ((Date.now() - began) / done) * (allDatasets - datasets) }),
    }
  }
  const bar = new cliProgress.SingleBar({
    format: () => progressLine(state(), { language, width: process.stderr.columns ?? 80 }),
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    fps: 4,
  })
  bar.start(allDatasets, 0)
  const wait = async <T>(host: string | undefined, work: Promise<T>): Promise<T> => {
    if (host !== undefined) waiting.set(host, (waiting.get(host) ?? 0) + 1)
    try {
      return await work
    } finally {
      resources++
      const left = (waiting.get(host ?? '') ?? 0) - 1
      if (host !== undefined && left > 0) waiting.set(host, left)
      else if (host !== undefined) waiting.delete(host)
    }
  }
  return {
    step(earlier = false) {
      datasets++
      if (earlier) before++
      bar.update(datasets)
    },
    watch: (origin) => ({
      ...origin,
      fetch: (url, ask) => wait(/^\w+:\/\//.test(url) ? hostOf(url) : undefined, origin.fetch(url, ask)),
      ...(origin.open && { open: (path: string) => wait(undefined, (origin.open as Open)(path)) }),
    }),
    stop: () => bar.stop(),
  }
}

type Open = NonNullable<ClosableOrigin['open']>

/** All of it in one line of the terminal; a Chinese character takes two columns. */
export function progressLine(
  { datasets, allDatasets, resources, allResources, hosts, left }: ProgressState,
  { language, width }: { readonly language: Language; readonly width: number },
): string {
  const share = allDatasets === 0 ? 1 : Math.min(1, datasets / allDatasets)
  const full = Math.floor(share * BAR)
  const [first] = hosts
  const parts = [
    `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`,
    render(WORDS.progressDatasets, { n: datasets, all: allDatasets }, language),
    ...(left === undefined ? [] : [render(WORDS.progressLeft, { time: timeText(left, language) }, language)]),
    // An address may be asked for again, or a dataset have none left.
    render(WORDS.progressResources, { n: Math.min(resources, allResources), all: allResources }, language),
    ...(first === undefined
      ? []
      : [render(WORDS.progressHosts, { n: hosts.length, host: printable(first) }, language)]),
  ]
  return cut(parts.join('  '), Math.max(10, width - 1))
}

/** `4 秒`, `3 分 20 秒`, `2 時 5 分`. */
export function timeText(milliseconds: number, language: Language): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1_000))
  const units = language === 'en' ? ['h', 'min', 's'] : ['時', '分', '秒']
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const parts =
    hours > 0
      ? [
          [hours, 0],
          [minutes, 1],
        ]
      : minutes > 0
        ? [
            [minutes, 1],
            [rest, 2],
          ]
        : [[rest, 2]]
  return parts
    .filter(([n], at) => at === 0 || n !== 0)
    .map(([n, unit]) => `${n} ${units[unit ?? 0]}`)
    .join(' ')
}
