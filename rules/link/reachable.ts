import { type Exchange, isFileFailure, kindOfStatus } from '../../src/core/exchange.ts'
import { FAILURE_MESSAGES } from '../../src/core/failure-words.ts'
import { defineRule, message, Undecidable } from '../../src/core/rule.ts'

/** Trouble that may lie with us or that a browser may not meet: no proof that the link is dead. */
const DOUBT =
  /^(tls\b.*|forbidden-address|challenge|dns-unavailable|total-timeout|decompression-bomb|network|host-down|not-recorded|recording-damaged)$/

export default defineRule({
  id: 'link/reachable',
  indicator: 'link',
  severity: 'blocking',
  about: 'resource',
  needs: ['exchange'],
  claim: { 'zh-TW': '資料資源連結可回傳連結成功狀態', en: 'The link answers with a success status' },
  // A file of the user's own has no link.
  appliesTo: ({ origin }) => origin === 'http',
  messages: {
    ...FAILURE_MESSAGES,
    'chain-completed': message(
      '憑證鏈不完整：{url} 沒有送出中繼憑證。瀏覽器會自行補齊而打得開，一般程式下載則會失敗。',
      'Incomplete chain: {url} does not send the intermediate certificate. Browsers fetch it, most programs fail.',
      '請在伺服器安裝完整的憑證鏈（網站憑證之後接中繼憑證），向憑證機構可取得中繼憑證檔。',
      'Install the whole chain, the intermediate after the site’s certificate; the issuer offers it for download.',
      'advice',
    ),
    'worked-until': message(
      '這個連結自 {since} 起失敗，上次成功是 {last}：{url}',
      'Failing since {since}; it last worked on {last}: {url}',
      '請查看這段期間內網站、檔案或防火牆的異動。',
      'Look for changes of the site, the file or the firewall in between.',
      'advice',
    ),
    'failing-since': message(
      '這個連結自 {since} 起的每次稽核都失敗：{url}',
      'Every audit since {since} found this link failing: {url}',
      '請優先處理；已不再提供的資料資源請下架。',
      'Mend it first, or withdraw a resource that is gone.',
      'advice',
    ),
    'expires-soon': message(
      '網站憑證將於 {until} 到期（{url}），到期後連結即無法驗證。',
      'The certificate of the site ends on {until} ({url}); after that the link cannot be verified.',
      '請網站管理者在到期前更新憑證。',
      'Have the site’s certificate renewed before that day.',
      'advice',
    ),
    unstable: message(
      '連結不穩定：{url} 測試 {total} 次，其中 {count} 次失敗。',
      'Unstable: {count} of {total} attempts failed for {url}.',
      '連結有效，但使用者可能偶爾無法下載；請檢查伺服器的負載、逾時設定與連線數限制。',
      'The link works, but not for everyone every time: check load, time-outs and connection limits of the server.',
      'advice',
    ),
  },
  *check({ exchange }, { now }) {
    const { failure, status, certificates, certificateUrl = '' } = exchange
    const asked = (exchange.attempts ?? []).filter((attempt) => attempt.failure?.code !== 'host-down')
    if (!failure) {
      if (certificates) yield { messageId: 'chain-completed', data: { url: certificateUrl } }
      const until = endOf(exchange)
      if (until !== undefined && until - now < SOON)
        yield { messageId: 'expires-soon', data: { url: exchange.url, until: day(until) } }
      const count = asked.filter((attempt) => attempt.failure).length
      if (count > 0) yield { messageId: 'unstable', data: { url: exchange.url, count, total: asked.length } }
      return
    }
    const { code, detail } = failure
    const route = shortened([exchange.url, ...exchange.hops.map(({ location }) => location)]).join(' → ')
    const data = { url: certificates === 'ignored' ? certificateUrl : exchange.finalUrl, detail, route }
    if (exchange.history) {
      const { lastWorked, failingSince } = exchange.history
      const since = { url: exchange.url, since: day(failingSince) }
      if (lastWorked === undefined) yield { messageId: 'failing-since', data: since }
      else yield { messageId: 'worked-until', data: { ...since, last: day(lastWorked) } }
    }
    if (code === 'host-down' && isDead(exchange)) {
      yield { messageId: 'host-dead', data }
      return
    }
    if (DOUBT.test(code)) throw new Undecidable(code, data)
    if (code === 'http-status' && status === 429) throw new Undecidable('too-many-requests', data)
    if (isFileFailure(code)) return
    yield { messageId: code === 'http-status' ? kindOfStatus(status) : code, data }
  },
  holdsUntil: ({ exchange }) => endOf(exchange),
})

/** Certificates of a year are renewed by hand, those of three months by programs, which have done it by now. */
const SOON = 21 * 24 * 3_600_000

const endOf = ({ certificateExpires }: Exchange): number | undefined =>
  certificateExpires === undefined ? undefined : Date.parse(certificateExpires)

/** A date in Taiwan. */
const day = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** Down in two windows, for want of a connection: a server that answers, if only to put us off, is alive. */
const isDead = ({ failure, attempts = [] }: Exchange): boolean =>
  failure?.cause !== undefined && failure.cause !== 'http-status' && attempts.some(({ window }) => window > 1)

/** A long way is known by its beginning and its end. */
const shortened = (steps: readonly string[]): readonly string[] =>
  steps.length <= 5 ? steps : [...steps.slice(0, 2), `…（${steps.length - 3}）…`, steps.at(-1)!]
