import type { Analysis } from '../core/analysis.ts'
import type { Language } from '../core/localised.ts'
import type { LedgerView } from '../report/index.ts'
import type { Answer } from './answer.ts'
import { API } from './api/index.ts'
import type { Comparisons } from './comparisons.ts'
import { DOWNLOADS } from './downloads.ts'
import type { Shelf } from './ledgers/shelf.ts'
import { PAGES } from './pages/index.ts'
import type { Target } from './query.ts'
import { Refusal } from './refusal.ts'

export type Analyse = (view: LedgerView) => Promise<Analysis | undefined>

/** What a route works with. */
export interface Asked {
  readonly shelf: Shelf
  readonly compare: Comparisons
  readonly analyse?: Analyse
  readonly target: Target
  readonly language: Language
  /** What the `{}` of the route stood for. */
  readonly part: string
}

export type Route = (asked: Asked) => Answer | Promise<Answer>

/** Paths as in OpenAPI; a `{}` stands for one segment. */
export type Routes = Readonly<Record<string, Route>>

const ROUTES: readonly (readonly [readonly string[], Route])[] = Object.entries({
  ...PAGES,
  ...API,
  ...DOWNLOADS,
}).map(([path, route]) => [path.slice(1).split('/'), route])

/** @throws {Refusal} 404 */
export function routed(asked: Omit<Asked, 'part'>): Answer | Promise<Answer> {
  const { segments } = asked.target
  for (const [pattern, route] of ROUTES) {
    if (pattern.length !== segments.length) continue
    if (!pattern.every((part, at) => part === '{}' || part === segments[at])) continue
    return route({ ...asked, part: segments[pattern.indexOf('{}')] ?? '' })
  }
  throw new Refusal(404, 'noPage')
}
