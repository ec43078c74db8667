import type { RulesConfig } from '../../config.ts'
import { isOfAgency, plainName } from '../../core/deviation.ts'
import { editDistance } from '../../core/fields.ts'
import type { LedgerLine } from '../../core/ledger.ts'
import { type Data, LANGUAGES, type Language, type Localised, render } from '../../core/localised.ts'
import { type Settings, toldPath } from './find.ts'
import type { Judging } from './judging.ts'
import { CONFIG_WORDS } from './words.ts'

type Word = keyof typeof CONFIG_WORDS

/** Watches an audit for settings that it has no use for. */
export interface UseWatch {
  see(line: LedgerLine): void
  /** @param whole whether every dataset of the catalogue was seen: else nobody can say that a name is in vain. */
  notes(whole: boolean): readonly Localised[]
}

export function watchUse(settings: Settings, judging: Pick<Judging, 'deviations' | 'told'>): UseWatch {
  const { agencies = {}, bodies = {}, hosts = {} } = settings.config
  const publishers = new Set<string>()
  const met = new Set<string>()
  const wanted = Object.keys(hosts)
  return {
    see(line) {
      if (line.kind === 'politeness')
        for (const host of wanted)
          if (line.hosts.some((lane) => isWithin(nameOf(host), lane.host))) met.add(host)
      if (line.kind !== 'dataset') return
      publishers.add(line.publisher)
      if (met.size === wanted.length) return
      for (const { url, link } of line.resources)
        for (const address of [url, link.finalUrl])
          for (const host of wanted) if (isAt(address, host)) met.add(host)
    },
    notes(whole) {
      const found = ruleNotes(settings, judging)
      if (!whole) return found
      const names = [...publishers]
      const plain = new Set(names.map(plainName))
      return [
        ...found,
        ...Object.keys(agencies)
          .filter((agency) => !names.some((publisher) => isOfAgency(publisher, agency)))
          .map((name) => note(settings, ['agencies', name], 'deadAgency', { name })),
        ...wanted
          .filter((host) => !met.has(host))
          .map((name) => note(settings, ['hosts', name], 'deadHost', { name })),
        ...Object.keys(bodies)
          .filter((publisher) => !plain.has(plainName(publisher)))
          .map((name) => note(settings, ['bodies', name], 'deadBody', { name })),
      ]
    },
  }
}

/** On standard error: what a script reads is not disturbed. */
export function sayUnused(notes: readonly Localised[], language: Language): void {
  if (notes.length === 0) return
  const lines = [CONFIG_WORDS.dead[language], ...notes.map((note) => `  ${note[language]}`)]
  process.stderr.write(`${lines.join('\n')}\n`)
}

/** Rules that do not exist, and settings that say what is so anyway. */
export function ruleNotes(
  settings: Settings,
  { deviations, told }: Pick<Judging, 'deviations' | 'told'>,
): Localised[] {
  const known = new Set([
    ...told.map(({ id }) => id as string),
    ...deviations.flatMap((each) => ('rule' in each ? [each.rule] : [])),
  ])
  const { rules = {}, agencies = {} } = settings.config
  const notesOn = (own: RulesConfig, path: readonly string[], agency?: string): Localised[] =>
    Object.entries(own).flatMap(([name, setting]) => {
      if (!known.has(name)) {
        const like = [...known].filter((id) => editDistance(id, name) <= 3)
        return [note(settings, [...path, name], 'deadRule', { name }, like)]
      }
      const changes = deviations.some(
        (each) => each.kind === 'rule' && each.rule === name && each.agency === agency,
      )
      return changes || setting === 'official'
        ? []
        : [note(settings, [...path, name], 'deadSame', { name, setting })]
    })
  return [
    ...notesOn(rules, ['rules']),
    ...Object.entries(agencies).flatMap(([agency, own]) =>
      notesOn(own.rules ?? {}, ['agencies', agency, 'rules'], agency),
    ),
  ]
}

/** File, line and key of the strongest layer that says it, and what is the matter. */
function note(
  { layers }: Settings,
  path: readonly string[],
  word: Word,
  data: Data,
  like: readonly string[] = [],
): Localised {
  const layer = layers.findLast(({ config }) => isIn(config, path))
  const line = layer?.lineOf(path)
  const [zh, en] = LANGUAGES.map((language) => {
    const near = like.length > 0 ? render(CONFIG_WORDS.near, { like }, language) : ''
    const at = line === undefined ? '' : ` ${render(CONFIG_WORDS.line, { line }, language).trim()}`
    const told = render(CONFIG_WORDS[word], { ...data, near }, language).trim()
    return `${layer ? toldPath(layer.shown) : ''}${at} ${path.slice(0, -1).join('.')}${language === 'en' ? ': ' : '：'}${told}`
  })
  return { 'zh-TW': zh ?? '', en: en ?? '' }
}

function isIn(config: unknown, path: readonly string[]): boolean {
  let value = config
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return true
}

function isAt(address: string, host: string): boolean {
  return URL.canParse(address) && isWithin(new URL(address).hostname, nameOf(host))
}

const nameOf = (host: string): string => new URL(`http://${host}`).hostname

const isWithin = (host: string, name: string): boolean => host === name || host.endsWith(`.${name}`)
