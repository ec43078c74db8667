import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { RULES } from '../rules/index.ts'
import { fileCatalogue } from '../src/catalogue/index.ts'
import type { DatasetRecord } from '../src/core/ledger.ts'
import { LANGUAGES } from '../src/core/localised.ts'
import { ruleText } from '../src/core/record.ts'
import { examine } from '../src/examine.ts'
import { fetchLocal } from '../src/fetch/index.ts'
import { describeFinding } from '../src/report/index.ts'
import { loadProfile } from '../src/score/index.ts'
import { complaints } from './report/schema.ts'
import { dbf } from './support/dbf.ts'
import { ALPHABETS, CSV, damaged, HTML, JSON_BODIES, noise, random, XML_BODIES } from './support/noise.ts'
import { tarOf } from './support/tar.ts'
import { zipOf } from './support/zip.ts'

// Whatever the bytes are: an answer to every rule, in time, in words, and no fault of ours.

const SEED = 20170829
const SECONDS = 2
const policy = { rules: RULES, profile: loadProfile('measure-2017'), now: Date.UTC(2026, 0, 1) }
const origin = { fetch: (url: string) => fetchLocal(url), release: async () => undefined }
const IDS = RULES.map(({ id }): string => id).sort()
const TEXTS = new Map(RULES.map((rule) => [rule.id as string, ruleText(rule)]))

