import { createWriteStream, writeSync } from 'node:fs'
import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Language, render } from '../core/localised.ts'
import { EXIT } from './exit-code.ts'
import { inWords } from './system-words.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

/** A report as it comes: text, or the bytes of a file. */
export type Text = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** Writes beside the target first, so that a failure leaves the old report whole. */
export async function writeReport(path: string, text: Text, language: Language): Promise<void> {
  let draft: string | undefined
  try {
    await mkdir(dirname(path), { recursive: true })
    const target = await targetOf(path)
    // A device or a pipe (/dev/null, /dev/stdout) is written to; a rename would put a file in its place.
    if (!target) return await pipeline(Readable.from(text), createWriteStream(path))
    draft = `${target}.${process.pid}.part`
    await pipeline(Readable.from(text), createWriteStream(draft))
    await rename(draft, target)
  } catch (error) {
    if (draft) await rm(draft, { force: true }).catch(() => undefined)
    throw asUsage(error, path, language)
  }
}

/** Where links lead to; nothing for what is neither a file nor a folder. */
async function targetOf(path: string): Promise<string | undefined> {
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  if (!there) return path
  return there.isFile() || there.isDirectory() ? await realpath(path) : undefined
}

export function asUsage(error: unknown, path: string, language: Language): unknown {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return error
  return new UsageError(render(WORDS.cannotWrite, { path, detail: error.message }, language))
}

let language: Language = 'zh-TW'

/** Without a listener the error of a reader that went away (`| head`) would end the process. */
export function outliveReaders(speaking: Language): void {
  language = speaking
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(onOutputError)) stream.on('error', onOutputError)
}

function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return
  const told = render(WORDS.cannotWrite, { path: 'stdout', detail: error.message }, language)
  writeSync(2, `odbadge: ${inWords(told, language)}\n`)
  process.exit(EXIT.usage)
}

/** Standard output with back-pressure; says nothing more once the reader is gone. */
export async function print(text: Text): Promise<void> {
  for await (const piece of text) {
    if (process.stdout.destroyed) return
    if (!process.stdout.write(piece)) await drained()
  }
}

/** Ready for more, or the reader gone; leaves no listener behind. */
const drained = () =>
  new Promise<void>((resolve) => {
    const done = () => {
      process.stdout.off('drain', done).off('close', done)
      resolve()
    }
    process.stdout.on('drain', done).on('close', done)
  })

let colourless = false

/** `--no-color`, for the whole run. */
export function paintFor(argv: readonly string[]): void {
  colourless = argv.includes('--no-color')
}

/** Colours are for a terminal (https://no-color.org); a file or a CI log gets plain text. */
export const inColour = (): boolean =>
  process.stdout.isTTY === true && !process.env['NO_COLOR'] && !colourless

/** Columns of the terminal; a file or a pipe gets what most screens show. */
export const width = (): number => process.stdout.columns ?? 120

/** To the file, or to standard output where none is named. */
export async function deliver(text: Text, output: string | undefined, language: Language): Promise<void> {
  const pieces = blocks(text)
  if (output === undefined) await print(pieces)
  else await writeReport(output, pieces, language)
}

const BLOCK = 1 << 16

/** The same text in pieces worth a system call. */
async function* blocks(text: Text): AsyncGenerator<string | Uint8Array> {
  let block = ''
  for await (const piece of text) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    block += piece
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}
