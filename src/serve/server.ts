import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Answer } from './answer.ts'

export interface ServerOptions {
  readonly answer: (request: IncomingMessage) => Promise<Answer>
  /** Said when too much is asked at once. */
  readonly busy: (request: IncomingMessage) => Answer
  /** A fault of ours, told once per request. */
  readonly failed: (error: unknown, request: IncomingMessage) => Answer
}

/** A committee of people and a script or two. */
const MAX_AT_ONCE = 32
const MAX_CONNECTIONS = 256
const SECOND = 1_000

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
}

/** Everything of HTTP that is the same for each answer. */
export function httpServer({ answer, busy, failed }: ServerOptions): Server {
  let open = 0
  const server = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: 10 * SECOND,
      requestTimeout: 15 * SECOND,
      keepAliveTimeout: 5 * SECOND,
      connectionsCheckingInterval: 2 * SECOND,
    },
    (request, response) => {
      open++
      response.once('close', () => open--)
      // Nobody reads a body; what is sent as one is dropped.
      request.resume()
      const given = open > MAX_AT_ONCE ? Promise.resolve(busy(request)) : answer(request)
      void given
        .catch((error: unknown) => failed(error, request))
        .then((found) => send(found, request, response))
        .catch(() => response.destroy())
    },
  )
  server.maxConnections = MAX_CONNECTIONS
  // A reader that stalls in the middle of a download.
  server.setTimeout(120 * SECOND)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
    const status = CLIENT_ERRORS[error.code ?? ''] ?? '400 Bad Request'
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  })
  return server
}

const CLIENT_ERRORS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

async function send(answer: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers, body } = answer
  const whole = typeof body === 'string' ? Buffer.from(body) : undefined
  response.writeHead(status, {
    ...HEADERS,
    ...headers,
    ...(whole && { 'content-length': String(whole.length) }),
    // Of a refused request, whatever else it sends is not read.
    ...((request.headers['content-length'] ?? request.headers['transfer-encoding']) !== undefined && {
      connection: 'close',
    }),
  })
  if (request.method === 'HEAD') response.end()
  else if (whole) response.end(whole)
  else await pipeline(Readable.from(body as AsyncIterable<string | Uint8Array>), response)
}
