import { defineRule, message, Undecidable } from '../../src/core/rule.ts'
import { type Service, serviceOf } from '../../src/core/service.ts'

const NAMES: Readonly<Record<Service['kind'], readonly [size: string, from: string]>> = {
  'data-access': ['limit', 'offset'],
  'limit-offset': ['limit', 'offset'],
  'top-skip': ['$top', '$skip'],
}

export default defineRule({
  id: 'download/api-paging',
  indicator: 'download',
  severity: 'advice',
  about: 'resource',
  needs: ['service'],
  claim: { 'zh-TW': 'API 依分頁參數回傳資料', en: 'The API honours its paging parameters' },
  appliesTo: ({ resource, dataset, format }) =>
    format === 'json' && serviceOf(resource, dataset) !== undefined,
  messages: {
    'too-few': message(
      '無法判定：只有 {count} 筆資料，看不出分頁參數是否有效。',
      'Not decidable: with {count} record(s) nobody can tell whether paging works.',
      '資料增加後再檢測。不影響標章。',
      'Check again when there is more data; the badge does not depend on it.',
    ),
    'page-fails': message(
      '加上 {size}=2、{from}={offset} 就取不到資料：{detail}。',
      'With {size}=2 and {from}={offset} the service gives no data: {detail}.',
      '請讓 {size} 與 {from} 可以任意組合；超出範圍時回傳空的清單。不影響標章。',
      'Let {size} and {from} be combined at will, and answer beyond the end with an empty list; the badge does not depend on it.',
    ),
    'size-ignored': message(
      '要求 {size}=2，卻回傳 {count} 筆。',
      'Asked for {size}=2, the service gives {count} records.',
      '請依 {size} 限制筆數；資料多時，使用者才能分批取得。不影響標章。',
      'Limit the answer to {size} records, so that large data can be had in parts; the badge does not depend on it.',
    ),
    'from-ignored': message(
      '{from}=2 與 {from}=0 回傳一樣的資料，第二頁取不到。',
      '{from}=2 brings the same records as {from}=0: the second page cannot be had.',
      '請依 {from} 略過前面的資料。不影響標章。',
      'Skip as many records as {from} says; the badge does not depend on it.',
    ),
    'page-empty': message(
      '共有 {count} 筆以上的資料，第二頁（{from}=2）卻是空的。',
      'There are at least {count} records, yet the second page ({from}=2) is empty.',
      '請確認 {from} 是「略過幾筆」而不是頁碼，並回傳其後的資料。不影響標章。',
      'Make sure that {from} counts records and not pages; the badge does not depend on it.',
    ),
    'not-all': message(
      '不帶參數時回傳 {count} 筆，其後還有資料：使用者（與本次檢測）只看到一部分。',
      'Without parameters there are {count} records, and more behind them: users, and this check, see a part only.',
      '請讓不帶參數的網址回傳全部資料，或在說明書寫明一次最多幾筆。不影響標章。',
      'Let the plain address give everything, or say in the manual how many it gives at most; the badge does not depend on it.',
    ),
    'total-changes': message(
      '總數前後不一：第一頁說共 {total} 筆，第二頁說共 {other} 筆。',
      'The total is not the same throughout: {total} on the first page, {other} on the second.',
      '請讓每一頁的總數都是全部資料的筆數，不是該頁的筆數。不影響標章。',
      'Let every page tell the number of all records, not of its own; the badge does not depend on it.',
    ),
    'total-small': message(
      '回應說總數是 {total} 筆，不帶參數時卻有 {count} 筆。',
      'The answer says {total} in total, yet without parameters there are {count} records.',
      '請讓總數是全部資料的筆數，不是該頁的筆數。不影響標章。',
      'Let the total be the number of all records; the badge does not depend on it.',
    ),
  },
  *check({ service }) {
    const { plain, first, second, size, behind } = service
    const [sizeName, from] = NAMES[service.kind]
    const names = { size: sizeName, from }
    for (const [page, offset] of [
      [first, 0],
      [second, size],
    ] as const) {
      // Beyond the end an empty list is right; whoever has so little need not page at all.
      if (offset > 0 && isShort(service)) break
      if (page.kind === 'records' || page.kind === 'empty') continue
      const detail = page.detail || String(page.status ?? '')
      return yield { messageId: 'page-fails', data: { ...names, offset, detail: detail.slice(0, 100) } }
    }
    if (first.count > size) yield { messageId: 'size-ignored', data: { ...names, count: first.count } }
    const [one, two] = first.digests
    const same = one !== undefined && one !== two && one === second.digests[0]
    if (same) yield { messageId: 'from-ignored', data: names }
    else if (plain.count > size && second.count === 0)
      yield { messageId: 'page-empty', data: { ...names, count: plain.count } }
    // A service without paging gives the same again.
    if (behind?.kind === 'records' && behind.count === 1 && !same)
      yield { messageId: 'not-all', data: { count: plain.count } }
    const { total } = first
    if (total !== undefined && second.total !== undefined && second.total !== total)
      yield { messageId: 'total-changes', data: { total, other: second.total } }
    else if (total !== undefined && plain.count > total)
      yield { messageId: 'total-small', data: { total, count: plain.count } }
    if (isShort(service) && second.count === 0) throw new Undecidable('too-few', { count: plain.count })
  },
})

/** Nothing to page through. An address with a limit of its own says nothing of how many there are. */
const isShort = ({ kind, plain, first, size }: Service): boolean =>
  kind === 'limit-offset' ? first.count < size : plain.count <= size && first.count <= size
