import type { CommandModule } from 'yargs'
import type { OptionDefaults } from '../config.ts'
import { ADDRESSEES } from '../core/letter.ts'
import type { Language } from '../core/localised.ts'
import { withDefaults } from './command-options.ts'
import type { Settings } from './config/find.ts'
import { LEDGER_WORDS, type LedgerWord } from './ledger-words.ts'
import { WORDS, type Word } from './words.ts'

/** Options of the commands that read finished ledgers. */
export function ledgerOptions(language: Language, defaults: OptionDefaults = {}) {
  const string = (word: LedgerWord) =>
    ({ describe: LEDGER_WORDS[word][language], type: 'string', requiresArg: true }) as const
  const known = (word: Word) =>
    ({ describe: WORDS[word][language], type: 'string', requiresArg: true }) as const
  const reporter = {
    describe: WORDS.reporter[language],
    choices: ['text', 'json'],
    default: 'text',
    requiresArg: true,
  } as const
  const output = { ...known('output'), alias: 'o' } as const
  return {
    plan: {
      target: string('target'),
      agency: { ...string('agency'), array: true, nargs: 1 },
      effort: string('effort'),
      exceptions: known('exceptions'),
      profile: string('profileOfLedger'),
      reporter,
      output,
    },
    compare: {
      reporter,
      'fail-on': { ...string('failOn'), choices: ['never', 'worse'], default: 'never' },
      output,
    },
    rejudge: withDefaults(
      {
        profile: { ...known('profile'), default: 'measure-2017' },
        config: known('config'),
        'no-config': { describe: WORDS.noConfig[language], type: 'boolean', default: false },
        output,
      } as const,
      defaults,
    ),
    feedback: { reporter, output },
    letters: {
      previous: string('lettersPrevious'),
      per: { ...string('per'), choices: ADDRESSEES, default: 'body' },
      out: { ...string('lettersOut'), default: 'letters' },
    },
  } as const
}

/** Commands that need no network: everything is in the ledger. */
export function ledgerCommands(
  language: Language,
  settings: Settings,
  options: ReturnType<typeof ledgerOptions>,
  done: (code: number) => void,
): readonly CommandModule<object, object>[] {
  const say = (word: LedgerWord) => LEDGER_WORDS[word][language]
  const ledger = { describe: WORDS.ledger[language], type: 'string', demandOption: true } as const
  const run =
    <Arguments>(load: () => Promise<(args: Arguments) => Promise<number>>) =>
    async (args: object) => {
      const given = Object.entries({ ...args, language, settings }).filter(([, value]) => value !== undefined)
      done(await (await load())(Object.fromEntries(given) as Arguments))
    }
  return [
    {
      command: 'plan <ledger>',
      describe: say('plan'),
      builder: (command) =>
        command
          .positional('ledger', ledger)
          .options(options.plan)
          .example('odbadge plan reports/ledger.ndjson --target 95', '')
          .example('odbadge plan reports/ledger.ndjson --agency 勞動部 --exceptions exceptions.yaml', ''),
      handler: run(async () => (await import('./plan.ts')).planCommand),
    },
    {
      command: 'compare <ledgers..>',
      describe: say('compare'),
      builder: (command) =>
        command
          .positional('ledgers', {
            describe: say('ledgers'),
            type: 'string',
            array: true,
            demandOption: true,
          })
          .options(options.compare)
          .example('odbadge compare 上次/ledger.ndjson reports/ledger.ndjson --fail-on worse', ''),
      handler: run(async () => (await import('./compare.ts')).compareCommand),
    },
    {
      command: 'rejudge <ledger>',
      describe: say('rejudge'),
      builder: (command) =>
        command
          .positional('ledger', ledger)
          .options(options.rejudge)
          .example('odbadge rejudge reports/ledger.ndjson --profile checker-2017 -o rejudged.ndjson', '')
          .example('odbadge rejudge reports/ledger.ndjson --no-config -o official.ndjson', ''),
      handler: run(async () => (await import('./rejudge.ts')).rejudgeCommand),
    },
    {
      command: 'letters <ledger>',
      describe: say('letters'),
      builder: (command) =>
        command
          .positional('ledger', ledger)
          .options(options.letters)
          .example('odbadge letters reports/ledger.ndjson --previous 上次/ledger.ndjson --per contact', ''),
      handler: run(async () => (await import('./letters.ts')).lettersCommand),
    },
    {
      command: 'feedback <ledger> <file>',
      describe: say('feedback'),
      builder: (command) =>
        command
          .positional('ledger', ledger)
          .positional('file', { describe: say('feedbackFile'), type: 'string', demandOption: true })
          .options(options.feedback)
          .example('odbadge feedback reports/ledger.ndjson feedback.csv', ''),
      handler: run(async () => (await import('./feedback.ts')).feedbackCommand),
    },
  ]
}
