import { describe, expect, it, onTestFinished } from 'vitest'
import { certificateFile, shown } from '../support/certificates.ts'
import { startPortal } from '../support/portal.ts'
import { csvCatalogue } from './catalogue.ts'
import { checked, folder, odbadge, SOUND } from './run.ts'

async function site(certificate: string): Promise<string> {
  const portal = await startPortal({ '/a.csv': { body: SOUND } }, shown(certificate))
  onTestFinished(() => portal.close())
  return portal.url('/a.csv')
}

const linkFindings = async (...argv: string[]) => {
  const { report } = await checked(...argv)
  const [result] = report.results
  return {
    detected: result?.format.detected,
    structure: result?.indicators.structure,
    findings: result?.findings.filter(({ rule }) => rule === 'link/reachable').map((f) => f.messageId),
  }
}

const LOOKED_AT = { detected: 'CSV', structure: 'pass' }
const NOT_LOOKED_AT = { detected: null, structure: 'unknown' }

describe('--insecure-inspect', () => {
  it.each([
    ['all', LOOKED_AT],
    ['public', NOT_LOOKED_AT],
    ['never', NOT_LOOKED_AT],
  ])(
    '%s: an expired certificate leaves the link open, the content is judged where allowed',
    async (choice, seen) => {
      const url = await site('expired')
      const result = await linkFindings(url, '--insecure-inspect', choice)
      expect(result).toEqual({ ...seen, findings: ['tls-expired'] })
    },
  )

  it('takes no catalogue from a server that nobody vouches for', async () => {
    const portal = await startPortal({ '/export': { body: csvCatalogue([]) } }, shown('expired'))
    onTestFinished(() => portal.close())
    const out = folder()('out')
    const argv = ['audit', portal.url('/export'), '--out', out, '--insecure-inspect', 'all']
    const { code, err } = await odbadge(...argv)
    expect(err).toMatch(/CERT_HAS_EXPIRED/)
    expect(code).toBe(2)
  })
})

describe('--ca', () => {
  it.each(['root.pem', 'root.der', 'root-and-middle.p7b'])('%s vouches for the site', async (name) => {
    const url = await site('good')
    expect((await linkFindings(url)).findings).toEqual(['tls-untrusted'])
    expect(await linkFindings(url, '--ca', certificateFile(name))).toEqual({ ...LOOKED_AT, findings: [] })
  })

  it('may be given twice: a root, and the intermediate that the site does not send', async () => {
    const url = await site('incomplete-chain')
    const [root, middle] = [certificateFile('root.pem'), certificateFile('middle.der')]
    expect((await linkFindings(url, '--ca', root)).findings).toEqual(['tls-incomplete-chain'])
    expect((await linkFindings(url, '--ca', root, '--ca', middle)).findings).toEqual([])
  })

  it.each([
    ['a file that is not there', 'none.pem', /none\.pem.*ENOENT/],
    ['a file without a certificate', 'a.csv', /a\.csv 裡沒有憑證/],
  ])('%s is misuse', async (_, name, said) => {
    const path = folder({ 'a.csv': SOUND })
    for (const command of ['check', 'audit']) {
      const { code, err } = await odbadge(command, path('a.csv'), '--ca', path(name))
      expect(err).toMatch(said)
      expect(code).toBe(2)
    }
  })
})

it('the plan tells until when the certificates of a gold last', async () => {
  const url = await site('good')
  const path = folder({ 'export.csv': csvCatalogue([{ id: '1', publisher: '勞動部', url }]) })
  const trusting = ['--ca', certificateFile('root.pem'), '--allow-private']
  expect((await odbadge('audit', path('export.csv'), ...trusting, '--out', path('out'))).code).toBe(0)
  const { out } = await odbadge('plan', path('out/ledger.ndjson'), '--reporter', 'json')
  expect(JSON.parse(out).fragile).toMatchObject([
    { id: '1', until: '2099-12-31T23:59:59.000Z', because: 'link/reachable' },
  ])
})
