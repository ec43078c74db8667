/** Works on up to `width` items at once and yields the results in the items' order. */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = []
  for await (const item of items) {
    const result = work(item)
    // Awaited in order further down; without this an early rejection would count as unhandled.
    result.catch(() => undefined)
    running.push(result)
    if (running.length >= width) yield await running.shift()!
  }
  for (const result of running) yield await result
}
