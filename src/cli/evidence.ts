import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { type ContentMemory, contentMemory } from '../content-memory.ts'
import { type Language, render } from '../core/localised.ts'
import { createRecorder, type Recorder } from '../fetch/recorder.ts'
import { RECORDING_SCHEMA, RecordingError, type RecordingHead, readHead } from '../fetch/recording.ts'
import { openReplay } from '../fetch/replay.ts'
import { sealedFiles } from '../sealed-files.ts'
import type { AuditArguments, AuditSettings } from './audit-settings.ts'
import {
  type ClosableOrigin,
  catalogueOrigin,
  commonLanes,
  namedOrigin,
  networkOrigin,
  pageOrigin,
  withLocalFiles,
} from './origin.ts'
import { asUsage } from './output.ts'
import { PROGRAM } from './program.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

/** Where an audit's evidence comes from, and where it is kept. */
export interface Evidence {
  /** For what the user named: catalogues and files. */
  readonly named: ClosableOrigin
  /** For further pages of a catalogue elsewhere. */
  readonly guarded: ClosableOrigin
  /** For the links of the catalogue. */
  readonly origin: ClosableOrigin
  readonly memory?: ContentMemory
  close(): Promise<void>
}

const CONFLICTS = [
  ['offline', 'record', 'offlineRecord'],
  ['offline', 'cache', 'offlineCache'],
  ['offline', 'resume', 'offlineResume'],
  ['record', 'cache', 'recordCache'],
] as const

/** @throws UsageError for options that contradict each other. */
export function refuseConflicts(args: AuditArguments, language: Language): void {
  const clash = CONFLICTS.find(([one, other]) => args[one] && args[other])
  if (!clash) return
  const [one, other, why] = clash
  const data = { one: `--${one}`, other: `--${other}`, why: WORDS[why][language] }
  throw new UsageError(render(WORDS.conflict, data, language))
}

/** @throws UsageError when the folder holds no recording. */
export async function recordingHead(folder: string, language: Language): Promise<RecordingHead> {
  const head = await readHead(folder).catch(misused(folder, language))
  return head ?? misused(folder, language)(new RecordingError('none'))
}

export async function openEvidence(args: AuditArguments, settings: AuditSettings): Promise<Evidence> {
  const { language } = args
  if (args.offline !== undefined) {
    const replay = await openReplay(args.offline).catch(misused(args.offline, language))
    const named = withLocalFiles(replay)
    const origin = args.files ? named : catalogueOrigin(replay)
    return { named, guarded: replay, origin, close: replay.close }
  }
  const memory = args.cache === undefined ? undefined : await openMemory(args.cache, args)
  const folder = args.record
  const recorder = folder === undefined ? undefined : await openRecorder(folder, args, settings)
  const lanes = commonLanes(settings.limits)
  const limits = { ...settings.limits, keepHeaders: recorder !== undefined, lanes }
  let count = 0
  const kept = (origin: ClosableOrigin) =>
    recorder && folder !== undefined ? recorded(origin, recorder, () => count++, folder, language) : origin
  const named = kept(namedOrigin(limits))
  const guarded = kept(pageOrigin(limits))
  const origin = args.files ? named : kept(catalogueOrigin(networkOrigin(limits)))
  return {
    named,
    guarded,
    origin,
    ...(memory && { memory }),
    async close() {
      await lanes.close()
      await named.close()
      await guarded.close()
      await origin.close()
      await recorder?.close(origin.statistics()).catch(unwritable(folder ?? '', language))
      if (recorder && count === 0 && !args.resume && !args.quiet)
        process.stderr.write(`${render(WORDS.nothingRecorded, { path: folder ?? '' }, language)}\n`)
    },
  }
}

async function openRecorder(
  folder: string,
  args: AuditArguments,
  settings: AuditSettings,
): Promise<Recorder> {
  const head: RecordingHead = {
    schemaVersion: RECORDING_SCHEMA,
    program: PROGRAM,
    startedAt: new Date().toISOString(),
    now: new Date(settings.policy.now).toISOString(),
    confirming: settings.confirmAfter !== undefined,
  }
  return createRecorder(folder, head, args.resume).catch(misused(folder, args.language))
}

/** Everything that came over the network, before the audit sees it. */
function recorded(
  origin: ClosableOrigin,
  recorder: Recorder,
  count: () => void,
  folder: string,
  language: Language,
): ClosableOrigin {
  return {
    ...origin,
    async fetch(url, ask = {}) {
      const fetched = await origin.fetch(url, ask)
      const { exchange, body } = fetched
      // Without its catalogue an audit does not begin: there is nothing to replay.
      const needless = exchange.kind === 'file' || (ask.claim === undefined && exchange.failure)
      if (needless) return fetched
      count()
      await recorder.record(url, ask, exchange, body).catch(unwritable(folder, language))
      return fetched
    },
  }
}

const NOTES = 5

async function openMemory(folder: string, { language, maxBytes }: AuditArguments): Promise<ContentMemory> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(unwritable(folder, language))
  await access(folder, constants.R_OK | constants.W_OK).catch(unwritable(folder, language))
  const told = new Set<string>()
  const note = (path: string, detail: string) => {
    if (told.size === NOTES || told.has(path)) return
    told.add(path)
    process.stderr.write(`${render(WORDS.badMemory, { path, detail }, language)}\n`)
    if (told.size === NOTES) process.stderr.write(`${WORDS.noMoreNotes[language]}\n`)
  }
  return contentMemory(sealedFiles(folder, note), { program: PROGRAM, maxBytes })
}

const FAULTS = {
  exists: 'recordingExists',
  none: 'noRecording',
  foreign: 'otherRecording',
  'bad-line': 'badRecording',
} as const

const misused =
  (path: string, language: Language) =>
  (error: unknown): never => {
    if (!(error instanceof RecordingError)) throw asUsage(error, path, language)
    const { fault, detail } = error
    throw new UsageError(render(WORDS[FAULTS[fault]], { path, detail }, language))
  }

const unwritable =
  (path: string, language: Language) =>
  (error: unknown): never => {
    throw asUsage(error, path, language)
  }
