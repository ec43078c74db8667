import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodyOf } from '../../src/score/index.ts'

describe('bodyOf', () => {
  const byName: [publisher: string, id: string, group: string][] = [
    // central: today's, old and short names, and units that carry the name
    ['內政部', 'moi', 'central'],
    ['勞動部', 'mol', 'central'],
    ['勞動部勞工保險局', 'mol', 'central'],
    ['經濟部水利署', 'moea', 'central'],
    ['衛福部', 'mohw', 'central'],
    ['農業部', 'moa', 'central'],
    ['行政院農業委員會', 'moa', 'central'],
    ['行政院農業委員會水土保持局', 'moa', 'central'],
    ['行政院環境保護署', 'moenv', 'central'],
    ['科技部南部科學工業園區管理局', 'nstc', 'central'],
    ['原子能委員會', 'nusc', 'central'],
    ['核能安全委員會輻射偵測中心', 'nusc', 'central'],
    ['行政院海岸巡防署', 'oac', 'central'],
    ['飛航安全調查委員會', 'ttsb', 'central'],
    ['蒙藏委員會', 'mtac', 'central'],
    ['行政院主計總處', 'dgbas', 'central'],
    ['國立故宮博物院', 'npm', 'central'],
    ['中央銀行', 'cbc', 'central'],
    ['運動部', 'mos', 'central'],
    ['法務部矯正署台南第二監獄', 'moj', 'central'],
    ['法務部司法官學院', 'moj', 'central'],
    // units without their body's name
    ['國立臺灣圖書館', 'moe', 'central'],
    ['國立臺灣美術館', 'moc', 'central'],
    ['台灣電力股份有限公司', 'moea', 'central'],
    ['臺灣電力股份有限公司', 'moea', 'central'],
    ['警政署', 'moi', 'central'],
    ['資通電軍指揮部', 'mnd', 'central'],
    ['臺北榮民總醫院', 'vac', 'central'],
    ['行政院國家發展基金管理會', 'ndc', 'central'],
    ['工務處', 'motc', 'central'],
    // prosecutors, before and after 2018
    ['最高檢察署', 'moj', 'central'],
    ['臺灣高等檢察署臺中檢察分署', 'moj', 'central'],
    ['臺灣臺北地方法院檢察署', 'moj', 'central'],
    // local governments
    ['臺北市政府', 'taipei', 'local'],
    ['台北市政府交通局', 'taipei', 'local'],
    ['臺 北 市士林地政事務所', 'taipei', 'local'],
    ['臺北大眾捷運股份有限公司', 'taipei', 'local'],
    ['新竹縣政府稅務局', 'hsinchu-county', 'local'],
    ['新竹市消防局', 'hsinchu-city', 'local'],
    ['嘉義縣竹崎戶政事務所', 'chiayi-county', 'local'],
    ['桃園縣政府', 'taoyuan', 'local'],
    ['台東縣池上鄉公所', 'taitung', 'local'],
    ['連江縣政府', 'lienchiang', 'local'],
    // outside the measure's two groups
    ['總統府', 'president', 'outside'],
    ['行政院', 'ey', 'outside'],
    ['國史館臺灣文獻館', 'drnh', 'outside'],
    ['最高法院', 'judicial', 'outside'],
    ['臺灣高等法院花蓮分院', 'judicial', 'outside'],
    ['法官學院', 'judicial', 'outside'],
    ['歷史語言研究所', 'sinica', 'outside'],
    // no body's
    ['行政院新聞局', 'unmapped:行政院新聞局', 'unmapped'],
    ['社會處', 'unmapped:社會處', 'unmapped'],
    ['財團法人某某基金會', 'unmapped:財團法人某某基金會', 'unmapped'],
    ['', 'unmapped:', 'unmapped'],
  ]
  it.each(byName)('%s: %s (%s)', (publisher, id, group) => {
    expect(bodyOf(publisher, [])).toMatchObject({ id, group })
  })

  const kinmen = 'https://ws.kinmen.gov.tw/Download.ashx?u=1'
  const hccg = 'https://odws.hccg.gov.tw/001/a.csv'
  const byHost: [publisher: string, urls: string[], id: string][] = [
    ['社會處', [kinmen], 'kinmen'],
    ['社會處', [hccg, kinmen, hccg], 'hsinchu-city'],
    ['社會處', [hccg, kinmen], 'unmapped:社會處'],
    ['社會處', ['https://drive.google.com/a', hccg], 'hsinchu-city'],
    ['社會處', ['https://notkinmen.gov.tw/a', 'no url'], 'unmapped:社會處'],
    ['民政處', ['https://KINMEN.gov.tw/a'], 'kinmen'],
    ['統計處', ['https://opdadm.moi.gov.tw/api/v1/no-auth/resource/1'], 'moi'],
    ['法律事務司', ['https://mnd.gov.tw/a'], 'mnd'],
    ['資訊處', ['https://ws.exam.gov.tw/a'], 'exam'],
    ['原住民族事務委員會', ['https://data.tainan.gov.tw/a'], 'tainan'],
    ['工務處', [hccg], 'hsinchu-city'],
    // A name that tells more than a unit's is believed, whoever hosts the data.
    ['內政部', [kinmen], 'moi'],
    ['財團法人某某基金會', [kinmen], 'unmapped:財團法人某某基金會'],
    ['', [kinmen], 'unmapped:'],
  ]
  it.each(byHost)('%s at %j: %s', (publisher, urls, id) => {
    expect(bodyOf(publisher, urls).id).toBe(id)
  })

  const byOid: [publisher: string, oid: string, urls: string[], id: string][] = [
    ['企劃組', '2.16.886.101.20003.20065.20021', [], 'mohw'],
    ['社會處', '2.16.886.101.90029', [], 'kaohsiung'],
    ['社會處', '2.16.886.101.90029.20001', [kinmen], 'kaohsiung'],
    // A branch is no prefix of digits; the Executive Yuan's holds every ministry.
    ['社會處', '2.16.886.101.900291', [], 'unmapped:社會處'],
    ['社會處', '2.16.886.101.20003', [], 'unmapped:社會處'],
    ['社會處', '', [kinmen], 'kinmen'],
    // A name that tells is believed: OIDs outlive reorganisations.
    ['內政部', '2.16.886.101.90029', [], 'moi'],
  ]
  it.each(byOid)('%s with OID %s and %j: %s', (publisher, oid, urls, id) => {
    expect(bodyOf(publisher, urls, oid).id).toBe(id)
  })

  it('calls bodies by their names of today', () => {
    expect(bodyOf('行政院環境保護署', []).name).toBe('環境部')
    expect(bodyOf('台南市政府', []).name).toBe('臺南市政府')
  })

  it('keeps strangers apart and names the one without a name', () => {
    expect(bodyOf('甲公司', []).id).not.toBe(bodyOf('乙公司', []).id)
    expect(bodyOf(' ', [])).toEqual({ id: 'unmapped:', name: '（未填提供機關）', group: 'unmapped' })
  })
})

