import type { Message } from './rule.ts'

/** What is wrong and how to mend it, each in Chinese and English. */
export const message = (zh: string, en: string, remedyZh: string, remedyEn: string): Message => ({
  text: { 'zh-TW': zh, en },
  remedy: { 'zh-TW': remedyZh, en: remedyEn },
})

/** What `link/reachable` says of a link that fails, by failure code or kind of status. */
export const FAILURE_MESSAGES = {
  'forbidden-address': message(
    '無法確認連結：{url} 指向內部網路或保留的位址（{detail}），本工具預設不連線。',
    'Not verified: {url} leads to a private or reserved address ({detail}), which we do not visit unless told to.',
    '請改登錄外界可連線的網址；若在機關內部檢測，加上 --allow-private 再測一次。',
    'Register an address the public can reach; inside your own network, check again with --allow-private.',
  ),
  'tls-expired': message(
    '無法確認連結：{url} 的憑證不在有效期間內（{detail}），瀏覽器會顯示警告。',
    'Not verified: the certificate of {url} is not valid at this time ({detail}); browsers warn.',
    '請更新憑證並設定到期前自動更新；若憑證尚未生效，請檢查主機時間。',
    'Renew the certificate, and have it renewed by itself from now on; if it is not valid yet, check the clock.',
  ),
  'tls-wrong-name': message(
    '無法確認連結：{url} 的憑證是發給別的網域名稱（{detail}），瀏覽器會顯示警告。',
    'Not verified: the certificate of {url} was issued for another name ({detail}); browsers warn.',
    '請換上包含這個網域名稱的憑證，或改登錄憑證所載名稱的網址。',
    'Install a certificate that bears this name, or register the address under the name it does bear.',
  ),
  'tls-untrusted': message(
    '無法確認連結：{url} 的憑證由不受信任的單位簽發，或為自行簽發（{detail}）。',
    'Not verified: the certificate of {url} is self-signed or issued by nobody trusted here ({detail}).',
    '請改用主要瀏覽器都信任的憑證機構所簽發的憑證；民眾的電腦不一定信任政府憑證（GRCA）的根憑證。',
    'Use a certificate of an authority that the main browsers trust; not every visitor trusts the GRCA root.',
  ),
  'tls-incomplete-chain': message(
    '無法確認連結：{url} 只送出網站憑證，沒有送出中繼憑證（{detail}）；瀏覽器多半打得開，程式則會失敗。',
    'Not verified: {url} sends its own certificate without the intermediate ({detail}): browsers cope, programs fail.',
    '請在伺服器安裝完整的憑證鏈（網站憑證之後接中繼憑證），向憑證機構可取得中繼憑證檔。',
    'Install the whole chain, the intermediate after the site’s certificate; the issuer offers it for download.',
  ),
  'tls-weak': message(
    '無法確認連結：{url} 的憑證使用過弱的金鑰或雜湊（{detail}）。',
    'Not verified: the certificate of {url} has a weak key or digest ({detail}).',
    '請重新申請 RSA 2048 位元以上或 ECDSA、以 SHA-256 簽章的憑證。',
    'Get a new certificate: RSA of 2048 bits or more, or ECDSA, signed with SHA-256.',
  ),
  'tls-old-protocol': message(
    '無法確認連結：{url} 只支援已淘汰的加密協定（{detail}），新版瀏覽器也打不開。',
    'Not verified: {url} offers only retired versions of TLS ({detail}); current browsers refuse too.',
    '請在伺服器啟用 TLS 1.2 與 1.3。',
    'Enable TLS 1.2 and 1.3 on the server.',
  ),
  'tls-not-tls': message(
    '無法確認連結：{url} 以 https 開頭，但這個連接埠沒有加密連線（{detail}）。',
    'Not verified: {url} says https, but the port does not speak TLS ({detail}).',
    '請在這個連接埠啟用 HTTPS，或登錄正確的連接埠。',
    'Enable HTTPS on that port, or register the right port.',
  ),
  tls: message(
    '無法確認連結：{url} 的憑證或加密連線有問題（{detail}），瀏覽器可能會警告或打不開，但不等於連結失效。',
    'Not verified: {url} has trouble with its certificate or encryption ({detail}). Browsers may warn or refuse, but the link need not be dead.',
    '請以 SSL 檢測工具檢查憑證與加密套件的設定，並確認伺服器支援常用的加密套件。',
    'Have an SSL checker look at the certificate and the cipher suites, and offer the common suites.',
  ),
  'dns-unavailable': message(
    '無法確認連結：查詢 {url} 的網域名稱時沒有回應（{detail}）。',
    'Not verified: name lookup for {url} gave no answer ({detail}).',
    '請稍後再測一次。',
    'Check again later.',
  ),
  'total-timeout': message(
    '無法確認連結：{url} 一直在送資料，但沒有在本工具的時間上限內送完（{detail}）。',
    'Not verified: {url} kept sending but did not finish within our time limit ({detail}).',
    '請確認下載速度，或在離峰時間再測一次。',
    'Check the download speed, or check again off-peak.',
  ),
  network: message(
    '無法確認連結：檢測端的網路無法連到 {url}（{detail}）。',
    'Not verified: our own network cannot reach {url} ({detail}).',
    '請確認檢測電腦的網路與防火牆後再測一次。',
    'Check the network and firewall of this machine, then check again.',
  ),
  'host-down': message(
    '無法確認連結：{url} 的主機連續多次沒有回應（最初的原因：{detail}），因此沒有再逐一測試這臺主機上的連結。',
    'Not verified: the host of {url} failed several times in a row (first: {detail}), so its further links were not tried.',
    '請先排除這臺主機的問題，再重新檢測它的所有連結。',
    'Mend what ails the host first, then check all its links again.',
  ),
  'not-recorded': message(
    '無法確認連結：離線稽核所用的錄存資料裡沒有 {url}。',
    'Not verified: the recording this offline audit reads does not hold {url}.',
    '請連線以 --record 重新稽核一次；若錄存曾中斷，以相同參數加上 --resume 接續。',
    'Audit again with --record while connected; if the recording was interrupted, go on with it by --resume.',
  ),
  'recording-damaged': message(
    '無法確認連結：{url} 錄存的內容遺失，或與錄存時的數位指紋不符（{detail}），不能當作證據。',
    'Not verified: the recorded content of {url} is missing or is not what was recorded ({detail}), so it proves nothing.',
    '請從備份還原錄存資料夾，或連線以 --record 錄存到另一個資料夾。',
    'Restore the recording from a backup, or make another one with --record in a new folder.',
  ),
  'host-dead': message(
    '主機無法連線：{url} 的主機在兩個時段都連不上（{detail}），它的所有連結都打不開。',
    'The host of {url} could not be reached in two separate windows of time ({detail}): all its links are dead.',
    '請先恢復這臺主機的服務或網域名稱；已停用的主機，請把它的所有連結改登錄到新的網址。',
    'Restore the host or its name; if it was retired, register new addresses for all its links.',
  ),
  challenge: message(
    '無法確認連結：{url} 前的防護服務擋下程式，或要求先證明不是機器人（{detail}）；一般瀏覽器可能打得開。',
    'Not verified: a protective service before {url} turns programs away or wants proof of a human ({detail}); browsers may get through.',
    '開放資料要供程式下載：請在 WAF 或 CDN 對資料檔的路徑取消機器人驗證。',
    'Open data is for programs: exempt the paths of data files from the bot check of the firewall or CDN.',
  ),
  'too-many-requests': message(
    '無法確認連結：{url} 認為請求太頻繁而拒絕回答（{detail}）。',
    'Not verified: {url} turns us away for asking too often ({detail}).',
    '請稍後再測；若一般使用者也常遇到，請放寬下載次數的限制。',
    'Check again later; if ordinary users meet this too, raise the limit.',
  ),
  'not-found': message(
    '連結失效：{url} 回應 {detail}，檔案不存在。',
    'Dead link: {url} answers {detail}.',
    '請確認檔案是否已移動或改名，並在平臺更新下載網址；已不再提供的資料資源請下架。',
    'Find out whether the file was moved or renamed and register its new address; withdraw a resource that is gone.',
  ),
  forbidden: message(
    '連結拒絕存取：{url} 回應 {detail}。',
    'Access is denied: {url} answers {detail}.',
    '請取消登入或金鑰限制；若是防火牆或 WAF 阻擋非瀏覽器的程式，請對開放資料的路徑解除阻擋。',
    'Lift the login or key; if a firewall turns away programs, exempt the paths of open data.',
  ),
  'server-error': message(
    '伺服器發生錯誤：{url} 回應 {detail}。',
    'The server fails: {url} answers {detail}.',
    '請系統管理者查看伺服器記錄並修復；若只是暫時維護，恢復後再測一次。',
    'Have the administrators look into the server log; if it was maintenance, check again afterwards.',
  ),
  'bad-status': message(
    '連結沒有回傳成功狀態：{url} 回應 {detail}。',
    'No success: {url} answers {detail}.',
    '請以瀏覽器的無痕視窗開啟這個網址，確認不需其他參數就能下載，且回應狀態為 200。',
    'Open the address in a private window; it must give the file with status 200 and no further parameters.',
  ),
  dns: message(
    '找不到主機：{url} 的網域名稱不存在（{detail}）。',
    'The host of {url} does not exist ({detail}).',
    '請檢查網址有無打錯；網站已搬遷或停用時，請更新下載網址或恢復網域名稱。',
    'Check the spelling; if the site has moved or closed, register the new address or restore the name.',
  ),
  refused: message(
    '主機拒絕連線：{url}（{detail}）。',
    'The host refuses connections: {url} ({detail}).',
    '請確認網站服務正在執行、連接埠正確，且防火牆對外開放。',
    'Make sure the service runs on that port and the firewall lets the public in.',
  ),
  reset: message(
    '連線被中斷：{url}（{detail}）。',
    'The connection was cut: {url} ({detail}).',
    '請檢查伺服器、負載平衡器與防火牆是否主動切斷連線。',
    'Check whether the server, a load balancer or a firewall drops connections.',
  ),
  'connect-timeout': message(
    '連線逾時：在時間上限內無法與 {url} 建立連線。',
    'No connection to {url} within the time allowed.',
    '請確認主機在線上，且防火牆沒有封鎖機關以外或境外的來源。',
    'Make sure the host is up and no firewall blocks visitors from outside the agency or abroad.',
  ),
  'headers-timeout': message(
    '回應逾時：已連上 {url}，但伺服器遲遲不回應。',
    'Connected to {url}, but no answer came in time.',
    '資料若是即時查詢產生，請改為預先產生檔案，或縮短查詢時間。',
    'If the data is made by a query on demand, prepare the file beforehand or speed the query up.',
  ),
  'body-timeout': message(
    '下載中斷：{url} 送到一半就停住。',
    'The download from {url} stalls halfway.',
    '請檢查產生檔案的程式與網路設備，並實際下載完整檔案一次。',
    'Check the program that makes the file and the network, and download the file once to its end.',
  ),
  truncated: message(
    '檔案不完整：{url} 還沒送完就結束（{detail}）。',
    'Incomplete: {url} ends too early ({detail}).',
    '請檢查伺服器送出的 Content-Length 與實際大小是否一致，以及傳送途中是否被切斷。',
    'Check that Content-Length is the real size and that nothing cuts the transfer.',
  ),
  'bad-encoding': message(
    '壓縮傳輸錯誤：{url} 的內容無法解壓縮（{detail}）。',
    'The transfer coding of {url} cannot be undone ({detail}).',
    '請修正伺服器的 Content-Encoding 設定：沒有壓縮就不要宣告 gzip，也不要重複壓縮。',
    'Mend the Content-Encoding setting: do not announce gzip for what is not compressed, nor compress twice.',
  ),
  protocol: message(
    '回應不符合 HTTP：{url}（{detail}）。',
    'What {url} sends is not valid HTTP ({detail}).',
    '請確認網址的連接埠提供的是網站服務，並修正不合規格的標頭。',
    'Make sure a web server listens on that port, and correct malformed headers.',
  ),
  'redirect-loop': message(
    '轉址循環，永遠到不了檔案：{route}',
    'The redirects go round in circles: {route}',
    '請直接登錄最終的檔案網址；若轉址是為了設定 cookie，請對開放資料的路徑取消。',
    'Register the final address; if the redirect only sets a cookie, drop it for open data.',
  ),
  'too-many-redirects': message(
    '轉址次數過多：{route}',
    'Too many redirects: {route}',
    '請直接登錄最終的檔案網址。',
    'Register the final address of the file.',
  ),
  'bad-redirect': message(
    '轉址沒有可用的目的地：{url}（{detail}）。',
    '{url} redirects to no usable address ({detail}).',
    '請修正伺服器送出的 Location 標頭，或直接登錄最終的檔案網址。',
    'Correct the Location header, or register the final address of the file.',
  ),
  'unsupported-scheme': message(
    '不是網頁連結（{detail}）：{route}',
    'Not a web link ({detail}): {route}',
    '請改以 https 網址提供檔案；瀏覽器已不支援 ftp，file 只在自己的電腦上有效。',
    'Offer the file under an https address; browsers no longer speak ftp, and file: works on one machine only.',
  ),
  'bad-url': message(
    '網址格式錯誤：「{url}」。',
    'Not a valid address: “{url}”.',
    '請填寫以 https:// 開頭的完整網址，一格只放一個網址，不要夾帶說明文字。',
    'Give one complete address that begins with https://, without any words around it.',
  ),
} as const satisfies Record<string, Message>
