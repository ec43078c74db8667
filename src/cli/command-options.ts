import type { OptionDefaults } from '../config.ts'
import { type Language, render } from '../core/localised.ts'
import { FAIL_ON } from './exit-code.ts'
import { GATE_WORDS } from './gate-words.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { MIN_BADGES } from './options.ts'
import { LEDGER_REPORTERS, REPORTERS } from './reporters.ts'
import { scoreOptions } from './score/options.ts'
import { WORDS, type Word } from './words.ts'

const GIB = 2 ** 30

/** The options of each command, as yargs takes them. */
export function commandOptions(language: Language, defaults: OptionDefaults = {}) {
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
  const configured = {
    config: string('config'),
    'no-config': { describe: say('noConfig'), type: 'boolean', default: false },
  } as const
  const ruled = { rules: many('ownRules'), ...configured } as const
  const flag = (describe: string) => ({ describe, type: 'boolean', default: false }) as const
  const reporters = (names: readonly string[]) =>
    ({
      describe: render(GATE_WORDS.reporters, { names }, language),
      type: 'string',
      array: true,
      nargs: 1,
      requiresArg: true,
    }) as const
  const gate = {
    'min-badge': one('minBadge', MIN_BADGES),
    'fail-on': one('failOn', FAIL_ON),
    'max-findings': {
      describe: GATE_WORDS.maxFindings[language],
      type: 'number',
      requiresArg: true,
    },
    baseline: { describe: GATE_WORDS.baseline[language], type: 'string', requiresArg: true },
    'update-baseline': flag(GATE_WORDS.updateBaseline[language]),
    quiet: flag(GATE_WORDS.quiet[language]),
  } as const
  const fetching = {
    'max-bytes': number('maxBytes', GIB),
    timeout: number('timeout', 60),
    ca: many('ca'),
  } as const
  const probing = { 'probe-api': { describe: say('probeApi'), type: 'boolean', default: false } } as const
  const manners = {
    spacing: number('spacing'),
    'per-host': number('perHost'),
    contact: string('contact'),
    'allow-private': { describe: say('allowPrivate'), type: 'boolean', default: false },
  } as const
  const judging = {
    profile: { ...string('profile'), default: 'measure-2017' },
    now: string('now'),
    ...fetching,
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
      'changed-since': string('changedSince'),
      limit: number('limit'),
      out: { ...string('out'), default: 'reports' },
      concurrency: number('concurrency', 8),
      resume: { describe: say('resume'), type: 'boolean', default: false },
      previous: many('previous'),
      'confirm-after': string('confirmAfter'),
      record: string('record'),
      offline: string('offline'),
      cache: string('cache'),
      reporter: reporters(LEDGER_REPORTERS),
      ...probing,
      ...manners,
      ...judging,
      ...gate,
      ...ruled,
    },
    check: {
      format: string('format'),
      encoding: string('encoding'),
      fields: string('fields'),
      frequency: string('frequency'),
      modified: string('modified'),
      reporter: { ...reporters(REPORTERS), default: ['text'] },
      ...probing,
      ...judging,
      ...gate,
      ...ruled,
    },
    catalogue: {
      agency: many('agency'),
      id: many('id'),
      'changed-since': string('changedSince'),
      limit: number('limit'),
      reporter: { ...one('reporter', ['text', 'json', 'csv']), default: 'text' as const },
      ...fetching,
      ...manners,
      ...configured,
    },
    openapi: {
      reporter: { ...one('reporter', ['text', 'json']), default: 'text' as const },
      timeout: judging.timeout,
      ca: judging.ca,
      'insecure-inspect': judging['insecure-inspect'],
    },
    report: {
      reporter: { ...reporters(LEDGER_REPORTERS), default: ['html'] },
      output: { ...string('output'), alias: 'o' },
      exceptions: { ...string('exceptions'), describe: LEDGER_WORDS.reportExceptions[language] },
      previous: {
        ...string('previous'),
        array: true,
        nargs: 1,
        describe: LEDGER_WORDS.reportPrevious[language],
      },
      profile: { ...string('profile'), describe: LEDGER_WORDS.reportProfile[language] },
      'rule-pages': string('rulePages'),
    },
    score: {
      ...scoreOptions(language),
      reporter: { ...one('reporter', ['text', 'json']), default: 'text' as const },
    },
    rules: { json: { describe: say('json'), type: 'boolean', default: false } },
  } as const
  return {
    ...options,
    audit: withDefaults(options.audit, defaults),
    check: withDefaults(options.check, defaults),
    catalogue: withDefaults(options.catalogue, defaults),
  }
}

/** Options as a configuration wants them when the command line does not name them. */
export function withDefaults<Options extends object>(options: Options, defaults: OptionDefaults): Options {
  const own = new Map<string, unknown>(Object.entries(defaults))
  const entry = ([name, option]: [string, object]) => {
    const value = own.get(name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()))
    return [name, value === undefined ? option : { ...option, default: value }]
  }
  return Object.fromEntries(Object.entries(options).map(entry)) as Options
}
