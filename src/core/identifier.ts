const IDENTIFIER =
  /代碼|代號|編號|號碼|統編|統一編號|電話|手機|傳真|身分證|帳號|條碼|[證地建車學案文字]號|門牌|樓層|\bid\b|_id$|^id|code|^no\.?$|\b(?:tel|phone|mobile|fax)/i
const CAMEL = /[a-z](?:Id|ID|No|Tel|Phone|Fax)$/

/** Whether a column of this name holds what tells things apart: digits that are no amount. */
export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name) || CAMEL.test(name)
