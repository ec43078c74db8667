// node bench/hostile.mjs [share=1] [ending]: content made to exhaust a reader, each through `odbadge check`; run `npm run build` first.
// Exit code 1: 250 MB or more, or another verdict than the honest one. `share` scales the sizes, down to 0.1.
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ARCHIVES } from './hostile-archives.mjs'
import { WORKBOOKS } from './hostile-workbooks.mjs'
import { fixed, MIB, measure, ODBADGE } from './measure.mjs'

const MAX_RSS = 250
const share = Number(process.argv[2] ?? 1)
const only = process.argv[3] ?? ''
const LARGE = 300 * MIB * share
const MANY = 1_000_000 * share

/** The same text until there are that many bytes; `text` is ASCII. */
function* filling(bytes, text) {
  const block = text.repeat(Math.ceil(MIB / text.length))
  for (let left = bytes; left > 0; left -= block.length)
    yield left < block.length ? block.slice(0, left) : block
}

function* rows(count, row) {
  let block = ''
  for (let n = 1; n <= count; n++) {
    block += row(n)
    if (block.length < MIB) continue
    yield block
    block = ''
  }
  yield block
}

function* wide(columns, lines) {
  yield `${Array.from({ length: columns }, (_, n) => `c${n % (columns / 2)}`).join(',')}\n`
  for (let n = 0; n < lines; n++) yield `${Array(columns).fill(n).join(',')}\n`
}

const HEADER = 'year,county,count\n'

/** Content with the honest outcome of its structure: `unknown` where a cap ended the look. */
const FILES = {
  'no line break.csv': ['unknown', () => filling(LARGE, 'abc,123 ')],
  'one quoted cell.csv': [
    'unknown',
    function* () {
      yield `${HEADER}113,"`
      yield* filling(LARGE, 'one long cell ')
      yield '",5\n'
    },
  ],
  'quote never closed.csv': [
    'fail',
    function* () {
      yield `${HEADER}113,"Taipei,5\n`
      yield* rows(LARGE / 16, (n) => `${n % 100},Taipei,${n % 1000}\n`)
    },
  ],
  '200000 columns.csv': ['fail', () => wide(200_000 * share, 50)],
  'ragged rows.csv': [
    'fail',
    function* () {
      yield HEADER
      yield* rows(MANY, (n) => `${n},Taipei${',1'.repeat((n % 99) + 2)}\n`)
    },
  ],
  'blank rows.csv': [
    'fail',
    function* () {
      yield HEADER
      yield* rows(MANY, (n) => `${n},Taipei,5\n\n`)
    },
  ],
  'totals everywhere.csv': [
    'fail',
    function* () {
      yield HEADER
      yield* rows(MANY, (n) => (n % 2 ? `${n},Taipei,${n}\n` : `總計,,${n}\n`))
    },
  ],
  'stray quotes.csv': [
    'fail',
    function* () {
      yield HEADER
      yield* rows(MANY, (n) => `${n},"Tai"pei,5\n`)
    },
  ],
  'one string.json': [
    'fail',
    function* () {
      yield '[{"a":"'
      yield* filling(LARGE, 'one long string ')
      yield '"'
    },
  ],
  'deep.json': ['unknown', () => filling(10_000_000 * share, '[')],
  'keys without end.json': [
    'fail',
    function* () {
      yield '[{"k":1'
      yield* rows(MANY, (n) => `,"key${n}":${n}`)
      yield '}'
    },
  ],
  'deep.xml': ['unknown', () => filling(10_000_000 * share, '<node>')],
  'one text.xml': [
    'unknown',
    function* () {
      yield '<rows><row><a>'
      yield* filling(LARGE, 'one long text ')
      yield '</a></row>'
    },
  ],
  // Well-formed, whatever the entities are: nothing outside is read or asked for.
  'external entity.xml': [
    'pass',
    function* () {
      yield '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "http://127.0.0.1:9/b.dtd"> %b;]>'
      yield '<r><row><a>&a;</a></row><row><a>2</a></row></r>'
    },
  ],
  'entities.xml': [
    'fail',
    function* () {
      yield '<!DOCTYPE r [<!ENTITY a0 "ha">'
      yield* rows(60, (n) => `<!ENTITY a${n} "&a${n - 1};&a${n - 1};">`)
      yield ']><r><row><a>&a60;</a></row>'
    },
  ],
}

async function write(path, pieces) {
  const file = await open(path, 'w')
  let size = 0
  for (const piece of pieces) size += (await file.write(piece)).bytesWritten
  await file.close()
  return size
}

function verdictOf({ code, output }, expected) {
  if (output === '') return { honest: false, words: `ended with ${code}` }
  const [{ indicators, findings }] = JSON.parse(output).results
  const first = findings.find(
    ({ rule, outcome }) => rule.startsWith('structure/') && outcome === indicators.structure,
  )
  return {
    honest: indicators.structure === expected && code !== 70,
    words: `${indicators.structure}: ${first?.message.slice(0, 70)}`,
  }
}

const directory = mkdtempSync(join(tmpdir(), 'odbadge-bench-'))
try {
  console.log(`${'file'.padEnd(24)}     MB  seconds  peak RSS  verdict`)
  for (const [name, [expected, make]] of Object.entries({
    ...FILES,
    ...ARCHIVES(share),
    ...WORKBOOKS(share),
  })) {
    if (!name.endsWith(only)) continue
    const path = join(directory, name)
    const size = await write(path, await make())
    const cost = await measure(ODBADGE, 'check', path, '--reporter', 'json', '--lang', 'en')
    rmSync(path)
    const { honest, words } = verdictOf(cost, expected)
    const bad = !honest || cost.rss >= MAX_RSS
    if (bad) process.exitCode = 1
    console.log(
      `${name.padEnd(24)}${fixed(size / MIB, 7)}${fixed(cost.seconds, 9, 2)}${fixed(cost.rss, 7, 0)} MB  ${bad ? '✗' : '✓'} ${words}`,
    )
  }
} finally {
  rmSync(directory, { recursive: true, force: true })
}
