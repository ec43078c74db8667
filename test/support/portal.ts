import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { TlsOptions } from 'node:tls'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

const ENCODERS = {
  gzip: gzipSync,
  deflate: deflateSync,
  'deflate-raw': deflateRawSync,
  br: brotliCompressSync,
}

/** `…-in-body` happens after the first half of the body. */
export type Trouble =
  | 'hang'
  | 'reset'
  | 'endless-1xx'
  | 'drip-headers'
  | 'hang-in-body'
  | 'reset-in-body'
  | 'cut-in-body'
  | 'drip'
  | 'endless'

/** How a server answers one request target; without anything it is an empty 200. */
export interface Route {
  readonly status?: number
  /** Each character of a value goes out as one byte: see {@link rawBytes}. */
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
  /** Compresses the body and says so. */
  readonly encode?: keyof typeof ENCODERS
  /** 302 to this address. */
  readonly redirect?: string
  /** Sent instead of an HTTP answer; then the connection ends. */
  readonly raw?: string | Buffer
  /** Milliseconds before anything is sent. */
  readonly delay?: number
  readonly trouble?: Trouble
}

/** A function answers differently from time to time; `nth` counts from 1 per target. */
export type Routes = Readonly<Record<string, Route | ((nth: number, request: IncomingMessage) => Route)>>

export interface Portal {
  url(target: string): string
  /** What was asked for, in order, as sent. */
  readonly requests: readonly { readonly target: string; readonly headers: IncomingMessage['headers'] }[]
  /** Most requests that were unanswered at the same time. */
  readonly mostAtOnce: number
  close(): Promise<void>
}

/** A server on loopback described as a table of request targets; others are 404. `tls`: https, key and certificate in PEM. */
export async function startPortal(routes: Routes, tls?: TlsOptions, port = 0): Promise<Portal> {
  const requests: { target: string; headers: IncomingMessage['headers'] }[] = []
  let atOnce = 0
  let mostAtOnce = 0
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const target = request.url ?? ''
    requests.push({ target, headers: request.headers })
    mostAtOnce = Math.max(mostAtOnce, ++atOnce)
    response.once('close', () => atOnce--)
    const route = routes[target] ?? { status: 404 }
    const nth = requests.filter((earlier) => earlier.target === target).length
    void answer(response, typeof route === 'function' ? route(nth, request) : route)
  }
  const server = tls ? createTlsServer(tls, listener) : createServer(listener)
  await listen(server, port)
  const address = server.address() as AddressInfo
  return {
    url: (target) => `${tls ? 'https' : 'http'}://127.0.0.1:${address.port}${target}`,
    requests,
    get mostAtOnce() {
      return mostAtOnce
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** A given port may be held by a test that runs at the same time. */
async function listen(server: Server, port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      server.listen(port, '127.0.0.1')
      return void (await once(server, 'listening'))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries === 400) throw error
      await pause(25)
    }
  }
}

/** Text as the header value that puts its bytes on the wire unchanged; Big5 comes as a Buffer. */
export const rawBytes = (text: string | Buffer): string => Buffer.from(text).toString('latin1')

async function answer(response: ServerResponse, route: Route): Promise<void> {
  if (route.delay) await pause(route.delay)
  if (route.raw !== undefined) return void response.socket?.end(route.raw)
  const plain = Buffer.from(route.body ?? '')
  const body = route.encode ? ENCODERS[route.encode](plain) : plain
  response.statusCode = route.status ?? (route.redirect === undefined ? 200 : 302)
  for (const [name, value] of Object.entries(route.headers ?? {})) response.setHeader(name, value ?? '')
  if (route.encode) response.setHeader('content-encoding', route.encode.replace('-raw', ''))
  if (route.redirect !== undefined) response.setHeader('location', route.redirect)
  if (route.trouble) await make(route.trouble, response, body)
  else response.end(body)
}

async function make(trouble: Trouble, response: ServerResponse, body: Buffer): Promise<void> {
  const { socket } = response
  const half = body.subarray(0, body.length / 2)
  const send = (chunks: AsyncIterable<Buffer> | Iterable<Buffer>) =>
    pipeline(chunks, response, () => undefined)
  switch (trouble) {
    case 'hang':
      return
    case 'reset':
      return void socket?.resetAndDestroy()
    case 'endless-1xx':
      for (; socket?.writable; await pause(10)) response.writeProcessing()
      return
    case 'drip-headers':
      socket?.write('HTTP/1.1 200 OK\r\nX-Drip: ')
      for (; socket?.writable; await pause(10)) socket.write('.')
      return
    case 'hang-in-body':
      return void response.write(half)
    case 'reset-in-body':
      response.write(half)
      await pause(20)
      return void socket?.resetAndDestroy()
    case 'cut-in-body':
      return void response.write(half, () => socket?.end())
    case 'drip':
      return void send(drip(body))
    case 'endless':
      return void send(endless(body))
  }
}

async function* drip(body: Buffer) {
  for (let i = 0; i < body.length; await pause(10)) yield body.subarray(i, ++i)
}

function* endless(body: Buffer) {
  for (;;) yield body
}
