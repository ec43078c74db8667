import { at, glimpse, isObject, textOf } from './glimpse.ts'
import type { Shape } from './shapes.ts'
import { wholeJson } from './texts.ts'
import { told } from './told.ts'

/** `{"success":false,…}`: data.gov.tw and CKAN answer so, the former with status 200. Nothing was read, and that is told. */
export const refusal: Shape = {
  name: 'an API that refuses',
  recognises: (start) => {
    const answer = glimpse(start)
    const success = at(answer, 'success')
    return (success === false || success === 'false') && isObject(answer) && 'error' in answer
  },
  async *read(source) {
    const answer = await wholeJson(source)
    const why = told('refused', { why: reason(at(answer, 'error')) })
    yield { kind: 'catalogue-problem', source: source.name, position: 1, code: 'page-failed', ...why }
  },
}

function reason(error: unknown): string {
  if (!isObject(error)) return textOf(error)
  const words = [
    error['error_type'],
    error['__type'],
    error['message'],
    error['identifier'],
    error['datasetId'],
  ]
  return words.map(textOf).filter(Boolean).join('，') || JSON.stringify(error).slice(0, 200)
}
