/** Stands for an `&` that begins no reference. */
export const BARE = Symbol('&')

const MARK = /<!\[CDATA\[|&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,30});)/gi

/** What may turn out to be a reference or a CDATA section when more has come. */
const HALF = /[&<][^&<]{0,40}$/

/**
 * Cuts XML at every bare `&`, the commonest fault of XML made by hand (`?a=1&b=2`): saxes would read on to the next
 * semicolon, however far, and lose the tags on the way.
 */
export function ampersands(): (text: string, last?: boolean) => Generator<string | typeof BARE> {
  let held = ''
  let inData = false
  return function* (text, last = false) {
    let rest = held + text
    held = ''
    while (rest !== '') {
      if (inData) {
        const end = rest.indexOf(']]>')
        const length = end >= 0 ? end + 3 : last ? rest.length : Math.max(0, rest.length - 2)
        yield rest.slice(0, length)
        rest = rest.slice(length)
        if (end < 0) break
        inData = false
        continue
      }
      const safe = last ? rest.length : (HALF.exec(rest)?.index ?? rest.length)
      MARK.lastIndex = 0
      const mark = MARK.exec(rest.slice(0, safe))
      if (!mark) {
        yield rest.slice(0, safe)
        rest = rest.slice(safe)
        break
      }
      const end = mark.index + mark[0].length
      inData = mark[0] !== '&'
      if (inData) yield rest.slice(0, end)
      else {
        yield rest.slice(0, mark.index)
        yield BARE
      }
      rest = rest.slice(end)
    }
    held = rest
  }
}
