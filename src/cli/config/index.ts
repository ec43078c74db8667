import type { OptionDefaults } from '../../config.ts'
import type { Language } from '../../core/localised.ts'
import { UsageError } from '../usage-error.ts'
import { foundConfig, NO_SETTINGS, type Settings, shownPath } from './find.ts'
import { CONFIG_WORDS } from './words.ts'

const COMMANDS = new Set(['audit', 'check', 'catalogue', 'rejudge'])

/**
 * The configuration that a command line goes by, read before yargs has: it has defaults for the options. Code is only
 * run from where the user stands, or where he points.
 */
export async function settingsFor(argv: readonly string[], language: Language): Promise<Settings> {
  const isAsked =
    argv.some((arg) => COMMANDS.has(arg)) && !argv.some((arg) => /^(--help|-h|--version)$/.test(arg))
  if (!isAsked) return NO_SETTINGS
  const none = argv.includes('--no-config') || argv.includes('--no-config=true')
  const named = givenFor('--config', argv)
  if (none && named !== undefined) throw new UsageError(CONFIG_WORDS.noneAndOne[language])
  if (none) return NO_SETTINGS
  const path = named ?? (await foundConfig(process.cwd(), language))
  if (path === undefined) return NO_SETTINGS
  // What reads YAML and TypeScript takes longer to load than a small file takes to check.
  return (await import('./settings.ts')).readSettings(path, language)
}

function givenFor(option: string, argv: readonly string[]): string | undefined {
  const at = argv.findIndex((arg) => arg === option || arg.startsWith(`${option}=`))
  return at === -1 ? undefined : argv[at]!.includes('=') ? argv[at]!.slice(option.length + 1) : argv[at + 1]
}

/** What the configuration has for options that the command line does not name. */
export function optionDefaults({ config }: Settings, argv: readonly string[]): OptionDefaults {
  const { hosts: _, bodies: __, agencies: ___, rules: ____, plugins: _____, ...options } = config
  const { cache, out, ca, ...rest } = options
  const isFresh = ['--record', '--offline'].every((option) => givenFor(option, argv) === undefined)
  return {
    ...rest,
    ...(out !== undefined && { out: shownPath(out) }),
    ...(ca && { ca: ca.map(shownPath) }),
    // These need every body: what is usual gives way to what was asked for.
    ...(cache !== undefined && isFresh && { cache: shownPath(cache) }),
  }
}
