import { RULES } from '../../rules/index.ts'
import { audit } from '../audit.ts'
import { fileCatalogue } from '../catalogue/index.ts'
import type { Badge } from '../core/badge.ts'
import type { DatasetRecord } from '../core/ledger.ts'
import type { Language } from '../core/localised.ts'
import type { InsecureInspect } from '../fetch/index.ts'
import { type CheckReport, findingsText } from '../report/index.ts'
import { authorities } from './authorities.ts'
import { resultOf } from './check-result.ts'
import { EXIT, exitCode, type FailOn } from './exit-code.ts'
import { onInterrupt } from './interrupt.ts'
import { moment, positive, profileNamed } from './options.ts'
import { namedOrigin } from './origin.ts'
import { inColour, print } from './output.ts'
import { PROGRAM } from './program.ts'

export interface CheckArguments {
  readonly files: readonly string[]
  readonly format?: string
  readonly encoding?: string
  readonly fields?: string
  readonly frequency?: string
  readonly modified?: string
  readonly profile: string
  readonly now?: string
  readonly maxBytes: number
  readonly timeout: number
  readonly ca?: readonly string[]
  readonly insecureInspect: InsecureInspect
  readonly probeApi: boolean
  readonly minBadge?: Badge
  readonly failOn?: FailOn
  readonly reporter: 'text' | 'json'
  readonly language: Language
}

/** `odbadge check`: files and URLs without a catalogue. @returns the exit code. */
export async function check(args: CheckArguments): Promise<number> {
  const { language, frequency } = args
  const profile = profileNamed(args.profile, language)
  positive(args.maxBytes, '--max-bytes', language)
  positive(args.timeout, '--timeout', language)
  moment(args.modified, language)
  const now = moment(args.now, language)
  const limits = { ...args, authorities: await authorities(args.ca ?? [], language) }
  const claims = { ...args, ...(frequency !== undefined && { updateFrequency: frequency }) }
  const origin = namedOrigin(limits)
  const records: DatasetRecord[] = []
  // Leaving by `exit` removes what was fetched; dying of the signal would not.
  const settle = onInterrupt(() => process.exit(EXIT.interrupted))
  try {
    const lines = audit(fileCatalogue(args.files, claims), {
      rules: RULES,
      profile,
      now,
      origin,
      catalogue: [],
      program: PROGRAM,
      clock: Date.now,
      concurrency: 2,
      probeApi: args.probeApi,
    })
    for await (const line of lines) if (line.kind === 'dataset') records.push(line)
  } finally {
    settle()
    await origin.close()
  }
  const report: CheckReport = {
    schemaVersion: 1,
    results: records.map((record) => resultOf(record, profile, language)),
  }
  await print([
    args.reporter === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : findingsText(report, { language, colour: inColour() }),
  ])
  const gate = {
    failOn: args.failOn ?? (args.minBadge ? 'never' : 'blocking'),
    ...(args.minBadge && { minBadge: args.minBadge }),
  }
  return exitCode(
    records.map(({ badge, findings, resources }) => ({
      badge,
      findings: [...findings, ...resources.flatMap((resource) => resource.findings)],
    })),
    gate,
  )
}
