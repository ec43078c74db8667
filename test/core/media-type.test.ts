import { expect, test } from 'vitest'
import { formatOfType, mediaType } from '../../src/core/media-type.ts'

test.each([
  ['text/csv', { type: 'text/csv' }],
  ['Text/CSV ; Charset="UTF-8"', { type: 'text/csv', charset: 'UTF-8' }],
  ["text/csv;charset='big5'", { type: 'text/csv', charset: 'big5' }],
  ['text/csv; header=present; charset=utf-8; charset=big5', { type: 'text/csv', charset: 'utf-8' }],
  ['text/csv; charset', { type: 'text/csv' }],
  ['text/csv; charset=""', { type: 'text/csv' }],
  ['text/csv, text/html', { type: 'text/csv' }],
  ['', { type: '' }],
])('%j', (header, expected) => {
  expect(mediaType(header)).toEqual(expected)
})

test.each([
  ['text/csv', 'csv'],
  ['application/octet-stream', undefined],
  ['constructor', undefined],
])('%s names %s', (type, format) => {
  expect(formatOfType(type)).toBe(format)
})
