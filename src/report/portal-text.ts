import type { DatasetRecord, RuleText } from '../core/ledger.ts'
import { type Language, type Localised, render } from '../core/localised.ts'
import type { Agreement } from '../core/portal.ts'
import { badgeText } from './words.ts'

export const AGREEMENT_WORDS: Readonly<Record<Agreement, Localised>> = {
  agree: { 'zh-TW': '一致', en: 'the same' },
  'portal-higher': { 'zh-TW': '入口網較高', en: 'the portal’s is higher' },
  'portal-lower': { 'zh-TW': '入口網較低', en: 'the portal’s is lower' },
  undecided: { 'zh-TW': '尚無法比較（有檢測規則無法判定）', en: 'cannot say: some rules could not decide' },
  'portal-unknown': {
    'zh-TW': '入口網沒有說，或用語看不懂',
    en: 'the portal says nothing that is understood',
  },
}

const SENTENCES: Readonly<Record<Agreement, Localised>> = {
  agree: {
    'zh-TW': '入口網說「{word}」，我們判{ours}：一致。',
    en: 'The portal says {word}, we say {ours}: the same.',
  },
  'portal-higher': {
    'zh-TW': '入口網說「{word}」，我們判{ours}，因為不符合：{because}。',
    en: 'The portal says {word}, we say {ours}, because this does not hold: {because}.',
  },
  'portal-lower': {
    'zh-TW': '入口網說「{word}」，我們判{ours}：我們沒有找到入口網扣分的原因。',
    en: 'The portal says {word}, we say {ours}: we found nothing that would cost the better badge.',
  },
  undecided: {
    'zh-TW': '入口網說「{word}」，我們判{ours}，尚無法比較，因為無法判定：{because}。',
    en: 'The portal says {word}, we say {ours}: we cannot tell, because this could not be decided: {because}.',
  },
  'portal-unknown': {
    'zh-TW': '入口網說「{word}」，看不懂是哪一種標章；我們判{ours}。',
    en: 'The portal says {word}, which badge that is is not known; we say {ours}.',
  },
}

const NO_CAUSE: Localised = {
  'zh-TW': '資料集沒有可用的資料下載網址',
  en: 'the dataset has an address to download',
}

/** Claims named in one sentence; the rest stands in the list. */
const MAX_CLAIMS = 5

/** 「入口網說「白金」，我們判銀標章，因為…」; '' where there is nothing to compare. */
export function portalText(
  { portal, badge }: Pick<DatasetRecord, 'portal' | 'badge'>,
  rules: ReadonlyMap<string, RuleText>,
  language: Language,
): string {
  const { badge: word, comparison } = portal ?? {}
  if (word === undefined || !comparison) return ''
  const claims = comparison.because.map(({ rule }) => rules.get(rule)?.claim[language] ?? rule)
  // Claims have commas of their own.
  const because = [...new Set(claims.length > 0 ? claims : [NO_CAUSE[language]])]
    .map((claim) => claim.replace(/[。.]$/, ''))
    .slice(0, MAX_CLAIMS)
    .join(language === 'en' ? '; ' : '；')
  const ours = badgeText(badge, language)
  return render(SENTENCES[comparison.agreement], { word, ours, because }, language)
}
