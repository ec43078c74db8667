import { join } from 'node:path'
import type { AddresseeKind } from '../core/letter.ts'
import { type Language, render } from '../core/localised.ts'
import { dayInTaipei, fileNamer, letterWriters } from '../report/index.ts'
import { writeLetters } from '../score/index.ts'
import { EXIT } from './exit-code.ts'
import { ledgerHeader, openLedger } from './ledger-file.ts'
import { LEDGER_WORDS } from './ledger-words.ts'
import { print, writeReport } from './output.ts'
import { WORDS } from './words.ts'
import { earlierFindings } from './worklist.ts'

export interface LettersArguments {
  readonly ledger: string
  readonly previous?: string
  readonly per: AddresseeKind
  readonly out: string
  readonly language: Language
}

/** `odbadge letters`: a notice for everyone for whom something has changed. @returns the exit code. */
export async function lettersCommand(args: LettersArguments): Promise<number> {
  const { ledger, previous, per, out, language } = args
  const view = await openLedger(ledger, language)
  if (view.interrupted) process.stderr.write(`${render(WORDS.notFinished, { path: ledger }, language)}\n`)
  const before = previous === undefined ? undefined : (await ledgerHeader(previous, language)).now
  const seen = await earlierFindings(previous === undefined ? [] : [previous], language)
  const { header, summary, interrupted } = view
  const { letters, unchanged } = await writeLetters(view.records(), { per, seen, summary })
  const nameOf = fileNamer()
  const day = dayInTaipei(header.now)
  for (const letter of letters) {
    const name = nameOf([letter.body.name, letter.contact?.name, day].filter(Boolean).join('-'))
    for (const [ending, write] of Object.entries(letterWriters)) {
      const content = write(letter, {
        header,
        language,
        ...(interrupted && { interrupted }),
        ...(before !== undefined && { before }),
      })
      await writeReport(join(out, `${name}.${ending}`), content, language)
    }
    await print([`${join(out, `${name}.odt`)}\n`])
  }
  process.stderr.write(`${render(LEDGER_WORDS.lettersWritten, { n: letters.length, unchanged }, language)}\n`)
  return EXIT.clean
}
