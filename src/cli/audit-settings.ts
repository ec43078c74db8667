import { join } from 'node:path'
import type { Policy } from '../audit.ts'
import type { Selection } from '../catalogue/index.ts'
import type { LedgerHeader } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import { authorities } from './authorities.ts'
import type { Settings } from './config/find.ts'
import { type Judging, judgingUnder } from './config/judging.ts'
import { recordingHead, refuseConflicts } from './evidence.ts'
import type { GateArguments } from './gate.ts'
import type { LedgerOutline } from './ledger-file.ts'
import { contact, duration, moment, positive, profileNamed, spacing } from './options.ts'
import type { Limits } from './origin.ts'
import { linkHistory } from './previous.ts'
import { PROGRAM } from './program.ts'
import { interruptedLedger } from './resume.ts'

export interface AuditArguments extends Selection, Omit<Limits, 'hosts' | 'authorities'>, GateArguments {
  readonly ca?: readonly string[]
  readonly catalogue: readonly string[]
  readonly files: boolean
  readonly out: string
  readonly resume: boolean
  readonly previous?: readonly string[]
  readonly confirmAfter?: string
  /** Folders: what to record into, to replay, to remember content in. */
  readonly record?: string
  readonly offline?: string
  readonly cache?: string
  readonly probeApi: boolean
  readonly profile: string
  readonly now?: string
  /** Modules with rules of the user's. */
  readonly rules?: readonly string[]
  readonly settings: Settings
  readonly concurrency: number
  readonly reporter?: readonly string[]
  readonly quiet?: boolean
  readonly language: Language
}

export interface AuditSettings {
  readonly ledger: string
  /** The interrupted ledger to go on with. */
  readonly before?: LedgerOutline
  readonly policy: Policy
  readonly judging: Judging
  readonly selection: LedgerHeader['selection']
  readonly limits: Limits
  /** Milliseconds; absent when failed links are not looked at again. */
  readonly confirmAfter?: number
}

/** The command line understood and found to be possible, before anything is fetched or written. */
export async function auditSettings(args: AuditArguments): Promise<AuditSettings> {
  const { language } = args
  refuseConflicts(args, language)
  const profile = profileNamed(args.profile, language)
  for (const [name, value] of [
    ['--limit', args.limit],
    ['--max-bytes', args.maxBytes],
    ['--timeout', args.timeout],
    ['--concurrency', args.concurrency],
    ['--per-host', args.perHost],
  ] as const)
    positive(value, name, language)
  spacing(args.spacing, language)
  contact(args.contact, language)
  const recording = args.offline === undefined ? undefined : await recordingHead(args.offline, language)
  const { confirmAfter = recording?.confirming === false ? 'never' : '0s' } = args
  const after = confirmAfter === 'never' ? undefined : duration(confirmAfter, '--confirm-after', language)
  const asked = recording && args.now === undefined ? Date.parse(recording.now) : moment(args.now, language)
  const { hosts } = args.settings.config
  const { deviations, mapping, told, ...judging } = await judgingUnder(args.settings, profile, args, language)
  const trusted = await authorities(args.ca ?? [], language)
  const histories = await linkHistory(args.previous ?? [], language)

  const { agency, id, limit, changedSince, catalogue } = args
  if (changedSince !== undefined) moment(changedSince, language)
  const selection = {
    ...(agency && { agency }),
    ...(id && { id }),
    ...(changedSince !== undefined && { changedSince }),
    ...(limit !== undefined && { limit }),
  }
  const ledger = join(args.out, 'ledger.ndjson')
  const terms = {
    program: PROGRAM,
    catalogue,
    selection,
    profile: profile.id,
    deviations,
    probeApi: args.probeApi,
    ...(args.now !== undefined && { now: new Date(asked).toISOString() }),
  }
  const before = args.resume ? await interruptedLedger(ledger, terms, language) : undefined
  return {
    ledger,
    ...(before && { before }),
    policy: {
      ...judging,
      now: before ? Date.parse(before.header.now) : asked,
      history: (url) => histories.get(url),
    },
    judging: { ...judging, deviations, mapping, told },
    selection,
    limits: { ...args, ...(hosts && { hosts }), authorities: trusted },
    // Recorded time has passed already.
    ...(after !== undefined && { confirmAfter: recording ? 0 : after }),
  }
}
