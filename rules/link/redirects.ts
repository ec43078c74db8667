import type { Exchange } from '../../src/core/exchange.ts'
import { defineRule, message } from '../../src/core/rule.ts'

export default defineRule({
  id: 'link/redirects',
  indicator: 'link',
  severity: 'advice',
  about: 'resource',
  needs: ['exchange'],
  claim: {
    'zh-TW': '登錄的是檔案目前的網址，途中不離開加密連線',
    en: 'The registered address is the current one, and the way to the file stays encrypted',
  },
  // A file of the user's own has no link.
  appliesTo: ({ origin }) => origin === 'http',
  messages: {
    downgraded: message(
      '途中從加密連線轉到未加密的網址：{from} → {to}；經手的任何人都能竄改資料。',
      'On the way, an encrypted connection leads to an address without encryption: {from} → {to}. Anyone in between can change the data.',
      '請把轉址的目的地改成 https 網址，或直接登錄 https 的檔案網址。',
      'Let the redirect lead to an https address, or register the https address of the file.',
    ),
    moved: message(
      '檔案已永久搬到新網址：{to}（伺服器回應 {status}）。',
      'The file has moved for good to {to} (the server answers {status}).',
      '請在平臺把下載網址更新為新網址；舊網址的轉址遲早會停用。',
      'Register the new address; the redirect from the old one will be gone some day.',
    ),
  },
  *check({ exchange }, { format }) {
    const { hops, failure } = exchange
    const way = wayOf(exchange)
    const down = way.findIndex((url, i) => isHttps(url) && way[i + 1]?.startsWith('http:'))
    if (down >= 0) yield { messageId: 'downgraded', data: { from: way[down]!, to: way[down + 1]! } }
    const passing = hops.findIndex(({ status }) => status !== 301 && status !== 308)
    const to = way[passing < 0 ? hops.length : passing]!
    // Nobody should register the page that stands in place of the data.
    if (!failure && to !== way[0] && format !== 'html')
      yield { messageId: 'moved', data: { to, status: hops[0]!.status } }
  },
})

/** Every address that was asked, the first to the last. */
const wayOf = ({ hops, finalUrl }: Exchange): readonly string[] => [...hops.map(({ url }) => url), finalUrl]

const isHttps = (url: string): boolean => url.startsWith('https:')
