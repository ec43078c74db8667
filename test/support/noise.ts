import iconv from 'iconv-lite'

/** Sound content of every kind that is looked into; nothing follows the last sign that counts. */
export const CSV = {
  plain: Buffer.from('年度,地區別,人數\n110,臺北市,5\n111,新北市,6\n112,"桃園市, 中壢區",7\n'),
  quotes: Buffer.from('﻿名稱,說明\r\n"甲","第一行\r\n第二行"\r\n乙,"他說""好"""\r\n丙,\r\n'),
  big5: iconv.encode('年度,地區別,人數\n110,臺北市許功蓋,5\n111,新北市,6\n', 'cp950'),
  utf16: iconv.encode('年度\t人數\n110\t5\n111\t6\n', 'utf16le', { addBOM: true }),
  tail: Buffer.from(
    '表一 人口\n\n縣市;男;女\n臺北市;1;2\n新北市;3;4\n總計;4;6\n備註：資料來源為戶政司\n\n;;\n',
  ),
}

export const JSON_BODIES = {
  list: Buffer.from('[{"年度":"110","人數":5},{"年度":"111","人數":6.5e1}]'),
  envelope: Buffer.from(
    '{"success":true,"result":{"records":[{"a":null,"b":[1,2]},{"a":"\\u53f0\\"","b":{}}]}}',
  ),
  geojson: Buffer.from(
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"名稱":"站"},"geometry":null}]}',
  ),
}

export const XML_BODIES = {
  rows: Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?><rows><row a="1"><名>甲</名></row><row><名>乙&amp;</名></row></rows>',
  ),
  kml: Buffer.from(
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>站</name></Placemark></Document></kml>',
  ),
  entity: Buffer.from(
    '<!DOCTYPE r [<!ENTITY tw "臺灣">]><r><row><a>&tw;</a><!-- 註 --></row><row><a><![CDATA[<]]></a></row></r>',
  ),
  big5: iconv.encode(
    '<?xml version="1.0" encoding="Big5"?><r><row><a>許功蓋</a></row><row><a>二</a></row></r>',
    'cp950',
  ),
}

export const HTML = Buffer.from(
  '<!doctype html><html><head><title>系統登入</title></head><body><form><input type="password"></form></body></html>',
)

/** What unlucky content is made of, from any byte at all to the signs that readers act upon. */
export const ALPHABETS: Readonly<Record<string, readonly (number | string)[]>> = {
  bytes: Array.from({ length: 256 }, (_, byte) => byte),
  'high bytes': Array.from({ length: 128 }, (_, byte) => byte + 128),
  'CSV signs': [',', '"', '\n', '\r', '\r\n', '1', '臺', ' ', ';', '\t', '總計', '備註：', ''],
  'JSON signs': ['{', '}', '[', ']', '"', ':', ',', '\\', '\\u', 'd83d', 'null', '1e', '-', ' ', '\n', '臺'],
  'XML signs': [
    '<',
    '>',
    '/',
    '&',
    ';',
    '"',
    "'",
    '=',
    '<a>',
    '</a>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?x',
    '?>',
    '臺',
    ' ',
    '\n',
  ],
}

/** Numbers from 0 to below 1, always the same for one seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** About `size` bytes of these signs. */
export function noise(signs: readonly (number | string)[], size: number, next: () => number): Buffer {
  const parts = signs.map((sign) => (typeof sign === 'number' ? Buffer.of(sign) : Buffer.from(sign)))
  const chosen: Buffer[] = []
  for (let length = 0; length < size; length++) {
    const part = parts[Math.floor(next() * parts.length)]!
    chosen.push(part)
  }
  return Buffer.concat(chosen)
}

/** The same content after up to `times` accidents: a byte changed, a piece lost, doubled or put in from elsewhere. */
export function damaged(body: Buffer, times: number, next: () => number): Buffer {
  let bytes = body
  const place = () => Math.floor(next() * (bytes.length + 1))
  for (let n = Math.ceil(next() * times); n > 0; n--) {
    const [from, to] = [place(), place()].sort((a, b) => a - b) as [number, number]
    const [before, piece, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]
    const accidents = [
      () => [before, after],
      () => [before, piece, piece, after],
      () => [before, Buffer.of(Math.floor(next() * 256)), bytes.subarray(from + 1)],
      () => [before, Buffer.from('"'), bytes.subarray(from)],
      () => [before, Buffer.from('\n'), bytes.subarray(from)],
      () => [piece, before, after],
    ]
    bytes = Buffer.concat(accidents[Math.floor(next() * accidents.length)]!())
  }
  return bytes
}
