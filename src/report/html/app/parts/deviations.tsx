import { DEVIATIONS_TITLE, deviationText } from '../../../../core/deviation.ts'
import { usePage, useWords } from '../page.ts'

/** In which ways this audit was not what its profile says, and settings that were of no use. */
export function Deviations() {
  const { say, word } = useWords()
  const { head, language } = usePage()
  const { deviations = [] } = head.header
  const { notes = [] } = head
  if (deviations.length + notes.length === 0) return null
  return (
    <section
      class="warning"
      aria-label={deviations.length > 0 ? word(DEVIATIONS_TITLE) : say('unusedSettings')}
    >
      {deviations.length > 0 && (
        <>
          <h2>{word(DEVIATIONS_TITLE)}</h2>
          <ul>
            {deviations.map((each) => (
              <li key={JSON.stringify(each)}>
                <bdi>{deviationText(each, language)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.length > 0 && (
        <>
          <h2>{say('unusedSettings')}</h2>
          <ul>
            {notes.map((note) => (
              <li key={note.en}>
                <bdi>{word(note)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
