import { BADGES, INDICATORS, OUTCOMES } from '../../core/badge.ts'
import type { LedgerLine } from '../../core/ledger.ts'
import { DamagedLedger } from './lines.ts'

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'
const among = (choices: readonly string[], value: unknown): boolean =>
  isText(value) && choices.includes(value)
const isCounts = (value: unknown): boolean =>
  isFields(value) && BADGES.every((badge) => Number.isSafeInteger(value[badge]))
const isBody = (value: unknown): boolean =>
  isFields(value) && isText(value['id']) && isText(value['name']) && isText(value['group'])
const isLocalised = (value: unknown): boolean =>
  isFields(value) && isText(value['zh-TW']) && isText(value['en'])

/** What the pages rely on of each kind of line; the whole shape is `docs/schemas/ledger.schema.json`. */
const SHAPES: Readonly<Record<LedgerLine['kind'], (line: Fields) => boolean>> = {
  header: ({ program, startedAt, now, profile, rules }) =>
    [program, startedAt, now].every(isText) &&
    isFields(profile) &&
    isText(profile['id']) &&
    isLocalised(profile['title']) &&
    Array.isArray(profile['notes']) &&
    Array.isArray(rules) &&
    rules.every((rule) => isFields(rule) && isText(rule['id']) && areMessages(rule['messages'])),
  dataset: ({ id, title, publisher, body, badge, indicators, findings, resources }) =>
    [id, title, publisher].every(isText) &&
    isBody(body) &&
    isFields(badge) &&
    among(BADGES, badge['atLeast']) &&
    among(BADGES, badge['atMost']) &&
    isFields(indicators) &&
    INDICATORS.every((indicator) => among(OUTCOMES, indicators[indicator])) &&
    areFindings(findings) &&
    Array.isArray(resources) &&
    resources.every((each) => isFields(each) && isText(each['url']) && areFindings(each['findings'])),
  'catalogue-problem': () => true,
  politeness: () => true,
  footer: ({ finishedAt, summary, notes = [] }) =>
    isText(finishedAt) &&
    isFields(summary) &&
    isSummary(summary) &&
    Array.isArray(notes) &&
    notes.every(isLocalised),
}

const areMessages = (value: unknown): boolean =>
  isFields(value) &&
  Object.values(value).every(
    (each) => isFields(each) && isLocalised(each['text']) && isLocalised(each['remedy']),
  )

const areFindings = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (each) =>
      isFields(each) &&
      [each['rule'], each['messageId'], each['severity'], each['fingerprint']].every(isText) &&
      among(OUTCOMES, each['outcome']) &&
      isFields(each['data']),
  )

const isSummary = ({ datasets, resources, atLeast, atMost, indicators, rules, bodies }: Fields): boolean =>
  Number.isSafeInteger(datasets) &&
  Number.isSafeInteger(resources) &&
  isCounts(atLeast) &&
  isCounts(atMost) &&
  isFields(indicators) &&
  INDICATORS.every((indicator) => isFields(indicators[indicator])) &&
  Array.isArray(rules) &&
  rules.every((each) => isFields(each) && isText(each['rule'])) &&
  Array.isArray(bodies) &&
  bodies.every(
    (each) =>
      isFields(each) &&
      isBody(each['body']) &&
      isCounts(each['atLeast']) &&
      isCounts(each['atMost']) &&
      isFields(each['score']) &&
      isText(each['score']['atLeast']) &&
      isText(each['score']['atMost']),
  )

/** @throws {DamagedLedger} for what is no line of a ledger. */
export function ledgerLine(text: string, number: number): LedgerLine {
  const value = parsed(text, number)
  const kind = isFields(value) ? value['kind'] : undefined
  if (!isFields(value) || !isKind(kind) || !SHAPES[kind](value))
    throw new DamagedLedger({ code: 'bad-line', line: number, detail: `kind: ${String(kind).slice(0, 40)}` })
  return value as unknown as LedgerLine
}

const isKind = (kind: unknown): kind is LedgerLine['kind'] => isText(kind) && Object.hasOwn(SHAPES, kind)

function parsed(text: string, number: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new DamagedLedger({ code: 'bad-line', line: number, detail: error.message.slice(0, 120) })
  }
}