const folder = mkdtempSync(join(tmpdir(), 'odbadge-bad-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Claims of each kind, none, and one that nothing can meet. */
const CLAIMS = [
  { encoding: 'UTF-8', fields: '年度、地區別、人數', updateFrequency: '每1年', modified: '2025-06-01' },
  {},
  { format: 'CSV', encoding: 'BIG5', fields: '"",(((' },
] as const

async function judged(
  body: Buffer,
  ending = '',
  claims: (typeof CLAIMS)[number] = CLAIMS[0],
): Promise<DatasetRecord> {
  const path = join(folder, `body${ending}`)
  writeFileSync(path, body)
  for await (const entry of fileCatalogue([path], claims))
    if (entry.kind === 'dataset') return (await examine(entry.dataset, origin, policy)).record
  throw new Error('no dataset')
}

async function expectAnswer(
  body: Buffer,
  ending?: string,
  claims?: (typeof CLAIMS)[number],
): Promise<DatasetRecord> {
  const began = performance.now()
  const record = await judged(body, ending, claims)
  expect((performance.now() - began) / 1000).toBeLessThan(SECONDS)
  const [resource] = record.resources
  expect(Object.keys({ ...record.outcomes, ...resource!.outcomes }).sort()).toEqual(IDS)
  expect(complaints('ledger', record)).toEqual([])
  for (const finding of [...record.findings, ...resource!.findings]) {
    expect(finding.messageId, JSON.stringify(finding)).not.toBe('rule-crashed')
    for (const language of LANGUAGES) expect(describeFinding(finding, TEXTS, language).message).not.toBe('')
  }
  return record
}

/** Says which bytes it was: a failure must be repeatable without the run. */
async function forEach(
  bodies: Iterable<readonly [name: string, body: Buffer]>,
  check: (body: Buffer) => Promise<unknown>,
) {
  for (const [name, body] of bodies) {
    try {
      await check(body)
    } catch (error) {
      const bytes = body.length > 2_000 ? `${body.length} bytes` : body.toString('base64')
      throw new Error(`${name}: ${bytes}`, { cause: error })
    }
  }
}

describe('noise', () => {
  const SIZES = [0, 1, 2, 3, 4, 5, 7, 16, 63, 256, 1_000, 4_096, 20_000, 65_535, 65_536, 65_537, 250_000]
  it.each(Object.entries(ALPHABETS))('%s, of many sizes', async (name, signs) => {
    const next = random(SEED)
    const bodies = SIZES.map((size) => [`${name} × ${size}`, noise(signs, size, next)] as const)
    await forEach(bodies, (body) => expectAnswer(body))
  })

  it.each(Object.entries(ALPHABETS))('%s behind a beginning that promises more', async (name, signs) => {
    const next = random(SEED + 1)
    const starts = [
      '[{"a":1},',
      '<rows><row>',
      '年度,人數\n1,2\n',
      '<!doctype html>',
      '\ufeff',
      '\ufffe',
      'PK\u0003\u0004',
      '%PDF-',
    ]
    const bodies = starts.flatMap((start) =>
      [10, 300, 5_000].map(
        (size) =>
          [`${name} behind ${start}`, Buffer.concat([Buffer.from(start), noise(signs, size, next)])] as const,
      ),
    )
    await forEach(bodies, (body) => expectAnswer(body))
  })
})

describe('damage', () => {
  const SOUND = Object.entries({ ...CSV, ...JSON_BODIES, ...XML_BODIES, html: HTML })
  it.each(SOUND)('%s', async (name, body) => {
    const next = random(SEED)
    for (const claims of CLAIMS) {
      const bodies = Array.from({ length: 12 }, (_, n) => [`${name} ${n}`, damaged(body, 4, next)] as const)
      await forEach(bodies, (damagedBody) => expectAnswer(damagedBody, '', claims))
    }
  })

  it('is none to begin with', async () => {
    for (const body of [...Object.values(JSON_BODIES), ...Object.values(XML_BODIES)])
      expect((await judged(body, '', {})).indicators.structure, body.toString()).toBe('pass')
  })
})

describe('damaged archives', () => {
  const MEMBERS = {
    'a.csv': CSV.big5,
    'in.zip': zipOf({ 'b.json': JSON_BODIES.envelope, 'c.xml': XML_BODIES.rows }),
    '站.shp': Buffer.from('0000270a'.padEnd(200, '0'), 'hex'),
    '站.dbf': dbf([['站名', 20]], [['許功蓋'], ['二站']], { encoding: 'cp950' }),
  }
  const tar = tarOf(Object.entries(MEMBERS).map(([name, content]) => ({ name, content })))
  const SOUND = {
    zip: zipOf(MEMBERS),
    descriptors: zipOf([{ name: 'a.csv', content: CSV.plain, deflate: true, descriptor: true, zip64: true }]),
    xlsx: zipOf({ '[Content_Types].xml': 'spreadsheetml.sheet.main+xml', 'xl/workbook.xml': '<a/>' }),
    tar,
    'tar.gz': gzipSync(tar),
    gzip: gzipSync(CSV.plain),
    dbf: zipOf({ '站.dbf': MEMBERS['站.dbf'] }),
  }
  it.each(Object.entries(SOUND))('%s', async (name, body) => {
    const next = random(SEED)
    // Directories stand at the end of a ZIP and every 512 bytes of a tar: few faults must find them.
    for (const faults of [1, 3, 12]) {
      const bodies = Array.from(
        { length: 40 },
        (_, n) => [`${name} ${faults}/${n}`, damaged(body, faults, next)] as const,
      )
      await forEach(bodies, (damagedBody) => expectAnswer(damagedBody))
    }
  })

  it.each(Object.entries(SOUND))('%s cut at any of 60 places', async (name, body) => {
    const next = random(SEED + 2)
    const cuts = Array.from({ length: 60 }, () => {
      const at = Math.floor(next() * body.length)
      return [`${name} cut at ${at}`, body.subarray(0, at)] as const
    })
    await forEach(cuts, (cut) => expectAnswer(cut))
  })
})

describe('content cut short', () => {
  it.each([
    ...Object.entries(JSON_BODIES).map(([name, body]) => [name, '.json', body] as const),
    ...Object.entries(XML_BODIES).map(([name, body]) => [name, '.xml', body] as const),
  ])('%s%s never passes, wherever the cut', async (name, ending, body) => {
    const cuts = Array.from(
      { length: body.length },
      (_, at) => [`${name} cut at ${at}`, body.subarray(0, at)] as const,
    )
    await forEach(cuts, async (part) => {
      const { indicators } = await expectAnswer(part, ending, {})
      expect(indicators.structure).not.toBe('pass')
    })
  })

  it.each(Object.entries(CSV))('%s CSV is answered, wherever the cut', async (name, body) => {
    const cuts = Array.from(
      { length: body.length },
      (_, at) => [`${name} cut at ${at}`, body.subarray(0, at)] as const,
    )
    await forEach(cuts, (part) => expectAnswer(part, '.csv'))
  })
})

// Real files of agencies. They stand beside the project and are not part of it.
const CORPUS = resolve(import.meta.dirname, '../../shared/corpus/dev')
const present = existsSync(CORPUS)
const files = present
  ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter((file) => extname(file) !== '')
      .sort()
  : ['no corpus']

describe('a real file cut at three places', () => {
  it.skipIf(!present).each(files)('%s', async (file) => {
    const body = readFileSync(join(CORPUS, file))
    const next = random(SEED + files.indexOf(file))
    const text = body.toString('latin1').trimEnd()
    for (let n = 0; n < 3; n++) {
      const at = Math.floor(next() * text.length)
      const { indicators } = await expectAnswer(body.subarray(0, at), extname(file))
      if (/\.(json|geojson|xml|kml)$/.test(file))
        expect(indicators.structure, `cut at ${at}`).not.toBe('pass')
    }
  })
})
