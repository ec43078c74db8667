import { stat } from 'node:fs/promises'
import { type Language, render } from '../core/localised.ts'
import { serve } from '../serve/index.ts'
import { analysisOf } from './analysis.ts'
import { EXIT } from './exit-code.ts'
import { onInterrupt } from './interrupt.ts'
import { SERVE_WORDS } from './serve-options.ts'
import { UsageError } from './usage-error.ts'
import { WORDS } from './words.ts'

export interface ServeArguments {
  readonly folder: string
  readonly host: string
  readonly port: number
  readonly token?: string | undefined
  readonly language: Language
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

/** `odbadge serve`: until the signal, which is how it is meant to end. @returns the exit code. */
export async function serveCommand(args: ServeArguments): Promise<number> {
  const { folder, host, port, language } = args
  const say = (word: keyof typeof SERVE_WORDS, data: Record<string, string> = {}) =>
    render(SERVE_WORDS[word], data, language)
  const token = args.token ?? process.env['ODBADGE_TOKEN']
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) throw new UsageError(say('badPort'))
  // An empty token would let everybody in where somebody meant to keep them out.
  if (token !== undefined && !/^[\x21-\x7e]{1,200}$/.test(token)) throw new UsageError(say('badToken'))
  await checkFolder(folder, say)

  const serving = await serve({
    folder,
    host,
    port,
    language,
    ...(token !== undefined && { token }),
    analyse: (view) => analysisOf(view, [], language),
    onFault: (error) => {
      process.stderr.write(`${WORDS.fault[language]}\n${error instanceof Error ? error.stack : error}\n`)
    },
  }).catch((error: unknown) => {
    if (!isListenError(error)) throw error
    throw new UsageError(say('cannotListen', { host, port: String(port), detail: error.message }))
  })
  // Before it is told where to go: whoever reads that may send the signal at once.
  const ended = interrupted()
  process.stdout.write(`${say('listening', { url: serving.url })}\n`)
  if (token !== undefined) process.stdout.write(`${say('withToken')}\n`)
  else if (!LOOPBACK.test(host)) process.stderr.write(`${say('open')}\n`)
  await ended
  await serving.close()
  return EXIT.clean
}

/** Until the first signal; a second one leaves at once. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    onInterrupt(resolve)
  })

async function checkFolder(
  path: string,
  say: (word: 'noFolder' | 'notFolder', data: Record<string, string>) => string,
): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) return
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UsageError(say('noFolder', { path, detail: error.message }))
  }
  throw new UsageError(say('notFolder', { path }))
}

const isListenError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error &&
  'syscall' in error &&
  ['listen', 'bind', 'getaddrinfo'].includes(String(error.syscall))
