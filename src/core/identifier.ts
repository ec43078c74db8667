const IDENTIFIER =
  /代碼|代號|編號|統編|統一編號|電話|手機|傳真|身分證|帳號|條碼|證號|\bid\b|_id$|^id|code|^no\.?$/i
const CAMEL = /[a-z](?:Id|ID|No)$/

/** Whether a column of this name holds what tells things apart: digits that are no amount. */
export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name) || CAMEL.test(name)
