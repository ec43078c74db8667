import { resolve } from 'node:path'
import type { AgencyConfig, Config } from '../../config.ts'
import { isProfileFile } from '../../score/index.ts'

/**
 * One configuration of several, the weaker ones first: single values and lists are replaced, what has names is merged
 * name by name, plug-ins add up.
 */
export function merged(layers: readonly Config[]): Config {
  let all: Config = {}
  for (const { $schema: _, extends: __, ...layer } of layers) {
    const rules = byName(all.rules, layer.rules)
    const bodies = byName(all.bodies, layer.bodies)
    const hosts = byName(all.hosts, layer.hosts, (before, own) => ({ ...before, ...own }))
    const agencies = byName(all.agencies, layer.agencies, agency)
    const plugins = [...new Set([...(all.plugins ?? []), ...(layer.plugins ?? [])])]
    all = {
      ...all,
      ...layer,
      ...(rules && { rules }),
      ...(bodies && { bodies }),
      ...(hosts && { hosts }),
      ...(agencies && { agencies }),
      ...(plugins.length > 0 && { plugins }),
    }
  }
  return all
}

const agency = (before: AgencyConfig, own: AgencyConfig): AgencyConfig => {
  const rules = byName(before.rules, own.rules)
  return { ...before, ...own, ...(rules && { rules }) }
}

/** Both under their names; `join` where both have one. */
function byName<T>(
  before: Readonly<Record<string, T>> | undefined,
  own: Readonly<Record<string, T>> | undefined,
  join: (before: T, own: T) => T = (_, own) => own,
): Readonly<Record<string, T>> | undefined {
  if (!before || !own) return own ?? before
  const all: Record<string, T> = { ...before }
  for (const [name, value] of Object.entries(own))
    all[name] = Object.hasOwn(before, name) ? join(before[name] as T, value) : value
  return all
}

/** Paths of the file made absolute: they start where it lies. */
export function withPaths(config: Config, folder: string): Config {
  const at = (path: string) => resolve(folder, path)
  const { out, cache, ca, profile, plugins } = config
  return {
    ...config,
    ...(out !== undefined && { out: at(out) }),
    ...(cache !== undefined && { cache: at(cache) }),
    ...(ca && { ca: ca.map(at) }),
    ...(profile !== undefined && isProfileFile(profile) && { profile: at(profile) }),
    ...(plugins && { plugins: plugins.map(at) }),
  }
}
