import { crc32, deflateRawSync } from 'node:zlib'

/** A member as it is, and what an archive may say of it that is not so. */
export interface MadeMember {
  /** Bytes as they are: no encoding is assumed. */
  readonly name: string | Buffer
  readonly content?: string | Buffer
  readonly deflate?: boolean
  /** Sizes and sum follow the content, as those who write a stream do. */
  readonly descriptor?: boolean
  readonly flags?: number
  readonly method?: number
  /** Unix mode; 0o120777 is a symbolic link. */
  readonly mode?: number
  readonly claims?: { readonly size?: number; readonly compressedSize?: number; readonly crc?: number }
  /** Points to the bytes of this member (from 0) instead of its own. */
  readonly at?: number
  /** Sizes in the ZIP64 extra field. */
  readonly zip64?: boolean
}

/** A ZIP (APPNOTE 6.3) that may lie. `count`: entries as its end record says. */
export function zipOf(
  members: readonly MadeMember[] | Readonly<Record<string, string | Buffer>>,
  { count, comment = '' }: { readonly count?: number; readonly comment?: string } = {},
): Buffer {
  const list: readonly MadeMember[] = Array.isArray(members)
    ? members
    : Object.entries(members).map(([name, content]) => ({ name, content, deflate: true }))
  const files: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let offset = 0
  for (const member of list) {
    const name = Buffer.from(member.name)
    const content = Buffer.from(member.content ?? '')
    const data = member.deflate ? deflateRawSync(content) : content
    const size = member.claims?.size ?? content.length
    const compressedSize = member.claims?.compressedSize ?? data.length
    const sum = member.claims?.crc ?? crc32(content)
    const flags = (member.flags ?? 0) | (member.descriptor ? 8 : 0)
    const method = member.method ?? (member.deflate ? 8 : 0)
    const facts = [u16(20), u16(flags), u16(method), u32(0x21_0000)]
    const sizes = [
      u32(sum),
      u32(member.zip64 ? 0xffffffff : compressedSize),
      u32(member.zip64 ? 0xffffffff : size),
    ]
    const extra = member.zip64
      ? Buffer.concat([u16(1), u16(16), u64(size), u64(compressedSize)])
      : Buffer.alloc(0)
    const lengths = [u16(name.length), u16(extra.length)]
    const file = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      ...facts,
      ...(member.descriptor ? [u32(0), u32(0), u32(0)] : sizes),
      ...lengths,
      name,
      extra,
      data,
      ...(member.descriptor ? [Buffer.from('PK\x07\x08'), ...sizes] : []),
    ])
    offsets.push(offset)
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        u16((3 << 8) | 20),
        ...facts,
        ...sizes,
        ...lengths,
        Buffer.alloc(6),
        u32(((member.mode ?? 0o100644) << 16) >>> 0),
        u32(member.at === undefined ? offset : offsets[member.at]!),
        name,
        extra,
      ]),
    )
    files.push(file)
    offset += file.length
  }
  const listed = Buffer.concat(directory)
  const entries = count ?? list.length
  return Buffer.concat([
    ...files,
    listed,
    Buffer.from('PK\x05\x06'),
    u32(0),
    u16(entries),
    u16(entries),
    u32(listed.length),
    u32(offset),
    u16(comment.length),
    Buffer.from(comment),
  ])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value & 0xffff)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

/** An Office document as far as its list of types goes; `main` such as `spreadsheetml.sheet`. */
export const office = (main: string, folder = 'xl'): Buffer =>
  zipOf({
    [`${folder}/main.xml`]: '<main/>',
    '[Content_Types].xml': `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`,
  })
