import type { Tree } from '../core/artifacts.ts'
import { type Observed, partly, seen } from '../core/observed.ts'
import { JsonFacts } from './json-facts.ts'
import { MAX_FIELDS } from './json-lists.ts'
import { JsonScanner, MAX_DEPTH } from './json-scanner.ts'

/**
 * Facts about JSON (RFC 8259) as its bytes go by: UTF-8 without a byte order mark.
 * A syntax fault ends the reading, and the tree is `whole` all the same: nothing that follows could
 * change the answer, and what was met before it (records so far) is what there is.
 */
export function jsonLane() {
  const facts = new JsonFacts()
  const scanner = new JsonScanner(facts)

  return {
    push(utf8: Buffer): void {
      scanner.push(utf8)
    },

    /** @param cut a cap ended the content: that it is not finished is no fault. */
    end(cut = false): Observed<Tree> {
      if (!cut) scanner.end()
      facts.lists.finish()
      const { records, overflow } = facts.lists.records(facts.type === 'FeatureCollection')
      const { fault } = scanner
      const geo = facts.geo.facts()
      const tree: Tree = {
        syntax: 'json',
        ...(fault && { fault }),
        ...(records && { records }),
        root: facts.root,
        rootKind: facts.rootKind,
        duplicateKeys: facts.duplicates.sample(),
        depth: facts.depth,
        entities: 0,
        schema: false,
        messages: facts.messages,
        ...(geo && { geo }),
        ...(facts.success !== undefined && { success: facts.success }),
      }
      if (scanner.tooDeep) return partly(tree, { code: 'too-deep', data: { cap: MAX_DEPTH } })
      if (overflow) return partly(tree, { code: 'too-many-names', data: { cap: MAX_FIELDS } })
      return facts.names.incomplete ? partly(tree, facts.names.incomplete) : seen(tree)
    },
  }
}
