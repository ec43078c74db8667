import { isObject, own } from './pointer.ts'

export const VERSIONS = ['2.0', '3.0', '3.1', '3.2'] as const
export type Version = (typeof VERSIONS)[number]

/** Which specification a document names, and whether we know it. */
export type Named =
  | { readonly state: 'known'; readonly version: Version; readonly text: string }
  | { readonly state: 'unknown'; readonly text: string; readonly field: string }
  | { readonly state: 'none' | 'no-version'; readonly field: string; readonly text: null }

export function versionOf(data: unknown): Named {
  const field = ['openapi', 'swagger'].find((name) => isObject(data) && Object.hasOwn(data, name))
  if (field === undefined) return { state: 'none', field: '', text: null }
  const text = own(data, field)
  if (typeof text !== 'string' || !/^\d+\.\d+(?:\.\d+)?(?:-.+)?$/.test(text))
    return { state: 'no-version', field, text: null }
  const version = VERSIONS.find((known) =>
    field === 'swagger'
      ? known === '2.0' && text === known
      : known !== '2.0' && /^\d+\.\d+/.exec(text)![0] === known,
  )
  return version ? { state: 'known', version, text } : { state: 'unknown', text, field }
}
