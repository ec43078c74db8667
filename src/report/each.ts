/** A list held in memory as {@link jsonDocument} takes it. */
export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
