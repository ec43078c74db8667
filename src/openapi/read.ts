import { Faults } from './fault.ts'
import { readJson } from './json-document.ts'
import type { Source } from './source.ts'
import { readYaml } from './yaml-document.ts'

const UTF_32 = /^(?:0000feff|fffe0000)/
const UTF_16 = { fffe: 'utf-16le', feff: 'utf-16be' } as const

/** JSON or YAML, told by content; `data` is undefined when it is neither. @throws Beyond */
export function read(bytes: Uint8Array): Source {
  const text = textOf(bytes)
  if (text === undefined) return refused('encoding')
  if (text.trim() === '') return refused('empty')
  if (text.includes('\0')) return refused('binary')
  if (/^\s*<(?:!doctype|html|\?xml|[a-z]+[\s>])/i.test(text)) return refused('markup')
  if (/^\s*[[{]/.test(text)) {
    try {
      return readJson(text)
    } catch (error) {
      // YAML allows more than JSON does, a comma after the last item for one.
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  const source = readYaml(text)
  return source.faults.count > 0 && !/["']?\b(?:openapi|swagger)\b["']?\s*:/.test(text)
    ? refused('not-openapi')
    : source
}

function textOf(bytes: Uint8Array): string | undefined {
  const opening = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (UTF_32.test(opening)) return undefined
  const encoding = UTF_16[opening.slice(0, 4) as keyof typeof UTF_16] ?? 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function refused(id: 'encoding' | 'empty' | 'binary' | 'markup' | 'not-openapi'): Source {
  const faults = new Faults()
  faults.add('', id)
  return { data: undefined, faults, lines: () => new Map() }
}
