import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'

const schema = (name: string) => readFileSync(new URL(`../fixtures/schemas/${name}`, import.meta.url), 'utf8')

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const isSarif = ajv.compile(JSON.parse(schema('sarif-2.1.0.json')))

/** What the schema of SARIF 2.1.0 says against a log. */
export function sarifComplaints(log: unknown): string[] {
  isSarif(log)
  return (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** Its documentation names the fields and the five severities. */
const isGitlab = ajv.compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{14}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1 },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
})

export function gitlabComplaints(report: unknown): string[] {
  isGitlab(report)
  return (isGitlab.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** What libxml2 says against a JUnit file by the schema of Jenkins' xUnit plug-in; also whether it is XML at all. */
export function junitComplaints(text: string): string[] {
  const xsd = XmlDocument.fromString(schema('junit-10.xsd'))
  const validator = XsdValidator.fromDoc(xsd)
  try {
    const report = XmlDocument.fromString(text)
    try {
      validator.validate(report)
      return []
    } finally {
      report.dispose()
    }
  } catch (error) {
    if (error instanceof XmlValidateError || error instanceof Error) return [error.message]
    throw error
  } finally {
    validator.dispose()
    xsd.dispose()
  }
}
