import { join } from 'node:path'
import type { Language } from '../core/localised.ts'
import { type LedgerView, summaryText, worklistWriters, writers } from '../report/index.ts'
import type { Profile } from '../score/index.ts'
import { analysisOf } from './analysis.ts'
import { agencyExceptions } from './config/exceptions.ts'
import type { Settings } from './config/find.ts'
import type { OpenGate } from './gate.ts'
import { openLedger } from './ledger-file.ts'
import { afterAudit } from './next-steps.ts'
import { inColour, print, width, writeReport } from './output.ts'
import { deliverAll, fillsOutput, type Reporter } from './reporters.ts'
import { WORDS } from './words.ts'
import { isWorklist, worklistView } from './worklist.ts'

export interface AuditReports {
  readonly ledger: string
  readonly out: string
  readonly reporters: readonly Reporter[]
  readonly profile: Profile
  readonly settings: Settings
  readonly gate: Pick<OpenGate, 'locate' | 'known'>
  /** No remarks besides the reports. */
  readonly quiet: boolean
  /** Earlier ledgers. */
  readonly previous: readonly string[]
  readonly language: Language
}

/** The reports every audit leaves in its folder, and those that were asked for. */
export async function writeReports(reports: AuditReports): Promise<LedgerView> {
  const { ledger, out, reporters, profile, gate, quiet, previous, language } = reports
  const view = await openLedger(ledger, language)
  const analysis = await analysisOf(view, previous, language)
  const exceptions = agencyExceptions(reports.settings, view.header.now)
  const shown = { language, ...(analysis && { analysis }), ...(exceptions && { exceptions }) }
  await writeReport(join(out, 'report.json'), writers.json(view, shown), language)
  await writeReport(join(out, 'index.html'), writers.html(view, shown), language)
  const worklist = await worklistView(view, profile)
  await writeReport(join(out, 'worklist.xlsx'), worklistWriters.xlsx(worklist, language), language)
  const { locate, known } = gate
  await deliverAll(
    reporters,
    (name) => {
      if (isWorklist(name)) return worklistWriters[name](worklist, language)
      return name === 'text' || name === 'terminal'
        ? [summaryText(view, { language, colour: inColour(), width: width() })]
        : writers[name](view, { ...shown, locate, ...(known && { known }) })
    },
    language,
  )
  if (quiet || fillsOutput(reporters)) return view
  await print([
    '\n',
    `${WORDS.written[language]}${join(out, 'index.html')}\n`,
    afterAudit(view.summary, {
      ledger,
      language,
      ...(previous[0] !== undefined && { previous: previous[0] }),
    }),
  ])
  return view
}
