import { LOST_CODES, PARTIAL_CODES } from '../../../../core/catalogue.ts'
import type { Localised } from '../../../../core/localised.ts'
import { REASONS } from '../../../../core/reason.ts'
import { useLinks, usePage, useWords } from '../page.ts'
import { useLoaded } from '../store/store.ts'

const MISSED = [
  ['partial', new Set<string>(PARTIAL_CODES)],
  ['lost', new Set<string>(LOST_CODES)],
] as const
const reasons: Readonly<Record<string, Localised>> = REASONS

/** Why checks could not be made, and how often. */
export function Unseen() {
  const { say, word, number } = useWords()
  const { head } = usePage()
  const unseen = head.analysis?.rollUp.unseen
  return (
    <>
      <Missed />
      {unseen?.length === 0 && <p>{say('unseenNone')}</p>}
      {unseen && unseen.length > 0 && (
        <>
          <p class="note">{say('unseenNote')}</p>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{say('reason')}</th>
                <th scope="col">{say('resources')}</th>
                <th scope="col">{say('datasets')}</th>
              </tr>
            </thead>
            <tbody>
              {unseen.map(({ messageId, datasets, resources }) => {
                const text = reasons[messageId]
                return (
                  <tr key={messageId}>
                    <th scope="row">
                      {text ? withoutData(word(text)) : messageId} <code>{messageId}</code>
                    </th>
                    <td>{number(resources)}</td>
                    <td>{number(datasets)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}

/** Figures differ from case to case: the sentence stands for all of them. */
const withoutData = (sentence: string): string =>
  sentence.replace(/\s?[（(][^（）()]*\{\w+\}[^（）()]*[)）]/g, '').replace(/[「“]?\{\w+\}[」”]?/g, '…')

/** Datasets of the catalogue that nobody looked at. */
function Missed() {
  const { say, number } = useWords()
  const { store } = usePage()
  const link = useLinks()
  const loaded = useLoaded(store.problems)
  const problems = loaded.state === 'done' ? loaded.value : []
  return MISSED.map(([name, codes]) => {
    const n = problems.filter(({ code }) => codes.has(code)).length
    if (n === 0) return null
    return (
      <p key={name} class="warning">
        {say(name, { n: number(n) })} <a href={link('problems')}>{say('view-problems')}</a>
      </p>
    )
  })
}

/** What stays unchecked in every audit. */
export function NeverChecked() {
  const { say } = useWords()
  return (
    <>
      <h3>{say('never')}</h3>
      <ul>
        <li>{say('neverTruth')}</li>
        <li>{say('neverLicence')}</li>
        <li>{say('neverApi')}</li>
        <li>{say('neverHuman')}</li>
      </ul>
    </>
  )
}
