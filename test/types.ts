// Compiled by `npm run typecheck`, never run: what must not compile is marked, and unmarked faults fail the check.
import { defineRule } from '../src/core/rule.ts'

const text = { 'zh-TW': '', en: '' }
const base = {
  id: 'structure/example',
  indicator: 'structure',
  severity: 'blocking',
  about: 'resource',
  claim: text,
} as const

defineRule({
  ...base,
  needs: ['bytes'],
  messages: { small: { text, remedy: text } },
  *check({ bytes }) {
    if (bytes.size < 10) yield { messageId: 'small' }
  },
})

defineRule({
  ...base,
  needs: ['bytes'],
  messages: { small: { text, remedy: text } },
  // @ts-expect-error the rule did not ask for the table
  *check({ table }) {
    if (table.rows === 0) yield { messageId: 'small' }
  },
})

defineRule({
  ...base,
  needs: ['bytes'],
  messages: { small: { text, remedy: text } },
  // @ts-expect-error the rule owns no message `large`
  *check({ bytes }) {
    if (bytes.size > 10) yield { messageId: 'large' }
  },
})

defineRule({
  ...base,
  needs: ['bytes'],
  // @ts-expect-error every message needs a remedy
  messages: { small: { text } },
  *check() {},
})
