import { gzipSync } from 'node:zlib'
import { type Behaviour, HTML, page, SOUND } from '../../support/behaviour.ts'

const BROKEN = { failure: 'bad-encoding', link: 'fail: bad-encoding', again: true } as const
const MALFORMED = { failure: 'protocol', link: 'fail: protocol', again: true } as const
const CUT = { failure: 'truncated', link: 'fail: truncated', again: true, attempts: 3 } as const

/** What comes with a success. */
export const CONTENTS: readonly Behaviour[] = [
  {
    what: 'a page that says 404 and is 200',
    server: { headers: HTML, body: page('404 Not Found', '找不到檔案') },
    link: 'pass',
    direct: 'fail: error-page',
  },
  {
    what: 'a login page',
    server: { headers: HTML, body: page('會員登入', '<form><input type="password"></form>') },
    link: 'pass',
    direct: 'fail: login',
  },
  {
    what: 'a page about the file',
    server: { headers: HTML, body: page('資料下載', '<a href="a.csv">下載</a>') },
    link: 'pass',
    direct: 'fail: web-page',
  },
  {
    what: 'a page that leads on by script',
    server: { headers: HTML, body: '<meta http-equiv="refresh" content="0;url=/a.csv">' },
    link: 'pass',
    direct: 'fail: redirect',
  },
  { what: 'nothing', server: {}, link: 'pass', data: 'fail: empty' },
  {
    what: 'an error in JSON with 200',
    server: { headers: { 'content-type': 'application/json' }, body: '{"error":"查無資料"}' },
    link: 'pass',
    data: 'fail: server-message',
  },
  { what: 'gzip', server: { body: SOUND, encode: 'gzip' }, link: 'pass' },
  { what: 'brotli', server: { body: SOUND, encode: 'br' }, link: 'pass' },
  {
    what: 'UTF-8 that its header calls Big5',
    server: { headers: { 'content-type': 'text/csv; charset=big5' }, body: SOUND },
    link: 'pass',
  },
  {
    what: 'CSV that its header calls another file',
    server: { headers: { 'content-disposition': 'attachment; filename="other.xlsx"' }, body: SOUND },
    link: 'pass',
  },
  {
    what: 'fewer bytes than announced',
    server: { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\nConnection: close\r\n\r\na,b\n' },
    ...CUT,
  },
  {
    what: 'more bytes than announced: the rest is not part of the answer',
    server: { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\na,b\n1,2\n3,4\n' },
    link: 'pass',
  },
  { what: 'chunks that break off', server: { body: SOUND, trouble: 'cut-in-body' }, ...CUT },
  {
    what: 'gzip that is text',
    server: { headers: { 'content-encoding': 'gzip' }, body: SOUND },
    ...BROKEN,
  },
  {
    what: 'half a gzip',
    server: { headers: { 'content-encoding': 'gzip' }, body: gzipSync(SOUND).subarray(0, 20) },
    ...BROKEN,
  },
  {
    what: 'a coding that nobody asked for',
    server: { headers: { 'content-encoding': 'zstd' }, body: SOUND },
    ...BROKEN,
  },
  {
    what: 'a gzip that grows a thousandfold',
    server: { body: Buffer.alloc(20 * 2 ** 20), encode: 'gzip' },
    failure: 'decompression-bomb',
    link: 'unknown: decompression-bomb',
  },
  { what: 'what is no HTTP', server: { raw: 'SSH-2.0-OpenSSH_9.6\r\n' }, ...MALFORMED },
  {
    what: 'two lengths',
    server: { raw: 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na' },
    ...MALFORMED,
  },
  {
    what: 'control characters in a header',
    server: { raw: 'HTTP/1.1 200 OK\r\nX-A: \x01\x00\r\n\r\n' },
    ...MALFORMED,
  },
  { what: 'headers without end', server: { headers: { 'x-a': 'x'.repeat(65_536) } }, ...MALFORMED },
]
