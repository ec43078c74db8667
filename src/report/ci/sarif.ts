import type { RuleText } from '../../core/ledger.ts'
import type { Language } from '../../core/localised.ts'
import { rulePageUrl } from '../../core/rule-page.ts'
import { caveats } from '../caveats.ts'
import type { LedgerView, WriterOptions } from '../view.ts'
import { INDICATOR_WORDS } from '../words.ts'
import { inert, type Occurrence, occurrences, uriOf } from './occurrences.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** Where no page of the rule is published, its name at least. */
/** SARIF 2.1.0: problems as results, what could not be judged as notifications of the invocation. */
export async function* sarif(ledger: LedgerView, options: WriterOptions): AsyncGenerator<string> {
  const { header, summary, finishedAt } = ledger
  const { language, rulePages } = options
  const [name = 'odbadge', version = '0'] = header.program.split(' ')
  const position = new Map(header.rules.map(({ id }, at) => [id, at]))
  const tool = {
    driver: { name, version, rules: header.rules.map((rule) => descriptor(rule, language, rulePages)) },
  }
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[\n{"tool":${JSON.stringify(tool)}`
  yield `,\n"language":${JSON.stringify(language)},"columnKind":"unicodeCodePoints"`

  const told = caveats(ledger, language)
  const invocation = {
    executionSuccessful: summary.crashes === 0,
    startTimeUtc: header.startedAt,
    endTimeUtc: finishedAt,
    ...(told.length > 0 && {
      toolConfigurationNotifications: told.flatMap(({ kind, heading, texts }) =>
        texts.map((text) => ({
          descriptor: { id: kind },
          level: 'note',
          message: { text: `${heading}${language === 'en' ? ': ' : '：'}${text}` },
        })),
      ),
    }),
  }
  yield `,\n"invocations":[${JSON.stringify(invocation).slice(0, -1)},"toolExecutionNotifications":[`
  yield* list(occurrences(ledger, options), (found) =>
    found.weight === 'unknown' ? notification(found, position) : undefined,
  )
  yield `]}],\n"results":[`
  yield* list(occurrences(ledger, options), (found) =>
    found.weight === 'unknown' ? undefined : result(found, position, options.known !== undefined),
  )
  yield ']}\n]}\n'
}

async function* list(
  all: AsyncIterable<Occurrence>,
  pick: (found: Occurrence) => object | undefined,
): AsyncGenerator<string> {
  let separator = '\n'
  for await (const found of all) {
    const picked = pick(found)
    if (!picked) continue
    yield separator + JSON.stringify(picked)
    separator = ',\n'
  }
}

function descriptor(rule: RuleText, language: Language, rulePages: string | undefined) {
  const { id, claim, indicator, severity, messages } = rule
  const remedies = [...new Set(Object.values(messages).map(({ remedy }) => remedy[language]))]
  const shown = remedies.map((remedy) => `- ${remedy}`).join('\n')
  const explain = `odbadge explain ${id}`
  return {
    id,
    shortDescription: { text: claim[language] },
    fullDescription: {
      text: `${INDICATOR_WORDS[indicator][language]}${language === 'en' ? ': ' : '：'}${claim[language]}`,
    },
    help: {
      text: `${claim[language]}\n\n${shown}\n\n${explain}`,
      markdown: `**${claim[language]}**\n\n${shown}\n\n\`${explain}\``,
    },
    helpUri: rulePageUrl(id, language, rulePages) ?? `urn:odbadge:rule:${id}`,
    defaultConfiguration: { level: severity === 'blocking' ? 'error' : 'note' },
    properties: {
      tags: ['open-data', indicator],
      'problem.severity': severity === 'blocking' ? 'error' : 'recommendation',
    },
  }
}

function result(found: Occurrence, position: ReadonlyMap<string, number>, compared: boolean) {
  const { record, finding, rule, messageId, weight, known, message, remedy, fingerprint } = found
  const ruleIndex = position.get(finding.rule)
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: weight === 'blocking' ? 'error' : 'note',
    message: { text: remedy ? `${message} → ${remedy}` : message },
    locations: [location(found)],
    partialFingerprints: { 'odbadgeContent/v1': fingerprint },
    ...(compared && { baselineState: known ? 'unchanged' : 'new' }),
    properties: {
      dataset: inert(record.id, 500),
      title: inert(record.title, 500),
      publisher: inert(record.publisher, 500),
      messageId,
      indicatorOutcomes: record.indicators,
    },
  }
}

function notification(found: Occurrence, position: ReadonlyMap<string, number>) {
  const { finding, messageId, crashed, message, remedy } = found
  const index = position.get(finding.rule)
  const rule = { id: found.rule, ...(index !== undefined && { index }) }
  return {
    descriptor: { id: messageId },
    associatedRule: rule,
    level: crashed ? 'error' : 'warning',
    message: { text: remedy ? `${message} → ${remedy}` : message },
    locations: [location(found)],
  }
}

function location({ record, target }: Occurrence) {
  const { line, column } = target
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(target) },
      ...(line !== undefined && {
        region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
      }),
    },
    logicalLocations: [{ fullyQualifiedName: inert(record.id, 500), kind: 'dataset' }],
  }
}
