/** The file is no catalogue, or cannot be read: the user must give another one. The message is zh-TW. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError'
}
