import { INDICATORS } from '../../../../core/badge.ts'
import { INDICATOR_WORDS } from '../../../words.ts'
import { usePage, useWords } from '../page.ts'
import { Deviations } from '../parts/deviations.tsx'
import { Heading } from '../parts/heading.tsx'
import { RuleName } from '../parts/rule-name.tsx'
import { NeverChecked } from '../parts/unseen.tsx'

/** By which policy this report judges, and every rule it knows. */
export function JudgingView() {
  const { say, word } = useWords()
  const { rules } = usePage().head.header
  return (
    <>
      <Heading>{say('view-judging')}</Heading>
      <Deviations />
      <Notes />
      <h2>{say('allRules')}</h2>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{say('claim')}</th>
            <th scope="col" class="words">
              {say('indicator')}
            </th>
            <th scope="col" class="words">
              {say('outcome')}
            </th>
          </tr>
        </thead>
        <tbody>
          {INDICATORS.flatMap((indicator) => rules.filter((rule) => rule.indicator === indicator)).map(
            ({ id, indicator, severity }) => (
              <tr key={id}>
                <th scope="row">
                  <RuleName rule={id} />
                </th>
                <td class="words">{word(INDICATOR_WORDS[indicator])}</td>
                <td class="words">{say(severity)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <NeverChecked />
    </>
  )
}

/** Where the profile decides what the measure leaves open. */
export function Notes() {
  const { say, word } = useWords()
  const { profile } = usePage().head.header
  return (
    <>
      <h2>{say('notes')}</h2>
      <p>{say('notesNote', { profile: word(profile.title) })}</p>
      <ul class="prose">
        {profile.notes.map((note) => (
          <li key={note.en}>{word(note)}</li>
        ))}
      </ul>
    </>
  )
}
