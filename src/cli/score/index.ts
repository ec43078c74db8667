import type { DatasetTrace, Note } from '../../core/awards.ts'
import { deviationText } from '../../core/deviation.ts'
import type { DatasetRecord, Summary } from '../../core/ledger.ts'
import { type Language, render } from '../../core/localised.ts'
import { awardsText, scoreJson, selectionText } from '../../report/index.ts'
import { createAwards, type Profile, profilesUnder, traceDataset } from '../../score/index.ts'
import { EXIT } from '../exit-code.ts'
import { openLedger } from '../ledger-file.ts'
import { profileNamed } from '../options.ts'
import { inColour, print } from '../output.ts'
import { PROGRAM } from '../program.ts'
import { UsageError } from '../usage-error.ts'
import { documentValidator } from './documents.ts'
import { readInput } from './inputs.ts'
import { datasetsOf, type OpenLedger, openLedgers, type Reading, sameProfile } from './ledgers.ts'
import { readPopularity } from './popularity-file.ts'
import { SCORE_WORDS } from './words.ts'

export interface ScoreArguments {
  readonly ledgers: readonly string[]
  readonly claims?: string
  readonly previous?: string
  readonly awards?: string
  readonly popularity?: string
  readonly votes?: string
  readonly profile?: string
  readonly reporter: 'text' | 'json'
  readonly language: Language
}

/** `odbadge score`: the awards of the measure, from ledgers. @returns the exit code. */
export async function scoreCommand(args: ScoreArguments): Promise<number> {
  const { language, reporter } = args
  const ledgers = await openLedgers(args.ledgers, language)
  const latest = ledgers[0]!
  const profile = profileOf(latest, args.profile, language)
  const claims = await readInput('claims', args.claims, language)
  const votes = await readInput('votes', args.votes, language)
  const settings = (await readInput('awards', args.awards, language)) ?? {}
  const previous = args.previous === undefined ? undefined : await past(args.previous, ledgers, language)
  const records = async function* (): AsyncGenerator<DatasetRecord> {
    for await (const { record } of datasetsOf(ledgers, language)) yield record
  }
  const numbers =
    args.popularity === undefined ? undefined : await readPopularity(args.popularity, records, language)

  const profileFor = profilesUnder(profile, latest.header.deviations)
  const builder = createAwards({
    profile,
    profileFor,
    settings,
    ...(claims && { claims }),
    ...(votes && { votes }),
    ...(numbers && { counts: numbers.counts }),
  })
  const reading: Reading = { finished: new Set(), again: 0 }
  for await (const { record, ledger } of datasetsOf(ledgers, language, reading))
    builder.add(record, Date.parse(ledger.header.now))

  const documents = documentValidator(args.claims ?? '', language)
  try {
    const awards = await builder.finish({
      ledgers: ledgers.map((ledger) => {
        const { program, startedAt, now } = ledger.header
        return { path: ledger.path, program, startedAt, now, finished: reading.finished.has(ledger) }
      }),
      header: latest.header,
      validate: documents.validate,
      ...(previous && { previous: previous.summary }),
      ...(numbers && { outside: numbers.highest }),
      notes: [
        ...selectionNotes(ledgers, language),
        ...deviationNotes(latest, language),
        ...readingNotes(ledgers, reading, previous),
        ...(numbers?.notes() ?? []),
      ],
    })
    const width = process.stdout.columns ?? 100
    const text =
      reporter === 'json'
        ? scoreJson(awards, traces(records(), profileFor), { language, program: PROGRAM })
        : [awardsText(awards, { language, colour: inColour(), width }, PROGRAM)]
    await print(text)
  } finally {
    await documents.close()
  }
  return EXIT.clean
}

/** The profile that judged: its weights and what costs an indicator are not in the ledger. */
function profileOf({ header }: OpenLedger, given: string | undefined, language: Language): Profile {
  const profile = profileNamed(given ?? header.profile.id, language)
  if (profile.id === header.profile.id) return profile
  const data = { given: profile.id, used: header.profile.id }
  throw new UsageError(render(SCORE_WORDS.wrongProfile, data, language))
}

interface Past {
  readonly path: string
  readonly summary: Summary
  readonly interrupted: boolean
}

async function past(path: string, ledgers: readonly OpenLedger[], language: Language): Promise<Past> {
  const { header, summary, interrupted = false } = await openLedger(path, language)
  sameProfile(ledgers[0]!, { path, header }, language)
  const later = ledgers.find((ledger) => Date.parse(ledger.header.startedAt) <= Date.parse(header.startedAt))
  if (!later) return { path, summary, interrupted }
  throw new UsageError(render(SCORE_WORDS.notEarlier, { path, date: header.startedAt }, language))
}

/** A part of a body's datasets is no score of the body. */
const selectionNotes = (ledgers: readonly OpenLedger[], language: Language): Note[] =>
  ledgers.flatMap(({ path, header }): Note[] => {
    const selection = selectionText(header.selection, language)
    return selection === undefined ? [] : [{ code: 'selected', data: { path, selection } }]
  })

const deviationNotes = ({ header }: OpenLedger, language: Language): Note[] =>
  (header.deviations ?? []).map((each) => ({
    code: 'deviation',
    data: { text: deviationText(each, language) },
  }))

function readingNotes(ledgers: readonly OpenLedger[], reading: Reading, previous: Past | undefined): Note[] {
  const { finished, again } = reading
  const cut = ledgers.filter((ledger) => !finished.has(ledger)).map(({ path }) => path)
  if (previous?.interrupted) cut.push(previous.path)
  return [
    ...cut.map((path): Note => ({ code: 'unfinished', data: { path } })),
    ...(again > 0 ? [{ code: 'counted-once', data: { count: again } } as const] : []),
  ]
}

async function* traces(
  records: AsyncIterable<DatasetRecord>,
  profileFor: (publisher: string) => Profile,
): AsyncGenerator<DatasetTrace> {
  for await (const record of records) yield traceDataset(record, profileFor(record.publisher))
}
