import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Config } from '../../config.ts'
import { parseDate } from '../../core/calendar.ts'
import { editDistance } from '../../core/fields.ts'
import { type Language, render } from '../../core/localised.ts'
import { bodyNamed, bodyNames, faultsIn, type SchemaFault } from '../../score/index.ts'
import { UsageError } from '../usage-error.ts'
import { type Layer, type Settings, shownPath } from './find.ts'
import { type Loaded, loadFile } from './load.ts'
import { merged, withPaths } from './merge.ts'
import { CONFIG_WORDS } from './words.ts'

const SCHEMA = new URL('config.schema.json', import.meta.url)
const PRESETS = new URL('presets/', import.meta.url)

export const presetNames = (): string[] =>
  readdirSync(PRESETS)
    .map((file) => file.replace(/\.json$/, ''))
    .sort()

/** @throws UsageError naming file, line and key of whatever is not as the schema asks. */
export async function readSettings(path: string, language: Language): Promise<Settings> {
  const layers = await layersOf(resolve(path), [], language)
  return { config: merged(layers.map(({ config }) => config)), layers }
}

async function layersOf(path: string, outer: readonly string[], language: Language): Promise<Layer[]> {
  const shown = shownPath(path)
  const wrong = (detail: string) =>
    new UsageError(render(CONFIG_WORDS.bad, { path: shown, detail }, language))
  const loaded = await loadFile(path, shown, language)
  refuse(faultsIn(loaded.data, SCHEMA, language), loaded, wrong, language)
  const config = loaded.data as Config
  refuse([...valueFaults(config, language)], loaded, wrong, language)

  const layers: Layer[] = []
  const chain = [...outer, path]
  for (const name of [config.extends ?? []].flat()) {
    if (isPreset(name)) {
      layers.push(presetNamed(name, wrong, language))
      continue
    }
    const file = resolve(dirname(path), name)
    if (chain.includes(file))
      throw wrong(
        render(CONFIG_WORDS.cycle, { chain: [...chain, file].map(shownPath).join(' → ') }, language),
      )
    if (!existsSync(file)) throw wrong(render(CONFIG_WORDS.missing, { file: name }, language))
    layers.push(...(await layersOf(file, chain, language)))
  }
  return [...layers, { shown, config: withPaths(config, dirname(path)), lineOf: loaded.lineOf }]
}

function refuse(
  faults: readonly SchemaFault[],
  { lineOf }: Loaded,
  wrong: (detail: string) => UsageError,
  language: Language,
): void {
  if (faults.length === 0) return
  const told = faults.map(({ path, text }) => {
    const line = lineOf(path)
    return `  ${line === undefined ? '' : render(CONFIG_WORDS.line, { line }, language)}${text}`
  })
  throw wrong(`\n${told.join('\n')}`)
}

/** What no schema can tell: names of hosts and bodies, and dates of the calendar. */
function* valueFaults(config: Config, language: Language): Generator<SchemaFault> {
  for (const host of Object.keys(config.hosts ?? {}))
    if (!URL.canParse(`http://${host}`))
      yield { path: ['hosts', host], text: render(CONFIG_WORDS.badHost, { host }, language) }
  for (const [publisher, body] of Object.entries(config.bodies ?? {})) {
    if (bodyNamed(body)) continue
    const like = bodyNames().filter((name) => editDistance(name, body) <= 1)
    const near = like.length > 0 ? render(CONFIG_WORDS.near, { like }, language) : ''
    yield {
      path: ['bodies', publisher],
      text: render(CONFIG_WORDS.badBody, { publisher, body, near }, language),
    }
  }
  for (const [agency, { exceptions = [] }] of Object.entries(config.agencies ?? {}))
    for (const [at, { from, until }] of exceptions.entries())
      for (const date of [from ?? until, until])
        if (parseDate(date) === undefined)
          yield {
            path: ['agencies', agency, 'exceptions', String(at)],
            text: render(CONFIG_WORDS.badException, { agency, date }, language),
          }
}

const isPreset = (name: string): boolean => /^[a-z][a-z0-9-]*$/.test(name)

function presetNamed(name: string, wrong: (detail: string) => UsageError, language: Language): Layer {
  const presets = presetNames()
  if (!presets.includes(name)) {
    const like = presets.filter((preset) => editDistance(preset, name) <= 2)
    const near = like.length > 0 ? render(CONFIG_WORDS.near, { like }, language) : ''
    throw wrong(render(CONFIG_WORDS.noPreset, { name, presets, near }, language))
  }
  const config = JSON.parse(readFileSync(new URL(`${name}.json`, PRESETS), 'utf8')) as Config
  return { shown: name, config, lineOf: () => undefined }
}
