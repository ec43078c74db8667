import { join } from 'node:path'
import type { Language } from '../core/localised.ts'
import { summaryText, worklistWriters, writers } from '../report/index.ts'
import type { Profile } from '../score/index.ts'
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
  readonly gate: Pick<OpenGate, 'locate' | 'known'>
  /** No remarks besides the reports. */
  readonly quiet: boolean
  /** An earlier ledger. */
  readonly previous?: string
  readonly language: Language
}

/** The reports every audit leaves in its folder, and those that were asked for. */
export async function writeReports(reports: AuditReports): Promise<void> {
  const { ledger, out, reporters, profile, gate, quiet, previous, language } = reports
  const view = await openLedger(ledger, language)
  await writeReport(join(out, 'report.json'), writers.json(view, { language }), language)
  await writeReport(join(out, 'index.html'), writers.html(view, { language }), language)
  const worklist = await worklistView(view, profile)
  await writeReport(join(out, 'worklist.xlsx'), worklistWriters.xlsx(worklist, language), language)
  const { locate, known } = gate
  await deliverAll(
    reporters,
    (name) => {
      if (isWorklist(name)) return worklistWriters[name](worklist, language)
      return name === 'text' || name === 'terminal'
        ? [summaryText(view.header, view.summary, { language, colour: inColour(), width: width() })]
        : writers[name](view, { language, locate, ...(known && { known }) })
    },
    language,
  )
  if (quiet || fillsOutput(reporters)) return
  await print([
    '\n',
    `${WORDS.written[language]}${join(out, 'index.html')}\n`,
    afterAudit(view.summary, { ledger, language, ...(previous !== undefined && { previous }) }),
  ])
}
