import type { Writer } from '../view.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'
import { svg } from './svg.ts'

/** What build servers, code hosts and pages of projects read. */
export const ciWriters = { github, sarif, junit, gitlab, markdown, svg } as const satisfies Readonly<
  Record<string, Writer>
>
