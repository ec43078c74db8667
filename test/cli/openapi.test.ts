import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { BASE, change } from '../openapi/documents.ts'
import { complaints } from '../report/schema.ts'
import { folder, odbadge, portalFor, running } from './run.ts'

const VALID = BASE['3.0']
const INVALID = change('3.0', 'version: "1"', 'version: 1')
const UNVERIFIED = change('3.0', "$ref: '#/components/responses/Error'", '$ref: errors.yaml')
const UNSUPPORTED = change('3.0', '3.0.3', '4.0.0')

async function judged(...argv: string[]) {
  const { code, out, err } = await odbadge('openapi', ...argv, '--reporter', 'json')
  if (out === '') throw new Error(err)
  const report = JSON.parse(out)
  expect(complaints('openapi', report)).toEqual([])
  return { code, report }
}

describe('openapi --reporter json', () => {
  it.each([
    ['zh-TW', '找不到檔案：'],
    ['en', 'There is no such file: '],
  ])('says in %s that a document is not there', async (language, said) => {
    const path = folder()('none.yaml')
    const { code, report } = await judged(path, '--lang', language)
    expect([code, report.results[0].errors[0].message]).toEqual([3, said + path])
  })

  it('prints exactly the shape that scripts know', async () => {
    const at = folder({ 'a.yaml': VALID, 'b.txt': INVALID })
    const { code, report } = await judged(at('a.yaml'), at('b.txt'), '--lang', 'en')
    expect(report).toEqual({
      schemaVersion: 1,
      results: [
        { file: at('a.yaml'), version: '3.0.3', verdict: 'valid', errors: [] },
        {
          file: at('b.txt'),
          version: '3.0.3',
          verdict: 'invalid',
          errors: [
            { pointer: '/info/version', line: 2, message: 'This must be of type string, but is number.' },
          ],
        },
      ],
    })
    expect(code).toBe(1)
  })

  it.each<[files: string[], code: number]>([
    [[VALID], 0],
    [[VALID, INVALID], 1],
    [[UNVERIFIED], 3],
    [[UNSUPPORTED, VALID], 3],
    [[UNVERIFIED, INVALID, UNSUPPORTED], 1],
    [['prose'], 1],
  ])('exit code of case %#', async (files, expected) => {
    const at = folder(Object.fromEntries(files.map((content, n) => [`${n}`, content])))
    const { code, report } = await judged(...files.map((_, n) => at(`${n}`)))
    expect(report.results).toHaveLength(files.length)
    expect(code).toBe(expected)
  })

  it('says why a document could not be had', async () => {
    const portal = await portalFor({ '/a.yaml': { body: VALID }, '/gone.yaml': { status: 404 } })
    const at = folder()
    const { code, report } = await judged(
      portal.url('/a.yaml'),
      portal.url('/gone.yaml'),
      at('none.yaml'),
      at(),
    )
    expect(report.results.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'valid',
      'unverified',
      'unverified',
      'unverified',
    ])
    expect(report.results[1].errors[0].message).toContain('404')
    expect(report.results[2]).toMatchObject({ version: null, errors: [{ pointer: '' }] })
    expect(code).toBe(3)
  })

  it('counts what it does not list', async () => {
    const tags = Array.from({ length: 150 }, () => ({}))
    const document = { openapi: '3.1.0', info: { title: 't', version: '1' }, paths: {}, tags }
    const at = folder({ 'a.json': JSON.stringify(document) })
    const { errors } = (await judged(at('a.json'), '--lang', 'en')).report.results[0]
    expect(errors).toHaveLength(101)
    expect(errors[100]).toEqual({ pointer: '', message: '50 more are not listed.' })
  })

  it('shows no key of an address', async () => {
    const portal = await portalFor({ '/a.yaml': { body: VALID } })
    const { report } = await judged(`${portal.url('/a.yaml')}?api_key=s3cret`)
    expect(JSON.stringify(report)).not.toContain('s3cret')
  })
})

describe('openapi --reporter text', () => {
  it.each(['zh-TW', 'en'])('names file, verdict, error, place and remedy in %s', async (lang) => {
    const at = folder({ 'a.yaml': VALID, 'b.yaml': INVALID })
    const { out, err, code } = await odbadge('openapi', at('a.yaml'), at('b.yaml'), '--lang', lang)
    const said =
      lang === 'en'
        ? ['valid OpenAPI 3.0.3', 'not valid', 'line 2', 'must be of type string', 'quote']
        : ['符合 OpenAPI 3.0.3', '不符合', '第 2 行', '字串', '引號']
    for (const part of [at('a.yaml'), at('b.yaml'), '/info/version', ...said]) expect(out).toContain(part)
    if (lang === 'en') expect(out).not.toMatch(/[\u4e00-\u9fff]/)
    expect(out).not.toMatch(/\{\w+\}|undefined/)
    expect([err, code]).toEqual(['', 1])
  })

  it('lets no control character of a document reach the terminal', async () => {
    const at = folder({ 'a.yaml': change('3.0', 'tags:', '"x\\e[31m": 1\ntags:') })
    const { out } = await odbadge('openapi', at('a.yaml'))
    expect(out).toContain('[31m')
    expect(out).not.toMatch(/\u001b/)
  })
})

it('reads standard input as -', async () => {
  const { child, end } = running(['openapi', '-', '--reporter', 'json'])
  child.stdin.end(INVALID)
  const [out, [code]] = await Promise.all([text(child.stdout), end])
  expect(JSON.parse(out).results).toMatchObject([{ file: '-', verdict: 'invalid' }])
  expect(code).toBe(1)
})
