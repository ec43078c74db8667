export interface TarEntry {
  readonly name: string
  readonly content?: string | Buffer
  /** `0` file, `2` symbolic link, `3` device, `x` pax, `L` GNU long name. */
  readonly type?: string
  readonly size?: number
  readonly sum?: number
}

/** A tar (ustar), as it may come. */
export function tarOf(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, content = '', type = '0', size, sum }) => {
    const bytes = Buffer.from(content)
    const header = Buffer.alloc(512)
    header.write(name, 0, 100)
    header.write('0000644\0', 100)
    header.write((size ?? bytes.length).toString(8).padStart(11, '0'), 124)
    header.write('        ', 148)
    header.write(type, 156)
    header.write('ustar\x0000', 257, 'latin1')
    const total = header.reduce((all, byte) => all + byte, 0)
    header.write(`${(sum ?? total).toString(8).padStart(6, '0')}\0 `, 148)
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}
