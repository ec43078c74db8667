import type { CatalogueProblem } from '../../../../core/catalogue.ts'
import type { Localised } from '../../../../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

export const PROBLEM_WORDS: Readonly<Record<CatalogueProblem['code'], Localised>> = {
  'row-width': text('欄數與標題不符', 'Column count differs from the header'),
  'no-id': text('沒有資料集編號', 'No dataset id'),
  'no-title': text('沒有資料集名稱', 'No title'),
  'duplicate-id': text('資料集編號重複', 'Duplicate dataset id'),
  'bad-row': text('無法讀取的列', 'Unreadable row'),
  'resource-count': text(
    '資料資源個數與格式、編碼個數不符',
    'Numbers of resources, formats and encodings differ',
  ),
  'no-resource': text('沒有資料資源', 'No resource'),
  withdrawn: text('資料集已下架', 'Dataset withdrawn'),
  'outside-folder': text('檔案不在目錄所在的資料夾內', 'File outside the catalogue’s folder'),
  'bad-record': text('目錄的紀錄有誤', 'Faulty record'),
  'page-failed': text('目錄不完整：有一頁無法取得', 'Catalogue incomplete: a page could not be fetched'),
  'page-repeats': text('目錄不完整：伺服器重複同一頁', 'Catalogue incomplete: the server repeats a page'),
  'total-changed': text('目錄不完整：讀取期間總數改變', 'Catalogue incomplete: its total changed meanwhile'),
  'too-many-pages': text('目錄不完整：頁數過多', 'Catalogue incomplete: too many pages'),
  'cut-short': text('目錄不完整：內容中斷', 'Catalogue incomplete: it is cut short'),
}
