import type { Data } from './localised.ts'

const NAMES = [
  '(?:api|app|access|auth|subscription|client|private)?[-_.]?key',
  '(?:[\\w.-]*[-_.])?(?:token|secret|signature|credential|password)',
  '(?:api|access|auth|refresh|id)token',
  'authorization',
  'auth',
  'passwd',
  'pwd',
  'sig',
]

/** `name=value` of a query or fragment; encoded once more when the address stands inside another one's query. */
const PARAMETER = new RegExp(
  `([?&;#]|%3F|%26|%23)(${NAMES.join('|')})(=|%3D)(?:(?!%26|%23)[^&#\\s"'<>])+`,
  'gi',
)
/** Up to the last `@` before the path: a password may hold one. */
const USER = /(:\/\/)[^/?#\s"'<>]+@/g

/** An address, or a text that holds some, without the keys and passwords in it: what every report may show. */
export const hideSecrets = (text: string): string =>
  text.replace(USER, '$1***@').replace(PARAMETER, '$1$2$3***')

export function hideSecretsIn(data: Data): Data {
  const hidden = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'string'
      ? hideSecrets(value)
      : typeof value === 'object'
        ? value.map(hideSecrets)
        : value,
  ])
  return Object.fromEntries(hidden)
}
