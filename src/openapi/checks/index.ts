import type { Check } from '../context.ts'
import { links, operationIds, responses, tags } from './operations.ts'
import { bodies, parameters } from './parameters.ts'
import { pathParameters, samePaths } from './paths.ts'
import { references } from './references.ts'
import { security } from './security.ts'
import { componentNames, discriminators, examples, items, serverVariables } from './values.ts'

/** What the specifications demand and a JSON Schema cannot say. */
export const CHECKS: readonly Check[] = [
  references,
  samePaths,
  pathParameters,
  parameters,
  bodies,
  operationIds,
  responses,
  links,
  tags,
  security,
  componentNames,
  items,
  serverVariables,
  discriminators,
  examples,
]
