import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import { Broken, brokenBy } from './failure.ts'
import { Incoming } from './incoming.ts'

/** Status and headers have come, the body is still on its way. */
export interface Answer {
  readonly statusCode: number
  readonly statusText: string
  /** By name in lower case; values as they came, each byte a latin1 character. */
  readonly headers: IncomingHttpHeaders
  readonly body: Incoming
}

export interface Sending {
  readonly dispatcher: Dispatcher
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds from here to the last byte of the answer. */
  readonly total: number
}

/**
 * Sends a GET. undici's own `request` would take half as long again for small answers: it makes a stream for each.
 *
 * @throws Broken for what the network or the server does before the headers have come
 */
export function send(url: URL, { dispatcher, headers, total }: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined
    let late: Broken | undefined
    let body: Incoming | undefined
    const timer = setTimeout(() => {
      late = new Broken('total-timeout', `more than ${total} ms`)
      controller?.abort(late)
    }, total)
    const { origin, pathname, search } = url
    dispatcher.dispatch(
      { origin, path: pathname + search, method: 'GET', headers },
      {
        onRequestStart(given) {
          controller = given
          if (late) given.abort(late)
        },
        onResponseStart(given, statusCode, fields, statusText = '') {
          // 1xx: the answer proper is still to come.
          if (statusCode < 200) return
          body = new Incoming(given)
          resolve({ statusCode, statusText, headers: fields, body })
        },
        onResponseData(_, chunk) {
          body?.push(chunk)
        },
        onResponseEnd() {
          clearTimeout(timer)
          body?.end()
        },
        onResponseError(_, error) {
          clearTimeout(timer)
          if (body) return body.end(error)
          try {
            reject(brokenBy(error, false))
          } catch (fault) {
            reject(fault)
          }
        },
      },
    )
  })
}
