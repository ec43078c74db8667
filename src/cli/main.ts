import yargs from 'yargs'
import { LANGUAGES, type Language } from '../core/localised.ts'
import { commandOptions } from './command-options.ts'
import type { Settings } from './config/find.ts'
import { optionDefaults, settingsFor } from './config/index.ts'
import { EXIT } from './exit-code.ts'
import { GATE_WORDS } from './gate-words.ts'
import { ledgerCommands, ledgerOptions } from './ledger-commands.ts'
import { nearest, onceEach } from './misuse.ts'
import { outliveReaders, paintFor } from './output.ts'
import { VERSION } from './program.ts'
import { SCORE_EXAMPLES } from './score/options.ts'
import { SCORE_WORDS } from './score/words.ts'
import { serveModule, serveOptions } from './serve-options.ts'
import { inWords, YARGS_WORDS } from './system-words.ts'
import { UsageError } from './usage-error.ts'
import { languageOf, WORDS, type Word } from './words.ts'

/** Runs one command line and returns its exit code. Commands are loaded when called: most runs need one. */
export async function main(argv: readonly string[]): Promise<number> {
  let language = languageOf(argv, process.env['ODBADGE_LANG'])
  let code: number = EXIT.clean
  outliveReaders(language)
  paintFor(argv)
  try {
    const settings = await settingsFor(argv, language)
    language = languageOf(argv, process.env['ODBADGE_LANG'] ?? settings.config.lang)
    const parser = commandLine(argv, language, settings, (result) => {
      code = result
    })
    await parser.parseAsync()
    return code
  } catch (error) {
    return complain(error, language)
  }
}

async function complain(error: unknown, language: Language): Promise<number> {
  const { CatalogueError, describeCatalogueError } = await import('../catalogue/index.ts')
  const { printableLines } = await import('../report/index.ts')
  if (error instanceof UsageError || error instanceof CatalogueError) {
    const message = error instanceof UsageError ? error.message : describeCatalogueError(error, language)
    process.stderr.write(`odbadge: ${printableLines(inWords(message, language))}\n`)
    return EXIT.usage
  }
  process.stderr.write(`${WORDS.fault[language]}\n${error instanceof Error ? error.stack : String(error)}\n`)
  return EXIT.fault
}

