const PARAMETER = /(?:^|;)\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g

/** `name=value` pairs of a header value (RFC 9110 §5.6.6) by lower-case name, quotes undone; the first of a name counts. */
export function parameters(header: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of header.matchAll(PARAMETER)) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, unquoted(value.trim()))
  }
  return found
}

/** A backslash before anything else belongs to the path of some Windows machine. */
const unquoted = (value: string): string => value.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1')
