import type { Exchange } from './exchange.ts'

/** What an address says of the page a redirect led to. */
export type Landing = 'login' | 'error' | 'home'

const LOGIN_HOST = /^(login\.microsoftonline\.com|login\.live\.com|accounts\.google\.com)$|^(sso|adfs|idp)\./
const LOGIN =
  /^(log-?in|log-?on|sign-?in|sso|o?auth2?|adfs|saml2?)$|^(user|member|account)?_?(login|logon|signin)\.\w+$/
const ERROR = /^(\w*error(page)?|(page)?_?not_?found|(error_?|http)?(404|500))(\.\w{2,5})?$/
const HOME =
  /^\/?((zh|tw|ch|cht|chn|chinese|en|eng|english)([-_](tw|hant|us))?\/?)?((index|default|home|main|mp)(\.\w{2,5})?\/?|home\/index\/?)?$/
/** Parameters that choose the language or the site, not a page of it. */
const CHOICE = /^\??((lang|language|locale|culture|mp)=[\w-]*&?)*$/

/** Undefined without a redirect: where the publisher's own link begins says nothing. */
export function landing({ hops, finalUrl }: Exchange): Landing | undefined {
  const first = hops[0]
  if (!first) return undefined
  const { hostname, pathname, search } = new URL(finalUrl.toLowerCase())
  const names = pathname.split('/')
  if (LOGIN_HOST.test(hostname) || names.some((name) => LOGIN.test(name))) return 'login'
  if (names.some((name) => ERROR.test(name)) || search.includes('aspxerrorpath=')) return 'error'
  return isHome(new URL(finalUrl)) && !isHome(new URL(first.url)) ? 'home' : undefined
}

const isHome = ({ pathname, search }: URL): boolean =>
  HOME.test(pathname.toLowerCase()) && CHOICE.test(search.toLowerCase())
