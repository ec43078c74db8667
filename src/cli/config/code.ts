/**
 * The default export of a module of the user's, or all it exports. TypeScript is understood, and `odbadge` is this
 * program itself, wherever the file lies: another copy would throw an `Undecidable` that the engine does not know.
 */
export async function importCode(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  const odbadge = await import('../../index.ts')
  const jiti = createJiti(import.meta.url, {
    fsCache: false,
    moduleCache: false,
    virtualModules: { odbadge },
  })
  const exported = await jiti.import<Record<string, unknown>>(path)
  return exported !== null && typeof exported === 'object' && 'default' in exported
    ? exported['default']
    : exported
}
