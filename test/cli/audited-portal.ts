import type { Portal } from '../support/portal.ts'
import type { Listed } from './catalogue.ts'
import { BROKEN, odbadge, portalFor, SOUND } from './run.ts'

export const LABOUR = '勞動部'
export const TAITUNG = '臺東縣政府'

export const openPortal = () =>
  portalFor({ '/sound.csv': { body: SOUND }, '/broken.csv': { body: BROKEN }, '/gone.csv': { status: 404 } })

export const listed = (portal: Portal): Listed[] => [
  { id: '101', publisher: LABOUR, url: portal.url('/sound.csv') },
  { id: '102', publisher: LABOUR, url: portal.url('/broken.csv'), fields: '年度、地區別' },
  { id: '103', publisher: TAITUNG, url: portal.url('/gone.csv') },
  { id: '104', publisher: TAITUNG, url: portal.url('/sound.csv'), encoding: 'BIG5' },
]

/** The portals of these tests are on this machine. */
export const audit = (...argv: string[]) => odbadge('audit', ...argv, '--allow-private')
