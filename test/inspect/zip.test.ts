import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { bytesSource } from '../../src/inspect/index.ts'
import { Unreadable } from '../../src/inspect/unreadable.ts'
import { openZip, type ZipMember } from '../../src/inspect/zip.ts'
import { type MadeMember, zipOf } from '../support/zip.ts'

const CSV = '年度,人數\n110,5\n'
const open = (content: Buffer) => openZip(bytesSource(content))

async function contentOf(member: ZipMember, cap = Number.POSITIVE_INFINITY): Promise<string> {
  const blocks: Buffer[] = []
  for await (const block of member.open(cap)) blocks.push(block)
  return Buffer.concat(blocks).toString()
}

async function reasonOf(member: ZipMember, cap?: number): Promise<string> {
  try {
    return `read: ${await contentOf(member, cap)}`
  } catch (error) {
    if (error instanceof Unreadable) return error.reason.code
    throw error
  }
}

describe('members are read', () => {
  it.each<[string, MadeMember]>([
    ['stored', { name: 'a.csv', content: CSV }],
    ['deflated', { name: 'a.csv', content: CSV, deflate: true }],
    ['with sizes behind the content', { name: 'a.csv', content: CSV, deflate: true, descriptor: true }],
    ['with ZIP64 sizes', { name: 'a.csv', content: CSV, deflate: true, zip64: true }],
  ])('%s, twice', async (_, made) => {
    const { members, fault } = await open(zipOf([{ name: 'b.txt', content: 'x' }, made], { comment: 'note' }))
    expect(fault).toBeUndefined()
    const member = members[1]!
    expect(member).toMatchObject({ name: 'a.csv', directory: false, size: Buffer.byteLength(CSV) })
    expect([await contentOf(member), await contentOf(member)]).toEqual([CSV, CSV])
  })

  it.each<[string, Buffer, number, string]>([
    ['UTF-8 with its flag', Buffer.from('許功蓋.csv'), 0x800, '許功蓋.csv'],
    ['UTF-8 without its flag', Buffer.from('許功蓋.csv'), 0, '許功蓋.csv'],
    [
      'CP950, with the backslash as a second byte',
      iconv.encode('功許/許功蓋.csv', 'cp950'),
      0,
      '功許/許功蓋.csv',
    ],
    ['folders parted by backslashes', Buffer.from('a\\b.csv'), 0, 'a/b.csv'],
  ])('name in %s', async (_, name, flags, read) => {
    const { members } = await open(zipOf([{ name, flags, content: CSV }]))
    expect(members[0]).toMatchObject({ name: read })
    expect(members[0]!.refused).toBeUndefined()
    expect(await contentOf(members[0]!)).toBe(CSV)
  })

  it('knows folders', async () => {
    const { members } = await open(zipOf([{ name: 'folder/' }, { name: 'folder/a.csv', content: CSV }]))
    expect(members.map(({ directory }) => directory)).toEqual([true, false])
  })

  it('of an archive without any', async () => {
    expect(await open(zipOf([]))).toEqual({ members: [], count: 0 })
  })
})

describe('members are refused', () => {
  const DEFLATED = { name: 'a.csv', content: CSV.repeat(50), deflate: true }
  it.each<[string, MadeMember, string]>([
    ['leads up', { name: '../../etc/passwd' }, 'member-name'],
    ['leads up in the middle', { name: 'a/../../b.csv' }, 'member-name'],
    ['is absolute', { name: '/etc/passwd' }, 'member-name'],
    ['names a drive', { name: 'C:\\data.csv' }, 'member-name'],
    ['holds NUL', { name: 'a.csv\0.png' }, 'member-name'],
    ['is a symbolic link', { name: 'a.csv', content: '/etc/passwd', mode: 0o120777 }, 'member-link'],
    ['is encrypted', { name: 'a.csv', content: CSV, flags: 1 }, 'member-encrypted'],
    ['is compressed by LZMA', { name: 'a.csv', content: CSV, method: 14 }, 'member-compression'],
  ])('whose name or entry %s', async (_, made, code) => {
    const { members } = await open(zipOf([made, { name: 'sound.csv', content: CSV }]))
    expect(members[0]!.refused?.code).toBe(code)
    expect(await reasonOf(members[0]!)).toBe(code)
    expect(await contentOf(members[1]!)).toBe(CSV)
  })

  it.each<[string, MadeMember, string]>([
    ['a wrong sum', { ...DEFLATED, claims: { crc: 1 } }, 'member-damaged'],
    ['a size too small', { ...DEFLATED, claims: { size: 3 } }, 'member-damaged'],
    ['a size too large', { ...DEFLATED, claims: { size: 1e6 } }, 'member-damaged'],
    ['a compressed size too small', { ...DEFLATED, claims: { compressedSize: 9 } }, 'member-damaged'],
    ['a compressed size beyond the file', { ...DEFLATED, claims: { compressedSize: 1e8 } }, 'member-damaged'],
    ['content that was never deflated', { name: 'a.csv', content: CSV, method: 8 }, 'member-damaged'],
  ])('with %s', async (_, made, code) => {
    const { members } = await open(zipOf([made]))
    expect(await reasonOf(members[0]!)).toBe(code)
  })

  it('that share bytes', async () => {
    const made = [DEFLATED, { ...DEFLATED, name: 'b.csv', at: 0 }, { name: 'c.csv', content: CSV }]
    const { members } = await open(zipOf(made))
    expect(await Promise.all(members.map((member) => reasonOf(member)))).toEqual([
      'member-overlap',
      'member-overlap',
      `read: ${CSV}`,
    ])
  })

  it('beyond the cap, and that inflate too far', async () => {
    const { members } = await open(
      zipOf([DEFLATED, { name: 'b.csv', content: Buffer.alloc(20 << 20), deflate: true }]),
    )
    expect(await reasonOf(members[0]!, 100)).toBe('over-inflated')
    expect(await reasonOf(members[1]!)).toBe('member-ratio')
  })
})

describe('a directory that cannot be read', () => {
  const sound = zipOf({ 'a.csv': CSV, 'b.csv': CSV })
  it.each<[string, Buffer]>([
    ['is cut off', sound.subarray(0, sound.length - 30)],
    ['has bytes before it', Buffer.concat([Buffer.from('MZ prepended'), sound])],
    ['promises more entries', zipOf({ 'a.csv': CSV }, { count: 3 })],
    ['is nothing but its mark', Buffer.from('PK\x03\x04')],
    ['has bytes behind it', Buffer.concat([sound, Buffer.from('more')])],
  ])('because it %s', async (_, content) => {
    expect((await open(content)).fault?.code).toBe('archive-damaged')
  })

  it('to its end, because it is too long', async () => {
    const members = Array.from({ length: 1_200 }, (_, n) => ({ name: `${n}.csv`, content: CSV }))
    const { members: read, count, fault } = await open(zipOf(members))
    expect([read.length, count, fault?.code]).toEqual([1_000, 1_200, 'too-many-members'])
  })
})