function commandLine(
  argv: readonly string[],
  language: Language,
  settings: Settings,
  done: (code: number) => void,
) {
  const say = (word: Word) => WORDS[word][language]
  const defaults = optionDefaults(settings, argv)
  const options = {
    ...commandOptions(language, defaults),
    ...ledgerOptions(language, defaults),
    serve: serveOptions(language),
  }
  return yargs(withInputNamed(argv))
    .scriptName('odbadge')
    .locale(language === 'en' ? 'en' : 'zh_TW')
    .updateStrings(language === 'en' ? {} : YARGS_WORDS)
    .usage(`${say('program')}\n\nodbadge <command>`)
    .option('lang', {
      describe: say('lang'),
      choices: LANGUAGES,
      requiresArg: true,
      default: language,
      global: true,
    })
    .option('no-color', { describe: GATE_WORDS.noColor[language], type: 'boolean', global: true })
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
          .example('odbadge audit export.csv --agency 勞動部', '')
          .example('odbadge audit https://data.gov.tw/datasets/export/csv --id 41568', '')
          .example('odbadge audit export.xml --changed-since 2026-08-01', '')
          .example('odbadge audit https://data.gov.tw/api/v2/rest/dataset/41568', '')
          .example('odbadge audit list.csv datapackage.json data/', '')
          .example('curl -s https://data.example.gov.tw/data.json | odbadge audit -', '')
          .example('odbadge audit export.csv --resume', '')
          .example('odbadge audit export.csv --record evidence/', '')
          .example('odbadge audit export.csv --offline evidence/ --profile checker-2017', '')
          .example('odbadge audit export.csv --cache .odbadge-cache/', '')
          .example('odbadge audit export.csv --config agency.config.yaml', '')
          .example('odbadge audit export.csv --rules ./my-rules.js', '')
          .example('odbadge audit --files data/*.csv', ''),
      async (args) => {
        const catalogue = unnamed(args.catalogue)
        done(
          await (await import('./audit.ts')).auditCommand(only({ ...args, catalogue, language, settings })),
        )
      },
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
          .example('odbadge check file.csv --min-badge gold', '')
          .example('odbadge check data/*.csv --reporter github --reporter sarif=odbadge.sarif', '')
          .example('odbadge check data/*.csv --baseline odbadge-baseline.json --update-baseline', '')
          .example('odbadge check file.csv --rules ./my-rules.js --no-config', ''),
      async (args) => done(await (await import('./check.ts')).check(only({ ...args, language, settings }))),
    )
    .command(
      'catalogue <catalogue..>',
      say('catalogueCommand'),
      (command) =>
        command
          .positional('catalogue', {
            describe: say('catalogue'),
            type: 'string',
            array: true,
            demandOption: true,
          })
          .options(options.catalogue)
          .example('odbadge catalogue https://apiservice.mol.gov.tw/OdService/rest/dataset --limit 20', '')
          .example('odbadge catalogue manual.txt', '')
          .example('odbadge catalogue https://data.example.gov.tw/ --reporter csv > export.csv', ''),
      async (args) =>
        done(
          await (await import('./catalogue.ts')).catalogueCommand(
            only({ ...args, catalogue: unnamed(args.catalogue), language, settings }),
          ),
        ),
    )
    .command(
      'openapi <documents..>',
      say('openapi'),
      (command) =>
        command
          .positional('documents', {
            describe: say('documents'),
            type: 'string',
            array: true,
            demandOption: true,
          })
          .options(options.openapi)
          .example('odbadge openapi openapi.yaml', '')
          .example('odbadge openapi https://example.gov.tw/api/swagger.json --reporter json', ''),
      async ({ documents, ...args }) => {
        const { openapiCommand } = await import('./openapi.ts')
        done(await openapiCommand(only({ ...args, documents: unnamed(documents), language })))
      },
    )
    .command(
      'report <ledger>',
      say('report'),
      (command) =>
        command
          .positional('ledger', { describe: say('ledger'), type: 'string', demandOption: true })
          .options(options.report)
          .example('odbadge report reports/ledger.ndjson --reporter html -o report.html', '')
          .example('odbadge report reports/ledger.ndjson --reporter xlsx -o worklist.xlsx', ''),
      async (args) => done(await (await import('./report.ts')).reportCommand(only({ ...args, language }))),
    )
    .command([...ledgerCommands(language, settings, options, done), serveModule(language, done)])
    .command(
      'score <ledgers..>',
      SCORE_WORDS.score[language],
      (command) =>
        command
          .positional('ledgers', {
            describe: SCORE_WORDS.ledgers[language],
            type: 'string',
            array: true,
            demandOption: true,
          })
          .options(options.score)
          .example(SCORE_EXAMPLES.map((line): [string, string] => [line, ''])),
      async (args) =>
        done(await (await import('./score/index.ts')).scoreCommand(only({ ...args, language }))),
    )
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

/** yargs loses a lone `-` among the words of a list. */
const INPUT = 'stdin:'

const withInputNamed = (argv: readonly string[]): string[] => argv.map((arg) => (arg === '-' ? INPUT : arg))
const unnamed = (names: readonly string[]): string[] => names.map((name) => (name === INPUT ? '-' : name))

/** Options that were not given are absent, not undefined. */
function only<Arguments extends object>(
  args: Arguments,
): { [Key in keyof Arguments]: Exclude<Arguments[Key], undefined> } {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Arguments]: Exclude<Arguments[Key], undefined>
  }
}
