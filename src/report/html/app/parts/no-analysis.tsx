import { usePage, useWords } from '../page.ts'

/** In place of what needs a profile that was not at hand. */
export function NoAnalysis() {
  const { say, word } = useWords()
  return <p class="warning">{say('noAnalysis', { profile: word(usePage().head.header.profile.title) })}</p>
}
