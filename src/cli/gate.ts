import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Badge } from '../core/badge.ts'
import { type BaselineEntry, findingsOf, isAddress, type Locate } from '../core/baseline.ts'
import type { Finding } from '../core/finding.ts'
import type { DatasetRecord } from '../core/ledger.ts'
import { render } from '../core/localised.ts'
import { type BaselineArguments, openBaseline } from './baseline-file.ts'
import { EXIT, type FailOn, type Gatekeeper, gatekeeper } from './exit-code.ts'
import { GATE_WORDS } from './gate-words.ts'
import { locateFrom, repositoryRoot } from './repository.ts'
import { UsageError } from './usage-error.ts'

export interface GateArguments extends BaselineArguments {
  readonly minBadge?: Badge
  readonly failOn?: FailOn
  readonly maxFindings?: number
}

/** What decides the exit code, told of each dataset as it comes. */
export interface OpenGate {
  readonly locate: Locate
  /** Present with a baseline. */
  readonly known?: (record: DatasetRecord) => ReadonlySet<Finding>
  readonly counts: Gatekeeper['counts']
  see(record: DatasetRecord): void
  /**
   * Tells of the baseline, writes it where asked. `whole`: what was not seen is gone; `unseen`: not all that was asked
   * about was there to be seen, so that nothing wrong is no answer. @returns the exit code.
   */
  finish(told: {
    readonly whole: boolean
    readonly quiet: boolean
    readonly unseen?: boolean
  }): Promise<number>
}

/** @param otherwise what fails when neither `--fail-on` nor a baseline or a number of findings was given. */
export async function openGate(args: GateArguments, otherwise: FailOn): Promise<OpenGate> {
  const { language, maxFindings, minBadge } = args
  if (maxFindings !== undefined && !(Number.isSafeInteger(maxFindings) && maxFindings >= 0))
    throw new UsageError(render(GATE_WORDS.negative, { name: '--max-findings' }, language))
  const root = repositoryRoot(process.cwd())
  const locate = locateFrom(root)
  const baseline = await openBaseline(args, locate)
  const asked = baseline !== undefined || maxFindings !== undefined
  const failOn = args.failOn ?? (asked ? 'blocking' : otherwise)
  const keeper = gatekeeper({
    failOn,
    ...(minBadge && { minBadge }),
    ...(maxFindings !== undefined && { maxFindings }),
  })
  const { counts } = keeper
  return {
    locate,
    ...(baseline && { known: baseline.known }),
    counts,
    see(record) {
      baseline?.see(record)
      const findings = [...findingsOf(record)].map(({ finding }) => finding)
      keeper.see({ badge: record.badge, findings }, baseline?.known(record))
    },
    async finish({ whole, quiet, unseen = false }) {
      const keep = ({ at }: BaselineEntry) => !whole && mayBeThere(at, root)
      const said = await baseline?.finish(keep)
      if (baseline && said !== undefined && !quiet)
        process.stderr.write(
          baseline.updating ? said : `${render(GATE_WORDS.accepted, { ...counts }, language)}\n${said}`,
        )
      const code = keeper.code()
      const decides = failOn !== 'never' || minBadge !== undefined
      return code === EXIT.clean && decides && unseen ? EXIT.unverified : code
    },
  }
}

/** A file that is gone needs no entry; of addresses and datasets that were not asked about, nothing is known. */
const mayBeThere = (at: string, root: string): boolean =>
  isAddress(at) || existsSync(resolve(root, at)) || !/\.\w+$/.test(at) || at.includes(' ')
