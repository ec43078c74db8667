import type { FetchFailure, FetchFailureCode } from '../core/exchange.ts'
import { tlsCause } from './tls.ts'

/** Trouble of the server, the network or the URL. Any other error in this stage is a fault of ours. */
export class Broken extends Error {
  readonly failure: FetchFailure
  readonly refusal: Refusal | undefined

  constructor(code: FetchFailureCode, detail: string, refusal?: Refusal, cause?: FetchFailureCode) {
    super(detail)
    this.failure = { code, detail: detail.trim().slice(0, 300), ...(cause && { cause }) }
    this.refusal = refusal
  }
}

/** What comes with a status that is no success. */
export interface Refusal {
  readonly status: number
  /** Milliseconds the server wants to be left alone. */
  readonly retryAfter?: number
}

const BY_SYSTEM_CODE: readonly (readonly [RegExp, FetchFailureCode])[] = [
  [/^ENOTFOUND$/, 'dns'],
  [/^EAI_/, 'dns-unavailable'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE)$/, 'reset'],
  [/^UND_ERR_CONNECT_TIMEOUT$/, 'connect-timeout'],
  [/^UND_ERR_HEADERS_TIMEOUT$/, 'headers-timeout'],
  [/^UND_ERR_BODY_TIMEOUT$/, 'body-timeout'],
  [/^UND_ERR_INVALID_ARG$/, 'bad-url'],
  [
    /^(HTTPParserError|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_SOCKET)$/,
    'protocol',
  ],
  [/^(Z_|ERR__ERROR_|ERR_BROTLI_)/, 'bad-encoding'],
]

/** What a system's error says about the server; `answered`: its headers had already come. */
export function brokenBy(error: unknown, answered: boolean): Broken {
  if (error instanceof Broken) return error
  const code = systemCode(error)
  if (!(error instanceof Error) || code === undefined || /^UND_ERR_(DESTROYED|CLOSED)$/.test(code))
    throw error
  return new Broken(meaning(code, error.message, answered), detail(error, code))
}

/** undici's parser means to give a code and gives none. */
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name === 'HTTPParserError' ? error.name : undefined
}

function meaning(code: string, message: string, answered: boolean): FetchFailureCode {
  if (code === 'ETIMEDOUT') return answered ? 'body-timeout' : 'connect-timeout'
  const closed = code === 'UND_ERR_SOCKET' && !message.startsWith('bad ')
  if (closed && !answered) return 'reset'
  const cut =
    closed || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' || message.includes('(Invalid EOF state)')
  if (cut && answered) return 'truncated'
  const known = BY_SYSTEM_CODE.find(([pattern]) => pattern.test(code))?.[1]
  return known ?? tlsCause(code, message) ?? 'network'
}

/** OpenSSL's full message carries a thread's address, which would differ from run to run: its reason does not. */
function detail(error: Error & { reason?: unknown; errors?: unknown }, code: string): string {
  const first: unknown = Array.isArray(error.errors) ? error.errors[0] : undefined
  const words =
    typeof error.reason === 'string' ? error.reason : first instanceof Error ? first.message : error.message
  return words.includes(code) ? words : `${code}: ${words}`
}
