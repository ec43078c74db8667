import type { Behaviour } from '../../support/behaviour.ts'

const forbidden = (url: string): Behaviour => ({
  what: url,
  url,
  client: { allowPrivate: false },
  failure: 'forbidden-address',
  link: 'unknown: forbidden-address',
})

const unsupported = (url: string): Behaviour => ({
  what: url,
  url,
  failure: 'unsupported-scheme',
  link: 'fail: unsupported-scheme',
})

const bad = (url: string): Behaviour => ({
  what: url || 'nothing',
  url,
  failure: 'bad-url',
  link: 'fail: bad-url',
})

/** Links whose address alone decides: nobody is asked, and no later look will change it. */
export const ADDRESSES: readonly Behaviour[] = [
  ...[
    'http://127.0.0.1:PORT/data.csv',
    'http://127.1:PORT/data.csv',
    'http://2130706433:PORT/data.csv',
    'http://0177.0.0.1:PORT/data.csv',
    'http://[::ffff:127.0.0.1]:PORT/data.csv',
    'http://[::1]:PORT/data.csv',
    'http://169.254.169.254/latest/meta-data/',
    'https://192.168.0.1/',
  ].map(forbidden),
  {
    ...forbidden('http://inside.example.gov.tw:PORT/data.csv'),
    what: 'a name of a private address',
    dns: ['10.0.0.1'],
  },
  {
    ...forbidden('http://rebind.example.gov.tw:PORT/data.csv'),
    what: 'a name that turns to a private address (DNS rebinding)',
    client: {},
    links: 2,
    routes: { '/data.csv?0': { headers: { connection: 'close' }, body: 'a,b\n1,2\n' } },
    dns: ['127.0.0.1', '127.0.0.2'],
    asked: 1,
    spacing: 250,
  },
  {
    ...forbidden('http://data.example.gov.tw:PORT/data.csv'),
    what: 'a private machine behind an address that was let pass',
    client: { allowPrivate: oneLook() },
    dns: ['127.0.0.1'],
  },
  ...['file:///etc/passwd', 'data:text/csv,a', 'ftp://127.0.0.1/data.csv', 'javascript:void(0)'].map(
    unsupported,
  ),
  ...['', '請洽承辦人', 'www.example.gov.tw/data.csv', 'http://a b/', 'http://'].map(bad),
]

/** The guard looks at the address that a name stands for, then at the machine that was reached. */
function oneLook(): (address: string) => boolean {
  let looks = 0
  return () => ++looks === 1
}
