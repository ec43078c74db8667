import { type Exceptions, exceptionsOf } from '../../core/exceptions.ts'
import type { Settings } from './find.ts'

/** What the configuration says of agencies' findings; undefined when it says nothing. */
export function agencyExceptions({ config }: Pick<Settings, 'config'>, now: string): Exceptions | undefined {
  const entries = Object.entries(config.agencies ?? {}).flatMap(([agency, { exceptions = [] }]) =>
    exceptions.map((entry) => ({ ...entry, agency })),
  )
  return entries.length === 0 ? undefined : exceptionsOf(entries, Date.parse(now))
}
