import type { LedgerHeader } from '../../../core/ledger.ts'
import { useWords } from './page.ts'

export function Notes({ profile }: { profile: LedgerHeader['profile'] }) {
  const { say, word } = useWords()
  return (
    <section id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{say('notes')}</h2>
      <p>{say('notesNote', { profile: word(profile.title) })}</p>
      <ul>
        {profile.notes.map((note) => (
          <li key={note.en}>{word(note)}</li>
        ))}
      </ul>
    </section>
  )
}
