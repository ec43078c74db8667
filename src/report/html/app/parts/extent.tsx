import { DEVIATIONS_TITLE } from '../../../../core/deviation.ts'
import { extentTexts } from '../../../selection.ts'
import { useLinks, usePage, useWords } from '../page.ts'

/** How much of the catalogue the figures are about, where it is not the whole. */
export function Extent() {
  const { head, language } = usePage()
  const texts = extentTexts(head.header.selection, head.interrupted === true, language)
  return texts.map((text) => (
    <p key={text} class="warning">
      <bdi>{text}</bdi>
    </p>
  ))
}

/** What must be known before the scores of a view other than the overview, which lists the deviations. */
export function BeforeScores() {
  const { word, number } = useWords()
  const { deviations = [] } = usePage().head.header
  const link = useLinks()
  return (
    <>
      <Extent />
      {deviations.length > 0 && (
        <p class="warning">
          <a href={link('overview')}>
            {word(DEVIATIONS_TITLE)} {number(deviations.length)}
          </a>
        </p>
      )}
    </>
  )
}
