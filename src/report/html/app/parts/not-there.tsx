import { useWords } from '../page.ts'
import { Heading } from './heading.tsx'

/** For an address that names what this report does not have. */
export function NotThere({ id }: { id: string }) {
  const { say } = useWords()
  return <Heading>{say('noPage', { id })}</Heading>
}
