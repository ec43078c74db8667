import { DEVIATIONS_TITLE, deviationText } from '../../../core/deviation.ts'
import type { LedgerHeader } from '../../../core/ledger.ts'
import type { Localised } from '../../../core/localised.ts'
import { usePage, useWords } from './page.ts'

/** In which ways this audit was not what its profile says, and settings that were of no use. */
export function Deviations({
  deviations = [],
  notes = [],
}: {
  deviations?: LedgerHeader['deviations']
  notes?: readonly Localised[] | undefined
}) {
  const { language } = usePage()
  const { say, word } = useWords()
  if (deviations.length + notes.length === 0) return null
  return (
    <section id="deviations" aria-labelledby="deviations-title">
      <h2 id="deviations-title">{deviations.length > 0 ? word(DEVIATIONS_TITLE) : say('unusedSettings')}</h2>
      {deviations.length > 0 && (
        <ul>
          {deviations.map((each) => (
            <li key={JSON.stringify(each)}>{deviationText(each, language)}</li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <>
          {deviations.length > 0 && <h3>{say('unusedSettings')}</h3>}
          <ul>
            {notes.map((note) => (
              <li key={note.en}>{word(note)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
