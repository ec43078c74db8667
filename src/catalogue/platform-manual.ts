import { CatalogueError } from './catalogue-error.ts'
import type { Shape } from './shapes.ts'
import { startOf } from './texts.ts'

const ADDRESS = /https?:\/\/[^\s<>"?{}]+\/rest\/dataset(?![\w/])/

/** The manual of a platform's 共通性資料存取 API describes no dataset, but it names the address that lists them all. */
export const platformManual: Shape = {
  name: 'platform manual',
  recognises: (start) =>
    !/^[[{<]/.test(start) && /共通性資料存取/.test(start.normalize()) && ADDRESS.test(start),
  // biome-ignore lint/correctness/useYield: it only throws
  async *read(source) {
    const url = ADDRESS.exec(await startOf(source))?.[0] ?? ''
    throw new CatalogueError('platform-manual', { name: source.name, url })
  },
}
