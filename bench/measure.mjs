// Shared by the benchmarks: runs one Node process and says what it has cost.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

const USAGE = pathToFileURL(join(import.meta.dirname, 'usage.mjs')).href
export const ODBADGE = join(import.meta.dirname, '../bin/odbadge.js')

/** @returns {Promise<{seconds: number, rss: number, user: number, system: number, output: string, code: number}>} `rss` in MiB, times in seconds. */
export async function measure(...args) {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', USAGE, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })
  const [output, usage, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stdio[3]),
    once(child, 'close'),
  ])
  if (usage === '') throw new Error(`${args.join(' ')} ended by ${signal ?? code}`)
  return { seconds: (performance.now() - began) / 1000, ...JSON.parse(usage), output, code }
}

export const MIB = 2 ** 20
export const fixed = (value, width, digits = 1) => value.toFixed(digits).padStart(width)
