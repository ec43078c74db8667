import type { Table, Tree } from '../../src/core/artifacts.ts'
import { formatKind } from '../../src/core/format.ts'
import { bodyWidth, headerOf } from '../../src/core/header.ts'
import { defineRule, type Subject, Undecidable } from '../../src/core/rule.ts'

const NOTHING =
  /查無資料|查無符合|無符合.{0,6}資料|沒有資料|無資料|no (?:data|records?|results?)\b|not found|無法取得|系統忙線|錯誤/i
/** The only line of a file, when it says so. */
const SORRY =
  /不存在|找不到|發生異常|系統(?:異常|忙碌|維護)|連線逾時|internal server error|bad (?:request|gateway)|(?:access|permission) (?:is |was )?denied|forbidden|unauthori[sz]ed|unavailable|an error (?:has )?occurred|^error\b/i
/** What programs write when they break down, however long. */
const CRASH =
  /^(?:\w+(?:\.\w+)+(?:Exception|Error)\b|ORA-\d{5}|(?:PHP )?(?:Fatal|Parse) error:|Traceback \(most recent|Unhandled exception|SQLSTATE\[)/
/** Where XML and JSON put what went wrong (OGC, SOAP, object stores). */
const TROUBLE = /^(?:\$\.errors?|.*\/(?:ServiceException(?:Report)?|ExceptionReport|Fault|Errors?))(?:\/|$)/i
/** Faults are few; a longer list is data about them. */
const FEW = 5
/** A message is short; a table that mentions 無資料 somewhere is not one. */
const SHORT = 500

export default defineRule({
  id: 'download/has-data',
  indicator: 'download',
  severity: 'blocking',
  about: 'resource',
  needs: ['bytes', 'shape'],
  partSuffices: true,
  anyPart: true,
  claim: { 'zh-TW': '下載到的內容含有資料', en: 'What was downloaded holds data' },
  messages: {
    unread: {
      text: {
        'zh-TW': '無法判定：內容只讀到一部分，其中沒有看到任何一筆資料。',
        en: 'Not decidable: only a part of the content could be read, and no record was in it.',
      },
      remedy: {
        'zh-TW': '請先修正這個檔案的其他問題（例如語法錯誤或過長的資料列），再測一次。',
        en: 'Mend the other findings of this file first, such as a syntax fault or an overlong row, then check again.',
      },
    },
    empty: {
      text: { 'zh-TW': '檔案是空的（{size} 位元組）。', en: 'The file is empty ({size} bytes).' },
      remedy: {
        'zh-TW': '請重新產製並上傳檔案；若由系統介接，請檢查介接程式是否正常輸出。',
        en: 'Produce and upload the file again; if a system delivers it, check its output.',
      },
    },
    'no-sheet': {
      text: {
        'zh-TW': '活頁簿裡沒有任何一張有資料的工作表。',
        en: 'No sheet of the workbook holds data.',
      },
      remedy: {
        'zh-TW': '請確認上傳的是正確的檔案，並把資料放在看得見的工作表裡。',
        en: 'Make sure that this is the right file, and put the data on a visible sheet.',
      },
    },
    'header-only': {
      text: { 'zh-TW': '檔案只有標題列，沒有任何一筆資料。', en: 'The file has a header and no record.' },
      remedy: {
        'zh-TW': '請補上資料；確實無資料時，請在資料集說明中註明並考慮下架。',
        en: 'Add the records; if there are none, say so in the description or withdraw the dataset.',
      },
    },
    'no-records': {
      text: {
        'zh-TW': '內容中沒有任何一筆資料（{path} 是空的）。',
        en: 'There is no record in the content ({path} is empty).',
      },
      remedy: {
        'zh-TW': '請檢查介接服務的查詢條件與參數，確認不帶參數時也會回傳資料。',
        en: 'Check the query of the service: it should return records without parameters too.',
      },
    },
    'server-message': {
      text: {
        'zh-TW': '伺服器回傳的是訊息而不是資料：「{message}」',
        en: 'The server returned a message instead of data: “{message}”',
      },
      remedy: {
        'zh-TW': '請排除服務錯誤，或改登錄可取得資料的網址（例如需要金鑰者改為免金鑰）。',
        en: 'Mend the service, or register an address that gives data (e.g. one that needs no key).',
      },
    },
  },
  *check({ bytes, shape }, subject) {
    if (bytes.format === 'empty' || (shape.kind === 'text' && shape.words === '')) {
      yield { messageId: 'empty', data: { size: bytes.size } }
      return
    }
    if (shape.kind === 'closed' && formatKind(bytes.format) === 'workbook' && !subject.partial)
      yield { messageId: 'no-sheet' }
    if (shape.kind === 'text') {
      if (isSorry(shape.words, bytes.size))
        yield { messageId: 'server-message', data: { message: shape.words } }
    } else if (shape.kind === 'table') {
      const filled = shape.table.rows - shape.table.blankRows - shape.table.trailing.rows
      const words = shape.table.head
        .flatMap((row) => row.cells)
        .join(' ')
        .trim()
      const isShort = filled <= 2 && bodyWidth(shape.table) <= 2 && bytes.size <= SHORT
      if ((isShort && NOTHING.test(words)) || isSorry(words, filled === 1 ? bytes.size : Infinity))
        yield { messageId: 'server-message', data: { message: words.slice(0, 200) } }
      else if (filled <= 1 || isHeaderAlone(shape.table, filled, subject)) {
        if (subject.partial) throw new Undecidable('unread')
        if (filled === 0) yield { messageId: 'empty', data: { size: bytes.size } }
        else yield { messageId: 'header-only' }
      }
    } else if (shape.kind === 'tree') {
      const { records, rootKind, root, success, messages, depth } = shape.tree
      // What follows a fault was not read: that it has no records is not known.
      if (subject.partial) {
        if (!records || records.count + records.others === 0) throw new Undecidable('unread')
        return
      }
      const message = messages[0]
      if (success === false)
        yield { messageId: 'server-message', data: { message: message ?? 'success: false' } }
      else if (isTrouble(shape.tree))
        yield { messageId: 'server-message', data: { message: message ?? root.join(', ') } }
      else if (records && records.count + records.others > 0) return
      else if (message !== undefined && !records) yield { messageId: 'server-message', data: { message } }
      else if (records) yield { messageId: 'no-records', data: { path: records.path } }
      else if (
        rootKind === 'array' ||
        (rootKind === 'object' && root.length === 0) ||
        (rootKind === 'element' && depth <= 1)
      )
        yield { messageId: 'no-records', data: { path: rootKind === 'element' ? `/${root[0]}` : '$' } }
      else if (rootKind === 'scalar') yield { messageId: 'no-records', data: { path: '$' } }
    }
  },
})

const isSorry = (words: string, size: number): boolean =>
  CRASH.test(words) || (size <= SHORT && (NOTHING.test(words) || SORRY.test(words)))

const isTrouble = ({ syntax, records, root }: Tree): boolean =>
  records
    ? records.count <= FEW && TROUBLE.test(records.path)
    : syntax === 'xml' && TROUBLE.test(`/${root[0]}`)

/** A title above the header is no record either. */
function isHeaderAlone(table: Table, filled: number, subject: Subject): boolean {
  const { lastRow } = headerOf(table, subject)
  return filled === table.head.filter(({ row }) => row <= lastRow).length
}
