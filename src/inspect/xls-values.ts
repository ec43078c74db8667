import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Reason } from '../core/observed.ts'

const MAX_HEAP = 512
const MAX_TIME = 30_000

/** As hucre gives them: rows and cells may be left out. */
export type XlsValue = string | number | boolean | Date | null | undefined
export interface XlsSheet {
  readonly name: string
  readonly rows: readonly (readonly XlsValue[] | undefined)[]
}

/** Given as text, so that there is one program whether this file runs as it stands or compiled. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads')
import(workerData.library)
  .then(({ readXls }) => readXls(workerData.bytes))
  .then(({ sheets }) => parentPort.postMessage({ sheets: sheets.map(({ name, rows }) => ({ name, rows })) }))
  .catch((error) => parentPort.postMessage({ fault: String(error.message) }))
`

/** Reads the cells of an XLS with hucre, which holds them all, in a thread with limits on memory and time. */
export function xlsValues(bytes: Buffer): Promise<readonly XlsSheet[] | Reason> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('hucre/xlsx')).href
  const worker = new Worker(PROGRAM, {
    eval: true,
    workerData: { library, bytes: new Uint8Array(bytes) },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP },
  })
  const refusal = (detail: string): Reason => ({ code: 'old-xls', data: { detail } })
  return new Promise((resolve) => {
    const late: Reason = { code: 'too-slow', data: { seconds: MAX_TIME / 1_000 } }
    const timer = setTimeout(() => end(late), MAX_TIME)
    function end(answer: readonly XlsSheet[] | Reason) {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    worker.on('message', ({ sheets, fault }: { sheets?: readonly XlsSheet[]; fault?: string }) =>
      end(sheets ?? refusal(fault ?? '')),
    )
    worker.on('error', (error) => end(refusal(error.message)))
  })
}
