/** What a column or key of a catalogue without a standard of its own means. */
export type Property =
  | 'id'
  | 'title'
  | 'publisher'
  | 'url'
  | 'format'
  | 'encoding'
  | 'fields'
  | 'updateFrequency'
  | 'issued'
  | 'modified'
  | 'dataModified'
  | 'description'
  | 'contact'
  | 'phone'
  | 'portalBadge'

const SPELLINGS: Readonly<Record<Property, string>> = {
  id: '資料集識別碼 識別碼 資料集編號 編號 id identifier datasetid',
  title: '資料集名稱 資料名稱 名稱 標題 檔名 title name datasettitle datasetname',
  publisher:
    '提供機關 資料提供機關 發布機關 發佈機關 機關 機關名稱 單位 publisher publishername agency organization organisation provider dataprovider',
  url: '資料下載網址 下載網址 下載連結 資料網址 檔案網址 資源網址 網址 連結 url urls link links href downloadurl accessurl resourceurl fileurl',
  format: '檔案格式 資料格式 格式 format fileformat filetype',
  encoding: '編碼格式 字元編碼 編碼 encoding charset characterset charactersetcode',
  fields:
    '主要欄位說明 主要欄位 欄位說明 欄位名稱 欄位 fields fieldnames fielddescription columns columnnames',
  updateFrequency: '更新頻率 資料更新頻率 更新週期 frequency updatefrequency accrualperiodicity',
  issued: '上架日期 發布日期 發佈日期 issued published',
  modified: '詮釋資料更新時間 metadatamodified',
  dataModified:
    '資料更新時間 資料資源更新時間 更新時間 更新日期 最後更新時間 modified lastmodified updated resourcemodified',
  description: '資料資源描述 資源描述 資料集描述 描述 說明 description',
  contact: '提供機關聯絡人姓名 聯絡人 聯絡人姓名 contact contactname contactpoint',
  phone: '提供機關聯絡人電話 聯絡人電話 聯絡電話 電話 phone contactphone',
  portalBadge: '品質檢測 標章',
}

const PROPERTIES = new Map(
  (Object.keys(SPELLINGS) as Property[]).flatMap((property) =>
    SPELLINGS[property].split(' ').map((spelling) => [spelling, property] as const),
  ),
)

export const propertyOf = (key: string): Property | undefined =>
  PROPERTIES.get(
    key
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\u200b\ufeff_.:-]/g, ''),
  )
