import type { Language } from '../core/localised.ts'
import { FAIL_ON } from './exit-code.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { MIN_BADGES } from './options.ts'
import { scoreOptions } from './score/options.ts'
import { WORDS, type Word } from './words.ts'

const GIB = 2 ** 30

/** The options of each command, as yargs takes them. */
export function commandOptions(language: Language) {
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
    config: string('config'),
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
  return {
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
      ...probing,
      ...manners,
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
      ...probing,
      ...judging,
      ...gate,
    },
    catalogue: {
      agency: many('agency'),
      id: many('id'),
      'changed-since': string('changedSince'),
      limit: number('limit'),
      reporter: { ...one('reporter', ['text', 'json', 'csv']), default: 'text' as const },
      ...fetching,
      ...manners,
    },
    openapi: {
      reporter: { ...one('reporter', ['text', 'json']), default: 'text' as const },
      timeout: judging.timeout,
      ca: judging.ca,
      'insecure-inspect': judging['insecure-inspect'],
    },
    report: {
      reporter: { ...one('reporter', ['html', 'json', 'ndjson', 'xlsx', 'csv']), default: 'html' as const },
      output: { ...string('output'), alias: 'o' },
      exceptions: string('exceptions'),
      previous: { ...string('previous'), array: true, nargs: 1, describe: LEDGER_WORDS.firstSeen[language] },
      profile: { ...string('profile'), describe: LEDGER_WORDS.profileOfLedger[language] },
    },
    score: {
      ...scoreOptions(language),
      reporter: { ...one('reporter', ['text', 'json']), default: 'text' as const },
    },
    rules: { json: { describe: say('json'), type: 'boolean', default: false } },
  } as const
}
