const squeeze = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

/** Names that carry a server's words or error code. */
const SPEAKING = new Set(
  (
    'message messages msg error errors errormessage errormsg errmsg errordescription errortype errorcode errcode ' +
    'retmsg retmessage retcode returnmsg returnmessage returncode resultmsg resultmessage statusmessage ' +
    'exceptionmessage exceptiontext serviceexception faultstring faultcode'
  ).split(' '),
)
/** Names of ordinary data and of messages alike: only the words tell. */
const ORDINARY = new Set(
  'description detail details reason title info status result results data records remark code'.split(' '),
)
const FINE =
  /^(?:ok|okay|success(?:ful|fully|ed)?|查詢成功|成功|正常|完成|true|null|none|無|0+|200)?[.。!！]?$/i
const TROUBLE =
  /error|fail|invalid|denied|forbidden|unauthori[sz]ed|not (?:found|exist|available|allowed)|no (?:data|records?|results?)\b|exception|expired|exceed|too many|錯誤|失敗|查無|無資料|無此|不存在|找不到|沒有資料|無權|未授權|逾時|異常|無效|超過|維護/i

export const MAX_MESSAGES = 5

/** Whether a value of this name may be worth reading at all. */
export function maySpeak(name: string): boolean {
  const word = squeeze(name)
  return SPEAKING.has(word) || ORDINARY.has(word)
}

/** Whether `text` looks like what a server says instead of data. */
export function isServerMessage(name: string, text: string): boolean {
  const words = text.trim()
  return !FINE.test(words) && (SPEAKING.has(squeeze(name)) || TROUBLE.test(words))
}

export const isSuccessFlag = (name: string): boolean => /^(?:is)?success$|^status$/i.test(name)

/** What a `success`-like flag says; CWA writes it as a string. */
export function flagValue(text: string): boolean | undefined {
  const value = text.trim().toLowerCase()
  return value === 'true' ? true : value === 'false' ? false : undefined
}
