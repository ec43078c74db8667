import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Language } from '../core/localised.ts'
import { type Admission, admission } from './admission.ts'
import { type Answer, problem } from './answer.ts'
import { comparisons } from './comparisons.ts'
import { DamagedLedger } from './ledgers/lines.ts'
import { createShelf, type ShelfLimits } from './ledgers/shelf.ts'
import { errorPage } from './pages/error.ts'
import { languageIn, targetOf } from './query.ts'
import { Refusal } from './refusal.ts'
import { type Analyse, routed } from './routes.ts'
import { httpServer } from './server.ts'

export interface ServeOptions {
  /** Folder of ledgers. */
  readonly folder: string
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly token?: string
  /** Of pages that do not ask for another. */
  readonly language: Language
  readonly limits?: ShelfLimits
  /** What the HTML report shows beside the ledger; needs the rules, which are not known here. */
  readonly analyse?: Analyse
  /** A fault of ours, behind an answer of 500. */
  readonly onFault: (error: unknown) => void
}

export interface Serving {
  readonly url: string
  /** Answers what is under way for a moment, then closes every connection. */
  close(): Promise<void>
}

const METHODS = ['GET', 'HEAD']
/** Milliseconds that downloads under way are given. */
const FAREWELL = 2_000

/** A read-only web page and API over a folder of ledgers. @throws the system's error when it cannot listen. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { folder, host, port, token, language, analyse, onFault } = options
  const stopping = new AbortController()
  const shelf = createShelf(folder, stopping.signal, options.limits)
  await shelf.runs()
  const compare = comparisons(shelf)
  let admit: Admission | undefined

  async function answer(request: IncomingMessage): Promise<Answer> {
    if (!METHODS.includes(request.method ?? '')) throw new Refusal(405, 'method', {}, { allow: 'GET, HEAD' })
    const target = targetOf(request.url ?? '')
    const ended = admit!(request, target)
    if (ended) return ended
    return routed({
      shelf,
      compare,
      ...(analyse && { analyse }),
      target,
      language: languageIn(target, language),
    })
  }

  function failed(error: unknown, request: IncomingMessage): Answer {
    if (error instanceof Refusal) return refused(error, request, language)
    if (error instanceof DamagedLedger) return refused(new Refusal(409, 'notReadable'), request, language)
    if (!stopping.signal.aborted) onFault(error)
    return refused(new Refusal(500, 'fault'), request, language)
  }

  const server = httpServer({
    answer,
    failed,
    busy: (request) => refused(new Refusal(503, 'busy', {}, { 'retry-after': '5' }), request, language),
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  admit = admission({ host, port: address.port, ...(token !== undefined && { token }) })
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/`,
    async close() {
      stopping.abort()
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const late = setTimeout(() => server.closeAllConnections(), FAREWELL)
      await closed
      clearTimeout(late)
    },
  }
}

/** As a page for people and as a problem document for programs. */
function refused(refusal: Refusal, request: IncomingMessage, fallback: Language): Answer {
  const asked = languageAsked(request.url ?? '', fallback)
  const language = asked ?? fallback
  const forPrograms = /^\/(api\/|openapi\.json)/.test(request.url ?? '')
  return forPrograms ? problem(refusal, language) : errorPage(refusal, language, asked !== undefined)
}

/** Of an address that may be what is refused. */
function languageAsked(url: string, fallback: Language): Language | undefined {
  try {
    const target = targetOf(url)
    return target.query.has('lang') ? languageIn(target, fallback) : undefined
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
