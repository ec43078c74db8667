// What csv.mjs compares with: papaparse over decoded strings as a stream, counting cells and doing nothing else.
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import Papa from 'papaparse'

async function* decoded(file) {
  const decoder = new TextDecoder()
  for await (const block of createReadStream(file, { highWaterMark: 256 * 1024 }))
    yield decoder.decode(block, { stream: true })
  yield decoder.decode()
}

let rows = 0
let cells = 0
Readable.from(decoded(process.argv[2]))
  .pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: ',', newline: '\n' }))
  .on('data', (row) => {
    rows++
    cells += row.length
  })
  .on('end', () => console.log(rows, cells))
