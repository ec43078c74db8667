import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { audit, listing, many } from './listing.ts'
import { SOUND } from './run.ts'

describe('--config', () => {
  it('has settings for one host, which go before those for all', async () => {
    const setting = await listing(many(8, { body: SOUND, delay: 10 }))
    const { host } = new URL(setting.portal.url('/'))
    writeFileSync(
      setting.at('config.json'),
      `\ufeff${JSON.stringify({ hosts: { [host]: { concurrency: 1, spacing: 20 } } })}`,
    )
    const { hosts } = await audit(
      setting,
      '--config',
      setting.at('config.json'),
      '--per-host',
      '4',
      '--spacing',
      '0',
    )
    expect(hosts).toMatchObject([{ requests: 8, maxConcurrent: 1 }])
    expect(hosts[0]!.minSpacingMs).toBeGreaterThanOrEqual(20)
    expect(setting.portal.mostAtOnce).toBe(1)
  })

  it('says nothing of hosts that are not asked', async () => {
    const setting = await listing(many(8, { body: SOUND, delay: 10 }))
    writeFileSync(setting.at('config.json'), '{"hosts":{"data.example.gov.tw":{"concurrency":1}}}')
    const { hosts } = await audit(setting, '--config', setting.at('config.json'))
    expect(hosts).toMatchObject([{ maxConcurrent: 2 }])
  })

  it.each<[what: string, content: string | undefined, place: RegExp]>([
    ['a file that is not there', undefined, /ENOENT/],
    ['what is no JSON', '{"hosts":', /JSON/],
    ['what is no object', '[]', /object/],
    ['an unknown setting', '{"host":{}}', /host/],
    ['an unknown setting of a host', '{"hosts":{"a.tw":{"delay":1}}}', /\$\.hosts\.a\.tw：不認得 delay/],
    [
      'a spacing below nothing',
      '{"hosts":{"a.tw":{"spacing":-1}}}',
      /\$\.hosts\.a\.tw\.spacing：不可小於 0。/,
    ],
    ['half a request', '{"hosts":{"a.tw":{"concurrency":0.5}}}', /\$\.hosts\.a\.tw\.concurrency：型別/],
    [
      'no request at all',
      '{"hosts":{"a.tw":{"concurrency":0}}}',
      /\$\.hosts\.a\.tw\.concurrency：不可小於 1/,
    ],
    ['an address for a host', '{"hosts":{"https://a.tw/":{}}}', /「https:\/\/a\.tw\/」寫法不正確。各主機/],
    ['a host that cannot be one', '{"hosts":{"a b":{}}}', /a b/],
    ['a port that cannot be one', '{"hosts":{"a.tw:99999":{}}}', /a\.tw:99999/],
    ['a name that is no host', '{"hosts":{"a%zz":{}}}', /a%zz/],
  ])('%s is refused by file and place', async (_, content, place) => {
    const setting = await listing({ '/a': { body: SOUND } })
    const config = setting.at('config.json')
    if (content !== undefined) writeFileSync(config, content)
    const { code, out, err } = await audit(setting, '--config', config)
    expect(err).toMatch(place)
    expect(err).toContain(config)
    expect(err).not.toMatch(/\n +at /)
    expect([code, out, setting.portal.requests]).toEqual([2, '', []])
  })
})
