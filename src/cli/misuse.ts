import { editDistance } from '../core/fields.ts'
import { type Language, render } from '../core/localised.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

const REPEATABLE = new Set([
  '_',
  'catalogue',
  'files',
  'documents',
  'ledgers',
  'agency',
  'id',
  'previous',
  'ca',
  'rules',
])

/** Commands that write several reports at once. */
const WITH_REPORTERS = new Set<unknown>(['audit', 'check', 'report'])

/** yargs makes a list of an option given twice, which no command expects. */
export function onceEach(args: { readonly _?: readonly unknown[] }, language: Language): true {
  const repeatable = (name: string) =>
    REPEATABLE.has(name) || (name === 'reporter' && WITH_REPORTERS.has(args._?.[0]))
  for (const [name, value] of Object.entries(args))
    if (Array.isArray(value) && !repeatable(name))
      throw new UsageError(render(WORDS.once, { name: `--${name}` }, language))
  return true
}

/** What a misspelt option may have meant. */
export function nearest(
  argv: readonly string[],
  options: Readonly<Record<string, object>>,
  language: Language,
): string | undefined {
  const command = argv.find((arg) => Object.hasOwn(options, arg))
  const known = [...Object.keys(options[command ?? ''] ?? {}), 'lang', 'help', 'version']
  const given = argv.flatMap((arg) => /^--([^=]+)/.exec(arg)?.[1] ?? [])
  const like = given
    .filter((name) => !known.includes(name))
    .flatMap((name) => known.filter((option) => editDistance(name, option) <= 2))
    .map((name) => `--${name}`)
  return like.length > 0 ? render(WORDS.near, { like }, language) : undefined
}
