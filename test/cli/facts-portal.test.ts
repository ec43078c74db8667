import { describe, expect, it } from 'vitest'
import type { Routes } from '../support/portal.ts'
import { has, type Look, resources, URL, understood } from './facts.ts'
import { odbadge, portalFor } from './run.ts'

const v2 = (result: object): string =>
  JSON.stringify({
    help: '',
    success: true,
    result: {
      datasetId: 41568,
      title: 't',
      distribution: [{ resourceDownloadUrl: URL, resourceFormat: 'CSV' }],
      ...result,
    },
  })
const v1 = (changes: object): string =>
  JSON.stringify({
    identifier: '397000000A_000002',
    title: 't',
    type: 'rawData',
    fieldDescription: '年度、人數',
    accrualPeriodicity: '不定期',
    modified: '2016-08-12 16:58:12',
    distribution: [
      { resourceID: '397000000A_000001-001', format: '壓縮檔', downloadURL: URL, characterSetCode: 'UTF-8' },
    ],
    ...changes,
  })

describe('FACTS §2, what data.gov.tw’s interfaces answer', () => {
  it.each<readonly [string, string, Look]>([
    [
      'updateFrequency is an object on read',
      v2({ updateFrequency: { regularupdate: 1, Frequency: 1, unittime: '日' } }),
      has({ updateFrequency: '每1日' }),
    ],
    ['… a string on write', v2({ updateFrequency: '每日' }), has({ updateFrequency: '每日' })],
    [
      'resourceField is a string',
      v2({ distribution: [{ resourceDownloadUrl: URL, resourceField: 'Date,PMI,NMI' }] }),
      resources({ fields: 'Date,PMI,NMI' }),
    ],
    [
      '… or an array of {name}',
      v2({
        distribution: [{ resourceDownloadUrl: URL, resourceField: [{ name: '西元日期' }, { name: '值' }] }],
      }),
      resources({ fields: '西元日期、值' }),
    ],
    [
      'qcLevel is a numeric string (meaning not found)',
      v2({
        distribution: [
          { resourceDownloadUrl: URL, qcLevel: '3', resourceQualityCheckTime: '2026-07-15 11:30:22' },
        ],
      }),
      has({ extra: { 'distribution[1].qcLevel': '3' } }),
    ],
    [
      'ER0031, with HTTP 200',
      '{"success":false,"error":{"datasetId":"1","error_type":"ER0031:資料集屬性錯誤","message":"x"}}',
      ({ code, problems, details }) =>
        expect([code, problems, details[0]]).toEqual([
          3,
          ['page-failed@1'],
          expect.stringContaining('ER0031'),
        ]),
    ],
    ['v1: identifier with _ instead of -', v1({}), has({ id: '397000000A_000002', fields: '年度、人數' })],
    [
      'v1: fieldDescription is the literal string',
      v1({ fieldDescription: 'fieldDescription' }),
      has({ id: '397000000A_000002' }),
    ],
    [
      'v1: no distribution',
      v1({ distribution: [] }),
      ({ ids, problems }) => expect([ids, problems]).toEqual([['397000000A_000002'], ['no-resource@1']]),
    ],
    [
      'v1: neither downloadURL nor accessURL',
      v1({ distribution: [{ resourceID: 'x', format: 'CSV' }] }),
      ({ ids, problems }) => expect([ids, problems[0]]).toEqual([['397000000A_000002'], 'no-resource@1']),
    ],
    [
      'v1: modified and resourceModified',
      v1({ distribution: [{ downloadURL: URL, resourceModified: '2017-01-02 03:04:05' }] }),
      has({ modified: '2016-08-12T16:58:12+08:00', resources: [{ modified: '2017-01-02T03:04:05+08:00' }] }),
    ],
  ])('%s', (_, content, look) => understood(content, look))

  it.each<readonly [string, Routes, number, RegExp]>([
    ['GET …/dataset (no id) → 405', { '/api/v2/rest/dataset': { status: 405 } }, 2, /405/],
    ['v1 → 404 today', { '/api/v1/rest/dataset': { status: 404 } }, 2, /404/],
    ['200 with an empty body', { '/c': { body: '' } }, 2, /是空的/],
    ['200 + HTML', { '/c': { body: '<!DOCTYPE html><title>登入</title>' } }, 2, /是網頁（標題：「登入」）/],
    [
      'CF-403 on NDC',
      { '/c': { status: 403, headers: { 'cf-mitigated': 'challenge' } } },
      2,
      /403|驗證|challenge/i,
    ],
  ])('%s is told', async (_, routes, wanted, message) => {
    const portal = await portalFor(routes)
    const { code, err } = await odbadge(
      'catalogue',
      portal.url(Object.keys(routes)[0] ?? ''),
      '--allow-private',
    )
    expect([code, err]).toEqual([wanted, expect.stringMatching(message)])
  })
})
