import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { LedgerFooter, LedgerHeader } from '../../src/core/ledger.ts'
import { complaints } from '../report/schema.ts'
import { datasets, lines } from './audited.ts'
import { csvCatalogue, type Listed } from './catalogue.ts'
import { folder, odbadge } from './run.ts'

/** A folder with these files; names may have folders in them. */
export function files(contents: Readonly<Record<string, string>>) {
  const at = folder()
  for (const [name, content] of Object.entries(contents)) {
    mkdirSync(dirname(at(name)), { recursive: true })
    writeFileSync(at(name), content)
  }
  return at
}

/** One command line as a process that stands in this folder. */
export async function odbadgeIn(cwd: string, ...argv: string[]) {
  const loader = import.meta.resolve('tsx')
  const entry = resolve(import.meta.dirname, 'entry.ts')
  const child = spawn(process.execPath, ['--import', loader, entry, ...argv], { cwd })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: code as number, out, err }
}

/** An audit of a catalogue on this disk whose resources need no network: what it printed, wrote and recorded. */
export async function auditWith(config: object, publishers: readonly string[], ...argv: string[]) {
  const listed = publishers.map(
    (publisher, nth): Listed => ({ id: String(nth + 1), publisher, url: 'http://127.0.0.1:1/a.csv' }),
  )
  const at = files({ 'c.csv': csvCatalogue(listed), 'odbadge.config.json': JSON.stringify(config) })
  const out = at('out')
  const options = ['--config', at('odbadge.config.json'), '--out', out, '--confirm-after', 'never']
  const ran = await odbadge('audit', at('c.csv'), ...options, ...argv)
  if (ran.code === 2) throw new Error(ran.err)
  return { ...ran, at, ...ledgerAt(at('out', 'ledger.ndjson')) }
}

/** A ledger's parts; each line is as the schema asks. */
export function ledgerAt(path: string) {
  const all = lines(path)
  for (const line of all) {
    const found = complaints('ledger', line)
    if (found.length > 0) throw new Error(found.join('\n'))
  }
  return {
    header: all.find((line): line is LedgerHeader => line.kind === 'header')!,
    footer: all.find((line): line is LedgerFooter => line.kind === 'footer')!,
    datasets: datasets(path),
  }
}
