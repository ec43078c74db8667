import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { onTestFinished, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { CheckReport } from '../../src/report/index.ts'
import { type Portal, type Routes, startPortal } from '../support/portal.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** One command line in this process, as the shell would see it. */
export async function odbadge(...argv: string[]): Promise<Ran> {
  let out = ''
  let err = ''
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text)
      return true
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += String(text)
      return true
    }),
    // yargs prints help here.
    vi.spyOn(console, 'log').mockImplementation((text) => {
      out += `${text}\n`
    }),
  ]
  try {
    return { code: await main(argv), out, err }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** `check … --reporter json`, parsed. */
export async function checked(...argv: string[]): Promise<{ code: number; report: CheckReport }> {
  const { code, out, err } = await odbadge('check', ...argv, '--reporter', 'json')
  if (out === '') throw new Error(err)
  return { code, report: JSON.parse(out) }
}

const ROOT = resolve(import.meta.dirname, '../..')
/** Found from any folder. */
const TSX = import.meta.resolve('tsx')

/**
 * The same as a process of its own, which cannot outlive its test. What it keeps for a while goes to `temporary`;
 * `spools` are the bodies there that were not cleared away.
 */
export function running(argv: readonly string[], temporary = folder()(), cwd = ROOT) {
  const entry = join(import.meta.dirname, 'entry.ts')
  const env = { ...process.env, TMPDIR: temporary }
  const child = spawn(process.execPath, ['--import', TSX, entry, ...argv], { cwd, env })
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    child,
    err: text(child.stderr),
    end: once(child, 'close') as Promise<[code: number | null, signal: string | null]>,
    spools: () => readdirSync(temporary).filter((name) => name.startsWith('odbadge-')),
  }
}

export async function until(met: () => boolean): Promise<void> {
  for (let tries = 0; !met(); tries++) {
    if (tries > 400) throw new Error('waited in vain')
    await pause(25)
  }
}

/** A folder of the test's own, with these files in it; `path` leads into it. */
export function folder(files: Readonly<Record<string, string | Buffer>> = {}) {
  const at = mkdtempSync(join(tmpdir(), 'odbadge-cli-'))
  onTestFinished(() => rmSync(at, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(at, name), content)
  return (...parts: string[]) => join(at, ...parts)
}

export async function portalFor(routes: Routes): Promise<Portal> {
  const portal = await startPortal(routes)
  onTestFinished(() => portal.close())
  return portal
}

export const SOUND = '年度,地區別,人數\n110,臺北市,5\n111,新北市,6\n'
/** Fails `structure`: row 2 is ragged, row 3 blank. */
export const BROKEN = '年度,地區別\n110,臺北市,5\n\n111,新北市\n'
