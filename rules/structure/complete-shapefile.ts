import { defineRule } from '../../src/core/rule.ts'

export default defineRule({
  id: 'structure/complete-shapefile',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  needs: ['archive'],
  claim: { 'zh-TW': 'SHP 圖資的檔案齊全', en: 'A shapefile comes with all its files' },
  appliesTo: ({ format }) => format === 'shp' || format === 'zip' || format === 'gzip' || format === 'tar',
  messages: {
    missing: {
      text: {
        'zh-TW': 'SHP 圖資{name}缺少 {missing}，無法開啟或沒有屬性資料。',
        en: 'The shapefile {name} lacks {missing}: it cannot be opened or has no attributes.',
      },
      remedy: {
        'zh-TW': '請將同名的 .shp、.shx、.dbf、.prj 一起壓縮成一個 ZIP 檔提供。',
        en: 'Publish .shp, .shx, .dbf and .prj of one name together in one ZIP.',
      },
    },
    'no-projection': {
      severity: 'advice',
      text: {
        'zh-TW': 'SHP 圖資{name}沒有 .prj，使用者無從得知坐標系統。',
        en: 'The shapefile {name} has no .prj, so nobody knows its coordinate system.',
      },
      remedy: {
        'zh-TW': '建議附上 .prj 檔（例如 TWD97／TM2，EPSG:3826）；不影響標章。',
        en: 'Add the .prj file (for instance TWD97 / TM2, EPSG:3826); the badge does not depend on it.',
      },
    },
  },
  *check({ archive }) {
    for (const { name, missing } of archive.shapefiles) {
      const label = name === '' ? '' : `「${name}」`
      const needed = missing.filter((ending) => ending !== '.prj')
      if (needed.length > 0) yield { messageId: 'missing', data: { name: label, missing: needed } }
      else if (missing.length > 0) yield { messageId: 'no-projection', data: { name: label } }
    }
  },
})
