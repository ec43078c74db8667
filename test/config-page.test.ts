import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { files } from './cli/configured.ts'
import { checked, odbadge } from './cli/run.ts'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const page = read('docs/config.md')
const schema = JSON.parse(read('src/cli/config/config.schema.json'))

/** First cells of the table below a heading. */
function keysBelow(heading: string): string[] {
  const [, section = ''] = page.split(`\n## ${heading}\n`)
  return [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `([^`]+)` \|/gm)].map(([, key = '']) => key)
}

/** The first block of code in this notation. */
const block = (notation: string): string => page.split(`\n\`\`\`${notation}\n`)[1]?.split('\n```')[0] ?? ''

describe('docs/config.md', () => {
  it.each<[heading: string, keys: string[]]>([
    ['所有的鍵', Object.keys(schema.properties)],
    ['規則', schema.$defs.setting.enum],
    ['個別機關', Object.keys(schema.properties.agencies.additionalProperties.properties)],
    [
      'extends：由弱到強',
      readdirSync(new URL('../src/cli/config/presets/', import.meta.url)).map((file) =>
        file.replace('.json', ''),
      ),
    ],
  ])('has all of “%s” and nothing else', (heading, keys) => {
    expect(keysBelow(heading).sort()).toEqual([...keys].sort())
  })

  it('has examples that work', async () => {
    const at = files({
      'a.csv': '地區別,人數\n臺北市,5\n新北市,6\n',
      'c.yaml': block('yaml'),
      '共用設定.yaml': 'extends: quiet',
      'c.ts': block('ts'),
      'my-rules.js': block('js'),
      'my-rules.ts': block('js'),
    })
    expect((await odbadge('check', at('a.csv'), '--config', at('c.yaml'))).code).toBe(0)
    for (const option of [
      ['--rules', at('my-rules.js')],
      ['--config', at('c.ts')],
    ]) {
      const { report } = await checked(at('a.csv'), ...option)
      expect(report.results[0]!.findings).toMatchObject([{ message: '第一欄是「地區別」。' }])
    }
  })
})

describe('config.schema.json', () => {
  it('says everything in both languages', () => {
    const lacking: string[] = []
    const walk = (value: unknown, path: string) => {
      if (typeof value !== 'object' || value === null) return
      if ('description' in value && !('$comment' in value) && !path.includes('.exceptions.'))
        lacking.push(path)
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`)
    }
    walk(schema, '$')
    expect(lacking).toEqual([])
  })
})
