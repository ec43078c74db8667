import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseDate } from '../src/core/calendar.ts'
import { csvCatalogue, jsonCatalogue } from './catalogue.ts'
import type { Answer } from './dataset.ts'
import { DATASETS } from './datasets/index.ts'

export interface DemoPortal {
  /** `http://127.0.0.1:port`, without a final slash. */
  readonly url: string
  close(): Promise<void>
}

/** The data portal of three imaginary agencies, on loopback: `/export.csv`, `/export.json` and every file they name. */
export async function startDemoPortal(): Promise<DemoPortal> {
  const answers = new Map<string, Answer>(
    DATASETS.flatMap(({ resources, also = {} }) => [
      ...resources.map(({ path, answer }) => [path, answer] as const),
      ...Object.entries(also),
    ]),
  )
  const server = createServer((request, response) => {
    const target = new URL(request.url ?? '/', 'http://portal')
    const answer = answers.get(request.url ?? '/') ?? answers.get(target.pathname)
    send(response, target, answer ?? { status: 404 })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  answers.set('/export.csv', { body: csvCatalogue(DATASETS, url) })
  answers.set('/export.json', { body: jsonCatalogue(DATASETS, url) })
  return {
    url,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function send(response: ServerResponse, target: URL, answer: Answer): void {
  const { status = 200, headers = {}, updated, trouble } = answer
  const body = Buffer.from(answer.body ?? '')
  const half = body.subarray(0, body.length / 2)
  response.statusCode = status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (updated) response.setHeader('last-modified', new Date(parseDate(updated) ?? 0).toUTCString())
  switch (trouble) {
    case undefined:
      response.end(body)
      return
    case 'hang':
      return
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'stall':
      response.write(half)
      return
    case 'cut':
      response.setHeader('content-length', body.length)
      response.write(half, () => response.socket?.end())
      return
    case 'session': {
      const visit = Number(target.searchParams.get('session') ?? 0) + 1
      response.writeHead(302, { location: `${target.pathname}?session=${visit}` }).end()
    }
  }
}
