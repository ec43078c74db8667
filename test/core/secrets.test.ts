import { expect, test } from 'vitest'
import { hideSecrets } from '../../src/core/secrets.ts'

test.each([
  ['https://a.tw/x?api_key=S', 'https://a.tw/x?api_key=***'],
  ['https://a.tw/x?apikey=S&page=1', 'https://a.tw/x?apikey=***&page=1'],
  ['https://a.tw/x?page=1&API-Key=S#top', 'https://a.tw/x?page=1&API-Key=***#top'],
  ['https://a.tw/x?key=S', 'https://a.tw/x?key=***'],
  ['https://a.tw/x?token=S', 'https://a.tw/x?token=***'],
  ['https://a.tw/x?access_token=S', 'https://a.tw/x?access_token=***'],
  ['https://a.tw/cb#access_token=S', 'https://a.tw/cb#access_token=***'],
  [
    'https://opendata.cwa.gov.tw/fileapi/v1/F-A?Authorization=CWB-S&format=JSON',
    'https://opendata.cwa.gov.tw/fileapi/v1/F-A?Authorization=***&format=JSON',
  ],
  ['https://a.tw/x?appkey=S&app_key=S', 'https://a.tw/x?appkey=***&app_key=***'],
  ['https://a.tw/x?password=S&pwd=S&passwd=S', 'https://a.tw/x?password=***&pwd=***&passwd=***'],
  ['https://a.tw/x?client_secret=S&secret=S', 'https://a.tw/x?client_secret=***&secret=***'],
  ['https://a.tw/x?se=1&sig=S%2B&signature=S', 'https://a.tw/x?se=1&sig=***&signature=***'],
  [
    'https://a.tw/x?X-Amz-Credential=S&X-Amz-Signature=S',
    'https://a.tw/x?X-Amz-Credential=***&X-Amz-Signature=***',
  ],
  ['https://a.tw/x?a;key=S;S', 'https://a.tw/x?a;key=***'],
  ['https://user:S@a.tw/x', 'https://***@a.tw/x'],
  ['https://user:S@S@a.tw/x@y', 'https://***@a.tw/x@y'],
  ['https://S@a.tw', 'https://***@a.tw'],
  ['/data?key=S', '/data?key=***'],
  [
    'https://a.tw/login?ReturnUrl=%2Fx%3Fapi_key%3DS%26page%3D1&b=2',
    'https://a.tw/login?ReturnUrl=%2Fx%3Fapi_key%3D***%26page%3D1&b=2',
  ],
  ['https://a.tw/?key=S → https://b.tw/?token=S', 'https://a.tw/?key=*** → https://b.tw/?token=***'],
])('%s', (text, expected) => {
  expect(hideSecrets(text)).toBe(expected)
  expect(hideSecrets(expected)).toBe(expected)
})

test.each([
  'https://a.tw/x?keyword=水庫&tokens=2',
  'https://a.tw/x?monkey=1&author=2&design=3&assign=4',
  'https://a.tw/key=1/token=2',
  'https://a.tw/x?api_key=&key',
  'https://a.tw/@me?mail=a@b.tw',
  'a@b.tw',
  '資料 key=1',
])('%s stays as it is', (text) => {
  expect(hideSecrets(text)).toBe(text)
})