describe('agencies.json', () => {
  const { central, local, outside, units, shared } = JSON.parse(
    readFileSync(new URL('../../src/score/agencies.json', import.meta.url), 'utf8'),
  )
  const agencies: { id: string; name: string; aliases?: string[]; hosts?: string[] }[] = [
    ...central,
    ...local,
    ...outside,
  ]
  const unitNames = Object.values<string[]>(units).flat()

  it('has the 22 local governments and the 32 bodies of 2015 and their successors', () => {
    expect(local).toHaveLength(22)
    expect(central).toHaveLength(37)
  })

  it('gives no id, name or host twice', () => {
    const names = [...agencies.flatMap(({ name, aliases = [] }) => [name, ...aliases]), ...unitNames]
    for (const list of [agencies.map(({ id }) => id), names, agencies.flatMap(({ hosts = [] }) => hosts)])
      expect(list.filter((each, index) => list.indexOf(each) !== index)).toEqual([])
  })

  it('gives every unit a body that exists', () => {
    const ids = new Set(agencies.map(({ id }) => id))
    const used = [...Object.keys(units), ...Object.values<string>(shared)]
    expect(used.filter((id) => !ids.has(id))).toEqual([])
    for (const [id, names] of Object.entries<string[]>(units))
      for (const name of names) expect([name, bodyOf(name, []).id]).toEqual([name, id])
  })
})
