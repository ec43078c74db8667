/** Whose hands a fix is in. */
export interface Place {
  readonly host?: string
  readonly contact?: string
}

/** `data.gov.tw` of `https://data.gov.tw/x`; the text itself where it is no address with a host. */
export const hostOf = (address: string): string =>
  /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? address
