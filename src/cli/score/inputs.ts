import { readFile } from 'node:fs/promises'
import { type Language, render } from '../../core/localised.ts'
import {
  type AwardSettings,
  type Claim,
  inputComplaints,
  type Votes,
  votesMistake,
} from '../../score/index.ts'
import { UsageError } from '../usage-error.ts'
import { SCORE_WORDS } from './words.ts'

interface Inputs {
  readonly claims: readonly Claim[]
  readonly awards: AwardSettings
  readonly votes: Votes
}

/** A JSON file as its schema asks; undefined when none was given. */
export async function readInput<Name extends keyof Inputs>(
  name: Name,
  path: string | undefined,
  language: Language,
): Promise<Inputs[Name] | undefined> {
  if (path === undefined) return undefined
  const data = parse(name, path, await readText(name, path, language), language)
  const complaints = inputComplaints(name, data, language)
  if (complaints.length > 0) throw badInput(name, path, `\n${complaints.join('\n')}`, language)
  const input = data as Inputs[Name]
  const mistake = name === 'votes' ? votesMistake((input as Votes).cases) : undefined
  if (!mistake) return input
  const { place, name: value } = mistake
  throw badInput(name, path, render(SCORE_WORDS.badVotes, { place, value }, language), language)
}

function parse(name: string, path: string, text: string, language: Language): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badInput(name, path, (error as Error).message, language)
  }
}

/** UTF-8 text without its byte order mark. */
export async function readText(option: string, path: string, language: Language): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw badInput(option, path, error.message, language)
  })
  return new TextDecoder().decode(bytes)
}

export const badInput = (option: string, path: string, detail: string, language: Language): UsageError =>
  new UsageError(render(SCORE_WORDS.badInput, { option: `--${option}`, path, detail }, language))
