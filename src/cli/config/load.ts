import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { LineCounter, type Node, parseDocument } from 'yaml'
import type { Language } from '../../core/localised.ts'
import { render } from '../../core/localised.ts'
import { UsageError } from '../usage-error.ts'
import { importCode } from './code.ts'
import { EXTENSIONS } from './find.ts'
import { CONFIG_WORDS } from './words.ts'

/** What a configuration file holds, before anything of it is believed. */
export interface Loaded {
  readonly data: unknown
  /** The line that a key stands in; undefined in code. */
  lineOf(path: readonly string[]): number | undefined
}

/** Far above any configuration people write; a bomb of YAML aliases must not get further. */
const MAX_ALIASES = 100

/** @param shown the path as the user knows it. @throws UsageError when there is nothing in it that can be read. */
export async function loadFile(path: string, shown: string, language: Language): Promise<Loaded> {
  const wrong = (detail: string) =>
    new UsageError(render(CONFIG_WORDS.bad, { path: shown, detail }, language))
  const extension = extname(path).toLowerCase()
  if (!EXTENSIONS.some((known) => known === extension))
    throw wrong(render(CONFIG_WORDS.badExtension, { extensions: EXTENSIONS }, language))
  try {
    if (!/^\.(json|ya?ml)$/.test(extension)) return { data: await importCode(path), lineOf: () => undefined }
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
    const lines = linesIn(text)
    return { data: extension === '.json' ? JSON.parse(text) : lines.yaml(), lineOf: lines.of }
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
}

/** JSON is read as YAML to find its lines only: YAML forgives what JSON does not allow. */
function linesIn(text: string) {
  const counter = new LineCounter()
  let parsed: ReturnType<typeof parseDocument> | undefined
  const document = () => {
    parsed ??= parseDocument(text, { lineCounter: counter })
    return parsed
  }
  const offsetOf = (path: readonly string[]): number | undefined => {
    const parent = path.length > 1 ? document().getIn(path.slice(0, -1), true) : document().contents
    const items: readonly unknown[] = (parent as { items?: readonly unknown[] } | null)?.items ?? []
    for (const [at, item] of items.entries()) {
      const { key } = item as { key?: { value?: unknown; range?: Node['range'] } }
      if (key ? String(key.value) === path.at(-1) : String(at) === path.at(-1))
        return (key ?? (item as Node)).range?.[0]
    }
    return undefined
  }
  return {
    yaml(): unknown {
      const [error] = document().errors
      if (error) throw error
      return document().toJS({ maxAliasCount: MAX_ALIASES })
    },
    of(path: readonly string[]): number | undefined {
      const offset = path.length === 0 ? undefined : offsetOf(path)
      return offset === undefined ? undefined : counter.linePos(offset).line
    },
  }
}
