import { numbered } from '../../core/baseline.ts'
import type { LedgerView, WriterOptions } from '../view.ts'
import type { Weight } from '../words.ts'
import { datasetName, inert, occurrences } from './occurrences.ts'

const SEVERITIES: Readonly<Record<Weight, string>> = { blocking: 'major', advice: 'minor', unknown: 'info' }

/** A code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export async function* gitlab(ledger: LedgerView, options: WriterOptions): AsyncGenerator<string> {
  const times = new Map<string, number>()
  let separator = '['
  for await (const found of occurrences(ledger, options)) {
    const { target, rule, fingerprint, message, remedy } = found
    const count = (times.get(fingerprint) ?? 0) + 1
    times.set(fingerprint, count)
    const issue = {
      description: [datasetName(found.record), message, remedy].filter(Boolean).join(' → '),
      check_name: rule,
      fingerprint: numbered(fingerprint, count),
      severity: found.crashed ? 'blocker' : SEVERITIES[found.weight],
      location: { path: inert(target.path ?? target.url ?? ''), lines: { begin: target.line ?? 1 } },
    }
    yield `${separator}\n${JSON.stringify(issue)}`
    separator = ','
  }
  yield separator === '[' ? '[]\n' : '\n]\n'
}
