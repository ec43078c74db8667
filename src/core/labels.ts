/** Space of any width, so that 「合　計」 reads as 「合計」. */
const squeeze = (text: string): string => text.replace(/[\s\u3000\ufeff]+/g, '')

const TOTAL =
  /^[（(【[〔]?(?:[總合小共累]計數?|總合計|總和|總合|加總|總數合計|(?:本|全)[年月季日期]?[小合總]計)(?:[（(].{0,12}[）)])?[】\])）〕]?[：:]?$/
const TOTAL_ENGLISH = /^(?:sub-?total|grand ?total|totals?|sum)[：:]?$/i
const TOTAL_SUFFIX = /^(?:.{1,12}(小計|合計|總計)|(統計))[：:]?$/

/** 小計、合計、總計… as a whole cell: 「綜合計劃科」 and 「貨幣總計數」 are not. */
export function isTotalLabel(cell: string): boolean {
  const text = squeeze(cell)
  return TOTAL.test(text) || TOTAL_ENGLISH.test(cell.trim())
}

/** 「第一季小計」: sure for 小計; 合計 and 總計 behind a name, and 統計 alone, need the arithmetic as a witness. */
export function totalSuffix(cell: string): '小計' | '合計' | '總計' | '統計' | undefined {
  const [, suffix, alone] = TOTAL_SUFFIX.exec(squeeze(cell)) ?? []
  return (suffix ?? alone) as '小計' | '合計' | '總計' | '統計' | undefined
}

const NOTE =
  /^[（(【[]?(?:備\s*註\s*\d*\s*[：:.、．）)]|附\s*註\s*\d*\s*[：:.、．）)]|註\s*[\d一二三四五六七八九十]*\s*[：:.、．）)]|說\s*明\s*[\d一二三四五六七八九十]*\s*[：:]|資料來源|資料提供|資料時間|資料日期|資料截止|資料統計|來\s*源\s*[：:]|單\s*位\s*[：:]|填表說明|填表|製表|編製|更新日期|更新時間|統計期間|統計日期|統計時間|事故類別：|notes?\s*[：:]|source\s*[：:]|※|＊|\*\s*[^\d\s*])/i

/** 備註、資料來源、說明… at the start of a line that is no record. */
export const isNote = (cell: string): boolean => NOTE.test(cell.trim())

/** `-1,234.5`, full-width digits, `12%`: a value with which one can count. */
export function numberOf(cell: string): number | undefined {
  const text = cell
    .trim()
    .replace(/[０-９．－，％]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/,(?=\d{3})/g, '')
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?%?$/.test(text)) return undefined
  return Number.parseFloat(text)
}
