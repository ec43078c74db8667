import type { Localised } from '../../src/core/localised.ts'
import { defineRule, Undecidable } from '../../src/core/rule.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** Trouble that may lie with us or that a browser may not meet: no proof that the link is dead. */
const DOUBTS = ['tls', 'dns-unavailable', 'total-timeout', 'network', 'host-down'] as const
const isDoubt = (code: string): code is (typeof DOUBTS)[number] =>
  (DOUBTS as readonly string[]).includes(code)

export default defineRule({
  id: 'link/reachable',
  indicator: 'link',
  severity: 'blocking',
  about: 'resource',
  needs: ['exchange'],
  claim: text('資料資源連結可回傳連結成功狀態', 'The link answers with a success status'),
  // A file of the user's own has no link.
  appliesTo: ({ origin }) => origin === 'http',
  messages: {
    tls: {
      text: text(
        '無法確認連結：{url} 的憑證或加密連線有問題（{detail}），瀏覽器可能會警告或打不開，但不等於連結失效。',
        'Not verified: {url} has trouble with its certificate or encryption ({detail}). Browsers may warn or refuse, but the link need not be dead.',
      ),
      remedy: text(
        '請檢查憑證是否過期、名稱是否相符，並確認伺服器送出完整的中繼憑證。',
        'Check that the certificate is current, bears the right name, and is sent with its intermediates.',
      ),
    },
    'dns-unavailable': {
      text: text(
        '無法確認連結：查詢 {url} 的網域名稱時沒有回應（{detail}）。',
        'Not verified: name lookup for {url} gave no answer ({detail}).',
      ),
      remedy: text('請稍後再測一次。', 'Check again later.'),
    },
    'total-timeout': {
      text: text(
        '無法確認連結：{url} 一直在送資料，但沒有在本工具的時間上限內送完（{detail}）。',
        'Not verified: {url} kept sending but did not finish within our time limit ({detail}).',
      ),
      remedy: text(
        '請確認下載速度，或在離峰時間再測一次。',
        'Check the download speed, or check again off-peak.',
      ),
    },
    network: {
      text: text(
        '無法確認連結：檢測端的網路無法連到 {url}（{detail}）。',
        'Not verified: our own network cannot reach {url} ({detail}).',
      ),
      remedy: text(
        '請確認檢測電腦的網路與防火牆後再測一次。',
        'Check the network and firewall of this machine, then check again.',
      ),
    },
    'host-down': {
      text: text(
        '無法確認連結：{url} 的主機連續多次沒有回應（最初的原因：{detail}），因此沒有再逐一測試這臺主機上的連結。',
        'Not verified: the host of {url} failed several times in a row (first: {detail}), so its further links were not tried.',
      ),
      remedy: text(
        '請先排除這臺主機的問題，再重新檢測它的所有連結。',
        'Mend what ails the host first, then check all its links again.',
      ),
    },
    'too-many-requests': {
      text: text(
        '無法確認連結：{url} 認為請求太頻繁而拒絕回答（{detail}）。',
        'Not verified: {url} turns us away for asking too often ({detail}).',
      ),
      remedy: text(
        '請稍後再測；若一般使用者也常遇到，請放寬下載次數的限制。',
        'Check again later; if ordinary users meet this too, raise the limit.',
      ),
    },
    'not-found': {
      text: text('連結失效：{url} 回應 {detail}，檔案不存在。', 'Dead link: {url} answers {detail}.'),
      remedy: text(
        '請確認檔案是否已移動或改名，並在平臺更新下載網址；已不再提供的資料資源請下架。',
        'Find out whether the file was moved or renamed and register its new address; withdraw a resource that is gone.',
      ),
    },
    forbidden: {
      text: text('連結拒絕存取：{url} 回應 {detail}。', 'Access is denied: {url} answers {detail}.'),
      remedy: text(
        '請取消登入或金鑰限制；若是防火牆或 WAF 阻擋非瀏覽器的程式，請對開放資料的路徑解除阻擋。',
        'Lift the login or key; if a firewall turns away programs, exempt the paths of open data.',
      ),
    },
    'server-error': {
      text: text('伺服器發生錯誤：{url} 回應 {detail}。', 'The server fails: {url} answers {detail}.'),
      remedy: text(
        '請系統管理者查看伺服器記錄並修復；若只是暫時維護，恢復後再測一次。',
        'Have the administrators look into the server log; if it was maintenance, check again afterwards.',
      ),
    },
    'bad-status': {
      text: text('連結沒有回傳成功狀態：{url} 回應 {detail}。', 'No success: {url} answers {detail}.'),
      remedy: text(
        '請以瀏覽器的無痕視窗開啟這個網址，確認不需其他參數就能下載，且回應狀態為 200。',
        'Open the address in a private window; it must give the file with status 200 and no further parameters.',
      ),
    },
    dns: {
      text: text(
        '找不到主機：{url} 的網域名稱不存在（{detail}）。',
        'The host of {url} does not exist ({detail}).',
      ),
      remedy: text(
        '請檢查網址有無打錯；網站已搬遷或停用時，請更新下載網址或恢復網域名稱。',
        'Check the spelling; if the site has moved or closed, register the new address or restore the name.',
      ),
    },
    refused: {
      text: text('主機拒絕連線：{url}（{detail}）。', 'The host refuses connections: {url} ({detail}).'),
      remedy: text(
        '請確認網站服務正在執行、連接埠正確，且防火牆對外開放。',
        'Make sure the service runs on that port and the firewall lets the public in.',
      ),
    },
    reset: {
      text: text('連線被中斷：{url}（{detail}）。', 'The connection was cut: {url} ({detail}).'),
      remedy: text(
        '請檢查伺服器、負載平衡器與防火牆是否主動切斷連線。',
        'Check whether the server, a load balancer or a firewall drops connections.',
      ),
    },
    'connect-timeout': {
      text: text(
        '連線逾時：在時間上限內無法與 {url} 建立連線。',
        'No connection to {url} within the time allowed.',
      ),
      remedy: text(
        '請確認主機在線上，且防火牆沒有封鎖機關以外或境外的來源。',
        'Make sure the host is up and no firewall blocks visitors from outside the agency or abroad.',
      ),
    },
    'headers-timeout': {
      text: text(
        '回應逾時：已連上 {url}，但伺服器遲遲不回應。',
        'Connected to {url}, but no answer came in time.',
      ),
      remedy: text(
        '資料若是即時查詢產生，請改為預先產生檔案，或縮短查詢時間。',
        'If the data is made by a query on demand, prepare the file beforehand or speed the query up.',
      ),
    },
    'body-timeout': {
      text: text('下載中斷：{url} 送到一半就停住。', 'The download from {url} stalls halfway.'),
      remedy: text(
        '請檢查產生檔案的程式與網路設備，並實際下載完整檔案一次。',
        'Check the program that makes the file and the network, and download the file once to its end.',
      ),
    },
    truncated: {
      text: text(
        '檔案不完整：{url} 還沒送完就結束（{detail}）。',
        'Incomplete: {url} ends too early ({detail}).',
      ),
      remedy: text(
        '請檢查伺服器送出的 Content-Length 與實際大小是否一致，以及傳送途中是否被切斷。',
        'Check that Content-Length is the real size and that nothing cuts the transfer.',
      ),
    },
    'bad-encoding': {
      text: text(
        '壓縮傳輸錯誤：{url} 的內容無法解壓縮（{detail}）。',
        'The transfer coding of {url} cannot be undone ({detail}).',
      ),
      remedy: text(
        '請修正伺服器的 Content-Encoding 設定：沒有壓縮就不要宣告 gzip，也不要重複壓縮。',
        'Mend the Content-Encoding setting: do not announce gzip for what is not compressed, nor compress twice.',
      ),
    },
    protocol: {
      text: text('回應不符合 HTTP：{url}（{detail}）。', 'What {url} sends is not valid HTTP ({detail}).'),
      remedy: text(
        '請確認網址的連接埠提供的是網站服務，並修正不合規格的標頭。',
        'Make sure a web server listens on that port, and correct malformed headers.',
      ),
    },
    'redirect-loop': {
      text: text('轉址循環，永遠到不了檔案：{route}', 'The redirects go round in circles: {route}'),
      remedy: text(
        '請直接登錄最終的檔案網址；若轉址是為了設定 cookie，請對開放資料的路徑取消。',
        'Register the final address; if the redirect only sets a cookie, drop it for open data.',
      ),
    },
    'too-many-redirects': {
      text: text('轉址次數過多：{route}', 'Too many redirects: {route}'),
      remedy: text('請直接登錄最終的檔案網址。', 'Register the final address of the file.'),
    },
    'bad-redirect': {
      text: text(
        '轉址沒有可用的目的地：{url}（{detail}）。',
        '{url} redirects to no usable address ({detail}).',
      ),
      remedy: text(
        '請修正伺服器送出的 Location 標頭，或直接登錄最終的檔案網址。',
        'Correct the Location header, or register the final address of the file.',
      ),
    },
    'unsupported-scheme': {
      text: text('不是網頁連結（{detail}）：{route}', 'Not a web link ({detail}): {route}'),
      remedy: text(
        '請改以 https 網址提供檔案；瀏覽器已不支援 ftp，file 只在自己的電腦上有效。',
        'Offer the file under an https address; browsers no longer speak ftp, and file: works on one machine only.',
      ),
    },
    'bad-url': {
      text: text('網址格式錯誤：「{url}」。', 'Not a valid address: “{url}”.'),
      remedy: text(
        '請填寫以 https:// 開頭的完整網址，一格只放一個網址，不要夾帶說明文字。',
        'Give one complete address that begins with https://, without any words around it.',
      ),
    },
    unstable: {
      severity: 'advice',
      text: text(
        '連結不穩定：{url} 測試 {total} 次，其中 {count} 次失敗。',
        'Unstable: {count} of {total} attempts failed for {url}.',
      ),
      remedy: text(
        '連結有效，但使用者可能偶爾無法下載；請檢查伺服器的負載、逾時設定與連線數限制。',
        'The link works, but not for everyone every time: check load, time-outs and connection limits of the server.',
      ),
    },
  },
  *check({ exchange }) {
    const { failure, status, attempts, failedAttempts } = exchange
    if (!failure) {
      if (attempts && failedAttempts)
        yield { messageId: 'unstable', data: { url: exchange.url, count: failedAttempts, total: attempts } }
      return
    }
    const { code, detail } = failure
    const route = [exchange.url, ...exchange.hops.map(({ location }) => location)].join(' → ')
    const data = { url: exchange.finalUrl, detail, route }
    if (isDoubt(code)) throw new Undecidable(code, data)
    if (code === 'http-status' && status === 429) throw new Undecidable('too-many-requests', data)
    if (code === 'file-unreadable' || code === 'not-a-file') return
    yield { messageId: code === 'http-status' ? kindOf(status) : code, data }
  },
})

function kindOf(status = 0): 'not-found' | 'forbidden' | 'server-error' | 'bad-status' {
  if (status === 404 || status === 410) return 'not-found'
  if (status === 401 || status === 403) return 'forbidden'
  return status >= 500 ? 'server-error' : 'bad-status'
}
