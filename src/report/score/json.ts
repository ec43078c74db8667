import { type Awards, type DatasetTrace, SCORE_SCHEMA } from '../../core/awards.ts'
import { type Language, render } from '../../core/localised.ts'
import { jsonDocument } from '../document.ts'
import { CLAIM_REASON_WORDS, NOTE_WORDS } from './words.ts'

/** The awards as one JSON document; `traces` are all datasets, so that every point can be added up again. */
export async function* scoreJson(
  { losses: _, ...awards }: Awards,
  traces: AsyncIterable<DatasetTrace>,
  { language, program }: { readonly language: Language; readonly program: string },
): AsyncGenerator<string> {
  const { id, title, notes } = awards.profile
  yield* gathered(
    jsonDocument(
      {
        schemaVersion: SCORE_SCHEMA,
        language,
        program,
        ...awards,
        profile: { id, title: title[language], notes: notes.map((note) => note[language]) },
        notes: awards.notes.map(({ code, data }) => ({
          code,
          data,
          message: render(NOTE_WORDS[code], data, language),
        })),
        claims:
          awards.claims?.map((claim) => ({
            ...claim,
            ...(claim.reason && { message: CLAIM_REASON_WORDS[claim.reason][language] }),
          })) ?? null,
      },
      { datasets: traces },
    ),
  )
}

const BLOCK = 1 << 16

/** Few large pieces instead of one per dataset: each costs a system call. */
async function* gathered(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let block = ''
  for await (const piece of pieces) {
    block += piece
    if (block.length < BLOCK) continue
    yield block
    block = ''
  }
  yield block
}
