import type { Records, Tree } from '../core/artifacts.ts'
import { type Observed, partly, seen } from '../core/observed.ts'
import { Listener } from './xml-listener.ts'
import { MAX_NAMES, Outline } from './xml-outline.ts'
import { Placemarks } from './xml-placemarks.ts'
import { XmlReader } from './xml-reader.ts'
import { OpenStretches } from './xml-stretches.ts'
import { WatchedText } from './xml-watch.ts'

/**
 * Facts about XML 1.0 with namespaces as its decoded text goes by, without a byte order mark.
 * Whether the declared encoding is the real one is not asked here. As in JSON, a fault ends the
 * reading and the tree is `whole` all the same.
 */
export function xmlLane() {
  const outline = new Outline()
  const listener = new Listener()
  const watched = new WatchedText()
  const spans = new OpenStretches()
  let placemarks: Placemarks | undefined

  const reader = new XmlReader({
    open(name, attributes, depth, from) {
      const place = outline.open(name, attributes, depth)
      if (depth === 1 && name === 'kml') placemarks = new Placemarks()
      placemarks?.open(name, attributes, depth)
      const source = placemarks ?? outline
      const isWatched = watched.open(source.watch, source.row, depth)
      reader.listen(listener.open(place, depth) || isWatched)
      if (source.isMarked) spans.begin(depth, attributes, from)
    },
    close(depth, to) {
      const isOutlined = outline.close(depth)
      const isRecord = placemarks ? placemarks.close(depth) : isOutlined
      const mark = spans.end(depth, to, isRecord)
      if (mark !== undefined) (placemarks ?? outline).mark(mark)
      listener.close(depth)
      watched.close(depth)
      reader.listen(false)
    },
    text(text) {
      if (text.trim() !== '') outline.text()
      listener.text(text)
      watched.text(text)
    },
  })

  return {
    push(text: string): void {
      spans.push(text)
      reader.push(text)
      spans.chunkEnd()
    },

    /** @param cut a cap ended the content: that it is not finished is no fault. */
    end(cut = false): Observed<Tree> {
      reader.end(cut)
      const { fault, stopped, encoding, entities } = reader
      const records: Records | undefined = placemarks ? placemarks.records() : outline.records()
      const isData = records !== undefined && records.count > 1
      const tree: Tree = {
        syntax: 'xml',
        ...(fault && { fault }),
        ...(records && { records }),
        root: outline.root ? [outline.root.name] : [],
        rootKind: outline.root ? 'element' : 'none',
        duplicateKeys: { count: 0, first: [] },
        depth: outline.depth,
        ...(encoding !== undefined && { declaredEncoding: encoding }),
        entities,
        schema: placemarks?.schema ?? false,
        messages: isData ? [] : listener.messages,
        ...(listener.success !== undefined && { success: listener.success }),
      }
      if (stopped) return partly(tree, stopped)
      if (outline.overflow || placemarks?.overflow)
        return partly(tree, { code: 'too-many-names', data: { cap: MAX_NAMES } })
      return seen(tree)
    },
  }
}
