import { dirname, resolve } from 'node:path'
import type { Language } from '../../core/localised.ts'
import type { ValidateDocument } from '../../score/index.ts'
import { networkOrigin, withLocalFiles } from '../origin.ts'

const URL_LIKE = /^[a-z][a-z\d+.-]*:\/\//i

/** Seconds for each phase of fetching a document. */
const TIMEOUT = 60

export interface Documents {
  readonly validate: ValidateDocument
  close(): Promise<void>
}

/** Validates claimed documents; paths are relative to the file of claims. */
export function documentValidator(claims: string, language: Language): Documents {
  let opened: Promise<Documents> | undefined
  // Loaded with the first claim: the schemas take longer than a small ledger.
  const open = async (): Promise<Documents> => {
    const { judgeDocument } = await import('../openapi.ts')
    const { MAX_BYTES } = await import('../../openapi/index.ts')
    // Claims come from many agencies: they may name files beside them, but no host inside our network.
    const origin = withLocalFiles(networkOrigin({ maxBytes: MAX_BYTES, timeout: TIMEOUT }))
    return {
      async validate(document) {
        const name = URL_LIKE.test(document) ? document : resolve(dirname(claims), document)
        const { verdict, errors } = await judgeDocument(name, origin, language)
        return {
          verdict,
          errors: errors.map(({ line, pointer, message }) =>
            [line === undefined ? pointer : `${line} ${pointer}`, message].filter(Boolean).join('  '),
          ),
        }
      },
      close: () => origin.close(),
    }
  }
  return {
    async validate(document) {
      opened ??= open()
      return (await opened).validate(document)
    },
    close: async () => (await opened)?.close(),
  }
}
