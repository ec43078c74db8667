import { type Data, type Language, type Localised, render } from '../core/localised.ts'

/** A sentence in both languages, as a problem carries it. */
export interface Told {
  readonly detail: string
  readonly english?: string
}

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** What adapters say of places that they cannot read. */
const WORDS = {
  noId: text('這一筆沒有「資料集識別碼」，無法檢測', 'this entry has no dataset id and cannot be audited'),
  sameId: text(
    '「資料集識別碼」{id} 已在位置 {earlier} 出現過，只採用先出現的一筆',
    'the dataset id {id} came before at position {earlier}; the first one counts',
  ),
  sameKey: text(
    '「{id}」已在位置 {earlier} 出現過，只採用先出現的一筆',
    '“{id}” came before at position {earlier}; the first one counts',
  ),
  noTitle: text('資料集 {id} 沒有「資料集名稱」', 'dataset {id} has no title'),
  noListed: text(
    '這一筆「{title}」沒有網址，無法檢測',
    'this entry (“{title}”) has no address and cannot be audited',
  ),
  noResource: text('資料集 {id} 沒有「資料下載網址」', 'dataset {id} has no address to download from'),
  noPlace: text(
    '資料集 {id} 的第 {nth} 個資料資源沒有 downloadURL 或 accessURL',
    'resource {nth} of dataset {id} has neither downloadURL nor accessURL',
  ),
  undecodable: text(
    '資料集 {id} 有無法解碼的字元，目錄的編碼可能有誤',
    'dataset {id} has characters that could not be decoded; the catalogue’s encoding may be wrong',
  ),
  noAddress: text(
    '資料集 {id} 的第 {nth} 個資料資源沒有下載網址',
    'resource {nth} of dataset {id} has no address to download from',
  ),
  lostAddresses: text(
    '資料集 {id} 的資料資源有 {count} 個，其中 {lost} 個沒有網址',
    'of the {count} resources of dataset {id}, {lost} have no address',
  ),
  mismatch: text('資料集 {id} 的{why}', 'dataset {id}: {why}'),
  counts: text(
    '「資料下載網址」有 {urls} 個連結，{odd}',
    'there are {urls} links in 資料下載網址, but {odd}',
  ),
  oddFormats: text('「檔案格式」有 {n} 個值', '{n} values in 檔案格式'),
  oddEncodings: text('「編碼格式」有 {n} 個值', '{n} values in 編碼格式'),
  oddBoth: text(
    '「檔案格式」有 {formats} 個值，「編碼格式」有 {encodings} 個值',
    '{formats} values in 檔案格式 and {encodings} in 編碼格式',
  ),
  withdrawn: text(
    '資料集 {id}「{title}」的「資料集變動狀態」是「{change}」，不檢測',
    'dataset {id} ({title}) has 資料集變動狀態 “{change}” and is not audited',
  ),
  emptyEntry: text('這一筆是空的，無法檢測', 'this entry is empty and cannot be audited'),
  sameColumn: text(
    '標題列有同名的欄（{names}），每一筆只採用其中第一個有內容的',
    'the header has columns of one name ({names}); of each entry the first that is filled counts',
  ),
  noPartner: text(
    '「{file}」旁邊沒有它所說的資料檔「{data}」，內容沒有採用；請確認檔名一致、放在同一個資料夾',
    '{file} speaks of {data}, which is not beside it, and was not used; names and folder have to be the same',
  ),
  notObject: text('這一筆不是物件：{found}', 'this entry is no object: {found}'),
  noLabels: text(
    '讀不出「標籤名稱」的表，無法核對欄位；PDF 請以 pdftotext -layout 轉成文字',
    'the table of 標籤名稱 cannot be read, so that fields cannot be compared; turn a PDF into text with pdftotext -layout',
  ),
  notJsonLine: text('這一行不是 JSON 物件：{found}', 'this line is no JSON object: {found}'),

  tooLongLine: text('這一行超過 {n} 個字元', 'this line has more than {n} characters'),
  openToEnd: text(
    '引號沒有結束，直到檔案結尾都找不到另一半',
    'a quote is never closed, up to the end of the file',
  ),
  openForLong: text('引號沒有結束，之後很長一段都找不到另一半', 'a quote is not closed for a long way'),
  openOverRows: text(
    '引號沒有結束，後面幾行被併進同一筆',
    'a quote is not closed, so that the next lines run into this entry',
  ),
  strayQuote: text(
    '引號內又出現單獨的引號，或前面的引號沒有結束',
    'there is a single quote inside quotes, or one before is not closed',
  ),
  rowWidth: text('有 {cells} 欄，標題列有 {width} 欄', '{cells} cells, but the header has {width}'),

  fromLine: text('第 {line} 行起：{why}', 'from line {line}: {why}'),
  endsInArray: text('檔案在陣列結束之前中斷', 'the file ends before the list does'),
  notRead: text('{why}，之後的內容沒有讀取', '{why}; what follows was not read'),
  badJson: text('這一筆不是正確的 JSON（{why}）', 'this entry is no valid JSON ({why})'),
  unbalanced: text(
    '這一筆不是完整的 JSON，括號或引號沒有成對，或巢狀超過 {n} 層',
    'this entry is no whole JSON: a bracket or quote has no partner, or it is nested more than {n} levels',
  ),

  untagged: text('第 {line} 行起很長一段沒有標籤', 'there is no tag for a long way from line {line}'),
  endsInElement: text(
    '第 {line} 行：檔案在 <{name}> 結束之前中斷',
    'line {line}: the file ends before <{name}> does',
  ),
  tooDeep: text('元素超過 {n} 層', 'elements are nested more than {n} levels'),
  tooLongEntry: text('這一筆超過 {n} 個字元', 'this entry has more than {n} characters'),
  badXml: text(
    '這一筆的 XML 有誤，仍照能讀到的檢測（第 {line} 行：{why}）',
    'the XML of this entry is faulty; what can be read is audited (line {line}: {why})',
  ),
  bareAmpersand: text('「&」沒有寫成「&amp;」', '“&” is not written as “&amp;”'),
  manyFaults: text('XML 的錯誤超過 {n} 處', 'the XML has more than {n} faults'),

  page: text('第 {page} 頁（{url}）：{why}', 'page {page} ({url}): {why}'),
  listOf: text('「{id}」的資料集清單（{url}）：{why}', 'the datasets of “{id}” ({url}): {why}'),
  dataset: text('資料集 {id}（{url}）：{why}', 'dataset {id} ({url}): {why}'),
  notRdf: text('不是 RDF', 'it is no RDF'),
  nested: text('巢狀超過 {n} 層', 'it is nested more than {n} levels'),
  noContent: text('沒有內容', 'there is no content'),
  noColumns: text('無', 'none'),
  unreadableHeader: text('無法解讀的內容', 'content that cannot be read'),
  noConnection: text('沒有連線可用', 'there is no connection to use'),
  emptyAnswer: text('回應是空的', 'the answer is empty'),
  notJsonAnswer: text('回應是網頁或 XML，不是 JSON', 'the answer is a web page or XML, not JSON'),
  noList: text('回應裡沒有清單', 'there is no list in the answer'),
  noDataset: text('回應裡沒有資料集', 'there is no dataset in the answer'),
  noMetadata: text('回應裡沒有詮釋資料', 'there is no metadata in the answer'),
  tooManyPages: text(
    '已讀 {n} 頁仍未結束，其餘沒有讀',
    'after {n} pages there was no end; the rest was not read',
  ),
  totalChanged: text(
    '第 {page} 頁（{url}）的總數是 {total}，先前是 {before}',
    'page {page} ({url}) gives the total as {total}; before it was {before}',
  ),
  pageAgain: text('已經讀過，伺服器可能不理會分頁參數', 'it was read before; the server may not heed paging'),
  pageRepeats: text(
    '第 {page} 頁（{url}）與前面的內容相同，伺服器可能不理會分頁參數',
    'page {page} ({url}) is the same as before; the server may not heed paging',
  ),
  missing: text(
    '伺服器說共有 {total} 筆，只給了 {given} 筆，少 {missing} 筆',
    'the server says there are {total} entries, but gave {given}: {missing} are missing',
  ),
  refused: text('伺服器回覆錯誤：{why}', 'the server answered with an error: {why}'),

  packaged: text('資料資源 {name}：{why}', 'resource {name}: {why}'),
  inPieces: text('分成 {n} 個檔案，只檢測第一個', 'it is in {n} files; only the first is audited'),
  inline: text(
    '資料直接寫在目錄裡，沒有檔案可檢測',
    'the data stand in the catalogue itself; there is no file',
  ),
  noPath: text('沒有 path', 'there is no path'),
  fromInput: text(
    '從標準輸入讀取的目錄不能指定檔案：{file}',
    'a catalogue from standard input cannot name files: {file}',
  ),
  outside: text('檔案不在資料夾內，不讀取：{file}', 'the file is not in the folder and is not read: {file}'),
  leadsOutside: text(
    '檔案的捷徑指向資料夾之外，不讀取：{file}',
    'the file’s link leads out of the folder and is not read: {file}',
  ),
} as const satisfies Record<string, Localised>

/** Words of another program's, or a sentence of ours. */
export const asTold = (words: string | Told): Told => (typeof words === 'string' ? { detail: words } : words)

/** A server's own words, or ours where it has none. */
export const wordsOr = (words: string, word: keyof typeof WORDS): Told =>
  words === '' ? told(word) : { detail: words }

/** What a sentence is filled with, some of it sentences themselves. */
export type ToldData = Readonly<Record<string, Data[string] | Told>>

/** The sentences among the data in one language. */
export const toldIn = (data: ToldData, language: Language): Data =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value !== 'object' || !('detail' in value)
        ? value
        : language === 'en'
          ? (value.english ?? value.detail)
          : value.detail,
    ]),
  )

/** The sentence with its places filled; what is a sentence itself keeps its two languages. */
export function told(word: keyof typeof WORDS, data: ToldData = {}): Told {
  const filled = (language: Language) => render(WORDS[word], toldIn(data, language), language)
  return { detail: filled('zh-TW'), english: filled('en') }
}
