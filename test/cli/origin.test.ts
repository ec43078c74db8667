import { expect, test } from 'vitest'
import { namedOrigin, networkOrigin } from '../../src/cli/origin.ts'
import { startPortal } from '../support/portal.ts'

const LIMITS = { maxBytes: 1_000, timeout: 5 }

test.each([
  ['a link of a catalogue does not reach this machine', networkOrigin(LIMITS), 'forbidden-address'],
  ['unless that is allowed', networkOrigin({ ...LIMITS, allowPrivate: true }), undefined],
  ['a link the user named does', namedOrigin(LIMITS), undefined],
])('%s', async (_, origin, code) => {
  const portal = await startPortal({ '/': {} })
  const { exchange } = await origin.fetch(portal.url('/'))
  await origin.close()
  await portal.close()
  expect(exchange.failure?.code).toBe(code)
})
