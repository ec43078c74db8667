/**
 * JSON that reads back as what was written, for plain data: Maps, `undefined`, NaN, infinities and -0 as well.
 * What JSON lacks stands as `{"$": kind, …}`; an object that has a `$` of its own is wrapped likewise.
 */
export const toFaithfulJson = (value: unknown): string => JSON.stringify(encode(value))

/** @throws SyntaxError or TypeError for what {@link toFaithfulJson} did not write. */
export const fromFaithfulJson = (text: string): unknown => decode(JSON.parse(text))

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

function encode(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (value === undefined) return { $: 'undefined' }
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', of: numeral(value) }
  if (Array.isArray(value)) return Array.from(value, encode)
  if (value instanceof Map)
    return { $: 'map', of: Array.from(value, ([key, item]) => [encode(key), encode(item)]) }
  if (typeof value !== 'object' || !isPlain(value)) throw new TypeError(`no plain data: ${String(value)}`)
  const fields = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, encode(item)]))
  return Object.hasOwn(fields, '$') ? { $: 'object', of: Object.entries(fields) } : fields
}

const numeral = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function decode(json: Json): unknown {
  if (Array.isArray(json)) return json.map(decode)
  if (json === null || typeof json !== 'object') return json
  const fields = json as { readonly [name: string]: Json }
  if (!Object.hasOwn(fields, '$'))
    return Object.fromEntries(Object.entries(fields).map(([name, item]) => [name, decode(item)]))
  const { $: kind, of } = fields
  if (kind === 'undefined') return undefined
  if (kind === 'number') return Number(of)
  if (kind === 'map') return new Map(pairs(of).map(([key, item]) => [decode(key), decode(item)]))
  if (kind === 'object') return Object.fromEntries(pairs(of).map(([name, item]) => [name, decode(item)]))
  throw new TypeError(`unheard-of kind ${JSON.stringify(kind)}`)
}

const pairs = (of: Json | undefined) => of as readonly (readonly [string, Json])[]
