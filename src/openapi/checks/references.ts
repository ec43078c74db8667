import type { Check } from '../context.ts'
import { below, own } from '../pointer.ts'

/** Every `$ref` leads to something in this document, or is said to lead out of it. */
export const references: Check = ({ version, visits, resolve, follow, fault, doubt }) => {
  const modern = version === '3.1' || version === '3.2'
  for (const kind of KINDS)
    for (const { node, pointer, base } of visits(kind)) {
      for (const name of kind === 'schema' && modern ? ['$ref', '$dynamicRef'] : ['$ref']) {
        const reference = own(node, name)
        if (typeof reference !== 'string') continue
        const at = below(pointer, name)
        const { state } = resolve(reference, base)
        if (state === 'missing') fault(at, 'unresolved', { reference })
        else if (state === 'external') doubt(at, 'external', { reference })
        // A schema may refer to itself; anything else would never be there.
        else if (kind !== 'schema' && follow(node, base).state === 'circular')
          fault(at, 'circular', { reference })
      }
    }
}

const KINDS = [
  'pathItem',
  'parameter',
  'header',
  'requestBody',
  'mediaType',
  'response',
  'link',
  'callback',
  'example',
  'securityScheme',
  'schema',
] as const
