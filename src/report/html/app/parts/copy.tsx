import { useState } from 'preact/hooks'
import { useWords } from '../page.ts'

/** A button that copies `text`; where there is no clipboard, the text of `#id` is selected to be copied by hand. */
export function Copy({ id, name, text }: { id: string; name: string; text: string }) {
  const { say } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    if (navigator.clipboard) await navigator.clipboard.writeText(text)
    else if (!selectedAndCopied(id)) return
    setCopied(true)
  }
  return (
    <span class="copy">
      <button type="button" onClick={copy}>
        {say('copy', { name })}
      </button>{' '}
      <span role="status">{copied && say('copied')}</span>
    </span>
  )
}

/** For pages opened where browsers have no clipboard: over plain HTTP. */
function selectedAndCopied(id: string): boolean {
  const place = document.getElementById(id)
  if (!place) return false
  getSelection()?.selectAllChildren(place)
  return document.execCommand('copy')
}
