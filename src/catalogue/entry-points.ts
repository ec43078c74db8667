/** 1,000 is what CKAN gives at most; a hundred keeps a page small for the server. */
const ROWS = 100

/**
 * Where a portal's catalogue may be found when the address itself holds none: the base of a 共通性資料存取 API or of
 * a CKAN portal. Few, since every one is a request.
 */
export function entryPoints(address: string): readonly string[] {
  if (!URL.canParse(address)) return []
  const { origin, pathname, search } = new URL(address)
  const base = origin + pathname.replace(/\/+$/, '')
  if (search !== '') return []
  if (/\/rest$/.test(base)) return [`${base}/dataset`]
  const action = /^(.*\/api)(?:\/3)?(?:\/action)?$/.exec(base)?.[1]
  if (action !== undefined) return [`${action}/3/action/package_search?rows=${ROWS}`]
  // A file is no base.
  if (/\.\w{2,5}$/.test(pathname)) return []
  return [`${base}/api/3/action/package_search?rows=${ROWS}`, `${base}/rest/dataset`]
}
