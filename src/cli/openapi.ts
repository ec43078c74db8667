import { readFile } from 'node:fs/promises'
import picocolors from 'picocolors'
import { type Exchange, isFileFailure, kindOfStatus } from '../core/exchange.ts'
import { FAILURE_MESSAGES } from '../core/failure-words.ts'
import { type Data, type Language, render } from '../core/localised.ts'
import { REASONS } from '../core/reason.ts'
import type { Message } from '../core/rule.ts'
import { hideSecrets } from '../core/secrets.ts'
import type { InsecureInspect } from '../fetch/index.ts'
import {
  type Fault,
  MAX_BYTES,
  MESSAGES,
  type OpenapiResult,
  TYPE_WORDS,
  type Verdict,
  validate,
} from '../openapi/index.ts'
import { printable } from '../report/columns.ts'
import { authorities } from './authorities.ts'
import { EXIT } from './exit-code.ts'
import { onInterrupt } from './interrupt.ts'
import { positive } from './options.ts'
import { type ClosableOrigin, namedOrigin } from './origin.ts'
import { inColour, print } from './output.ts'
import { WORDS } from './words.ts'

export interface OpenapiArguments {
  /** Files, URLs, or `-` for standard input. */
  readonly documents: readonly string[]
  readonly reporter: 'text' | 'json'
  readonly timeout: number
  readonly ca?: readonly string[]
  readonly insecureInspect: InsecureInspect
  readonly language: Language
}

interface Said {
  readonly pointer: string
  readonly line?: number
  readonly message: string
  readonly remedy: string
}

export interface JudgedDocument {
  readonly file: string
  readonly version: string | null
  readonly verdict: Verdict
  readonly errors: readonly Said[]
}

/** `odbadge openapi`: the verdict on each document. @returns the exit code. */
export async function openapiCommand(args: OpenapiArguments): Promise<number> {
  const { language, timeout, insecureInspect } = args
  positive(timeout, '--timeout', language)
  const origin = namedOrigin({
    maxBytes: MAX_BYTES,
    timeout,
    insecureInspect,
    authorities: await authorities(args.ca ?? [], language),
  })
  // Leaving by `exit` removes what was fetched; dying of the signal would not.
  const settle = onInterrupt(() => process.exit(EXIT.interrupted))
  const results: JudgedDocument[] = []
  try {
    for (const name of args.documents) results.push(await judgeDocument(name, origin, language))
  } finally {
    settle()
    await origin.close()
  }
  await print([args.reporter === 'json' ? asJson(results) : asText(results, language)])
  const verdicts = new Set(results.map(({ verdict }) => verdict))
  if (verdicts.has('invalid')) return EXIT.findings
  return verdicts.has('unverified') || verdicts.has('unsupported') ? EXIT.unverified : EXIT.clean
}

/** The verdict on one file or URL; what cannot be read is unverified. */
export async function judgeDocument(
  name: string,
  origin: ClosableOrigin,
  language: Language,
): Promise<JudgedDocument> {
  const bytes = name === '-' ? await standardInput() : await bytesOf(name, origin)
  const file = hideSecrets(name)
  if (!Buffer.isBuffer(bytes)) {
    const { message, data } = unread(bytes)
    const errors = [{ pointer: '', ...say(message, data, language) }]
    return { file, version: null, verdict: 'unverified', errors }
  }
  const result = validate(bytes)
  return { file, version: result.version, verdict: result.verdict, errors: errorsOf(result, language) }
}

/** The document, or how asking for it went. A byte more than the limit is enough to see that it is too large. */
async function bytesOf(name: string, origin: ClosableOrigin): Promise<Buffer | Exchange> {
  const { exchange, body } = await origin.fetch(name)
  // The document is judged, not who sent it.
  if (!body || (exchange.failure && exchange.certificates !== 'ignored')) return exchange
  try {
    if (!body.whole || body.size > MAX_BYTES) return Buffer.alloc(MAX_BYTES + 1)
    return 'bytes' in body ? Buffer.from(body.bytes) : await readFile(body.path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { ...exchange, failure: { code: 'file-unreadable', detail: error.message } }
  } finally {
    await origin.release(body)
  }
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_BYTES) break
  }
  return Buffer.concat(chunks)
}

function unread({ failure, status, finalUrl }: Exchange): { message: Message; data: Data } {
  const { code = 'network', detail = '' } = failure ?? {}
  const key = code === 'http-status' ? kindOfStatus(status) : code
  const known = Object.entries(FAILURE_MESSAGES).find(([name]) => name === key)?.[1]
  const file = isFileFailure(code) && { ...MESSAGES.unread, text: REASONS[code] }
  return {
    message: known ?? (file || MESSAGES.unread),
    data: { url: hideSecrets(finalUrl), detail: hideSecrets(detail) },
  }
}

function errorsOf({ faults, more }: OpenapiResult, language: Language): readonly Said[] {
  const errors = faults.map(
    ({ pointer, line, id, data }): Said => ({
      pointer,
      ...(line !== undefined && { line }),
      ...say(MESSAGES[id], worded(data, id, language), language),
    }),
  )
  return more === 0 ? errors : [...errors, { pointer: '', ...say(MESSAGES.more, { count: more }, language) }]
}

const say = (message: Message, data: Data, language: Language) => ({
  message: render(message.text, data, language),
  remedy: render(message.remedy, data, language),
})

function worded(data: Data, id: Fault['id'], language: Language): Data {
  if (id !== 'wrong-type') return data
  const type = (name: string) => TYPE_WORDS[name]?.[language] ?? name
  return {
    expected: [data['expected'] ?? []].flat().map(String).map(type),
    found: type(String(data['found'])),
  }
}

function asJson(results: readonly JudgedDocument[]): string {
  const plain = results.map(({ file, version, verdict, errors }) => ({
    file,
    version,
    verdict,
    errors: errors.map(({ pointer, line, message }) => ({
      pointer,
      ...(line !== undefined && { line }),
      message,
    })),
  }))
  return `${JSON.stringify({ schemaVersion: 1, results: plain }, null, 2)}\n`
}

function asText(results: readonly JudgedDocument[], language: Language): string {
  const paint = picocolors.createColors(inColour())
  const colour = {
    valid: paint.green,
    invalid: paint.red,
    unverified: paint.magenta,
    unsupported: paint.magenta,
  }
  const sign = { valid: '✓', invalid: '✗', unverified: '?', unsupported: '?' }
  return results
    .map(({ file, version, verdict, errors }) => {
      const words = render(WORDS[verdict], { version: version ?? '' }, language).trim()
      const lines = errors.flatMap(({ pointer, line, message, remedy }) => {
        const place = [line !== undefined && render(WORDS.lineOf, { line }, language), pointer].filter(
          Boolean,
        )
        return [
          `  ${colour[verdict](sign[verdict])} ${printable(message)}`,
          ...(place.length > 0 ? [`      ${paint.dim(printable(place.join('  ')))}`] : []),
          `      → ${printable(remedy)}`,
        ]
      })
      return `${[`${paint.bold(printable(file))}  ${colour[verdict](words)}`, ...lines].join('\n')}\n`
    })
    .join('\n')
}
