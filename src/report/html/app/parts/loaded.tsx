import type { ComponentChildren } from 'preact'
import { useWords } from '../page.ts'
import type { Loaded } from '../store/store.ts'

interface Props<T> {
  loaded: Loaded<T>
  children: (value: T) => ComponentChildren
}

/** What is being decoded, once it is there; a fault of the browser is told. */
export function WhenLoaded<T>({ loaded, children }: Props<T>) {
  const { say } = useWords()
  if (loaded.state === 'done') return <>{children(loaded.value)}</>
  if (loaded.state === 'loading') return <p role="status">{say('loading')}</p>
  return (
    <p class="warning" role="alert">
      {say('failed', { detail: String(loaded.error) })}
    </p>
  )
}
