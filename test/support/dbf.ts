import iconv from 'iconv-lite'

/** A dBASE III table of text fields. */
export function dbf(
  fields: readonly (readonly [name: string, length: number])[],
  records: readonly (readonly string[])[],
  { encoding = 'utf8', driver = 0, deleted = [] as readonly number[] } = {},
): Buffer {
  const padded = (text: string, length: number, fill: number): Buffer => {
    const bytes = iconv.encode(text, encoding).subarray(0, length)
    return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, fill)])
  }
  const header = Buffer.alloc(32)
  header[0] = 3
  header.writeUInt32LE(records.length, 4)
  header.writeUInt16LE(32 + 32 * fields.length + 1, 8)
  header.writeUInt16LE(
    fields.reduce((sum, [, length]) => sum + length, 1),
    10,
  )
  header[29] = driver
  const descriptors = fields.map(([name, length]) => {
    const rest = Buffer.alloc(21)
    rest.write('C')
    rest[5] = length
    return Buffer.concat([padded(name, 11, 0), rest])
  })
  const rows = records.map((record, n) =>
    Buffer.concat([
      Buffer.from(deleted.includes(n) ? '*' : ' '),
      ...fields.map(([, length], c) => padded(record[c] ?? '', length, 0x20)),
    ]),
  )
  return Buffer.concat([header, ...descriptors, Buffer.from([0x0d]), ...rows, Buffer.from([0x1a])])
}
