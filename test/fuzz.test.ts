import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { RULES } from '../rules/index.ts'
import type { ResourceRecord } from '../src/core/ledger.ts'
import { examine } from '../src/examine.ts'
import { fetchLocal } from '../src/fetch/index.ts'
import { loadProfile } from '../src/score/index.ts'
import { mutantOf } from './support/mutants.ts'
import { random } from './support/noise.ts'
import { readStrictly } from './support/reference.ts'
import { SEEDS } from './support/seeds.ts'

/** Mutants in all; `ODBADGE_FUZZ=2000` for the long run, `ODBADGE_FUZZ_SEED` for others. */
const COUNT = Number(process.env['ODBADGE_FUZZ'] ?? 250)
const SEED = Number(process.env['ODBADGE_FUZZ_SEED'] ?? 20_170_829)
const MAX_SECONDS = 10
/** Files of agencies beside the project, the small ones. */
const CORPUS = resolve(import.meta.dirname, '../../shared/corpus/dev')
const LARGEST = COUNT > 1_000 ? 400_000 : 60_000

const folder = mkdtempSync(join(tmpdir(), 'odbadge-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const PROFILE = loadProfile('measure-2017')

const real = existsSync(CORPUS)
  ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(CORPUS, name)).isFile() && statSync(join(CORPUS, name)).size <= LARGEST)
      .sort()
      .map((name): [string, Buffer] => [name, readFileSync(join(CORPUS, name))])
  : []
const FILES = [...Object.entries(SEEDS), ...real]
const EACH = Math.ceil(COUNT / FILES.length)

async function examined(bytes: Buffer, format: string): Promise<ResourceRecord> {
  const path = join(folder, 'mutant')
  writeFileSync(path, bytes)
  const claims = { id: '1', url: path, format, encoding: 'UTF-8', fields: '年度、縣市、人數' }
  const dataset = { id: '1', title: '', publisher: '', resources: [claims], extra: {} }
  const origin = { fetch: (url: string) => fetchLocal(url, () => 0), release: async () => undefined }
  const { record } = await examine(dataset, origin, {
    rules: RULES,
    profile: PROFILE,
    now: Date.UTC(2026, 10, 21),
  })
  return record.resources[0]!
}

function refusal(bytes: Buffer, { format, encoding, members }: ResourceRecord): string | undefined {
  try {
    readStrictly(bytes, { format: format.detected, encoding: encoding.detected, ...(members && { members }) })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe.each(FILES)('mutants of %s', (name, sound) => {
  it('neither crash nor hang, and what its readers refuse does not pass', async () => {
    const next = random(SEED ^ name.length ^ sound.length)
    for (let n = 0; n < EACH; n++) {
      const bytes = n === 0 ? sound : mutantOf(sound, next)
      const began = performance.now()
      const record = await examined(bytes, extname(name).slice(1).toUpperCase())
      const told = `${name}, mutant ${n}, ${bytes.length} bytes`
      expect((performance.now() - began) / 1000, told).toBeLessThan(MAX_SECONDS)
      expect(
        record.findings.filter(({ messageId }) => messageId === 'rule-crashed'),
        told,
      ).toEqual([])
      if (record.indicators.structure === 'pass') expect(refusal(bytes, record), told).toBeUndefined()
    }
  }, 600_000)
})
