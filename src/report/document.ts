/** Streams one JSON object: `fields` as they are, each of `lists` element by element, one element per line. */
export async function* jsonDocument(
  fields: object,
  lists: Readonly<Record<string, AsyncIterable<unknown>>>,
): AsyncGenerator<string> {
  yield JSON.stringify(fields).slice(0, -1)
  for (const [name, elements] of Object.entries(lists)) {
    yield `,\n${JSON.stringify(name)}:[`
    let separator = '\n'
    for await (const element of elements) {
      yield separator + JSON.stringify(element)
      separator = ',\n'
    }
    yield ']'
  }
  yield '}\n'
}
