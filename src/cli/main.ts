import yargs from 'yargs'
import { LANGUAGES, type Language } from '../core/localised.ts'
import { EXIT, FAIL_ON } from './exit-code.ts'
import { ledgerCommands, ledgerOptions } from './ledger-commands.ts'
import { nearest, onceEach } from './misuse.ts'
import { MIN_BADGES } from './options.ts'
import { outliveReaders } from './output.ts'
import { VERSION } from './program.ts'
import { UsageError } from './usage-error.ts'
import { languageOf, WORDS, type Word } from './words.ts'

const GIB = 2 ** 30

/** Runs one command line and returns its exit code. Commands are loaded when called: most runs need one. */
export async function main(argv: readonly string[]): Promise<number> {
  const language = languageOf(argv, process.env['ODBADGE_LANG'])
  let code: number = EXIT.clean
  outliveReaders()
  const parser = commandLine(argv, language, (result) => {
    code = result
  })
  try {
    await parser.parseAsync()
    return code
  } catch (error) {
    return complain(error, language)
  }
}

async function complain(error: unknown, language: Language): Promise<number> {
  const { CatalogueError } = await import('../catalogue/index.ts')
  if (error instanceof UsageError || error instanceof CatalogueError) {
    process.stderr.write(`odbadge: ${error.message}\n`)
    return EXIT.usage
  }
  process.stderr.write(`${WORDS.fault[language]}\n${error instanceof Error ? error.stack : String(error)}\n`)
  return EXIT.fault
}

function commandLine(argv: readonly string[], language: Language, done: (code: number) => void) {
  const say = (word: Word) => WORDS[word][language]
  const string = (word: Word) => ({ describe: say(word), type: 'string', requiresArg: true }) as const
  const number = (word: Word, fallback?: number) =>
    ({
      describe: say(word),
      type: 'number',
      requiresArg: true,
      ...(fallback !== undefined && { default: fallback }),
    }) as const
  const many = (word: Word) => ({ ...string(word), array: true, nargs: 1 }) as const
  const one = <const Choice extends string>(word: Word, choices: readonly Choice[]) =>
    ({ describe: say(word), choices, requiresArg: true }) as const
  const gate = { 'min-badge': one('minBadge', MIN_BADGES), 'fail-on': one('failOn', FAIL_ON) } as const
  const judging = {
    profile: { ...string('profile'), default: 'measure-2017' },
    now: string('now'),
    'max-bytes': number('maxBytes', GIB),
    timeout: number('timeout', 60),
    ca: many('ca'),
    'insecure-inspect': {
      ...one('insecureInspect', ['public', 'all', 'never']),
      default: 'public' as const,
    },
  } as const
  const options = {
    audit: {
      files: { describe: say('files'), type: 'boolean', default: false },
      agency: many('agency'),
      id: many('id'),
      limit: number('limit'),
      out: { ...string('out'), default: 'reports' },
      concurrency: number('concurrency', 8),
      resume: { describe: say('resume'), type: 'boolean', default: false },
      previous: many('previous'),
      'confirm-after': string('confirmAfter'),
      record: string('record'),
      offline: string('offline'),
      cache: string('cache'),
      spacing: number('spacing'),
      'per-host': number('perHost'),
      contact: string('contact'),
      config: string('config'),
      'allow-private': { describe: say('allowPrivate'), type: 'boolean', default: false },
      ...judging,
      ...gate,
    },
    check: {
      format: string('format'),
      encoding: string('encoding'),
      fields: string('fields'),
      frequency: string('frequency'),
      modified: string('modified'),
      reporter: { ...one('reporter', ['text', 'json']), default: 'text' as const },
      ...judging,
      ...gate,
    },
    report: {
      reporter: { ...one('reporter', ['html', 'json', 'ndjson']), default: 'html' as const },
      output: { ...string('output'), alias: 'o' },
      exceptions: string('exceptions'),
    },
    rules: { json: { describe: say('json'), type: 'boolean', default: false } },
    ...ledgerOptions(language),
  } as const

  return yargs([...argv])
    .scriptName('odbadge')
    .locale(language === 'en' ? 'en' : 'zh_TW')
    .usage(`${say('program')}\n\nodbadge <command>`)
    .option('lang', { ...one('lang', LANGUAGES), default: language, global: true })
    .command(
      'audit <catalogue..>',
      say('audit'),
      (command) =>
        command
          .positional('catalogue', {
            describe: say('catalogue'),
            type: 'string',
            array: true,
            demandOption: true,
          })
          .options(options.audit)
          .default('fail-on', 'never' as const)
          .example('odbadge audit export.csv --agency 勞動部', '')
          .example('odbadge audit https://data.gov.tw/datasets/export/csv --id 41568', '')
          .example('odbadge audit export.csv --resume', '')
          .example('odbadge audit export.csv --record evidence/', '')
          .example('odbadge audit export.csv --offline evidence/ --profile checker-2017', '')
          .example('odbadge audit export.csv --cache .odbadge-cache/', '')
          .example('odbadge audit --files data/*.csv', ''),
      async (args) => done(await (await import('./audit.ts')).auditCommand(only({ ...args, language }))),
    )
    .command(
      'check <files..>',
      say('check'),
      (command) =>
        command
          .positional('files', {
            describe: say('checkFiles'),
            type: 'string',
            array: true,
            demandOption: true,
          })
          .options(options.check)
          .example('odbadge check 年報.csv --encoding UTF-8 --fields 年度、地區別、人數', '')
          .example('odbadge check file.csv --min-badge gold', ''),
      async (args) => done(await (await import('./check.ts')).check(only({ ...args, language }))),
    )
    .command(
      'report <ledger>',
      say('report'),
      (command) =>
        command
          .positional('ledger', { describe: say('ledger'), type: 'string', demandOption: true })
          .options(options.report)
          .example('odbadge report reports/ledger.ndjson --reporter html -o report.html', ''),
      async (args) => done(await (await import('./report.ts')).reportCommand(only({ ...args, language }))),
    )
    .command([...ledgerCommands(language, done)])
    .command(
      'explain <rule>',
      say('explain'),
      (command) =>
        command
          .positional('rule', { describe: say('ruleId'), type: 'string', demandOption: true })
          .example('odbadge explain structure/no-blank-rows', ''),
      async (args) => done(await (await import('./rules.ts')).explainCommand(args.rule, language)),
    )
    .command(
      'rules',
      say('rules'),
      (command) => command.options(options.rules).example('odbadge rules --json', ''),
      async (args) => done(await (await import('./rules.ts')).rulesCommand(args.json, language)),
    )
    .demandCommand(1, '')
    .strict()
    .recommendCommands()
    .parserConfiguration({ 'boolean-negation': false })
    .help('help', say('help'))
    .alias('help', 'h')
    .version('version', say('version'), VERSION)
    .wrap(Math.min(110, process.stdout.columns ?? 100))
    .exitProcess(false)
    .check((args) => onceEach(args, language))
    .fail((message, error) => {
      if (error && error.name !== 'YError') throw error
      throw new UsageError(
        [message || say('program'), nearest(argv, options, language), say('seeHelp')]
          .filter(Boolean)
          .join('\n'),
      )
    })
}

/** Options that were not given are absent, not undefined. */
function only<Arguments extends object>(
  args: Arguments,
): { [Key in keyof Arguments]: Exclude<Arguments[Key], undefined> } {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Arguments]: Exclude<Arguments[Key], undefined>
  }
}
