import { parseDate } from '../../src/core/calendar.ts'
import type { Dataset } from '../../src/core/catalogue.ts'
import {
  CATEGORIES,
  IDENTIFIER,
  type MetadataField,
  missingMetadata,
  type Stated,
  statedMetadata,
} from '../../src/core/metadata-standard.ts'
import { defineDatasetRule, message } from '../../src/core/rule.ts'

export default defineDatasetRule({
  id: 'metadata/complete',
  indicator: 'metadata',
  severity: 'advice',
  about: 'dataset',
  claim: {
    'zh-TW': '詮釋資料依「資料集詮釋資料標準規範」填寫完整且格式正確',
    en: 'The metadata are complete and well-formed by the metadata standard of 2015',
  },
  // What no catalogue speaks of is missing nowhere.
  appliesTo: ({ dataset }) => dataset.blank !== undefined || Object.keys(dataset.extra).length > 0,
  messages: {
    missing: message(
      '標準規範必須填寫的欄位沒有填：{field}（{name}）。',
      'A field that the standard requires is empty: {name} ({field}).',
      '請補填「{field}」。',
      'Fill in {name}.',
    ),
    placeholder: message(
      '「{field}」填的是欄位的名稱「{value}」，不是內容。',
      '{name} holds the name of the field, “{value}”, instead of a value.',
      '請填入實際內容；這多半是轉檔程式沒有對應到欄位。',
      'Fill in the value; most likely a conversion has lost it.',
    ),
    'bad-date': message(
      '「{field}」的「{value}」不是日期。',
      '{name}: “{value}” is no date.',
      '請寫成 2015-01-01 或 2015-01-01 23:59:59。',
      'Write 2015-01-01 or 2015-01-01 23:59:59.',
    ),
    'bad-identifier': message(
      '資料集編號「{value}」不是「機關代碼 10 碼-流水號 6 碼」。',
      'The identifier “{value}” is not of the form “10 characters of the agency - 6 of the dataset”.',
      '請改成例如 A41000000G-000001 的寫法，中間用半形「-」。',
      'Write it like A41000000G-000001.',
    ),
    'unknown-licence': message(
      '授權方式「{value}」不是已公布的授權條款名稱，使用者無法確認可以怎麼用。',
      'The licence “{value}” is not the name of a published licence: nobody can tell what is allowed.',
      '請填「政府資料開放授權條款-第1版」，或創用 CC 授權的全名。',
      'Name the licence in full, e.g. 政府資料開放授權條款-第1版.',
    ),
    'bad-value': message(
      '「{field}」填「{value}」，標準規範只接受：{values}。',
      '{name} is “{value}”; the standard allows only: {values}.',
      '請從標準規範列出的值中選一個。',
      'Choose one of the listed values.',
    ),
    'bad-address': message(
      '「{field}」的「{value}」不是網址。',
      '{name}: “{value}” is no web address.',
      '請填 http:// 或 https:// 開頭的完整網址。',
      'Give a complete address that begins with http:// or https://.',
    ),
    'bad-contact': message(
      '「{field}」的「{value}」無法用來聯絡。',
      '{name}: “{value}” cannot be used to make contact.',
      '電話請填含區碼的號碼，電子郵件請填完整地址；多個以半形逗號隔開。',
      'Give a telephone number with its area code or a complete e-mail address; part several with commas.',
    ),
    'no-cost-address': message(
      '計費方式是「{value}」，但沒有「計費說明網址」。',
      'The data cost something ({value}), but there is no address that says how much.',
      '請補填「計費說明網址」（costURL）。',
      'Fill in costURL.',
    ),
  },
  *check(_, { dataset }) {
    for (const { label, name } of missingMetadata(dataset))
      yield { messageId: 'missing', data: { field: label, name } }
    for (const stated of statedMetadata(dataset)) {
      const messageId = fault(stated, dataset)
      if (messageId === undefined) continue
      const { field, value } = stated
      const data = { field: field.label, name: field.name, value: value.slice(0, 100) }
      yield { messageId, data: field.values ? { ...data, values: field.values } : data }
    }
  },
})

type Fault =
  | 'placeholder'
  | 'bad-date'
  | 'bad-identifier'
  | 'unknown-licence'
  | 'bad-value'
  | 'bad-address'
  | 'bad-contact'
  | 'no-cost-address'

function fault({ field, column, value }: Stated, { extra }: Dataset): Fault | undefined {
  if (value === field.name) return 'placeholder'
  // A column of another catalogue has words of its own: only the standard's own field has its list.
  if (column === field.name && field.values && !field.values.includes(value))
    return field.name === 'categoryCode' && Object.values(CATEGORIES).includes(value)
      ? undefined
      : 'bad-value'
  if (field.name === 'cost' && value !== '免費' && column === field.name && !extra['costURL'])
    return 'no-cost-address'
  return FAULTS[field.kind]?.(value)
}

/** data.gov.tw's own terms, under their names of 2013, 2015 and today, Creative Commons and Open Data Commons. */
const LICENCE =
  /^政府(開放資料|資料開放)(授權條款|平[臺台]資料使用規範)|創用\s*CC|^CC[\s-]?(0|BY)|creative\s*commons|^(OGDL|ODC|ODbL|PDDL)|open\s*government\s*data\s*license|^1$/i

const isEach = (test: (part: string) => boolean) => (value: string) =>
  value.split(/[,;、；，]/).every((part) => part.trim() === '' || test(part.trim()))

const isAddress = isEach((part) => /^https?:\/\//i.test(part) && URL.canParse(part))
const isMail = isEach((part) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(part))
const isPhone = isEach((part) => (part.match(/\d/g)?.length ?? 0) >= 3)

const FAULTS: Readonly<Partial<Record<MetadataField['kind'], (value: string) => Fault | undefined>>> = {
  date: (value) => (parseDate(value) === undefined ? 'bad-date' : undefined),
  identifier: (value) => (IDENTIFIER.test(value) ? undefined : 'bad-identifier'),
  licence: (value) => (LICENCE.test(value) ? undefined : 'unknown-licence'),
  url: (value) => (isAddress(value) ? undefined : 'bad-address'),
  email: (value) => (isMail(value) ? undefined : 'bad-contact'),
  phone: (value) => (isPhone(value) ? undefined : 'bad-contact'),
}
