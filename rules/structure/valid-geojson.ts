import type { GeoPlace } from '../../src/core/geo.ts'
import type { Data } from '../../src/core/localised.ts'
import type { Sample } from '../../src/core/observed.ts'
import { defineRule, message } from '../../src/core/rule.ts'

const rfc = [
  '請對照 RFC 7946 修正；不影響標章。',
  'Mend it as RFC 7946 says; the badge does not depend on it.',
] as const
const wgs84 = [
  '請轉成 WGS84 經緯度（EPSG:4326），經度在前、緯度在後；不影響標章。',
  'Convert to WGS84 (EPSG:4326), longitude first and latitude second; the badge does not depend on it.',
] as const

export default defineRule({
  id: 'structure/valid-geojson',
  indicator: 'structure',
  severity: 'advice',
  about: 'resource',
  needs: ['tree'],
  claim: {
    'zh-TW': 'GeoJSON 符合 RFC 7946，座標是 WGS84 經緯度',
    en: 'The GeoJSON is as RFC 7946 says, with WGS84 coordinates',
  },
  appliesTo: ({ format }) => format === 'geojson',
  messages: {
    type: message(
      '{count} 個物件的 type 不是這裡可用的名稱（第 {line} 行 {path}：{type}）。',
      '{count} object(s) have a type that may not stand there (line {line}, {path}: {type}).',
      '圖徵的 type 請寫 Feature，幾何請寫 Point、LineString、Polygon 等七種之一，大小寫須相同；不影響標章。',
      'Write Feature for a feature and one of the seven geometry types for a geometry, in this very spelling; the badge does not depend on it.',
    ),
    lacking: message(
      '{count} 個物件缺少必要的成員（第 {line} 行 {path}：缺 {members}）。',
      '{count} object(s) lack required members (line {line}, {path}: {members}).',
      '每個圖徵都要有 geometry 與 properties，沒有內容時填 null；不影響標章。',
      'Every feature needs geometry and properties, null when there is nothing to say; the badge does not depend on it.',
    ),
    malformed: message(
      '{count} 個位置不是兩個以上的數字（第 {line} 行 {path}）。',
      '{count} position(s) are not two or more numbers (line {line}, {path}).',
      '座標請寫成數字陣列，例如 [121.5, 25.0]，不加引號；不影響標章。',
      'Write a position as an array of numbers, such as [121.5, 25.0], without quotes; the badge does not depend on it.',
    ),
    swapped: message(
      '{count} 個位置像是緯度在前、經度在後（第 {line} 行 {path}：{x}, {y}）。',
      '{count} position(s) seem to have latitude first (line {line}, {path}: {x}, {y}).',
      ...wgs84,
    ),
    metres: message(
      '{count} 個位置像是 TWD97 或 TWD67 的二度分帶座標（公尺），不是經緯度（第 {line} 行 {path}：{x}, {y}）。',
      '{count} position(s) look like TWD97 or TWD67 metres, not degrees (line {line}, {path}: {x}, {y}).',
      '請由原座標系統（臺灣本島多為 121 分帶 EPSG:3826，澎湖、金門、馬祖為 119 分帶 EPSG:3825）轉成 WGS84 經緯度（EPSG:4326）；不影響標章。',
      'Convert from the original system (mostly EPSG:3826, zone 121; EPSG:3825, zone 119, for Penghu, Kinmen and Matsu) to WGS84 (EPSG:4326); the badge does not depend on it.',
    ),
    outside: message(
      '{count} 個位置超出經度 ±180、緯度 ±90（第 {line} 行 {path}：{x}, {y}）。',
      '{count} position(s) lie beyond longitude ±180 or latitude ±90 (line {line}, {path}: {x}, {y}).',
      ...wgs84,
    ),
    unclosed: message(
      '{count} 個多邊形有沒閉合的環：最後一點與第一點不同（第 {line} 行 {path}）。',
      '{count} polygon(s) have a ring whose last position is not its first (line {line}, {path}).',
      '請在環的結尾重複第一點；不影響標章。',
      'Repeat the first position at the end of the ring; the badge does not depend on it.',
    ),
    short: message(
      '{count} 個多邊形有不足四點的環，圍不成面（第 {line} 行 {path}）。',
      '{count} polygon(s) have a ring of fewer than four positions, which encloses nothing (line {line}, {path}).',
      ...rfc,
    ),
    crs: message(
      '有 crs 成員（{crs}）：RFC 7946 已取消，讀取程式一律當成 WGS84 經緯度。',
      'There is a crs member ({crs}): RFC 7946 has abolished it, and readers take every position as WGS84.',
      '請轉成 WGS84 經緯度（EPSG:4326）後移除 crs；不影響標章。',
      'Convert to WGS84 (EPSG:4326) and remove crs; the badge does not depend on it.',
    ),
    'crs-needless': message(
      '有 crs 成員（{crs}）：RFC 7946 已取消，內容本來就是 WGS84 經緯度。',
      'There is a crs member ({crs}): RFC 7946 has abolished it, and positions are WGS84 anyway.',
      '移除 crs 即可；不影響標章。',
      'Just remove it; the badge does not depend on it.',
    ),
  },
  *check({ tree: { geo } }) {
    if (!geo) return
    for (const messageId of ['swapped', 'metres', 'outside'] as const) {
      const first = geo[messageId].first[0]
      if (first) yield { messageId, ...told(geo[messageId], { x: `${first.x}`, y: `${first.y}` }) }
    }
    const [type] = geo.types.first
    if (type) yield { messageId: 'type', ...told(geo.types, { type: type.type ?? '（無）' }) }
    const [lacking] = geo.lacking.first
    if (lacking) yield { messageId: 'lacking', ...told(geo.lacking, { members: lacking.members }) }
    for (const messageId of ['malformed', 'unclosed', 'short'] as const)
      if (geo[messageId].count > 0) yield { messageId, ...told(geo[messageId]) }
    if (geo.crs !== undefined)
      yield { messageId: isWgs84(geo.crs) ? 'crs-needless' : 'crs', data: { crs: geo.crs || '—' } }
  },
})

const isWgs84 = (crs: string): boolean => /CRS84$|EPSG:+(?:[\d.]*:)?4326$/i.test(crs.trim())

function told(sample: Sample<GeoPlace>, data: Data = {}) {
  const { path, line } = sample.first[0]!
  return { data: { count: sample.count, path, line, ...data }, at: { line } }
}
