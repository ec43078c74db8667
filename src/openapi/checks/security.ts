import type { Check, Context } from '../context.ts'
import { below, isObject, listOf, own } from '../pointer.ts'

/** Requirements name schemes that exist. */
export const security: Check = (context) => {
  requirements(context, own(context.root, 'security'), '/security')
  for (const { node, pointer } of context.visits('operation'))
    requirements(context, own(node, 'security'), below(pointer, 'security'))
}

function requirements(context: Context, list: unknown, pointer: string): void {
  for (const [n, requirement] of listOf(list).entries())
    for (const [name, scopes] of Object.entries(isObject(requirement) ? requirement : {}))
      one(context, name, scopes, below(below(pointer, n), name))
}

function one(context: Context, name: string, scopes: unknown, at: string): void {
  const { version, root, follow, resolve, fault, doubt } = context
  const schemes =
    version === '2.0' ? own(root, 'securityDefinitions') : own(own(root, 'components'), 'securitySchemes')
  const scheme = own(schemes, name)
  const base = context.visits('document')[0]!.base
  if (scheme === undefined) {
    // Since 3.2 a name may be the address of a scheme.
    const state = version === '3.2' ? resolve(name, base).state : 'missing'
    if (state === 'external') doubt(at, 'external', { reference: name })
    else if (state !== 'found') fault(at, 'unknown-scheme', { name })
    return
  }
  const found = isObject(scheme) ? follow(scheme, base) : undefined
  const type = found?.state === 'found' ? own(found.value, 'type') : undefined
  const scoped = type === 'oauth2' || (type === 'openIdConnect' && version !== '2.0')
  const early = version === '2.0' || version === '3.0'
  if (early && typeof type === 'string' && !scoped && listOf(scopes).length > 0)
    fault(at, 'scopes-without-oauth', { name, type })
}
