import { rename, stat, truncate } from 'node:fs/promises'
import { RULES } from '../../rules/index.ts'
import type { LedgerHeader } from '../core/ledger.ts'
import { type Language, render } from '../core/localised.ts'
import { hideSecrets } from '../core/secrets.ts'
import { isAboutService } from '../probe.ts'
import { hasWholeLine, type LedgerOutline, ledgerLines, outline } from './ledger-file.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

/** What must be the same for two runs to make one audit. */
export type Terms = Pick<LedgerHeader, 'program' | 'catalogue' | 'selection' | 'deviations'> & {
  readonly profile: string
  /** The moment to judge against, where one was given. */
  readonly now?: string
  readonly probeApi: boolean
}

const ABOUT_SERVICES: ReadonlySet<string> = new Set(RULES.filter(isAboutService).map(({ id }) => id))

/**
 * The ledger to go on with, cut back to its last whole line; nothing when there is none with a line in it.
 * @throws UsageError when it belongs to another audit.
 */
export async function interruptedLedger(
  path: string,
  terms: Terms,
  language: Language,
): Promise<LedgerOutline | undefined> {
  if ((await stat(path).catch(absent)) === undefined) return undefined
  // Killed while it wrote the header: nothing was done yet.
  if (!(await hasWholeLine(path, language))) return undefined
  const found = await outline(path, language)
  const { header } = found
  const probeApi = header.rules.some(({ id }) => ABOUT_SERVICES.has(id))
  const before: Terms = {
    ...header,
    profile: header.profile.id,
    deviations: header.deviations ?? [],
    probeApi,
  }
  const now: Terms = { ...terms, catalogue: terms.catalogue.map(hideSecrets) }
  const differences = (Object.keys(now) as (keyof Terms)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]),
  )
  if (differences.length > 0) throw new UsageError(render(WORDS.otherAudit, { path, differences }, language))
  if (!found.footer) await truncate(path, found.size)
  return found
}

/** What an interrupted audit has done is not overwritten by a new one. @returns where it was moved to. */
export async function setAside(path: string, language: Language): Promise<string | undefined> {
  const found = await stat(path).catch(absent)
  if (!found?.isFile() || found.size === 0) return undefined
  let startedAt = found.mtime.toISOString()
  try {
    for await (const line of ledgerLines(path, language)) {
      if (line.kind === 'header') startedAt = line.startedAt
      if (line.kind === 'footer') return undefined
    }
  } catch (error) {
    // Whatever else it is, it is not ours to overwrite.
    if (!(error instanceof UsageError)) throw error
  }
  const aside = await unused(path.replace(/(\.ndjson)?$/, `-${startedAt.replace(/\D/g, '').slice(0, 14)}`))
  await rename(path, aside)
  return aside
}

/** Another ledger that began in the same second may have been set aside before. */
async function unused(name: string): Promise<string> {
  for (let nth = 1; ; nth++) {
    const path = `${name}${nth > 1 ? `-${nth}` : ''}.ndjson`
    if ((await stat(path).catch(absent)) === undefined) return path
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}
